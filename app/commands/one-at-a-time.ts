import type { RequestHandler } from "express";

/** So many turns of the event loop for each request begun. */
const TURNS = 4;
/** While so many reads wait, writes go first. */
const RUSH = 250;
/** So many writes go before a read in a rush. */
const WRITES_BEFORE_A_READ = 20;

interface Waiting {
  place: number;
  begin: () => void;
}

/**
 * Begins one request in four turns of the event loop. Node accepts one new connection a turn: when an exam starts and hundreds of
 * requests are ready at once, turns that worked on all of them would leave new connections waiting for seconds. Requests begin
 * as they came; in a rush who starts, answers or hands in goes before who looks at a page.
 */
export function oneAtATime(): RequestHandler {
  const writes: Waiting[] = [];
  const reads: Waiting[] = [];
  let came = 0;
  let turns = 0;
  let writesInARow = 0;

  const readsTurn = ([read]: Waiting[], [write]: Waiting[]) => {
    if (!read || !write) return write === undefined;
    return reads.length > RUSH ? writesInARow >= WRITES_BEFORE_A_READ : read.place < write.place;
  };
  const turn = () => {
    turns += 1;
    if (turns % TURNS !== 0) return void setImmediate(turn);
    const isRead = readsTurn(reads, writes);
    writesInARow = isRead ? 0 : writesInARow + 1;
    const next = (isRead ? reads : writes).shift();
    if (writes.length + reads.length > 0) setImmediate(turn);
    next?.begin();
  };
  return (request, _response, next) => {
    came += 1;
    (request.method === "POST" ? writes : reads).push({ place: came, begin: next });
    if (writes.length + reads.length === 1) setImmediate(turn);
  };
}

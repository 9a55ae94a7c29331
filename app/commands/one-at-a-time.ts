import type { RequestHandler } from "express";

/** So many turns of the event loop for each request begun. */
const TURNS = 4;
/** So many writes go before a read that waits, where both do. */
const WRITES_BEFORE_A_READ = 5;

/**
 * Begins one request in four turns of the event loop. Node accepts one new connection a turn: when an exam starts and hundreds of
 * requests are ready at once, turns that worked on all of them would leave new connections waiting for seconds. Who starts,
 * answers or hands in goes before who looks at a page.
 */
export function oneAtATime(): RequestHandler {
  const writes: (() => void)[] = [];
  const reads: (() => void)[] = [];
  let turns = 0;
  let begun = 0;
  const turn = () => {
    turns += 1;
    if (turns % TURNS !== 0) return void setImmediate(turn);
    begun += 1;
    const readsTurn = begun % (WRITES_BEFORE_A_READ + 1) === 0;
    const begin = (readsTurn ? reads.shift() : undefined) ?? writes.shift() ?? reads.shift();
    if (writes.length + reads.length > 0) setImmediate(turn);
    begin?.();
  };
  return (request, _response, next) => {
    (request.method === "POST" ? writes : reads).push(next);
    if (writes.length + reads.length === 1) setImmediate(turn);
  };
}

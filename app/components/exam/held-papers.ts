import type { HeldPaper } from "./exam-view";

const held = new Map<string, HeldPaper>();

/** The whole paper of an attempt, where this document has fetched it: its pages then change without the server. */
export function heldPaper(attempt: string | undefined): HeldPaper | undefined {
  return attempt === undefined ? undefined : held.get(attempt);
}

/** Fetches the paper, so that one can go on without a line. False: not now. */
export async function holdPaper(attempt: string): Promise<boolean> {
  try {
    const response = await fetch(`/attempts/${attempt}/paper`, { redirect: "manual" });
    if (!response.ok) return false;
    held.set(attempt, (await response.json()) as HeldPaper);
    return true;
  } catch {
    return false;
  }
}

/** Tells the server, for the attempt's log, that a page is looked at which it was not asked for. */
export function notePage(attempt: string, page: number): void {
  void fetch(`/attempts/${attempt}/paper?seen=${page}`, { redirect: "manual" }).catch(() => undefined);
}

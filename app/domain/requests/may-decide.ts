import type { RequestKind } from "./request-kind";
import type { RequestEventKind, RequestState } from "./request-state";
import { isClosed } from "./request-state";

/** Who stands before a request. */
export interface Party {
  /** it is about them, or they raised it */
  own: boolean;
  /** has the power that decides its kind, over the unit of the person */
  decides: boolean;
}

/**
 * What someone may do with a request now. Nobody decides on oneself, whatever power they have; a question is answered, everything
 * else approved or refused; what is closed stays closed.
 */
export function possibleEvents(kind: RequestKind, state: RequestState, { own, decides }: Party): RequestEventKind[] {
  if (isClosed(state)) return [];
  if (own) return state === "returned" ? ["supplemented", "withdrawn"] : ["withdrawn"];
  if (!decides) return [];
  const closing: RequestEventKind[] = kind === "ask-trainer" ? ["answered"] : ["approved", "refused"];
  if (state === "returned") return closing;
  return [...(state === "open" ? (["taken"] as const) : []), ...closing, "returned"];
}

/** What may not be recorded without words: a reason is owed to the person. */
export function needsWords(event: RequestEventKind): boolean {
  return event !== "taken" && event !== "withdrawn";
}

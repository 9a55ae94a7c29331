/** What can happen to an entry of the practice log. */
export const LOG_EVENTS = ["submitted", "confirmed", "returned", "withdrawn"] as const;
export type LogEvent = (typeof LOG_EVENTS)[number];

export type LogState = "waiting" | "confirmed" | "returned" | "withdrawn" | "mended";

/** The state of an entry: the last thing that happened to it; one in whose place another stands is mended. */
export function logState(events: readonly { kind: LogEvent }[], mended: boolean): LogState {
  if (mended) return "mended";
  const last = events.at(-1)?.kind ?? "submitted";
  return last === "submitted" ? "waiting" : last;
}

/** Who stands before an entry. */
export interface LogParty {
  /** it is theirs: nobody confirms their own */
  own: boolean;
  /** may confirm over the unit in which the person served */
  confirms: boolean;
}

export type LogAct = "confirm" | "return" | "mend" | "withdraw";

/** What someone may do with an entry now. A confirmed one can still be given back by the leader, or withdrawn by its author. */
export function logActs(state: LogState, { own, confirms }: LogParty): LogAct[] {
  if (state === "withdrawn" || state === "mended") return [];
  if (own) return state === "confirmed" ? ["withdraw"] : ["mend", "withdraw"];
  if (!confirms || state === "returned") return [];
  return state === "waiting" ? ["confirm", "return"] : ["return"];
}

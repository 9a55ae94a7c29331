/** A list of people whose requirements are met, on its way to a signatory. */
export const LIST_EVENTS = ["drawn-up", "submitted", "returned", "approved", "withdrawn"] as const;
export type ListEvent = (typeof LIST_EVENTS)[number];
export type ListState = ListEvent;

/** A signatory approves a list as a whole, in one transaction. */
export const LONGEST_LIST = 100;

/** What can be done with it, by the side that may. */
export type ListAct = "submit" | "withdraw" | "return" | "approve";
/** Those that ask for a reason and nothing else. */
export type ReasonedAct = Extract<ListAct, "withdraw" | "return">;

/** The state by its events, in the order in which they were recorded; nothing stores it. */
export function listState(events: readonly ListEvent[]): ListState {
  return events.at(-1) ?? "drawn-up";
}

const POSSIBLE: Record<ListState, readonly ListAct[]> = {
  "drawn-up": ["submit", "withdraw"],
  submitted: ["withdraw", "return", "approve"],
  returned: ["submit", "withdraw"],
  approved: [],
  withdrawn: [],
};

/** Who prepared it submits and withdraws; who signs returns and approves. */
export function listActs(state: ListState, may: { prepare: boolean; sign: boolean }): ListAct[] {
  return POSSIBLE[state].filter((act) => (act === "submit" || act === "withdraw" ? may.prepare : may.sign));
}

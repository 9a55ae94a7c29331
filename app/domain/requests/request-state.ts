import type { CivilDate, Instant } from "~/domain/time/civil-date";

/** What happened to a request after it was raised. */
export const REQUEST_EVENTS = [
  "taken",
  "returned",
  "supplemented",
  "approved",
  "refused",
  "answered",
  "withdrawn",
] as const;
export type RequestEventKind = (typeof REQUEST_EVENTS)[number];

export interface RequestEvent {
  kind: RequestEventKind;
  accountId: number;
  at: Instant;
}

export const REQUEST_STATES = ["open", "taken", "returned", "approved", "refused", "answered", "withdrawn"] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

const CLOSING: ReadonlySet<RequestState> = new Set(["approved", "refused", "answered", "withdrawn"]);

export interface RequestStanding {
  state: RequestState;
  /** account of who took it on; null: nobody yet */
  ownerId: number | null;
  /** when it came into its state; null: since it was raised */
  since: Instant | null;
}

/** Where a request stands, from its events in order. What came after the end does not count. */
export function standingOf(events: readonly RequestEvent[]): RequestStanding {
  let standing: RequestStanding = { state: "open", ownerId: null, since: null };
  for (const event of events) {
    if (isClosed(standing.state)) break;
    standing = {
      state: event.kind === "supplemented" ? (standing.ownerId === null ? "open" : "taken") : event.kind,
      ownerId: event.kind === "taken" ? event.accountId : standing.ownerId,
      since: event.at,
    };
  }
  return standing;
}

export function isClosed(state: RequestState): boolean {
  return CLOSING.has(state);
}

/** Whether it should have been decided by the date. While it waits for its person, nobody is late. */
export function isLate(state: RequestState, due: CivilDate, today: CivilDate): boolean {
  return !isClosed(state) && state !== "returned" && due < today;
}

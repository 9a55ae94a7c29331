import type { Instant } from "~/domain/time/civil-date";

/** What happens to a proof from outside. Verified it counts until it is revoked; in no other state does it count. */
export const PROOF_EVENTS = ["submitted", "returned", "verified", "refused", "withdrawn", "revoked"] as const;
export type ProofEventKind = (typeof PROOF_EVENTS)[number];

export const PROOF_STATES = ["waiting", "returned", "verified", "refused", "withdrawn", "revoked"] as const;
export type ProofState = (typeof PROOF_STATES)[number];

/** What may follow on a state, by whom: the person whose proof it is, or whoever verifies. */
const NEXT: Record<ProofState, { person: readonly ProofEventKind[]; verifier: readonly ProofEventKind[] }> = {
  waiting: { person: ["withdrawn"], verifier: ["returned", "verified", "refused"] },
  returned: { person: ["submitted", "withdrawn"], verifier: [] },
  verified: { person: [], verifier: ["revoked"] },
  refused: { person: [], verifier: [] },
  withdrawn: { person: [], verifier: [] },
  revoked: { person: [], verifier: [] },
};

/** The state of a proof by its events in order; one that may not follow on the state before counts for nothing. */
export function proofState(events: readonly { kind: ProofEventKind }[]): ProofState {
  return events.reduce<ProofState>((state, { kind }, place) => {
    if (place > 0 && !mayFollow(state, kind, "person") && !mayFollow(state, kind, "verifier")) return state;
    return kind === "submitted" ? "waiting" : kind;
  }, "waiting");
}

export function mayFollow(state: ProofState, event: ProofEventKind, by: "person" | "verifier"): boolean {
  return NEXT[state][by].includes(event);
}

/** The event that holds: the last of its kind. */
export function lastOf<T extends { kind: ProofEventKind; at: Instant }>(
  events: readonly T[],
  kind: ProofEventKind,
): T | null {
  return events.findLast((event) => event.kind === kind) ?? null;
}

import fc from "fast-check";
import { expect, it, test } from "vitest";
import { mayFollow, PROOF_EVENTS, type ProofEventKind, type ProofState, proofState } from "./proof-state";

it.each<[string, ProofEventKind[], ProofState]>([
  ["handed in", ["submitted"], "waiting"],
  ["verified", ["submitted", "verified"], "verified"],
  ["returned", ["submitted", "returned"], "returned"],
  ["mended", ["submitted", "returned", "submitted"], "waiting"],
  ["verified after mending", ["submitted", "returned", "submitted", "verified"], "verified"],
  ["revoked", ["submitted", "verified", "revoked"], "revoked"],
  ["refused stays refused", ["submitted", "refused", "verified"], "refused"],
  ["withdrawn is not verified", ["submitted", "withdrawn", "verified"], "withdrawn"],
  ["verified is not withdrawn", ["submitted", "verified", "withdrawn"], "verified"],
  ["verified twice", ["submitted", "verified", "verified"], "verified"],
  ["what waits is not revoked", ["submitted", "revoked"], "waiting"],
])("%s", (_case, kinds, state) => {
  expect(proofState(kinds.map((kind) => ({ kind })))).toBe(state);
});

test("a proof counts only after someone verified it, and no longer once it was revoked", () => {
  const kinds = fc.array(fc.constantFrom(...PROOF_EVENTS), { maxLength: 8 });
  fc.assert(
    fc.property(kinds, (list) => {
      const events = ["submitted" as const, ...list].map((kind) => ({ kind }));
      const state = proofState(events);
      if (state === "verified") expect(list).toContain("verified");
      // nobody verifies their own: what the person may do never leads to "verified"
      for (const kind of PROOF_EVENTS.filter((each) => mayFollow(state, each, "person"))) {
        expect(["waiting", "withdrawn"]).toContain(proofState([...events, { kind }]));
      }
    }),
  );
});

import { expect, it } from "vitest";
import type { CertificateStatus } from "./certificate-status";
import { type LifeRefusal, lifeRefusal } from "./life-acts";

it.each<[CertificateStatus, LifeRefusal | null, LifeRefusal | null, LifeRefusal | null]>([
  // status, revoke, reinstate, correct
  ["valid", null, "not-revoked", null],
  ["expiring", null, "not-revoked", null],
  ["expired", null, "not-revoked", "expired"],
  ["revoked", "revoked-already", null, "revoked"],
  ["replaced", "replaced", "replaced", "replaced"],
  ["not-yet", "not-yet", "not-yet", "not-yet"],
])("of one that is %s", (status, revoke, reinstate, correct) => {
  expect(lifeRefusal("revoke", status)).toBe(revoke);
  expect(lifeRefusal("reinstate", status)).toBe(reinstate);
  expect(lifeRefusal("correct", status)).toBe(correct);
});

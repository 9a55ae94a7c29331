import type { CertificateStatus } from "./certificate-status";

/** Why a certificate is taken back (as Thông tư 03/2023/TT-BNV has it for its own papers; the list is a setting of this house). */
export const REVOCATION_CAUSES = ["fraud", "wrong-issue", "alteration", "lending", "issuers-mistake", "other"] as const;
export type RevocationCause = (typeof REVOCATION_CAUSES)[number];

export const LIFE_ACTS = ["revoke", "reinstate", "correct"] as const;
export type LifeAct = (typeof LIFE_ACTS)[number];

/** Why an act cannot be done to a certificate: what it has come to already. */
export type LifeRefusal = "revoked-already" | "replaced" | "revoked" | "not-revoked" | "expired" | "not-yet";

/** Null where the act is possible. One that expired can still be revoked: the register says so. A correction of it would hold on no day. */
export function lifeRefusal(act: LifeAct, status: CertificateStatus): LifeRefusal | null {
  if (status === "not-yet") return "not-yet";
  if (status === "replaced") return "replaced";
  if (act === "reinstate") return status === "revoked" ? null : "not-revoked";
  if (status === "revoked") return act === "revoke" ? "revoked-already" : "revoked";
  return act === "correct" && status === "expired" ? "expired" : null;
}

/** What a correction puts right on the new paper. */
export const CORRECTIONS = ["holder", "unit", "programme"] as const;
export type Correction = (typeof CORRECTIONS)[number];

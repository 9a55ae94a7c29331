import { type CivilDate, startOfDay } from "~/domain/time/civil-date";
import type { CertificateFace } from "./face";

/** The contexts that define every term of the credential. */
export const BADGE_CONTEXTS = [
  "https://www.w3.org/ns/credentials/v2",
  "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
  "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
] as const;

export interface BadgeAddresses {
  /** urn:uuid:… */
  credential: string;
  /** the issuer's profile */
  issuer: string;
  /** what was achieved: one a programme */
  achievement: string;
  /** the list of credentials that no longer hold */
  revocations: string;
}

/**
 * A certificate as Open Badges 3.0 has it (a W3C Verifiable Credential 2.0): what the paper shows and no more. The holder is named,
 * not addressed: there is no e-mail in it. `validUntil` exclusive; null: no end.
 */
export function openBadge(face: CertificateFace, validUntil: CivilDate | null, address: BadgeAddresses) {
  return {
    "@context": BADGE_CONTEXTS,
    id: address.credential,
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    name: `${face.heading.vi} · ${face.programme.vi}`,
    description: `${face.heading.en}: ${face.programme.en}. ${face.unit.en}. No. ${face.serial}, code ${face.code}.`,
    issuer: { id: address.issuer, type: ["Profile"], name: `${face.issuingBody.vi}, ${face.issuingUnit.vi}` },
    validFrom: startOfDay(face.issuedOn),
    ...(validUntil === null ? {} : { validUntil: startOfDay(validUntil) }),
    credentialSubject: {
      type: ["AchievementSubject"],
      identifier: [{ type: "IdentityObject", hashed: false, identityType: "name", identityHash: face.holder }],
      achievement: {
        id: address.achievement,
        type: ["Achievement"],
        achievementType: "Certificate",
        inLanguage: "vi",
        name: face.programme.vi,
        description: face.programme.en,
        criteria: {
          narrative: `Quyết định số ${face.decision.number} ngày ${face.decision.signedOn} (Decision No. ${face.decision.number} of ${face.decision.signedOn})`,
        },
      },
    },
    credentialStatus: { id: address.revocations, type: "1EdTechRevocationList" },
  };
}

import { keepFile } from "~/documents/kept-files.server";
import { looksSigned } from "~/domain/certification/signed-pdf";
import { behalfOf } from "~/domain/permissions/behalf";
import type { Viewer } from "~/domain/permissions/viewer";
import { type CivilDate, civilDateOf, type Instant } from "~/domain/time/civil-date";
import { isDuplicate, recordChange } from "~/models/database.server";
import { wasRecorded } from "~/models/recorded-acts.server";
import { coversPerson } from "~/models/reporting/covers-person.server";
import { certificateForAct } from "./certificate-for-act.server";

export interface SignedCopyOrder {
  bytes: Uint8Array;
  /** whose public-service signature it carries */
  signer: string;
  signedOn: CivilDate;
  onceKey: string;
  at: Instant;
}

export type SignedCopyOutcome =
  | { ok: true }
  | { ok: false; refusal: "not-found" | "own" | "not-a-pdf" | "unsigned" | "in-the-future" | "before-issue" };

/** Keeps the PDF on which the issuing body put its own signature; a later one takes the place of an earlier one, which stays kept. */
export async function keepSignedCopy(
  viewer: Viewer,
  publicId: string,
  { bytes, signer, signedOn, onceKey: once, at }: SignedCopyOrder,
): Promise<SignedCopyOutcome> {
  const today = civilDateOf(at);
  const certificate = await certificateForAct(viewer, publicId, "prepare-certificates", today);
  if (!certificate) return { ok: false, refusal: "not-found" };
  if (certificate.own) return { ok: false, refusal: "own" };
  const seen = looksSigned(bytes);
  if (seen !== "signed") return { ok: false, refusal: seen };
  if (signedOn > today) return { ok: false, refusal: "in-the-future" };
  if (signedOn < certificate.issuedOn) return { ok: false, refusal: "before-issue" };
  const onceKey = `signed-copy ${publicId} ${viewer.accountId} ${once}`;
  if (await wasRecorded(onceKey)) return { ok: true };
  const sha256 = await keepFile("signed-copies", bytes);
  const act = {
    kind: "certificate-signed-copy",
    at,
    actorId: viewer.accountId,
    onBehalfOf: behalfOf(viewer, "prepare-certificates", await coversPerson(certificate.personId, today)),
    effective: signedOn,
    onceKey,
  };
  try {
    await recordChange(act, async (rows, changeId) => {
      await rows.certificate_signed_copy.updateMany({
        where: { certificate_id: certificate.id, retracted_change: null },
        data: { retracted_change: changeId },
      });
      await rows.certificate_signed_copy.create({
        data: {
          certificate_id: certificate.id,
          sha256,
          bytes: bytes.length,
          signer,
          signed_on: signedOn,
          account_id: viewer.accountId,
          recorded_change: changeId,
        },
      });
    });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  return { ok: true };
}

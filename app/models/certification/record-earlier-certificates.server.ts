import { endOfProof } from "~/domain/certification/requirements-met";
import type { CivilDate } from "~/domain/time/civil-date";
import { courseVersionsUpTo } from "~/models/course/courses-up-to.server";
import { type Act, type Rows, recordChange } from "~/models/database.server";
import { wasRecorded } from "~/models/recorded-acts.server";
import { holderOn } from "./holder-on.server";
import { issueCertificate } from "./issue-certificate.server";
import { programmesInForce } from "./programmes-in-force.server";
import { decisionInForce } from "./standing-decisions.server";

/** A certificate from before this system, as a register lists it. */
export interface EarlierCertificate {
  personId: number;
  programme: string;
  issuedOn: CivilDate;
}

/**
 * Takes over certificates that were earned before this system, in one transaction: each gets a number, and the levels that the
 * programme's courses prove today count from its day of issue to its end. An act whose once-key was used changes nothing. One
 * without a decision in force or without a holder on its day is left out.
 * @returns how many were taken over
 */
export async function recordEarlierCertificates(
  certificates: readonly EarlierCertificate[],
  act: Omit<Act, "kind"> & { onceKey: string },
): Promise<number> {
  if (await wasRecorded(act.onceKey)) return 0;
  const courses = await courseVersionsUpTo("9999-12-31");
  return recordChange({ ...act, kind: "earlier-certificates-recorded" }, async (rows, changeId) => {
    let taken = 0;
    for (const certificate of certificates) {
      const programme = await takeOver(rows, changeId, certificate);
      if (!programme) continue;
      taken += 1;
      const validTo = endOfProof(certificate.issuedOn, [programme]);
      const proofs = programme.requires.all_of.flatMap(({ exam_of }) =>
        (courses.get(exam_of)?.[0]?.evidence ?? []).map((proof) => ({ ...proof, course: exam_of })),
      );
      await rows.evidence.createMany({
        data: proofs.map(({ competency, level, course }) => ({
          person_id: certificate.personId,
          competency,
          level,
          kind: "certificate",
          course,
          valid_from: certificate.issuedOn,
          valid_to: validTo,
          recorded_change: changeId,
        })),
      });
    }
    return taken;
  });
}

async function takeOver(rows: Rows, changeId: number, { personId, programme: key, issuedOn }: EarlierCertificate) {
  const rules = await programmesInForce(rows, issuedOn);
  const programme = rules?.programmes.find((each) => each.key === key);
  const decision = await decisionInForce(rows, key, issuedOn);
  const holder = await holderOn(rows, personId, issuedOn);
  if (!rules || !programme || !decision || !holder) return null;
  const { frameworkVersionId } = rules;
  await issueCertificate(rows, changeId, {
    holder,
    attemptId: null,
    programme,
    frameworkVersionId,
    decision,
    issuedOn,
  });
  return programme;
}

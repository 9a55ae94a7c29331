import type { Programme } from "~/domain/certification/programme";
import { endOfProof } from "~/domain/certification/programme-references";
import { examsAsked } from "~/domain/certification/requirement";
import type { CivilDate } from "~/domain/time/civil-date";
import { recordEvidence } from "~/models/competency/record-evidence.server";
import { courseVersionsUpTo } from "~/models/course/courses-up-to.server";
import { type Act, type Rows, recordChange } from "~/models/database.server";
import { wasRecorded } from "~/models/recorded-acts.server";
import { holderOn } from "./holder-on.server";
import { issueCertificate } from "./issue-certificate.server";
import { type ProgrammeHistory, programmeHistory } from "./programmes-in-force.server";
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
    const history = await programmeHistory(rows);
    let taken = 0;
    for (const certificate of certificates) {
      const takenOver = await takeOver(rows, changeId, history, certificate);
      if (!takenOver) continue;
      taken += 1;
      const { programme, certificateId } = takenOver;
      for (const exam of examsAsked(programme.requires)) {
        await recordEvidence(rows, changeId, {
          personId: certificate.personId,
          fact: { kind: "certificate", certificateId, course: exam },
          levels: courses.get(exam)?.[0]?.evidence ?? [],
          validFrom: certificate.issuedOn,
          validTo: endOfProof(certificate.issuedOn, [programme]),
        });
      }
    }
    return taken;
  });
}

async function takeOver(
  rows: Rows,
  changeId: number,
  history: ProgrammeHistory,
  { personId, programme: key, issuedOn }: EarlierCertificate,
): Promise<{ programme: Programme; certificateId: number } | null> {
  const rules = history.of(key, issuedOn);
  const decision = await decisionInForce(rows, key, issuedOn);
  const holder = await holderOn(rows, personId, issuedOn);
  if (!rules || !decision || !holder) return null;
  const { id } = await issueCertificate(rows, changeId, { holder, rules, decision, issuedOn, completion: null });
  return { programme: rules.programme, certificateId: id };
}

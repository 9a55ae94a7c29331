import type { Programme } from "~/domain/certification/programme";
import {
  endOfProof,
  type PassedExam,
  programmesAsking,
  requirementsMet,
} from "~/domain/certification/requirements-met";
import type { ProvenLevel } from "~/domain/course/course";
import { type CivilDate, civilDateOf, type Instant } from "~/domain/time/civil-date";
import type { Rows } from "~/models/database.server";
import { recordsOf } from "~/models/people/records-of.server";
import { holderOn } from "./holder-on.server";
import { issueCertificate } from "./issue-certificate.server";
import { programmesInForce } from "./programmes-in-force.server";
import { decisionInForce } from "./standing-decisions.server";

/** A passed attempt. `passedAt`: when it ended, which is the deadline where the clock ended it. */
export interface Pass {
  personId: number;
  attemptId: number;
  courseSlug: string;
  courseVersionId: number;
  passedAt: Instant;
}

/**
 * Records, within the change that records the result, what a pass earns: evidence of the levels that the course version proves,
 * and of each programme that is complete by it a certificate, or an eligibility where no decision in force lets it issue. A
 * second call for the same attempt changes nothing.
 */
export async function earnFromPass(rows: Rows, changeId: number, pass: Pass): Promise<void> {
  const passedOn = civilDateOf(pass.passedAt);
  const rules = await programmesInForce(rows, passedOn);
  const asking = programmesAsking(rules?.programmes ?? [], pass.courseSlug);
  await recordEvidence(rows, changeId, pass, { validFrom: passedOn, validTo: endOfProof(passedOn, asking) });
  if (!rules || asking.length === 0) return;
  const passes = [...(await passesOf(rows, pass.personId)), { course: pass.courseSlug, passedOn }];
  for (const programme of asking.filter((programme) => requirementsMet(programme, passes, passedOn))) {
    await earnProgramme(rows, changeId, pass, { programme, passedOn, frameworkVersionId: rules.frameworkVersionId });
  }
}

async function earnProgramme(
  rows: Rows,
  changeId: number,
  { personId, attemptId }: Pass,
  earned: { programme: Programme; passedOn: CivilDate; frameworkVersionId: number },
): Promise<void> {
  const { programme, passedOn, frameworkVersionId } = earned;
  const decision = await decisionInForce(rows, programme.key, passedOn);
  const holder = decision && (await holderOn(rows, personId, passedOn));
  // without a unit to print, someone has to look at it
  if (!decision || !holder) {
    await rows.$executeRaw`
      INSERT INTO eligibility (person_id, programme, attempt_id, basis, on_date, recorded_change)
      VALUES (${personId}, ${programme.key}, ${attemptId}, ${`attempt:${attemptId}`}, ${passedOn}, ${changeId})
      ON CONFLICT DO NOTHING`;
    return;
  }
  const issue = { holder, attemptId, programme, frameworkVersionId, decision, issuedOn: passedOn };
  await issueCertificate(rows, changeId, issue);
}

async function recordEvidence(
  rows: Rows,
  changeId: number,
  { personId, attemptId, courseSlug, courseVersionId }: Pass,
  { validFrom, validTo }: { validFrom: CivilDate; validTo: CivilDate | null },
): Promise<void> {
  const version = await rows.course_version.findUniqueOrThrow({
    where: { id: courseVersionId },
    select: { content: true },
  });
  const { evidence } = JSON.parse(version.content) as { evidence: ProvenLevel[] };
  for (const { competency, level } of evidence) {
    await rows.$executeRaw`
      INSERT INTO evidence (person_id, competency, level, kind, attempt_id, course, valid_from, valid_to, recorded_change)
      VALUES (${personId}, ${competency}, ${level}, 'exam', ${attemptId}, ${courseSlug}, ${validFrom}, ${validTo},
        ${changeId}) ON CONFLICT DO NOTHING`;
  }
}

async function passesOf(rows: Rows, personId: number): Promise<PassedExam[]> {
  const passed = await rows.$queryRaw<{ slug: string; ended_at: Instant }[]>`
    SELECT c.slug, r.ended_at
    FROM attempt a
    JOIN attempt_standing r ON r.attempt_id = a.id AND r.passed = 1
    JOIN course_version v ON v.id = a.course_version_id
    JOIN course c ON c.id = v.course_id
    WHERE a.person_id IN ${recordsOf(personId)}`;
  return passed.map(({ slug, ended_at }) => ({ course: slug, passedOn: civilDateOf(ended_at) }));
}

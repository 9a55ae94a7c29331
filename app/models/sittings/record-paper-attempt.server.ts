import type { EnteredAnswers } from "~/domain/assessment/paper-entry";
import type { Instant } from "~/domain/time/civil-date";
import { paperOf } from "../assessment/paper-of.server";
import { writeEnd } from "../assessment/record-end.server";
import { getCourseVersion } from "../course/course-versions.server";
import type { Rows } from "../database.server";
import { recordsOf } from "../people/records-of.server";
import { newPublicId } from "../public-id.server";
import type { FoundSitting } from "./find-sitting.server";

/**
 * The attempt of a candidate who sat on paper, with the times of the sitting: graded by the machine and earning what a pass earns, as
 * an attempt online does, in the change that records the second of two equal entries.
 * @param currentVersionId the course version in which someone is enrolled here who never opened the course
 */
export async function recordPaperAttempt(
  rows: Rows,
  changeId: number,
  sitting: FoundSitting,
  personId: number,
  {
    stored,
    answers,
    currentVersionId,
    at,
  }: { stored: string; answers: EnteredAnswers; currentVersionId: number; at: Instant },
): Promise<string> {
  const enrolment = await enrolmentOf(rows, changeId, sitting, personId, currentVersionId, at);
  const [last] = await rows.$queryRaw<{ number: bigint | null }[]>`
    SELECT MAX(a.number) AS number FROM attempt a
    WHERE a.person_id IN ${recordsOf(personId)} AND a.course_version_id = ${enrolment.versionId}`;
  const publicId = newPublicId();
  const { opensAt, closesAt } = sitting.plan;
  const attempt = await rows.attempt.create({
    data: {
      public_id: publicId,
      person_id: personId,
      enrolment_id: enrolment.id,
      course_version_id: enrolment.versionId,
      number: Number(last?.number ?? 0) + 1,
      started_at: opensAt,
      deadline_at: closesAt,
      paper: stored,
      sitting_id: sitting.id,
      recorded_change: changeId,
    },
    select: { id: true },
  });
  const entered = Object.entries(answers).filter(([, tokens]) => tokens.length > 0);
  await rows.response.createMany({
    data: entered.map(([item, tokens]) => ({
      attempt_id: attempt.id,
      item: Number(item),
      value: JSON.stringify(tokens),
      client_key: `paper-entry-${changeId}.${item}`,
      at: closesAt,
    })),
  });
  const [course, paper] = await Promise.all([
    getCourseVersion(enrolment.versionId),
    paperOf(stored, enrolment.versionId),
  ]);
  const values = new Map(entered.map(([item, tokens]) => [Number(item), { value: [...tokens] }]));
  await writeEnd(rows, changeId, { id: attempt.id, personId, course, paper }, { at: closesAt, by: "submit" }, values);
  return publicId;
}

async function enrolmentOf(
  rows: Rows,
  changeId: number,
  { courseId, plan }: FoundSitting,
  personId: number,
  currentVersionId: number,
  at: Instant,
): Promise<{ id: number; versionId: number }> {
  const [known] = await rows.$queryRaw<{ id: bigint; course_version_id: bigint }[]>`
    SELECT e.id, e.course_version_id FROM enrolment e
    WHERE e.person_id IN ${recordsOf(personId)} AND e.course_id = ${courseId} ORDER BY e.id DESC LIMIT 1`;
  if (known) return { id: Number(known.id), versionId: Number(known.course_version_id) };
  const { id } = await rows.enrolment.create({
    data: {
      public_id: newPublicId(),
      person_id: personId,
      course_id: courseId,
      course_version_id: currentVersionId,
      started_at: plan.opensAt < at ? plan.opensAt : at,
      recorded_change: changeId,
    },
    select: { id: true },
  });
  return { id, versionId: currentVersionId };
}

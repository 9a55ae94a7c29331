import { knownLessons } from "~/domain/assessment/practice";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Instant } from "~/domain/time/civil-date";
import { recordChange, writeRows } from "~/models/database.server";
import { enrol } from "~/models/enrolment/enrol.server";
import { recordsOf } from "~/models/people/records-of.server";
import { findRunOf, type PracticeRun } from "./find-run.server";

/** The lessons that a pre-test has shown to be known so far, by their keys. */
export function lessonsKnownIn({ paper, answers }: Pick<PracticeRun, "paper" | "answers">): string[] {
  const shares = new Map(answers.map(({ item, share }) => [item, share]));
  return knownLessons(
    paper.items.map(({ number, question }) => ({ lesson: question.lesson, share: shares.get(number) ?? null })),
  );
}

/**
 * Ends the viewer's own run once all of its questions are answered. With a pre-test the lessons that it has shown to be known are
 * done, marked as known, in the same change; so is the course's reading, where no lesson is left. Does nothing to a run that
 * is not answered to its end, or has ended: whoever looks first after a crash makes up for it.
 */
export async function endRun(viewer: Viewer, publicId: string, now: Instant): Promise<void> {
  const run = await findRunOf(viewer.personId, publicId);
  if (!run || run.endedAt !== null || run.answers.length < run.paper.items.length) return;
  const known = new Set(run.kind === "pre-test" ? lessonsKnownIn(run) : []);
  const lessons = run.course.lessons.filter(({ key }) => known.has(key));
  if (lessons.length === 0) {
    await writeRows(
      (rows) => rows.$executeRaw`
      UPDATE practice_run SET ended_at = ${now} WHERE id = ${run.id} AND ended_at IS NULL`,
    );
    return;
  }
  const enrolmentId = await enrol(viewer, run.course, now);
  await recordChange({ kind: "lessons-known", at: now, actorId: viewer.accountId }, async (rows, changeId) => {
    // of parallel ends one goes on
    const ended = await rows.$executeRaw`
      UPDATE practice_run SET ended_at = ${now} WHERE id = ${run.id} AND ended_at IS NULL`;
    if (ended === 0) return;
    for (const { id } of lessons) {
      await rows.$executeRaw`
        INSERT INTO lesson_completion (enrolment_id, lesson_id, at, how, recorded_change)
        SELECT ${enrolmentId}, ${id}, ${now}, 'pre-test', ${changeId}
        WHERE NOT EXISTS (SELECT 1 FROM lesson_completion d JOIN enrolment e ON e.id = d.enrolment_id
          WHERE d.lesson_id = ${id} AND e.person_id IN ${recordsOf(viewer.personId)})`;
    }
    await rows.$executeRaw`
      INSERT INTO course_completion (enrolment_id, person_id, at, recorded_change)
      SELECT ${enrolmentId}, ${viewer.personId}, ${now}, ${changeId}
      WHERE (SELECT COUNT(DISTINCT d.lesson_id) FROM lesson_completion d JOIN enrolment e ON e.id = d.enrolment_id
          WHERE e.person_id IN ${recordsOf(viewer.personId)} AND e.course_version_id = ${run.course.id})
        >= ${run.course.lessons.length}
      ON CONFLICT DO NOTHING`;
  });
}

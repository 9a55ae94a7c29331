import { makePaper } from "~/domain/assessment/paper";
import { choosePractice, type PracticeKind } from "~/domain/assessment/practice";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant, startOfDay } from "~/domain/time/civil-date";
import { unpredictable } from "~/models/assessment/random.server";
import { writeRows } from "~/models/database.server";
import { courseOf } from "~/models/enrolment/learning.server";
import { recordsOf } from "~/models/people/records-of.server";
import { newPublicId } from "~/models/public-id.server";
import { findRunOf } from "./find-run.server";
import { lastAnswers } from "./last-answers.server";
import { hadPreTest, practiceOfCourse } from "./practice-of-course.server";

export type StartedRun =
  | { ok: true; publicId: string }
  /** there is no question of this kind now, or the pre-test of today was begun already */
  | { ok: false; because: "nothing" | "pre-test-today" };

/** What `newPublicId` makes. */
const PUBLIC_ID = /^[0-9a-hjkmnp-tv-z]{16}$/;

/**
 * Begins a run of questions in a course of the viewer's own. `once` becomes the run's public id, so a form that is sent twice
 * begins one. A pre-test can be begun once a day for a course version. Null: no such course for this person.
 */
export async function startPractice(
  viewer: Viewer,
  slug: string,
  { kind, once }: { kind: PracticeKind; once: string },
  now: Instant,
): Promise<StartedRun | null> {
  const found = await courseOf(viewer, slug, now);
  if (!found) return null;
  const publicId = PUBLIC_ID.test(once) ? once : newPublicId();
  if (await findRunOf(viewer.personId, publicId)) return { ok: true, publicId };
  const { version } = found.course;
  const of = await practiceOfCourse(found.course, await lastAnswers(viewer.personId), now);
  const questions = choosePractice(kind, { ...of, now }, unpredictable);
  if (questions.length === 0) return { ok: false, because: "nothing" };
  const drawn = questions.map((question) => ({ question, marks: 1 }));
  const paper = JSON.stringify(makePaper({ ...version.exam, per_page: 1 }, drawn, unpredictable));
  const begun = await writeRows(
    (rows) => rows.$executeRaw`
      INSERT INTO practice_run (public_id, person_id, course_version_id, kind, paper, started_at)
      SELECT ${publicId}, ${viewer.personId}, ${version.id}, ${kind}, ${paper}, ${now}
      WHERE ${kind} <> 'pre-test' OR NOT EXISTS (SELECT 1 FROM practice_run
        WHERE person_id IN ${recordsOf(viewer.personId)} AND course_version_id = ${version.id} AND kind = 'pre-test'
          AND started_at >= ${startOfDay(civilDateOf(now))})
      ON CONFLICT (public_id) DO NOTHING`,
  );
  // a parallel sending of the same form has begun it
  if (begun > 0 || (await findRunOf(viewer.personId, publicId))) return { ok: true, publicId };
  if (kind === "pre-test" && (await hadPreTest(viewer, version.id, now)))
    return { ok: false, because: "pre-test-today" };
  // the id is somebody else's
  return startPractice(viewer, slug, { kind, once: newPublicId() }, now);
}

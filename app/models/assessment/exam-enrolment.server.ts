import type { AttemptRule } from "~/domain/assessment/attempt-policy";
import { windowOf } from "~/domain/assessment/timing";
import { programmesAsking } from "~/domain/certification/programme-references";
import { examCycleBegan } from "~/domain/certification/renewal-cycle";
import type { CourseVersion } from "~/domain/course/course-version";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { heldCertificates } from "~/models/certification/held-certificates.server";
import { getCourseVersion } from "~/models/course/course-versions.server";
import { frameworksAsOf } from "~/models/course/frameworks.server";
import { readRows } from "~/models/database.server";
import { Prisma } from "~/models/generated/client";
import { recordsOf } from "~/models/people/records-of.server";

/** The version of a course that a person learns, and how many of its lessons are still to be done. */
export interface ExamEnrolment {
  enrolmentId: number;
  course: CourseVersion;
  lessonsLeft: number;
}

/**
 * The person's newest enrolment in a course; null where there is none. The plus keeps the database from going through everyone
 * enrolled in the course: a person has few enrolments, a course thousands.
 */
export async function examEnrolment(personId: number, courseSlug: string): Promise<ExamEnrolment | null> {
  const [row] = await readRows<{ id: number; course_version_id: number; lessons_left: number }>(Prisma.sql`
    SELECT e.id, e.course_version_id,
      (SELECT COUNT(*) FROM lesson l WHERE l.course_version_id = e.course_version_id AND NOT EXISTS
        (SELECT 1 FROM lesson_completion d WHERE d.lesson_id = l.id AND d.enrolment_id IN
          (SELECT x.id FROM enrolment x WHERE x.person_id IN ${recordsOf(personId)}))) AS lessons_left
    FROM enrolment e JOIN course c ON c.id = +e.course_id
    WHERE e.person_id IN ${recordsOf(personId)} AND c.slug = ${courseSlug}
    ORDER BY e.id DESC LIMIT 1`);
  if (!row) return null;
  const course = await getCourseVersion(row.course_version_id);
  return { enrolmentId: row.id, course, lessonsLeft: row.lessons_left };
}

/** The rule for a person's next attempt: what the exam allows and what was granted, counted from the renewal cycle that runs. */
export async function attemptRule(personId: number, course: CourseVersion, now: Instant): Promise<AttemptRule> {
  const today = civilDateOf(now);
  const frameworks = await frameworksAsOf(today);
  const asking = programmesAsking(frameworks.certifications.content.programmes, course.slug);
  const cycleBegan = asking.length === 0 ? null : examCycleBegan(asking, await heldCertificates(personId), today);
  return {
    attempts: course.exam.attempts,
    cooldownHours: course.exam.cooldown_hours,
    cycleBegan,
    granted: await grantedAttempts(personId, course.courseId, cycleBegan),
    counts: course.exam.counts,
    ...windowOf(course.exam),
  };
}

async function grantedAttempts(personId: number, courseId: number, since: Instant | null): Promise<number> {
  const [row] = await readRows<{ granted: number }>(Prisma.sql`
    SELECT COUNT(*) AS granted FROM attempt_grant g JOIN change c ON c.id = g.recorded_change
    WHERE g.person_id IN ${recordsOf(personId)} AND g.course_id = ${courseId} AND g.retracted_change IS NULL
      AND c.at >= ${since ?? ""}`);
  return row?.granted ?? 0;
}

/** Extra time that follows the person, in percent of an exam's minutes; 0: none. */
export async function extraPercent(personId: number, now: Instant): Promise<number> {
  const today = civilDateOf(now);
  const [row] = await readRows<{ percent: number | null }>(Prisma.sql`
    SELECT MAX(percent) AS percent FROM extra_time
    WHERE person_id IN ${recordsOf(personId)} AND retracted_change IS NULL AND valid_from <= ${today}
      AND (valid_to IS NULL OR valid_to > ${today})`);
  return row?.percent ?? 0;
}

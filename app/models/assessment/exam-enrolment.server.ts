import type { AttemptRule } from "~/domain/assessment/attempt-policy";
import { examCycleBegan } from "~/domain/certification/renewal-cycle";
import { programmesAsking } from "~/domain/certification/requirements-met";
import type { CourseVersion } from "~/domain/course/course-version";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { heldCertificates } from "~/models/certification/held-certificates.server";
import { getCourseVersion } from "~/models/course/course-versions.server";
import { frameworksAsOf } from "~/models/course/frameworks.server";
import { reader } from "~/models/database.server";
import { recordsOf } from "~/models/people/records-of.server";

/** The version of a course that a person learns, and how many of its lessons are still to be done. */
export interface ExamEnrolment {
  enrolmentId: number;
  course: CourseVersion;
  lessonsLeft: number;
}

/** The person's newest enrolment in a course; null where there is none. */
export async function examEnrolment(personId: number, courseSlug: string): Promise<ExamEnrolment | null> {
  const client = await reader();
  const [row] = await client.$queryRaw<{ id: bigint; course_version_id: bigint; lessons_left: bigint }[]>`
    SELECT e.id, e.course_version_id,
      (SELECT COUNT(*) FROM lesson l WHERE l.course_version_id = e.course_version_id AND NOT EXISTS
        (SELECT 1 FROM lesson_completion d WHERE d.lesson_id = l.id AND d.enrolment_id IN
          (SELECT x.id FROM enrolment x WHERE x.person_id IN ${recordsOf(personId)}))) AS lessons_left
    FROM enrolment e JOIN course c ON c.id = e.course_id
    WHERE e.person_id IN ${recordsOf(personId)} AND c.slug = ${courseSlug}
    ORDER BY e.id DESC LIMIT 1`;
  if (!row) return null;
  const course = await getCourseVersion(Number(row.course_version_id));
  return { enrolmentId: Number(row.id), course, lessonsLeft: Number(row.lessons_left) };
}

/** The rule for a person's next attempt: what the exam allows, counted from the renewal cycle that runs. */
export async function attemptRule(personId: number, course: CourseVersion, now: Instant): Promise<AttemptRule> {
  const today = civilDateOf(now);
  const frameworks = await frameworksAsOf(today);
  const asking = programmesAsking(frameworks.certifications.content.programmes, course.slug);
  return {
    attempts: course.exam.attempts,
    cooldownHours: course.exam.cooldown_hours,
    cycleBegan: examCycleBegan(asking, await heldCertificates(personId), today),
  };
}

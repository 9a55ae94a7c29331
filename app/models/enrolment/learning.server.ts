import { windowOf } from "~/domain/assessment/timing";
import type { Programme } from "~/domain/certification/programme";
import { programmesAsking } from "~/domain/certification/programme-references";
import { examCycleBegan } from "~/domain/certification/renewal-cycle";
import type { CourseVersion } from "~/domain/course/course-version";
import type { Frameworks } from "~/domain/course/frameworks";
import { versionToLearn } from "~/domain/enrolment/course-state";
import { type Duty, type DutyRules, dutiesOn } from "~/domain/enrolment/duties";
import { type DutyStanding, type DutyWork, nextStep, standingOf } from "~/domain/enrolment/next-step";
import { mayLearn } from "~/domain/permissions/may-learn";
import type { Viewer } from "~/domain/permissions/viewer";
import { type CivilDate, civilDateOf, type Instant } from "~/domain/time/civil-date";
import { courseVersionsUpTo } from "~/models/course/courses-up-to.server";
import { frameworksAsOf } from "~/models/course/frameworks.server";
import { dutyRules } from "./duty-rules.server";
import { type LearnerEnrolment, type LearnerFacts, learnerFacts } from "./learner-facts.server";

/** One course as the learner has it: the version to learn, what was done, how it stands. */
export interface CourseOfLearner {
  version: CourseVersion;
  enrolment: LearnerEnrolment | null;
  duty: Duty | null;
  work: DutyWork;
  standing: DutyStanding;
}

/** Everything about the viewer's own learning at an instant. */
export interface Learning {
  today: CivilDate;
  facts: LearnerFacts;
  frameworks: Frameworks;
  rules: DutyRules;
  duties: Duty[];
  courses: CourseOfLearner[];
  /** the one next step; null: nothing to do now */
  next: CourseOfLearner | null;
}

/** The viewer's own learning: four statements for the person; courses and frameworks are held in memory. */
export async function learningOf(viewer: Viewer, now: Instant): Promise<Learning> {
  const today = civilDateOf(now);
  const [facts, frameworks, versions, rules] = await Promise.all([
    learnerFacts(viewer.personId),
    frameworksAsOf(today),
    courseVersionsUpTo(today),
    dutyRules(today),
  ]);
  const programmes = frameworks.certifications.content.programmes;
  const duties = dutiesOn({ ...facts, ...rules }, today);
  const courses = [...versions.values()].flatMap((ofCourse) => {
    const course = courseOfLearner(ofCourse, facts, duties, programmes, now);
    const begun = ofCourse.some(({ id }) => facts.enrolments.some(({ courseVersionId }) => courseVersionId === id));
    return course && mayLearn(viewer, { assigned: course.duty !== null, begun }) ? [course] : [];
  });
  const withDuty = courses.filter((course) => course.duty !== null);
  const next = nextStep(
    withDuty.map(({ work }) => work),
    now,
  );
  return { today, facts, frameworks, rules, duties, courses, next: next === null ? null : (withDuty[next] ?? null) };
}

function courseOfLearner(
  versionsNewestFirst: readonly CourseVersion[],
  facts: LearnerFacts,
  duties: readonly Duty[],
  programmes: readonly Programme[],
  now: Instant,
): CourseOfLearner | null {
  const version = versionToLearn(
    versionsNewestFirst,
    facts.enrolments.map(({ courseVersionId }) => courseVersionId),
  );
  if (!version) return null;
  const enrolment = facts.enrolments.find(({ courseVersionId }) => courseVersionId === version.id) ?? null;
  const duty = duties.find(({ course }) => course === version.slug) ?? null;
  const cycleBegan = examCycleBegan(programmesAsking(programmes, version.slug), facts.certificates, civilDateOf(now));
  const work: DutyWork = {
    duty: duty ?? FREE,
    lessonIds: version.lessons.map(({ id }) => id),
    doneLessonIds: enrolment?.doneLessonIds ?? [],
    attempts: enrolment?.attempts ?? [],
    rule: {
      attempts: version.exam.attempts,
      cooldownHours: version.exam.cooldown_hours,
      cycleBegan,
      granted: facts.granted.filter(({ courseId, at }) => courseId === version.courseId && at >= (cycleBegan ?? ""))
        .length,
      counts: version.exam.counts,
      ...windowOf(version.exam),
    },
  };
  return { version, enrolment, duty, work, standing: standingOf(work, now) };
}

/** A course that nobody asks for is learned freely: it has no date and is never overdue. */
const FREE: Duty = {
  programme: "",
  course: "",
  state: "open",
  due: "9999-12-31",
  daysLeft: Number.POSITIVE_INFINITY,
  reasons: [],
  certificate: null,
  later: null,
};

/** One course of the viewer by its slug; null: there is none. */
export async function courseOf(
  viewer: Viewer,
  slug: string,
  now: Instant,
): Promise<{ learning: Learning; course: CourseOfLearner } | null> {
  const learning = await learningOf(viewer, now);
  const course = learning.courses.find(({ version }) => version.slug === slug);
  return course ? { learning, course } : null;
}

import { isOpenForWork } from "~/domain/assessment/task-state";
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
import { tasksOf } from "~/models/tasks/tasks-of-course.server";
import { type AskedCourse, askedCourses } from "./asked-courses.server";
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
  const asked = await askedCourses(viewer, duties, programmes, today);
  const tasks = await openTasks(viewer, asked, versions);
  const courses = [...versions.values()].flatMap((ofCourse) => {
    const course = courseOfLearner(ofCourse, { facts, asked, tasks, programmes }, now);
    const begun = ofCourse.some(({ id }) => facts.enrolments.some(({ courseVersionId }) => courseVersionId === id));
    return course && mayLearn(viewer, { assigned: course.duty !== null, begun }) ? [course] : [];
  });
  const order = [...asked.keys()];
  const withDuty = courses
    .filter((course) => course.duty !== null)
    .sort((a, b) => order.indexOf(a.version.slug) - order.indexOf(b.version.slug));
  const next = nextStep(
    withDuty.map(({ work }) => work),
    now,
  );
  return { today, facts, frameworks, rules, duties, courses, next: next === null ? null : (withDuty[next] ?? null) };
}

function courseOfLearner(
  versionsNewestFirst: readonly CourseVersion[],
  {
    facts,
    asked,
    tasks,
    programmes,
  }: {
    facts: LearnerFacts;
    asked: ReadonlyMap<string, AskedCourse>;
    /** courses whose task can be worked on now */
    tasks: ReadonlySet<string>;
    programmes: readonly Programme[];
  },
  now: Instant,
): CourseOfLearner | null {
  const version = versionToLearn(
    versionsNewestFirst,
    facts.enrolments.map(({ courseVersionId }) => courseVersionId),
  );
  if (!version) return null;
  const enrolment = facts.enrolments.find(({ courseVersionId }) => courseVersionId === version.id) ?? null;
  const { duty = null, task = null } = asked.get(version.slug) ?? {};
  const cycleBegan = examCycleBegan(programmesAsking(programmes, version.slug), facts.certificates, civilDateOf(now));
  const work: DutyWork = {
    duty: duty ?? FREE,
    lessonIds: version.lessons.map(({ id }) => id),
    doneLessonIds: enrolment?.doneLessonIds ?? [],
    attempts: enrolment?.attempts ?? [],
    ...(task !== null && { task: { open: tasks.has(version.slug) } }),
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

/** Of the courses that are asked for by a task, those on whose task the viewer can work now: none that waits for its markers. */
async function openTasks(
  viewer: Viewer,
  asked: ReadonlyMap<string, AskedCourse>,
  versions: ReadonlyMap<string, readonly CourseVersion[]>,
): Promise<Set<string>> {
  const open = new Set<string>();
  for (const [course, { task }] of asked) {
    const version = versions.get(course)?.[0];
    if (task === null || !version) continue;
    const line = (await tasksOf(viewer, version.id, "vi")).find(({ key }) => key === task);
    if (line && isOpenForWork(line.state)) open.add(course);
  }
  return open;
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

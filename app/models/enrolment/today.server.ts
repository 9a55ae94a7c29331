import type { NoAttemptReason } from "~/domain/assessment/attempt-policy";
import { bestCertificate, lastDayOf } from "~/domain/certification/certificate-status";
import { coursesOf } from "~/domain/certification/programme-references";
import { paperLength } from "~/domain/course/exam";
import { type BridgeStep, bridgeSteps } from "~/domain/enrolment/bridge-step";
import type { Duty, DutyState } from "~/domain/enrolment/duties";
import { endedDuties } from "~/domain/enrolment/ended-duties";
import type { DutyStanding } from "~/domain/enrolment/next-step";
import type { PostingFact } from "~/domain/enrolment/rule-condition";
import type { Viewer } from "~/domain/permissions/viewer";
import { nameAround } from "~/domain/reporting/unit-selection";
import { type CivilDate, civilDateOf, daysBetween, holdsOn, type Instant } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { organisationFacts as loadedFacts, organisationAsOf } from "~/models/organisation/organisation-facts.server";
import { type DutyExplanation, explainDuty } from "./explain-duty.server";
import { type CourseOfLearner, learningOf } from "./learning.server";

/** The first page after login, in one language. */
export interface TodayView {
  fullName: string;
  date: CivilDate;
  /** 0 Sunday … 6 Saturday */
  weekday: number;
  /** "position, unit" of the posts held today */
  posts: string[];
  next: NextView | null;
  due: DueView[];
  expiring: ExpiringView[];
  done: DoneView[];
  /** what was open and is asked no longer */
  ended: EndedView[];
  /** whoever never held a certificate is reminded of none */
  holdsCertificates: boolean;
}

export interface EndedView {
  course: string;
  on: CivilDate;
  /** the post that was left; null: the rule ended */
  post: string | null;
}

export interface NextView {
  /** what it is, where it is no lesson */
  exam: "exam" | "go-on" | "task";
  course: string;
  href: string;
  lesson: { number: number; title: string; minutes: number } | null;
  examMinutes: number;
  examQuestions: number;
  steps: BridgeStep[];
  progress: { done: number; total: number };
  dueDate: CivilDate | null;
  daysLeft: number | null;
  why: DutyExplanation | null;
}

export interface DueView {
  course: string;
  href: string;
  due: CivilDate;
  daysLeft: number;
  state: DutyState;
  lessonsLeft: number;
  move: DutyStanding["move"];
  /** what gave a later day than the rule */
  later: Duty["later"];
  /** from when an exam may be taken again, where one has to wait */
  examFrom: Instant | null;
  /** why there is no exam to sit now, beside a time to wait for and attempts used up */
  examStop: "waiting-for-marks" | "closed" | "task-waiting" | null;
  reason: string;
}

export interface ExpiringView {
  programme: string;
  href: string;
  renewHref: string;
  issuedOn: CivilDate;
  lastDay: CivilDate;
  daysLeft: number;
}

export interface DoneView {
  course: string;
  href: string;
  on: CivilDate;
  score: { got: number; max: number } | null;
}

const MOST_DONE = 5;
const ASKED: ReadonlySet<DutyState> = new Set<DutyState>(["open", "overdue", "paused"]);
/** How long the page says that something is no longer asked for. */
const DAYS_ENDED = 30;

/** What the viewer's first page shows at an instant. */
export async function todayOf(viewer: Viewer, language: Language, now: Instant): Promise<TodayView> {
  const learning = await learningOf(viewer, now);
  const { today, facts, frameworks, courses } = learning;
  const [organisation, organisationFacts] = await Promise.all([organisationAsOf(today), loadedFacts()]);
  const positions = frameworks.positions.content.positions;
  // the first that is still missing: courses of a programme stand in the order in which they are to be taken
  const renewalCourse = (programme: string) =>
    courses.find(({ duty }) => duty?.programme === programme && duty.state !== "done")?.version.slug;
  const explain = (course: CourseOfLearner) =>
    course.duty && explainDuty(course.duty, { frameworks, rules: learning.rules.rules, organisation, language });
  const postName = ({ position, unitId }: PostingFact) => {
    const title = positions.find(({ key }) => key === position)?.title[language] ?? position;
    const unit = organisation.byId.get(unitId)?.name ?? nameAround(organisationFacts, unitId, today);
    return `${title}, ${unit[language]}`;
  };
  return {
    fullName: viewer.fullName,
    holdsCertificates: facts.certificates.length > 0,
    date: today,
    weekday: new Date(`${today}T00:00:00Z`).getUTCDay(),
    posts: facts.postings.filter((posting) => holdsOn(posting, today)).map(postName),
    next: learning.next && nextView(learning.next, language, explain(learning.next)),
    due: courses
      .filter(({ duty, standing }) => duty && ASKED.has(duty.state) && standing)
      .map((course) => dueView(course, language, explain(course)?.reason ?? ""))
      .sort((a, b) => a.due.localeCompare(b.due)),
    expiring: facts.certificates.flatMap((certificate) => {
      const programme = frameworks.certifications.content.programmes.find(({ key }) => key === certificate.programme);
      const lastDay = lastDayOf(certificate.validUntil);
      if (!programme || !lastDay) return [];
      const same = facts.certificates.filter((other) => other.programme === programme.key);
      const best = bestCertificate(same, today, programme.renewal.window_days);
      // one that has been renewed needs nothing more, though it holds to its end
      if (best?.certificate !== certificate || best.status !== "expiring") return [];
      return [
        {
          programme: programme.short[language],
          href: `/certificates/${certificate.publicId}`,
          renewHref: `/courses/${renewalCourse(programme.key) ?? coursesOf(programme)[0] ?? ""}`,
          issuedOn: certificate.issuedOn,
          lastDay,
          daysLeft: daysBetween(today, lastDay),
        },
      ];
    }),
    done: courses
      .flatMap((course) => doneView(course, language))
      .sort((a, b) => b.on.localeCompare(a.on))
      .slice(0, MOST_DONE),
    ended: endedDuties({ ...facts, ...learning.rules }, today)
      .filter(({ on }) => daysBetween(on, today) <= DAYS_ENDED)
      .map(({ programme, on, because }) => ({
        course:
          frameworks.certifications.content.programmes.find(({ key }) => key === programme)?.title[language] ?? "",
        on,
        post: because.kind === "left-position" ? postName(because.posting) : null,
      })),
  };
}

function nextView(course: CourseOfLearner, language: Language, why: DutyExplanation | null): NextView {
  const { version, standing, duty, enrolment } = course;
  const { progress } = standing;
  const lesson =
    standing.move === "lesson" && progress.nextLesson !== null ? version.lessons[progress.nextLesson] : undefined;
  const open = enrolment?.attempts.find(({ end }) => end === null);
  return {
    exam: standing.move === "go-on" || standing.move === "task" ? standing.move : "exam",
    course: version.title[language],
    href: lesson
      ? `/courses/${version.slug}/lessons/${lesson.key}`
      : open
        ? `/attempts/${open.publicId}`
        : `/courses/${version.slug}${standing.move === "task" ? "" : "/exam"}`,
    lesson: lesson ? { number: lesson.ordinal, title: lesson.title[language], minutes: lesson.minutes } : null,
    examMinutes: version.exam.minutes,
    examQuestions: paperLength(version.exam),
    steps: bridgeSteps(
      version.lessons.map(({ id }) => id),
      enrolment?.doneLessonIds ?? [],
    ),
    progress: { done: progress.done, total: progress.total },
    dueDate: duty?.due ?? null,
    daysLeft: duty?.daysLeft ?? null,
    why,
  };
}

function dueView({ version, standing, duty, work }: CourseOfLearner, language: Language, reason: string): DueView {
  const { exam, progress, move } = standing;
  return {
    course: version.title[language],
    href: `/courses/${version.slug}`,
    due: duty?.due ?? "",
    daysLeft: duty?.daysLeft ?? 0,
    state: duty?.state ?? "open",
    later: duty?.later ?? null,
    lessonsLeft: progress.total - progress.done,
    move,
    examFrom: exam.may || work.task ? null : waitsUntil(exam.reason),
    examStop: work.task ? "task-waiting" : !exam.may && isStop(exam.reason.code) ? exam.reason.code : null,
    reason,
  };
}

function waitsUntil(reason: NoAttemptReason): Instant | null {
  if (reason.code === "cooling-down") return reason.until;
  return reason.code === "not-open-yet" ? reason.opensAt : null;
}

function isStop(code: NoAttemptReason["code"]): code is "waiting-for-marks" | "closed" {
  return code === "waiting-for-marks" || code === "closed";
}

function doneView({ version, enrolment }: CourseOfLearner, language: Language): DoneView[] {
  const passed = enrolment?.attempts.find(({ end }) => end?.passed);
  const at = passed?.end?.at;
  if (!at) return [];
  return [
    { course: version.title[language], href: `/courses/${version.slug}`, on: civilDateOf(at), score: passed.score },
  ];
}

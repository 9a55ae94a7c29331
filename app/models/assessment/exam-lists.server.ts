import { overdueBefore } from "~/domain/assessment/timing";
import { findPeople } from "~/domain/people/find-people";
import { hasPower, type Viewer } from "~/domain/permissions/viewer";
import { nameAround, standInsOn, subtreesOf } from "~/domain/reporting/unit-selection";
import { foldForSearch } from "~/domain/text/fold-for-search";
import { type CivilDate, civilDateOf, holdsOn, type Instant } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { currentCourses } from "../course/courses-up-to.server";
import { reader } from "../database.server";
import { Prisma } from "../generated/client";
import { organisationAsOf, organisationFacts } from "../organisation/organisation-facts.server";
import { peopleDirectory, peoplePresentOn } from "../people/people-directory.server";
import { keptRecord, recordsOf } from "../people/records-of.server";
import { type Scope, scopeOf } from "../reporting/scope-units.server";
import { endOverdueSinceLastLook } from "./end-overdue.server";
import { servesIn } from "./managed-attempt.server";

export const ATTEMPT_FILTERS = ["all", "running", "ended", "pending", "void"] as const;
export type AttemptFilter = (typeof ATTEMPT_FILTERS)[number];
export type AttemptLineState = "running" | "pending" | "passed" | "failed" | "void";

export interface AttemptLine {
  id: string;
  person: string;
  name: string;
  staffCode: string;
  unit: string;
  number: number;
  state: AttemptLineState;
  startedAt: Instant;
  deadlineAt: Instant;
  endedAt: Instant | null;
  score: number | null;
  maxScore: number | null;
}

export interface AttemptQuery {
  filter: AttemptFilter;
  /** words of a name, a staff code, a unit, with or without marks */
  search: string;
  /** public id; null: everywhere in reach */
  unit: string | null;
  page: number;
}

export const ATTEMPTS_PAGE = 50;

/** Whose attempts a viewer sees: by the power to act on them, else by that to read them. */
function scopeForAttempts(viewer: Viewer, today: CivilDate): Promise<Scope> {
  return scopeOf(viewer, hasPower(viewer, "manage-exams") ? "manage-exams" : "see-attempts", today);
}

/** Attempts `a` whose time is not over yet by their own deadline or one that was given later: few, found by index. */
function notOverdue(now: Instant): Prisma.Sql {
  const before = overdueBefore(now);
  return Prisma.sql`(a.deadline_at >= ${before} OR a.id IN (SELECT t.attempt_id FROM attempt_time t
    WHERE t.deadline_at >= ${before} AND t.retracted_change IS NULL))`;
}

/** An exam of the house, with what goes on in it now. */
export interface ExamLine {
  slug: string;
  title: string;
  exam: string;
  running: number;
}

/** Every exam, with the attempts that run now among the people in the viewer's reach. */
export async function examList(viewer: Viewer, now: Instant, language: Language): Promise<ExamLine[]> {
  const today = civilDateOf(now);
  const [client, scope, courses] = [await reader(), await scopeForAttempts(viewer, today), await currentCourses(today)];
  const rows = await client.$queryRaw<{ course_id: bigint; running: bigint }[]>`
    SELECT v.course_id, COUNT(*) AS running FROM attempt a JOIN attempt_standing r ON r.attempt_id = a.id
    JOIN course_version v ON v.id = a.course_version_id
    WHERE ${notOverdue(now)} AND r.result_id IS NULL AND NOT r.void AND r.deadline_at >= ${overdueBefore(now)}
      AND ${servesIn(scope, keptRecord("a.person_id"), today)} GROUP BY v.course_id`;
  const running = new Map(rows.map((row) => [Number(row.course_id), Number(row.running)]));
  return courses.map((course) => ({
    slug: course.slug,
    title: course.title[language],
    exam: course.exam.title[language],
    running: running.get(course.courseId) ?? 0,
  }));
}

/** An attempt with answers that arrived late and nobody has decided about. */
export interface LateAttempt {
  id: string;
  name: string;
  course: string;
  count: number;
}

const MOST_LATE = 20;

/** Attempts in the viewer's reach that wait for a decision about late answers, the oldest first. */
export async function lateAttempts(viewer: Viewer, now: Instant, language: Language): Promise<LateAttempt[]> {
  const today = civilDateOf(now);
  const [client, scope, courses] = [await reader(), await scopeForAttempts(viewer, today), await currentCourses(today)];
  const rows = await client.$queryRaw<{ public_id: string; person_id: bigint; course_id: bigint; late: bigint }[]>`
    SELECT a.public_id, ${keptRecord("a.person_id")} AS person_id, v.course_id, COUNT(*) AS late
    FROM late_response l JOIN attempt a ON a.id = l.attempt_id JOIN course_version v ON v.id = a.course_version_id
    WHERE NOT EXISTS (SELECT 1 FROM attempt_log g WHERE g.attempt_id = l.attempt_id AND g.page = l.item AND g.at >= l.at
        AND g.kind IN ('late-accepted', 'late-refused'))
      AND NOT EXISTS (SELECT 1 FROM attempt_void x WHERE x.attempt_id = a.id AND x.retracted_change IS NULL)
      AND a.person_id NOT IN ${recordsOf(viewer.personId)} AND ${servesIn(scope, keptRecord("a.person_id"), today)}
    GROUP BY a.id ORDER BY MIN(l.id) LIMIT ${MOST_LATE}`;
  const { byId } = await peopleDirectory();
  return rows.map((row) => ({
    id: row.public_id,
    name: nameOn(byId.get(Number(row.person_id)), today),
    course: courses.find(({ courseId }) => courseId === Number(row.course_id))?.exam.title[language] ?? "",
    count: Number(row.late),
  }));
}

export interface ExamAttempts {
  slug: string;
  title: string;
  exam: string;
  minutes: number;
  lines: AttemptLine[];
  more: boolean;
}

/** Attempts at a course's exam among the people in the viewer's reach, the newest first. Null: no such course or unit. */
export async function examAttempts(
  viewer: Viewer,
  slug: string,
  query: AttemptQuery,
  now: Instant,
  language: Language,
): Promise<ExamAttempts | null> {
  const today = civilDateOf(now);
  await endOverdueSinceLastLook(now);
  const [client, scope, courses] = [await reader(), await scopeForAttempts(viewer, today), await currentCourses(today)];
  const course = courses.find((each) => each.slug === slug);
  const people = course && (await peopleAsked(query, scope, today));
  if (!course || people === null) return null;
  const rows = await client.$queryRaw<Row[]>`
    SELECT a.public_id, ${keptRecord("a.person_id")} AS person_id, a.number, a.started_at, r.deadline_at, r.ended_at, r.void,
      r.result_id, r.passed, r.pending, r.score, r.max_score
    FROM attempt a JOIN course_version v ON v.id = a.course_version_id JOIN attempt_standing r ON r.attempt_id = a.id
    WHERE v.course_id = ${course.courseId} AND ${standing(query.filter, now)} AND ${ofPeople(people ?? null)}
      AND ${servesIn(scope, keptRecord("a.person_id"), today)}
    ORDER BY a.id DESC LIMIT ${ATTEMPTS_PAGE + 1} OFFSET ${(query.page - 1) * ATTEMPTS_PAGE}`;
  const [facts, { byId }] = [await organisationFacts(), await peopleDirectory()];
  const lines = rows.slice(0, ATTEMPTS_PAGE).map((row): AttemptLine => {
    const person = byId.get(Number(row.person_id));
    const posting = person?.postings.find((each) => holdsOn(each, today)) ?? person?.postings.at(-1);
    return {
      id: row.public_id,
      person: person?.publicId ?? "",
      name: nameOn(person, today),
      staffCode: person?.staffCode ?? "",
      unit: posting ? nameAround(facts, posting.unitId, today)[language] : "",
      number: Number(row.number),
      state: stateOf(row),
      startedAt: row.started_at,
      deadlineAt: row.deadline_at,
      endedAt: row.ended_at,
      score: row.score,
      maxScore: row.max_score,
    };
  });
  return {
    slug,
    title: course.title[language],
    exam: course.exam.title[language],
    minutes: course.exam.minutes,
    lines,
    more: rows.length > ATTEMPTS_PAGE,
  };
}

interface Row {
  public_id: string;
  person_id: bigint;
  number: bigint;
  started_at: string;
  deadline_at: string;
  ended_at: string | null;
  void: bigint;
  result_id: bigint | null;
  passed: bigint | boolean | null;
  pending: bigint | boolean | null;
  score: number | null;
  max_score: number | null;
}

function stateOf(row: Row): AttemptLineState {
  if (row.void) return "void";
  if (row.result_id === null) return "running";
  if (row.pending) return "pending";
  return row.passed ? "passed" : "failed";
}

function standing(filter: AttemptFilter, now: Instant): Prisma.Sql {
  switch (filter) {
    case "all":
      return Prisma.sql`1 = 1`;
    case "running":
      return Prisma.sql`${notOverdue(now)} AND r.result_id IS NULL AND NOT r.void`;
    case "ended":
      return Prisma.sql`r.result_id IS NOT NULL AND NOT r.void AND NOT r.pending`;
    case "pending":
      return Prisma.sql`a.id IN (SELECT m.attempt_id FROM marking_subject m WHERE m.attempt_id IS NOT NULL) AND r.pending AND NOT r.void`;
    case "void":
      return Prisma.sql`a.id IN (SELECT x.attempt_id FROM attempt_void x WHERE x.retracted_change IS NULL)`;
  }
}

function ofPeople(ids: readonly number[] | null): Prisma.Sql {
  if (ids === null) return Prisma.sql`1 = 1`;
  if (ids.length === 0) return Prisma.sql`1 = 0`;
  // ids are integers of our own, and there can be more of them than a statement may bind
  return Prisma.sql`${keptRecord("a.person_id")} IN (${Prisma.raw(ids.map(Number).join(","))})`;
}

/** Ids of the people whom search words and unit name; undefined: everyone. Null: no such unit in reach. */
async function peopleAsked(
  { search, unit }: AttemptQuery,
  scope: Scope,
  today: CivilDate,
): Promise<number[] | null | undefined> {
  const words = foldForSearch(search.slice(0, 200)).split(" ").filter(Boolean).slice(0, 8);
  if (words.length === 0 && unit === null) return undefined;
  const [facts, organisation] = [await organisationFacts(), await organisationAsOf(today)];
  const found = unit === null ? null : facts.units.find(({ publicId, id }) => publicId === unit && scope.has(id));
  if (found === undefined) return null;
  const below = found ? subtreesOf(organisation, standInsOn(facts, organisation, found.id)) : null;
  const people = findPeople(await peoplePresentOn(today), {
    words,
    asOf: today,
    unitsOf: [],
    wanted: ({ unitId }) => scope.has(unitId) && (below === null || below.has(unitId)),
  });
  return people.map(({ person }) => person.id);
}

function nameOn(
  person:
    | { names: readonly { fullName: string; validFrom: string; validTo: string | null }[]; staffCode: string }
    | undefined,
  today: CivilDate,
): string {
  const name = person?.names.find((each) => holdsOn(each, today)) ?? person?.names.at(-1);
  return name?.fullName ?? person?.staffCode ?? "";
}

/** The exams of the house, for a choice. */
export async function examChoices(today: CivilDate, language: Language): Promise<{ value: string; label: string }[]> {
  const courses = await currentCourses(today);
  return courses.map(({ slug, title }) => ({ value: slug, label: title[language] }));
}

import { anonymousCode } from "~/domain/assessment/anonymous-code";
import type { FinalPoints } from "~/domain/assessment/marking";
import { taskTitle } from "~/domain/assessment/task-title";
import type { Viewer } from "~/domain/permissions/viewer";
import { addDays, civilDateOf, type Instant, startOfDay } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { getCourseTitles } from "../course/course-titles.server";
import { questionVersion } from "../course/question-version.server";
import { reader } from "../database.server";
import { Prisma } from "../generated/client";
import { recordsOf } from "../people/records-of.server";
import { inScope, scopeOf } from "../reporting/scope-units.server";
import { type Tellable, untold } from "./marked-subjects.server";
import { namesOfPeople } from "./names-of-people.server";
import type { RecordedSubject } from "./subject-rows.server";

/** A mark that can be told, with what it is made of: names are no secret any more. */
export interface TellableLine {
  id: string;
  person: string;
  code: string;
  kind: RecordedSubject["kind"];
  /** what was marked: a task, an exam's items, a whole paper */
  title: string;
  items: number;
  final: Pick<FinalPoints, "points" | "max" | "how">;
  /** every finished mark by its marker, in the order of the places */
  marks: { marker: string; points: number; max: number }[];
}

/** Marks of one course, and of one exam day where it was held at one. */
export interface TellableGroup {
  key: string;
  course: string;
  sitting: string | null;
  ready: TellableLine[];
  /** that still wait for a mark */
  open: number;
}

/** A task that was told as not passed: it can be given back to be done again. */
export interface FailedTask {
  subject: string;
  person: string;
  title: string;
  points: number;
  max: number;
  at: Instant;
}

export interface ReleasePage {
  groups: TellableGroup[];
  failed: FailedTask[];
}

const FAILED_DAYS = 60;

/** What the viewer can tell now. Only where all its marks are finished does anybody see whose work it is. */
export async function releasePage(viewer: Viewer, now: Instant, language: Language): Promise<ReleasePage> {
  const today = civilDateOf(now);
  const [found, courses] = await Promise.all([untold(viewer, today), getCourseTitles()]);
  const ready = found.filter((tellable) => tellable.ready);
  const people = ready.flatMap(({ marked }) =>
    marked.flatMap(({ subject }) => [subject.personId, ...subject.places.map(({ personId }) => personId)]),
  );
  const [names, sittings] = await Promise.all([namesOfPeople(people, today), sittingsOf(found)]);
  const groups = new Map<string, TellableGroup>();
  for (const tellable of found) {
    const first = tellable.marked[0]?.subject;
    if (!first) continue;
    const sitting = first.attemptId === null ? null : (sittings.get(first.attemptId) ?? null);
    const key = `${first.courseId} ${sitting ?? ""}`;
    const course = courses.get(first.courseId)?.[language] ?? "";
    const group = groups.get(key) ?? { key, course, sitting, ready: [], open: 0 };
    groups.set(key, group);
    if (tellable.ready) group.ready.push(await lineOf(tellable, first, names, language));
    else group.open += 1;
  }
  return { groups: [...groups.values()], failed: await failedTasks(viewer, now, language) };
}

async function lineOf(
  { id, marked }: Tellable,
  first: RecordedSubject,
  names: ReadonlyMap<number, string>,
  language: Language,
): Promise<TellableLine> {
  const finals = marked.flatMap(({ final }) => final ?? []);
  const sum = (of: (final: FinalPoints) => number) => finals.reduce((total, final) => total + of(final), 0);
  return {
    id,
    person: names.get(first.personId) ?? "",
    code: anonymousCode(first),
    kind: first.kind,
    title: first.kind === "task" || first.workId !== null ? await titleOf(first, language) : "",
    items: marked.length,
    final: {
      points: sum(({ points }) => points),
      max: sum(({ max }) => max),
      how: finals[0]?.how ?? "single",
    },
    marks: marked.flatMap(({ subject }) =>
      subject.places.flatMap(({ personId, mark }) =>
        mark ? [{ marker: names.get(personId) ?? "", points: mark.points, max: mark.max }] : [],
      ),
    ),
  };
}

async function titleOf({ questionVersionId }: RecordedSubject, language: Language): Promise<string> {
  if (questionVersionId === null) return "";
  return taskTitle((await questionVersion(questionVersionId)).stem[language]);
}

/** The titles of the exam days at which attempts were made, by attempt. */
async function sittingsOf(found: readonly Tellable[]): Promise<Map<number, string>> {
  const ids = found.flatMap(({ marked }) => marked.flatMap(({ subject }) => subject.attemptId ?? []));
  if (ids.length === 0) return new Map();
  const client = await reader();
  const rows = await client.$queryRaw<{ id: bigint; title: string }[]>`
    SELECT a.id, p.title FROM attempt a JOIN sitting_plan p ON p.sitting_id = a.sitting_id AND p.retracted_change IS NULL
    WHERE a.id IN (${Prisma.raw([...new Set(ids)].map(Number).join(","))})`;
  return new Map(rows.map(({ id, title }) => [Number(id), title]));
}

async function failedTasks(viewer: Viewer, now: Instant, language: Language): Promise<FailedTask[]> {
  const today = civilDateOf(now);
  const scope = await scopeOf(viewer, "release-marks", today);
  const client = await reader();
  const rows = await client.$queryRaw<
    { public_id: string; person_id: bigint; question: bigint; points: number; max_points: number; at: string }[]
  >`
    SELECT s.public_id, s.person_id, s.question_version_id AS question, t.points, t.max_points, t.at
    FROM marking_subject s JOIN mark_release t ON t.subject_id = s.id
    WHERE s.kind = 'task' AND NOT t.passed AND t.at >= ${startOfDay(addDays(today, -FAILED_DAYS))}
      AND ${inScope(scope, "s.unit_id")} AND s.person_id NOT IN ${recordsOf(viewer.personId)}
      AND NOT EXISTS (SELECT 1 FROM task_return b WHERE b.work_id = s.work_id AND b.round = s.round)
      AND NOT EXISTS (SELECT 1 FROM marking_subject o JOIN mark_release x ON x.subject_id = o.id
        WHERE o.work_id = s.work_id AND o.round = s.round AND x.passed)
    ORDER BY t.id DESC LIMIT 100`;
  const names = await namesOfPeople(
    rows.map(({ person_id }) => Number(person_id)),
    today,
  );
  return Promise.all(
    rows.map(async (row) => ({
      subject: row.public_id,
      person: names.get(Number(row.person_id)) ?? "",
      title: taskTitle((await questionVersion(Number(row.question))).stem[language]),
      points: Number(row.points),
      max: Number(row.max_points),
      at: row.at,
    })),
  );
}

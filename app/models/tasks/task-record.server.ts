import { type TaskStanding, taskStanding } from "~/domain/assessment/task-state";
import type { QuestionOf } from "~/domain/course/question";
import type { Instant } from "~/domain/time/civil-date";
import { questionVersion } from "../course/question-version.server";
import type { Rows } from "../database.server";
import { Prisma } from "../generated/client";
import { recordsOf } from "../people/records-of.server";

export interface TaskFile {
  publicId: string;
  round: number;
  name: string;
  mediaType: string;
  bytes: number;
  sha256: string;
}

/** A task that came before markers, as told: of the marking, or of an appeal. */
export interface ToldMark {
  subjectId: number;
  kind: "task" | "appeal";
  round: number;
  points: number;
  max: number;
  passed: boolean;
  at: Instant;
}

/** A person's work on a task with all that is recorded of it. */
export interface TaskRecord {
  id: number;
  publicId: string;
  personId: number;
  courseVersionId: number;
  questionVersionId: number;
  task: QuestionOf<"task">;
  standing: TaskStanding;
  handIns: { round: number; text: string; files: string[]; at: Instant }[];
  returns: { round: number; note: string; at: Instant }[];
  /** of all rounds, removed ones left out */
  files: TaskFile[];
  /** in the order in which they were told */
  told: ToldMark[];
}

/** The viewer's own work by its public id; null for an unknown one and for somebody else's. */
export function findTaskOf(client: Rows, personId: number, publicId: string): Promise<TaskRecord | null> {
  return findTask(client, Prisma.sql`w.public_id = ${publicId} AND w.person_id IN ${recordsOf(personId)}`);
}

/** Any work by its row id: the caller has established that the viewer may see it. */
export function getTask(client: Rows, workId: number): Promise<TaskRecord | null> {
  return findTask(client, Prisma.sql`w.id = ${workId}`);
}

async function findTask(client: Rows, where: Prisma.Sql): Promise<TaskRecord | null> {
  const [work] = await client.$queryRaw<
    { id: bigint; public_id: string; person_id: bigint; course_version_id: bigint; question_version_id: bigint }[]
  >`SELECT w.id, w.public_id, w.person_id, w.course_version_id, w.question_version_id FROM task_work w WHERE ${where}`;
  if (!work) return null;
  const id = Number(work.id);
  const ofWork = { where: { work_id: id }, orderBy: { id: "asc" } } as const;
  const handIns = await client.task_hand_in.findMany(ofWork);
  const returns = await client.task_return.findMany(ofWork);
  const files = await client.task_file.findMany({ ...ofWork, where: { work_id: id, removed_at: null } });
  const subjects = await subjectsOf(client, id);
  const question = await questionVersion(Number(work.question_version_id));
  if (question.type !== "task") throw new Error(`work ${work.public_id} is on a question that is no task`);
  const told = subjects.flatMap(({ told }) => told ?? []).sort((a, b) => a.at.localeCompare(b.at));
  const standing = taskStanding({
    begun: true,
    handIns: handIns.map(({ round, confirmed_at }) => ({ round, at: confirmed_at })),
    returns,
    taken: subjects.some(({ kind, round, taken }) => kind === "task" && round === returns.length && taken),
    releases: told,
  });
  return {
    id,
    publicId: work.public_id,
    personId: Number(work.person_id),
    courseVersionId: Number(work.course_version_id),
    questionVersionId: Number(work.question_version_id),
    task: question,
    standing,
    handIns: handIns.map(({ round, text, files, confirmed_at: at }) => ({
      round,
      text,
      files: JSON.parse(files) as string[],
      at,
    })),
    returns: returns.map(({ round, note, at }) => ({ round, note, at })),
    files: files.map(({ public_id: publicId, round, name, media_type: mediaType, bytes, sha256 }) => ({
      publicId,
      round,
      name,
      mediaType,
      bytes,
      sha256,
    })),
    told,
  };
}

interface SubjectOfWork {
  kind: "task" | "appeal";
  round: number;
  taken: boolean;
  told: ToldMark | null;
}

async function subjectsOf(client: Rows, workId: number): Promise<SubjectOfWork[]> {
  const rows = await client.$queryRaw<
    {
      id: bigint;
      kind: "task" | "appeal";
      round: bigint;
      taken: bigint | boolean;
      points: number | null;
      max_points: number | null;
      passed: bigint | boolean | null;
      at: string | null;
    }[]
  >`
    SELECT s.id, s.kind, s.round, t.points, t.max_points, t.passed, t.at,
      EXISTS (SELECT 1 FROM marking_place p WHERE p.subject_id = s.id AND p.retracted_change IS NULL) AS taken
    FROM marking_subject s LEFT JOIN mark_release t ON t.subject_id = s.id
    WHERE s.work_id = ${workId} ORDER BY s.id`;
  return rows.map((row) => ({
    kind: row.kind,
    round: Number(row.round),
    taken: Boolean(row.taken),
    told:
      row.at === null
        ? null
        : {
            subjectId: Number(row.id),
            kind: row.kind,
            round: Number(row.round),
            points: Number(row.points),
            max: Number(row.max_points),
            passed: Boolean(row.passed),
            at: row.at,
          },
  }));
}

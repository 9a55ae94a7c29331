import type { TaskState } from "~/domain/assessment/task-state";
import { taskTitle } from "~/domain/assessment/task-title";
import type { Criterion } from "~/domain/course/question";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Instant } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { getCourseVersion } from "../course/course-versions.server";
import { reader } from "../database.server";
import { type ToldSheet, toldSheets } from "../marking/told-sheets.server";
import { draftOf } from "./task-draft.server";
import { queueKeyOfTask } from "./task-key.server";
import { findTaskOf, type TaskRecord, type ToldMark } from "./task-record.server";

/** A criterion in the reader's language. */
export interface ShownCriterion {
  key: string;
  title: string;
  points: number;
  levels: { points: number; text: string }[];
}

export interface ShownFile {
  id: string;
  name: string;
  bytes: number;
}

/** What was handed in in a round, and what was said when it came back. */
export interface ShownRound {
  round: number;
  text: string;
  files: ShownFile[];
  handedInAt: Instant;
  returned: { at: Instant; note: string } | null;
}

export interface TaskPage {
  work: string;
  course: { slug: string; title: string };
  title: string;
  stem: string;
  state: TaskState;
  round: number;
  passed: boolean | null;
  passPercent: number;
  criteria: ShownCriterion[];
  /** null: the task takes no text */
  mostWords: number | null;
  mostFiles: number;
  /** of the present round */
  text: string;
  savedAt: Instant | null;
  files: ShownFile[];
  /** newest first, the present one included once it is handed in */
  rounds: ShownRound[];
  /** newest first: an appeal's before what it was against */
  told: (ToldMark & Omit<ToldSheet, "subjectId">)[];
  /** under which the browser keeps what is not sent yet */
  queueKey: string;
}

/** The viewer's own work on a task; null for unknown work and for somebody else's. */
export async function taskPage(viewer: Viewer, publicId: string, language: Language): Promise<TaskPage | null> {
  const client = await reader();
  const work = await findTaskOf(client, viewer.personId, publicId);
  if (!work) return null;
  const { task, standing } = work;
  const course = await getCourseVersion(work.courseVersionId);
  const draft = await draftOf(client, work);
  const present = work.files.filter(({ round }) => round === standing.round);
  const told = work.told.filter(({ round }) => round === standing.round);
  const sheets = await toldSheets(
    client,
    told.map(({ subjectId }) => subjectId),
  );
  return {
    work: work.publicId,
    course: { slug: course.slug, title: course.title[language] },
    title: taskTitle(task.stem[language]),
    stem: task.stem[language],
    ...standing,
    passPercent: task.pass_percent,
    criteria: shownCriteria(task.criteria, language),
    mostWords: task.most_words ?? null,
    mostFiles: task.files ?? 0,
    text: draft.text,
    savedAt: draft.savedAt,
    files: present.map(shownFile),
    rounds: roundsOf(work),
    told: told.toReversed().map((mark) => {
      const sheet = sheets.find(({ subjectId }) => subjectId === mark.subjectId);
      return { ...mark, lines: sheet?.lines ?? [], comments: sheet?.comments ?? [] };
    }),
    queueKey: queueKeyOfTask(viewer, work.publicId),
  };
}

export function shownCriteria(criteria: readonly Criterion[], language: Language): ShownCriterion[] {
  return criteria.map(({ key, title, points, levels = [] }) => ({
    key,
    title: title[language],
    points,
    levels: levels.map((level) => ({ points: level.points, text: level.text[language] })),
  }));
}

function shownFile({ publicId, name, bytes }: TaskRecord["files"][number]): ShownFile {
  return { id: publicId, name, bytes };
}

function roundsOf({ handIns, returns, files }: TaskRecord): ShownRound[] {
  return handIns.toReversed().map(({ round, text, files: ids, at }) => {
    const back = returns.find((one) => one.round === round);
    return {
      round,
      text,
      files: files.filter(({ publicId }) => ids.includes(publicId)).map(shownFile),
      handedInAt: at,
      returned: back ? { at: back.at, note: back.note } : null,
    };
  });
}

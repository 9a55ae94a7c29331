import type { CourseVersion } from "~/domain/course/course-version";
import type { BankQuestion } from "~/domain/course/question";
import type { CivilDate } from "~/domain/time/civil-date";
import { currentCourses } from "../course/courses-up-to.server";
import { loadOnce } from "../course/immutable-rows.server";
import { type BankState, bankState } from "./bank-state.server";

/** A question of a bank, in the version that holds. */
export interface BankEntry {
  key: string;
  /** slug of the course whose bank it belongs to */
  bank: string;
  question: BankQuestion;
  versionId: number;
  /** retired: it is drawn no more */
  status: "active" | "retired";
  /** who has said so */
  by: "files" | "app";
  /** the version of the files, where they have the question */
  filesVersionId: number | null;
}

export interface Bank {
  course: CourseVersion;
  /** by their keys, those of the files first */
  entries: ReadonlyMap<string, BankEntry>;
}

/** The bank of a course on a day, retired questions included, those drawn from other banks not; null: no such course. */
export async function findBank(slug: string, today: CivilDate): Promise<Bank | null> {
  const course = (await currentCourses(today)).find((each) => each.slug === slug);
  return course ? bankOfCourse(course) : null;
}

export async function bankOfCourse(course: CourseVersion): Promise<Bank> {
  const [ofFiles, state] = await Promise.all([questionsInFiles(course), bankState()]);
  return { course, entries: entriesOf(course.slug, ofFiles, state) };
}

interface FileQuestion {
  id: number;
  question: BankQuestion;
}

function entriesOf(slug: string, ofFiles: readonly FileQuestion[], state: BankState): Map<string, BankEntry> {
  const entries = new Map<string, BankEntry>();
  for (const { id, question } of ofFiles) {
    const common = { key: question.key, bank: slug, filesVersionId: id };
    entries.set(question.key, { ...common, question, versionId: id, status: "active", by: "files" });
  }
  for (const [key, item] of state) {
    if (item.bank !== slug) continue;
    entries.set(key, {
      key,
      bank: slug,
      question: item.question,
      versionId: item.questionVersionId,
      status: item.status,
      by: "app",
      filesVersionId: entries.get(key)?.filesVersionId ?? null,
    });
  }
  return entries;
}

/** The course's own questions as its files have them. */
function questionsInFiles({ id: versionId, slug }: CourseVersion): Promise<FileQuestion[]> {
  return loadOnce(`own questions of ${versionId}`, async (client) => {
    const links = await client.course_question.findMany({ where: { course_version_id: versionId } });
    const rows = await client.question_version.findMany({
      where: { id: { in: links.map(({ question_version_id }) => question_version_id) } },
      select: { id: true, content: true },
      orderBy: { id: "asc" },
    });
    return rows
      .map(({ id, content }) => ({ id, question: JSON.parse(content) as BankQuestion }))
      .filter(({ question }) => question.bank === slug);
  });
}

import { type Paper, questionsOnPaper, type StoredPaper, thawPaper } from "~/domain/assessment/paper";
import { lessonBehind } from "~/domain/course/course-package";
import type { CourseVersion, VersionQuestion } from "~/domain/course/course-version";
import type { BankQuestion } from "~/domain/course/question";
import { getCourseVersion } from "~/models/course/course-versions.server";
import { reader, readRows } from "~/models/database.server";
import { Prisma, type PrismaClient } from "~/models/generated/client";

// question versions never change: each is read once a connection
const memories = new WeakMap<PrismaClient, Map<number, BankQuestion>>();
// and as a course version holds it: with the lesson in which that course reads it again
const heldBy = new WeakMap<CourseVersion, Map<number, VersionQuestion>>();

/**
 * A stored paper with its questions again; with the key, so never for a learner's browser. `courseVersionId` tells in which lessons
 * they can be read again; without it their lessons are null. The questions are shared: leave them as they are.
 */
export async function paperOf(stored: string, courseVersionId?: number): Promise<Paper> {
  const paper = JSON.parse(stored) as StoredPaper;
  const ids = questionsOnPaper(paper);
  const [questions, course] = await Promise.all([
    questionVersions(ids),
    courseVersionId === undefined ? null : getCourseVersion(courseVersionId),
  ]);
  return thawPaper(paper, (id) => held(id, questions, course));
}

/** The keys of the questions on a stored paper: those that the person has seen. */
export async function questionKeysOn(stored: string): Promise<string[]> {
  const ids = questionsOnPaper(JSON.parse(stored) as StoredPaper);
  const questions = await questionVersions(ids);
  return ids.flatMap((id) => questions.get(id)?.key ?? []);
}

async function questionVersions(ids: readonly number[]): Promise<ReadonlyMap<number, BankQuestion>> {
  const client = await reader();
  let memory = memories.get(client);
  if (!memory) {
    memory = new Map();
    memories.set(client, memory);
  }
  const unread = ids.filter((id) => !memory.has(id));
  if (unread.length > 0) {
    const rows = await readRows<{ id: number; content: string }>(
      Prisma.sql`SELECT id, content FROM question_version WHERE id IN (${Prisma.join(unread)})`,
    );
    for (const { id, content } of rows) memory.set(id, JSON.parse(content) as BankQuestion);
  }
  return memory;
}

function held(id: number, questions: ReadonlyMap<number, BankQuestion>, course: CourseVersion | null): VersionQuestion {
  const question = questions.get(id);
  if (!question) throw new Error(`there is no question version ${id}`);
  if (!course) return { ...question, id, lesson: null } as VersionQuestion;
  let ofCourse = heldBy.get(course);
  if (!ofCourse) {
    ofCourse = new Map();
    heldBy.set(course, ofCourse);
  }
  let known = ofCourse.get(id);
  if (!known) {
    known = { ...question, id, lesson: lessonBehind(question, course.slug, course.lessons) } as VersionQuestion;
    ofCourse.set(id, known);
  }
  return known;
}

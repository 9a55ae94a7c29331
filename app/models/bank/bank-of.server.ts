import { lessonBehind } from "~/domain/course/course-package";
import type { CourseVersion, VersionQuestion } from "~/domain/course/course-version";
import type { BankQuestion } from "~/domain/course/question";
import { getCourseVersion, questionsOfVersion } from "../course/course-versions.server";
import { type BankState, bankState } from "./bank-state.server";

// what was made of a state goes with it
const made = new WeakMap<BankState, Map<number, Promise<VersionQuestion[]>>>();

/**
 * The questions that a course version has now: those of its files, in the version that the app has approved where it has; the
 * new ones of the course's own bank after them; without those retired. With the key, so never for a learner's browser.
 * Everyone gets the same objects: leave them as they are.
 */
export async function bankOf(courseVersionId: number): Promise<VersionQuestion[]> {
  const state = await bankState();
  let banks = made.get(state);
  if (!banks) {
    banks = new Map();
    made.set(state, banks);
  }
  const known = banks.get(courseVersionId);
  if (known) return known;
  const making = make(courseVersionId, state);
  banks.set(courseVersionId, making);
  // a failure is not kept
  making.catch(() => banks.delete(courseVersionId));
  return making;
}

async function make(courseVersionId: number, state: BankState): Promise<VersionQuestion[]> {
  const [course, ofFiles] = await Promise.all([getCourseVersion(courseVersionId), questionsOfVersion(courseVersionId)]);
  if (state.size === 0) return ofFiles;
  const inFiles = new Set(ofFiles.map(({ key }) => key));
  const questions = ofFiles.flatMap((question) => {
    const item = state.get(question.key);
    if (!item) return [question];
    return item.status === "retired" ? [] : [asVersionQuestion(item.question, item.questionVersionId, course)];
  });
  const added = [...state].flatMap(([key, item]) =>
    item.status === "active" && item.bank === course.slug && !inFiles.has(key)
      ? [asVersionQuestion(item.question, item.questionVersionId, course)]
      : [],
  );
  return [...questions, ...added];
}

/** A version of a question as a course version holds it: with the lesson in which that course reads it again. */
export function asVersionQuestion(
  question: BankQuestion,
  id: number,
  { slug, lessons }: Pick<CourseVersion, "slug" | "lessons">,
): VersionQuestion {
  return { ...question, id, lesson: lessonBehind(question, slug, lessons) } as VersionQuestion;
}

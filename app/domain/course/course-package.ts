import type { Bilingual } from "~/domain/text/bilingual";
import type { Language } from "~/domain/text/language";
import type { ActivityContent, ActivityLibrary } from "./activity";
import type { Citation } from "./citation";
import type { CourseManifest } from "./course";
import type { Exam } from "./exam";
import type { BankQuestion } from "./question";

/** Where a drawn lesson comes from. */
export interface LessonOrigin {
  course: string;
  lesson: string;
}

export interface PackageLesson {
  key: string;
  minutes: number;
  title: Bilingual;
  goal: Bilingual;
  /** Markdown */
  body: Bilingual;
  citations: Citation[];
  /** key of the activity at the lesson's end */
  activity: string | null;
  origin: LessonOrigin | null;
}

export interface PackageActivity {
  key: string;
  library: ActivityLibrary;
  title: Bilingual;
  content: Record<Language, ActivityContent>;
}

/** A whole course, checked, with the lessons and questions that it draws from other courses in place. */
export interface CoursePackage {
  manifest: Omit<CourseManifest, "lessons">;
  lessons: PackageLesson[];
  activities: PackageActivity[];
  questions: BankQuestion[];
  exam: Exam;
}

/**
 * The lesson of a course in which a question can be read again, or null where the course took the question from a bank
 * without the lesson behind it.
 */
export function lessonBehind(
  question: Pick<BankQuestion, "bank" | "lesson">,
  course: string,
  lessons: readonly { key: string; origin: LessonOrigin | null }[],
): string | null {
  const found = lessons.find(({ key, origin }) =>
    question.bank === course
      ? key === question.lesson
      : origin?.course === question.bank && origin.lesson === question.lesson,
  );
  return found?.key ?? null;
}

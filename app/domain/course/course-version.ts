import type { Bilingual } from "~/domain/text/bilingual";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Citation } from "./citation";
import type { ChangeKind, ProvenLevel, Track } from "./course";
import type { LessonOrigin } from "./course-package";
import type { Exam } from "./exam";
import type { QuestionBody, QuestionType } from "./question";

/** An H5P activity of a course version; its package of a language lies under the hash. */
export interface VersionActivity {
  id: number;
  key: string;
  library: string;
  title: Bilingual;
  package: Bilingual;
}

/** A lesson without its text. */
export interface VersionLesson {
  id: number;
  key: string;
  ordinal: number;
  minutes: number;
  title: Bilingual;
  goal: Bilingual;
  citations: Citation[];
  activity: VersionActivity | null;
  origin: LessonOrigin | null;
}

/** A lesson with its text, Markdown. */
export interface LessonText extends VersionLesson {
  body: Bilingual;
}

/** A course as it was recorded once; it never changes. */
export interface CourseVersion {
  id: number;
  courseId: number;
  slug: string;
  track: Track;
  /** the author's version text, e.g. "2026.1" */
  number: string;
  hash: string;
  changeKind: ChangeKind;
  validFrom: CivilDate;
  reviewBy: CivilDate;
  title: Bilingual;
  summary: Bilingual;
  audience: Bilingual;
  evidence: ProvenLevel[];
  exam: Exam;
  lessons: VersionLesson[];
}

/** What a course version adds to a question of a bank. */
interface Held {
  /** id of the question's own immutable version */
  id: number;
  /** the course whose bank it belongs to */
  bank: string;
  lesson: string | null;
}

type AsHeld<Q> = Q extends QuestionBody ? Q & Held : never;

/** A question as a course version holds it. `lesson` is a lesson of that version, or null where it has none to read. */
export type VersionQuestion = AsHeld<QuestionBody>;
/** The held questions of one type. */
export type VersionQuestionOf<T extends QuestionType> = Extract<VersionQuestion, { type: T }>;

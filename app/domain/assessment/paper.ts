import type { Bilingual } from "~/domain/text/bilingual";
import type { Citation } from "../course/citation";
import type { VersionQuestion } from "../course/course-version";
import type { Exam, ReviewMoment } from "../course/exam";
import type { Difficulty, QuestionType } from "../course/question";
import { newToken, type Random, shuffled } from "./random";

/** What the browser names an option by: a random word of this paper, so that it says nothing about the author's key. */
export type Token = string;

export interface PaperOption {
  token: Token;
  text: Bilingual;
}

/** What a learner may know of an item only when the review rule says so. */
export interface ItemKey {
  correct: Token[];
  explanation: Bilingual;
  citation: Citation;
  /** lesson of the course version in which it can be read again; null where the version has none */
  lesson: string | null;
}

export interface PaperItem {
  /** 1, 2, 3 … in the order of the paper */
  number: number;
  /** id of the question's immutable version */
  questionVersionId: number;
  question: string;
  type: QuestionType;
  competency: string;
  difficulty: Difficulty;
  marks: number;
  stem: Bilingual;
  options: PaperOption[];
  key: ItemKey;
}

/** When the learner may see what; the moments are those of `exam.yaml`. */
export interface ReviewRule {
  ownAnswers: ReviewMoment;
  rightAnswers: ReviewMoment;
  explanations: ReviewMoment;
}

/** The drawn exam of one attempt, frozen at its start. It holds the key: `paperForLearner` makes what may leave the server. */
export interface Paper {
  form: 1;
  title: Bilingual;
  /** share of the marks that passes, in percent */
  passPercent: number;
  minutes: number;
  perPage: number;
  review: ReviewRule;
  items: PaperItem[];
}

const MARKS_PER_ITEM = 1;

/** Freezes drawn questions as a paper, in the order given; options are shuffled and named by new tokens. */
export function makePaper(exam: Exam, questions: readonly VersionQuestion[], random: Random): Paper {
  const tokens = new Set<Token>();
  return {
    form: 1,
    title: exam.title,
    passPercent: exam.pass_percent,
    minutes: exam.minutes,
    perPage: exam.per_page,
    review: {
      ownAnswers: exam.review.own_answers,
      rightAnswers: exam.review.right_answers,
      explanations: exam.review.explanations,
    },
    items: questions.map((question, index) => makeItem(question, index + 1, tokens, random)),
  };
}

function makeItem(question: VersionQuestion, number: number, tokens: Set<Token>, random: Random): PaperItem {
  const options = orderOptions(question, random).map((option) => ({ ...option, token: newToken(tokens, random) }));
  return {
    number,
    questionVersionId: question.id,
    question: question.key,
    type: question.type,
    competency: question.competency,
    difficulty: question.difficulty,
    marks: MARKS_PER_ITEM,
    stem: question.stem,
    options: options.map(({ token, text }) => ({ token, text })),
    key: {
      correct: options.filter(({ correct }) => correct).map(({ token }) => token),
      explanation: question.explanation,
      citation: question.citation,
      lesson: question.lesson,
    },
  };
}

/** Pinned options come last, in the author's order. "True" always stands before "false": readers expect it. */
function orderOptions({ type, options, pin }: VersionQuestion, random: Random): VersionQuestion["options"] {
  if (type === "truefalse") return [...options].sort((a, b) => b.key.localeCompare(a.key));
  const pinned = options.filter(({ key }) => pin.includes(key));
  const free = options.filter(({ key }) => !pin.includes(key));
  return [...shuffled(free, random), ...pinned];
}

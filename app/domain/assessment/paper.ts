import type { Bilingual } from "~/domain/text/bilingual";
import type { VersionQuestion } from "../course/course-version";
import type { Exam, ReviewMoments } from "../course/exam";
import type { Drawn } from "./blueprint";
import { partsInOrder, rightsOf } from "./paper-parts";
import { newToken, type Random, shuffled } from "./random";

/** What the browser names a part by: a random word of this paper, so that it says nothing about the author's key. */
export type Token = string;

/** The author's key of an option, step, left or right side, gap or unit, and its token on one paper. */
export type NamedPart = [key: string, token: Token];

/** When the learner may see what; the moments are those of `exam.yaml`. Papers of the first form leave `score` out: at once. */
export interface ReviewRule {
  score?: ReviewMoments;
  ownAnswers: ReviewMoments;
  rightAnswers: ReviewMoments;
  explanations: ReviewMoments;
  justAfterMinutes?: number | undefined;
}

interface PaperHead {
  title: Bilingual;
  /** share of the marks that passes, in percent */
  passPercent: number;
  minutes: number;
  perPage: number;
  review: ReviewRule;
}

/** An item as it is stored: the question's immutable version, and what this paper made of it. */
export interface FrozenItem {
  /** 1, 2, 3 … in the order of the paper */
  number: number;
  /** id of the question's immutable version */
  question: number;
  marks: number;
  /** options, lefts, steps, gaps or units, in the order in which the paper shows them */
  parts: NamedPart[];
  /** the right sides of a matching */
  others?: NamedPart[];
}

/** The drawn exam of one attempt, as it is frozen at its start: no text of a question, so that a start is cheap. */
export interface FrozenPaper extends PaperHead {
  form: 2;
  items: FrozenItem[];
}

/** An item with its question, so with its key. */
export interface PaperItem {
  number: number;
  marks: number;
  question: VersionQuestion;
  parts: NamedPart[];
  /** empty for all but matching */
  others: NamedPart[];
}

/** A paper with its questions. It holds the key: `paperForLearner` makes what may leave the server. */
export interface Paper extends PaperHead {
  items: PaperItem[];
}

/** Freezes drawn questions as a paper, in the order given; what may be shuffled is, and every part gets a new token. */
export function makePaper(exam: Exam, drawn: readonly Drawn<VersionQuestion>[], random: Random): FrozenPaper {
  const tokens = new Set<Token>();
  const name = (keys: readonly string[]) => keys.map((key): NamedPart => [key, newToken(tokens, random)]);
  return {
    form: 2,
    title: exam.title,
    passPercent: exam.pass_percent,
    minutes: exam.minutes,
    perPage: exam.per_page,
    review: reviewRuleOf(exam),
    items: drawn.map(({ question, marks }, index) => ({
      number: index + 1,
      question: question.id,
      marks,
      parts: name(partsInOrder(question, random)),
      ...(question.type === "matching" && { others: name(shuffled(rightsOf(question), random)) }),
    })),
  };
}

export function reviewRuleOf({ review }: Pick<Exam, "review">): ReviewRule {
  return {
    score: review.score ?? "after-submit",
    ownAnswers: review.own_answers,
    rightAnswers: review.right_answers,
    explanations: review.explanations,
    ...(review.just_after_minutes !== undefined && { justAfterMinutes: review.just_after_minutes }),
  };
}

/** A paper of the first form: it held the texts and named no author's key. */
interface FirstFormPaper {
  form: 1;
  title: Bilingual;
  passPercent: number;
  minutes: number;
  perPage: number;
  review: ReviewRule;
  items: {
    number: number;
    questionVersionId: number;
    marks: number;
    options: { token: Token; text: Bilingual }[];
  }[];
}

/** A paper as a row of the database holds it. */
export type StoredPaper = FrozenPaper | FirstFormPaper;

/** The ids of the question versions that a stored paper is made of. */
export function questionsOnPaper(stored: StoredPaper): number[] {
  if (stored.form === 1) return stored.items.map(({ questionVersionId }) => questionVersionId);
  return stored.items.map(({ question }) => question);
}

/**
 * A stored paper with its questions again. The very same paper whenever it is read: question versions never change.
 * @throws Error where a paper of the first form does not fit its questions
 */
export function thawPaper(stored: StoredPaper, questionById: (id: number) => VersionQuestion): Paper {
  const { title, passPercent, minutes, perPage, review } = stored;
  const items =
    stored.form === 1
      ? stored.items.map((item) => thawFirstForm(item, questionById(item.questionVersionId)))
      : stored.items.map(({ number, marks, question, parts, others }) => ({
          number,
          marks,
          question: questionById(question),
          parts,
          others: others ?? [],
        }));
  return { title, passPercent, minutes, perPage, review, items };
}

/** The options' keys are found by their texts: no two options of a question say the same. */
function thawFirstForm(item: FirstFormPaper["items"][number], question: VersionQuestion): PaperItem {
  const parts = item.options.map(({ token, text }): NamedPart => {
    const found = optionsOf(question).find((option) => option.text.vi === text.vi && option.text.en === text.en);
    if (!found) throw new Error(`question version ${question.id} has no option “${text.en}”`);
    return [found.key, token];
  });
  return { number: item.number, marks: item.marks, question, parts, others: [] };
}

function optionsOf(question: VersionQuestion) {
  return "options" in question ? question.options : [];
}

import { inAuthorKeys } from "~/domain/assessment/answer";
import { itemForLearner } from "~/domain/assessment/learner-paper";
import type { PaperItem } from "~/domain/assessment/paper";
import type { PracticeKind } from "~/domain/assessment/practice";
import { rightAnswerInWords } from "~/domain/assessment/right-answer";
import { answerInWords } from "~/domain/assessment/shown-answers";
import { type ShownItem, shownItem } from "~/domain/assessment/shown-item";
import { type ShownWords, shownWords } from "~/domain/assessment/shown-words";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { frameworksAsOf } from "~/models/course/frameworks.server";
import { citationViews } from "~/models/enrolment/citation-views.server";
import { endRun, lessonsKnownIn } from "./end-run.server";
import { findRunOf, type PracticeAnswer, type PracticeRun } from "./find-run.server";

type Verdict = "right" | "partly" | "wrong";

/** A question that was answered, with its key: in practice it is shown at once. */
export interface ReviewedPractice {
  own: ShownWords;
  verdict: Verdict;
  right: ShownWords;
  explanation: string;
  source: string | null;
  /** to read it again; null where the course has no such lesson */
  lesson: { key: string; title: string } | null;
}

export interface RunPage {
  publicId: string;
  kind: PracticeKind;
  courseSlug: string;
  course: string;
  total: number;
  answered: number;
  right: number;
  /** the question that was asked for, or is next; null: the end */
  item: { shown: ShownItem; review: ReviewedPractice | null } | null;
  /** at the end: each question by its verdict */
  summary: { number: number; stem: string; verdict: Verdict; lesson: { key: string; title: string } | null }[];
  /** of a pre-test that has ended: the lessons that are known, by title */
  known: { key: string; title: string }[];
}

/**
 * A page of the viewer's own run: the question asked for (`number`), else the first not answered yet, else the end. Null: no such
 * run for them.
 */
export async function runPage(
  viewer: Viewer,
  publicId: string,
  number: number | null,
  language: Language,
  now: Instant,
): Promise<RunPage | null> {
  await endRun(viewer, publicId, now);
  const run = await findRunOf(viewer.personId, publicId);
  if (!run) return null;
  const answers = new Map(run.answers.map((answer) => [answer.item, answer]));
  const { items } = run.paper;
  const asked = items.find((item) => item.number === number) ?? items.find((item) => !answers.has(item.number));
  const answer = asked && answers.get(asked.number);
  const ended = !asked;
  const lessonOf = (key: string | null) => {
    const lesson = run.course.lessons.find((each) => each.key === key);
    return lesson ? { key: lesson.key, title: lesson.title[language] } : null;
  };
  return {
    publicId,
    kind: run.kind,
    courseSlug: run.course.slug,
    course: run.course.title[language],
    total: items.length,
    answered: run.answers.length,
    right: run.answers.filter(({ share }) => share === 1).length,
    item: asked
      ? {
          shown: shownItem(itemForLearner(asked), language),
          review: answer
            ? { ...(await reviewOf(asked, answer, language, now)), lesson: lessonOf(asked.question.lesson) }
            : null,
        }
      : null,
    summary: ended ? items.map((item) => lineOf(item, answers.get(item.number), language, lessonOf)) : [],
    known: ended && run.kind === "pre-test" ? knownOf(run, lessonOf) : [],
  };
}

function knownOf(run: PracticeRun, lessonOf: (key: string) => { key: string; title: string } | null) {
  return lessonsKnownIn(run).flatMap((key) => lessonOf(key) ?? []);
}

function lineOf(
  { number, question }: PaperItem,
  answer: PracticeAnswer | undefined,
  language: Language,
  lessonOf: (key: string | null) => { key: string; title: string } | null,
): RunPage["summary"][number] {
  const verdict = verdictOf(answer?.share ?? 0);
  return {
    number,
    stem: question.stem[language],
    verdict,
    lesson: verdict === "right" ? null : lessonOf(question.lesson),
  };
}

async function reviewOf(
  item: PaperItem,
  { value, share }: PracticeAnswer,
  language: Language,
  now: Instant,
): Promise<Omit<ReviewedPractice, "lesson">> {
  const { question } = item;
  const today = civilDateOf(now);
  const documents = (await frameworksAsOf(today))["legal-documents"].content.documents;
  const [citation] = citationViews([question.citation], documents, language, today);
  return {
    own: shownWords(answerInWords(question, inAuthorKeys(item, value)), language),
    verdict: verdictOf(share),
    right: shownWords(rightAnswerInWords(question), language),
    explanation: question.explanation[language],
    source: citation ? `${citation.number ?? citation.title}, ${citation.clause}` : null,
  };
}

function verdictOf(share: number): Verdict {
  if (share === 1) return "right";
  return share > 0 ? "partly" : "wrong";
}

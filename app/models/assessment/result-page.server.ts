import type { NextAttempt } from "~/domain/assessment/attempt-policy";
import type { Tally } from "~/domain/assessment/grading";
import type { ReviewedItem } from "~/domain/assessment/reviewed-items";
import { type ShownFigure, shownItem } from "~/domain/assessment/shown-item";
import { type ShownWords, shownWords } from "~/domain/assessment/shown-words";
import { programmesAsking } from "~/domain/certification/programme-references";
import type { Frameworks } from "~/domain/course/frameworks";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { getCourseVersion } from "~/models/course/course-versions.server";
import { frameworksAsOf } from "~/models/course/frameworks.server";
import { reader } from "~/models/database.server";
import { recordsOf } from "~/models/people/records-of.server";
import { type AttemptResult, loadResult } from "./load-result.server";
import { markerRemarks } from "./marker-remarks.server";
import { type Remedy, remediesOf } from "./remedies.server";

/**
 * The page of an ended attempt, in one language; only what the review rule opens. Where the score is kept back, so is everything
 * that tells it: the marks by competency, the remedies, whether it was a pass.
 */
export interface ResultPage
  extends Omit<
    AttemptResult,
    "title" | "tallies" | "items" | "review" | "score" | "maxScore" | "percent" | "passed" | "next"
  > {
  title: string;
  course: string;
  /** null: not to be seen yet */
  mark: ResultMark | null;
  items: ResultItem[];
  /** the right answers may be seen already */
  keyShown: boolean;
  /** any of the items may be seen */
  itemsShown: boolean;
  earned: Earned[];
}

export interface ResultMark {
  score: number;
  max: number;
  /** whole, rounded down */
  percent: number;
  passed: boolean;
  tallies: { competency: string; score: number; max: number }[];
  /** where it fell short, what to read again */
  remedies: Remedy[];
  next: NextAttempt;
}

export interface ResultItem {
  number: number;
  stem: string;
  figures: ShownFigure[];
  /** null: not to be seen; no lines: not answered */
  own: ShownWords | null;
  /** null: not to be seen */
  verdict: "right" | "partly" | "wrong" | "pending" | null;
  /** null: not to be seen */
  right: ShownWords | null;
  explanation: { text: string; source: string; lesson: string | null } | null;
  /** what markers wrote about the answer */
  remarks: string[];
}

/** A programme that this exam counts for, with the certificate of this attempt where it was issued. */
export interface Earned {
  programme: string;
  certificate: { publicId: string; serial: string } | null;
}

/** Null: unknown, or somebody else's. "open": there is no result yet. */
export async function resultPage(
  viewer: Viewer,
  publicId: string,
  language: Language,
  now: Instant,
): Promise<ResultPage | { phase: "open"; publicId: string } | null> {
  const result = await loadResult(viewer, publicId, now);
  if (!result || result.phase === "open") return result;
  const [version, frameworks] = await Promise.all([
    getCourseVersion(result.courseVersionId),
    frameworksAsOf(civilDateOf(now)),
  ]);
  const { review, items, title, tallies, score, maxScore, percent, passed, next, ...rest } = result;
  const remarks =
    review.score && items.length > 0 ? await markerRemarks(viewer, publicId) : new Map<number, string[]>();
  return {
    ...rest,
    title: title[language],
    course: version.title[language],
    mark: review.score
      ? {
          score,
          max: maxScore,
          percent,
          passed,
          tallies: inWords(tallies, frameworks, language),
          remedies: passed || result.pending ? [] : await remediesOf(result, language, now),
          next,
        }
      : null,
    items: items.map((item) => ({
      ...itemView(item, frameworks, language),
      remarks: item.own ? (remarks.get(item.number) ?? []) : [],
    })),
    keyShown: review.rightAnswers,
    itemsShown: items.length > 0,
    earned: await earnedBy(viewer, publicId, result.courseSlug, frameworks, language),
  };
}

function inWords(tallies: readonly Tally[], frameworks: Frameworks, language: Language): ResultMark["tallies"] {
  const titles = new Map(frameworks.competencies.content.competencies.map(({ key, title }) => [key, title[language]]));
  return tallies.map((tally) => ({ ...tally, competency: titles.get(tally.competency) ?? tally.competency }));
}

function itemView(item: ReviewedItem, frameworks: Frameworks, language: Language): Omit<ResultItem, "remarks"> {
  const { number, stem, figures } = shownItem(item, language);
  return {
    number,
    stem,
    figures,
    own: item.own && shownWords(item.own.words, language),
    verdict: item.own && verdictOf(item.own),
    right: item.rightAnswer && shownWords(item.rightAnswer.words, language),
    explanation: item.explanation && {
      text: item.explanation.text[language],
      source: sourceOf(item.explanation.citation, frameworks, language),
      lesson: item.explanation.lesson,
    },
  };
}

function verdictOf({ right, pending, score }: NonNullable<ReviewedItem["own"]>): ResultItem["verdict"] {
  if (pending) return "pending";
  if (right) return "right";
  return score !== null && score > 0 ? "partly" : "wrong";
}

function sourceOf(
  citation: NonNullable<ReviewedItem["explanation"]>["citation"],
  frameworks: Frameworks,
  language: Language,
): string {
  const document = frameworks["legal-documents"].content.documents.find(({ key }) => key === citation.document);
  return `${document?.number ?? document?.title[language] ?? citation.document}, ${citation.clause[language]}`;
}

async function earnedBy(
  viewer: Viewer,
  attempt: string,
  courseSlug: string,
  frameworks: Frameworks,
  language: Language,
): Promise<Earned[]> {
  const client = await reader();
  const issued = await client.$queryRaw<{ public_id: string; serial: string; programme: string }[]>`
    SELECT c.public_id, c.serial, c.programme FROM certificate c JOIN attempt a ON a.id = c.attempt_id
    WHERE a.public_id = ${attempt} AND c.person_id IN ${recordsOf(viewer.personId)}`;
  return programmesAsking(frameworks.certifications.content.programmes, courseSlug).map(({ key, short }) => {
    const certificate = issued.find(({ programme }) => programme === key);
    return {
      programme: short[language],
      certificate: certificate ? { publicId: certificate.public_id, serial: certificate.serial } : null,
    };
  });
}

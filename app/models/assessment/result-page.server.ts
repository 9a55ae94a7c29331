import type { ReviewedItem } from "~/domain/assessment/reviewed-items";
import type { Frameworks } from "~/domain/course/frameworks";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { getCourseVersion } from "~/models/course/course-versions.server";
import { frameworksAsOf } from "~/models/course/frameworks.server";
import { reader } from "~/models/database.server";
import { recordsOf } from "~/models/people/records-of.server";
import { type AttemptResult, loadResult } from "./load-result.server";

/** The page of an ended attempt, in one language; of the items only what the review rule opens. */
export interface ResultPage extends Omit<AttemptResult, "title" | "tallies" | "items" | "review"> {
  title: string;
  course: string;
  tallies: { competency: string; score: number; max: number }[];
  items: ResultItem[];
  /** the right answers may be seen already */
  keyShown: boolean;
  earned: Earned[];
}

export interface ResultItem {
  number: number;
  stem: string;
  /** null: not answered, or not to be seen */
  chosen: string | null;
  right: boolean | null;
  rightAnswer: string | undefined;
  explanation: { text: string; source: string; lesson: string | null } | null;
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
  const competencies = new Map(frameworks.competencies.content.competencies.map(({ key, title }) => [key, title]));
  return {
    ...result,
    title: result.title[language],
    course: version.title[language],
    tallies: result.tallies.map((tally) => ({
      ...tally,
      competency: competencies.get(tally.competency)?.[language] ?? tally.competency,
    })),
    items: result.items.map((item) => itemView(item, frameworks, language)),
    keyShown: result.review.rightAnswers,
    earned: await earnedBy(viewer, publicId, result.courseSlug, frameworks, language),
  };
}

function itemView(item: ReviewedItem, frameworks: Frameworks, language: Language): ResultItem {
  const textOf = (tokens: readonly string[]) =>
    item.options
      .filter(({ token }) => tokens.includes(token))
      .map(({ text }) => text[language])
      .join("; ");
  return {
    number: item.number,
    stem: item.stem[language],
    chosen: item.own && item.own.tokens.length > 0 ? textOf(item.own.tokens) : null,
    right: item.own?.right ?? null,
    rightAnswer: item.rightTokens ? textOf(item.rightTokens) : undefined,
    explanation: item.explanation && {
      text: item.explanation.text[language],
      source: sourceOf(item.explanation.citation, frameworks, language),
      lesson: item.explanation.lesson,
    },
  };
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
  return frameworks.certifications.content.programmes
    .filter(({ requires }) => requires.all_of.some(({ exam_of }) => exam_of === courseSlug))
    .map(({ key, short }) => {
      const certificate = issued.find(({ programme }) => programme === key);
      return {
        programme: short[language],
        certificate: certificate ? { publicId: certificate.public_id, serial: certificate.serial } : null,
      };
    });
}

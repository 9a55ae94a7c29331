import { anonymousCode } from "~/domain/assessment/anonymous-code";
import { type SheetDraft, sheetSchema } from "~/domain/assessment/mark-sheet";
import type { AnswerWords } from "~/domain/assessment/shown-answers";
import type { Viewer } from "~/domain/permissions/viewer";
import { type CivilDate, civilDateOf, type Instant } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { getCourseTitles } from "../course/course-titles.server";
import { type Rows, reader } from "../database.server";
import { type ShownCriterion, shownCriteria } from "../tasks/task-page.server";
import type { TaskFile } from "../tasks/task-record.server";
import { findPlace, isOpenPlace, type OwnPlace } from "./find-place.server";
import { tryMark } from "./finish-mark.server";
import { draftAt } from "./mark-draft.server";
import { type MarkedWork, markedWork } from "./marked-work.server";
import { queueKeyOfPlace } from "./place-key.server";
import type { RecordedSubject } from "./subject-rows.server";

/** An item of a paper that is looked at again. */
export interface ShownPaperItem {
  number: number;
  stem: string;
  answer: string[];
  right: string[];
  score: number;
  max: number;
}

export interface PlacePage {
  place: string;
  /** instead of a name */
  code: string;
  kind: RecordedSubject["kind"];
  course: string;
  stem: string;
  /** empty where a whole paper is looked at again */
  criteria: ShownCriterion[];
  items: ShownPaperItem[];
  text: string;
  /** numbered from 1: names may say whose they are */
  files: { number: number; mediaType: string; bytes: number }[];
  open: boolean;
  closed: boolean;
  /** how often it came back before */
  round: number;
  sheet: SheetDraft;
  savedAt: Instant | null;
  mark: { points: number; max: number; at: Instant } | null;
  /** what the saved draft comes to; null while it lacks something */
  total: { points: number; max: number } | null;
  queueKey: string;
}

/** The place of the viewer with the work as a marker sees it: no name, no unit, no other mark. Null for everything else. */
export async function placePage(
  viewer: Viewer,
  publicId: string,
  now: Instant,
  language: Language,
): Promise<PlacePage | null> {
  const client = await reader();
  const own = await findPlace(client, viewer, publicId, civilDateOf(now));
  if (!own) return null;
  const { subject, place } = own;
  const [work, draft, courses] = await Promise.all([
    markedWork(client, subject),
    draftAt(client, place.id),
    getCourseTitles(),
  ]);
  const open = isOpenPlace(own);
  const tried = open ? await tryMark(client, own) : null;
  return {
    place: place.publicId,
    code: anonymousCode(subject),
    kind: subject.kind,
    course: courses.get(subject.courseId)?.[language] ?? "",
    stem: work.what === "paper" ? "" : work.stem[language],
    criteria: work.what === "paper" ? [] : shownCriteria(work.criteria, language),
    items: work.what === "paper" ? shownItems(work, language) : [],
    text: work.what === "paper" ? "" : work.text,
    files: filesOf(work).map(({ mediaType, bytes }, index) => ({ number: index + 1, mediaType, bytes })),
    open,
    closed: subject.closed && place.mark === null,
    round: subject.round,
    sheet: place.mark === null ? draft.sheet : await finishedSheet(client, own),
    savedAt: draft.savedAt,
    mark: place.mark && { ...place.mark, at: place.finishedAt ?? place.takenAt },
    total: tried && "points" in tried ? { points: tried.points, max: tried.max } : null,
    queueKey: queueKeyOfPlace(viewer, place.publicId),
  };
}

/** A file of the work at the viewer's place, by its number there; under a name that says nothing of its author. */
export async function fileAtPlace(
  viewer: Viewer,
  publicId: string,
  number: number,
  today: CivilDate,
): Promise<{ name: string; file: TaskFile } | null> {
  const client = await reader();
  const own = await findPlace(client, viewer, publicId, today);
  if (!own) return null;
  const file = filesOf(await markedWork(client, own.subject))[number - 1];
  const ending = file?.name.split(".").at(-1) ?? "";
  return file ? { name: `${anonymousCode(own.subject)}-${number}.${ending}`, file } : null;
}

function filesOf(work: MarkedWork): TaskFile[] {
  return work.what === "task" ? work.files : [];
}

function shownItems({ items }: Extract<MarkedWork, { what: "paper" }>, language: Language): ShownPaperItem[] {
  const words = ({ lines }: AnswerWords) =>
    lines.map(({ of, text }) => (of === null ? text[language] : `${of[language]}: ${text[language]}`));
  return items.map(({ number, stem, answer, right, score, max }) => ({
    number,
    stem: stem[language],
    answer: words(answer),
    right: words(right),
    score,
    max,
  }));
}

async function finishedSheet(client: Rows, { place }: OwnPlace): Promise<SheetDraft> {
  const { content } = await client.mark.findUniqueOrThrow({ where: { place_id: place.id }, select: { content: true } });
  const { points, comments, comment } = sheetSchema.parse(JSON.parse(content));
  return {
    points: Object.fromEntries(Object.entries(points).map(([key, value]) => [key, String(value)])),
    comments,
    comment,
  };
}

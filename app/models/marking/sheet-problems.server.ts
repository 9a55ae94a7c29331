import type { SheetProblem } from "~/domain/assessment/mark-sheet";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { reader } from "../database.server";
import { findPlace } from "./find-place.server";
import { tryMark } from "./finish-mark.server";
import { markedWork } from "./marked-work.server";

/** What the saved mark at the viewer's place lacks, each with the title of its line. None: it can be finished, or is no place of theirs. */
export async function sheetProblems(
  viewer: Viewer,
  placeId: string,
  now: Instant,
  language: Language,
): Promise<(SheetProblem & { title: string })[]> {
  const client = await reader();
  const own = await findPlace(client, viewer, placeId, civilDateOf(now));
  if (!own) return [];
  const tried = await tryMark(client, own);
  if (!("problems" in tried)) return [];
  const work = await markedWork(client, own.subject);
  const titleOf = (line: string) =>
    work.what === "paper" ? line : (work.criteria.find(({ key }) => key === line)?.title[language] ?? line);
  return tried.problems.map((problem) => ({ ...problem, title: titleOf(problem.line) }));
}

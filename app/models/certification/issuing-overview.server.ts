import { hasPower, type Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { signsAsPerson } from "./find-issue-list.server";
import { issueLists, type ListLine } from "./issue-list-page.server";
import { programmeTitles } from "./programme-titles.server";
import { countWaiting } from "./waiting-for-list.server";

export interface IssuingOverview {
  /** who waits for a list, by programme */
  waiting: { programme: string; title: string; people: number }[];
  lists: ListLine[];
}

/** What waits for a signatory, for who prepares lists and who signs them; null to everyone else. */
export async function issuingOverview(
  viewer: Viewer,
  today: CivilDate,
  language: Language,
): Promise<IssuingOverview | null> {
  const prepares = hasPower(viewer, "prepare-certificates");
  if (!prepares && !hasPower(viewer, "sign-certificates") && !(await signsAsPerson(viewer, today))) return null;
  const [counts, titles, lists] = await Promise.all([
    prepares ? countWaiting(viewer, today) : new Map<string, number>(),
    programmeTitles(today, language),
    issueLists(viewer, today, language),
  ]);
  const waiting = [...counts].map(([programme, people]) => ({ programme, title: titles(programme), people }));
  return { waiting, lists };
}

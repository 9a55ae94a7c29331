import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { type HandoverSummary, handoversOf } from "../handovers/handovers.server";
import { type AbsenceView, absencesOf } from "./absences.server";

/** What is recorded of the viewer that nobody else of their unit sees, and the handovers that wait for them. */
export async function loadOwnFile(
  viewer: Viewer,
  today: CivilDate,
  language: Language,
): Promise<{ absences: AbsenceView[]; handovers: HandoverSummary[] }> {
  const [absences, handovers] = await Promise.all([
    absencesOf(viewer.personId),
    handoversOf(viewer.personId, today, language),
  ]);
  return { absences, handovers: handovers.filter(({ state }) => !state.complete) };
}

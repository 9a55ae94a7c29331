import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { type UnitOptionGroup, unitOptions } from "~/models/organisation/unit-options.server";
import { programmeChoices } from "./programme-titles.server";
import { type WaitingPerson, waitingIn } from "./waiting-for-list.server";

export interface ListDraft {
  programme: string;
  /** public id */
  unit: string;
  programmes: { value: string; label: string }[];
  units: UnitOptionGroup[];
  people: WaitingPerson[];
}

/** Whom a list of a programme and unit could name; where the address names none, the first of the viewer's reach. */
export async function listDraft(
  viewer: Viewer,
  asked: { programme: string; unit: string },
  today: CivilDate,
  language: Language,
): Promise<ListDraft> {
  const [programmes, units] = await Promise.all([
    programmeChoices(today, language),
    unitOptions(viewer, "prepare-certificates", today, language),
  ]);
  const programme = (programmes.find(({ value }) => value === asked.programme) ?? programmes[0])?.value ?? "";
  const all = units.flatMap(({ options }) => options);
  const unit = (all.find(({ value }) => value === asked.unit) ?? all[0])?.value ?? "";
  const found = await waitingIn(viewer, { programme, unit }, today, language);
  return { programme, unit, programmes, units, people: found?.people ?? [] };
}

import type { Viewer } from "~/domain/permissions/viewer";
import { hasPower } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { type UnitOptionGroup, unitOptions } from "~/models/organisation/unit-options.server";
import { programmeChoices } from "./programme-titles.server";
import { loadRegister, REGISTER_PAGE, type RegisterQuery, type RegisterView } from "./register.server";

export interface RegisterPage extends RegisterView {
  pages: number;
  programmes: { value: string; label: string }[];
  units: UnitOptionGroup[];
}

/** One page of the register with what it can be narrowed by; null: no such unit in the viewer's reach. */
export async function registerPage(
  viewer: Viewer,
  query: RegisterQuery,
  today: CivilDate,
  language: Language,
): Promise<RegisterPage | null> {
  const power = hasPower(viewer, "prepare-certificates") ? "prepare-certificates" : "sign-certificates";
  const [view, programmes, units] = await Promise.all([
    loadRegister(viewer, query, today, language),
    programmeChoices(today, language),
    unitOptions(viewer, power, today, language),
  ]);
  return view && { ...view, pages: Math.max(1, Math.ceil(view.total / REGISTER_PAGE)), programmes, units };
}

import { establishmentOn } from "~/domain/people/establishment";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { latestChangeId, reader } from "../database.server";
import { loadPersonnelFacts } from "../people/personnel-facts.server";
import { positionTitles, type StaffedUnit, staffedUnit } from "./unit-for-staffing.server";

export interface PostToChange {
  post: string;
  unit: StaffedUnit;
  position: string;
  title: string;
  oneStop: boolean;
  deputy: boolean;
  from: CivilDate;
  until: CivilDate | null;
  /** who holds it today */
  holders: string[];
  /** the newest change when this was read */
  seen: number;
}

/** A post of a unit where the viewer may change people; null for everyone else, and once it is closed. */
export async function postToChange(
  viewer: Viewer,
  address: { unit: string; post: string },
  today: CivilDate,
  language: Language,
): Promise<PostToChange | null> {
  const unit = await staffedUnit(viewer, "change-people", address.unit, { asOf: today, today }, language);
  if (!unit) return null;
  const seen = await latestChangeId();
  const facts = await loadPersonnelFacts(await reader(), { units: [unit.id] });
  const found = establishmentOn(facts, unit.id, today).posts.find(({ post }) => post.publicId === address.post);
  if (!found) return null;
  const names = new Map(facts.names.map((name) => [name.personId, name.fullName]));
  const { position, oneStop, deputy, validFrom: from, validTo: until } = found.post;
  return {
    post: address.post,
    unit,
    position,
    title: (await positionTitles(today, language)).of(position),
    oneStop,
    deputy,
    from,
    until,
    holders: [...found.holders, ...found.acting].map(({ personId }) => names.get(personId) ?? ""),
    seen,
  };
}

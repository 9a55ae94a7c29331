import { type EstablishedPost, establishmentOn } from "~/domain/people/establishment";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { reader } from "../database.server";
import { loadPersonnelFacts } from "../people/personnel-facts.server";
import { positionTitles, type StaffedUnit, staffedUnit } from "./unit-for-staffing.server";

export interface ChoosablePosts {
  unit: StaffedUnit;
  posts: { post: string; title: string; deputy: boolean; state: EstablishedPost["state"]; holders: string[] }[];
}

/** The posts of a unit to choose from, vacant ones first; null where the viewer may not change its people. */
export async function choosablePosts(
  viewer: Viewer,
  unitId: string,
  today: CivilDate,
  language: Language,
): Promise<ChoosablePosts | null> {
  const unit = await staffedUnit(viewer, "change-people", unitId, { asOf: today, today }, language);
  if (!unit) return null;
  const [facts, titles] = await Promise.all([
    loadPersonnelFacts(await reader(), { units: [unit.id] }),
    positionTitles(today, language),
  ]);
  const names = new Map(facts.names.map((name) => [name.personId, name.fullName]));
  const { posts } = establishmentOn(facts, unit.id, today);
  const order = ["vacant", "acting", "planned", "held"];
  return {
    unit,
    posts: posts
      .map(({ post, state, holders, acting }) => ({
        post: post.publicId,
        title: titles.of(post.position),
        deputy: post.deputy,
        state,
        holders: [...holders, ...acting].map(({ personId }) => names.get(personId) ?? ""),
      }))
      .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state)),
  };
}

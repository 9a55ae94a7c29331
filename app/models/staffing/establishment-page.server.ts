import { type EstablishedPost, establishmentOn } from "~/domain/people/establishment";
import type { PostingKind } from "~/domain/people/people-batch";
import type { PersonnelFacts, PostingFact } from "~/domain/people/personnel-facts";
import type { Viewer } from "~/domain/permissions/viewer";
import { type CivilDate, holdsOn } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { reader } from "../database.server";
import { loadPersonnelFacts } from "../people/personnel-facts.server";
import { scopeOf } from "../reporting/scope-units.server";
import { positionTitles, type StaffedUnit, staffedUnit } from "./unit-for-staffing.server";

export interface PostView {
  post: string;
  state: EstablishedPost["state"];
  oneStop: boolean;
  deputy: boolean;
  from: CivilDate;
  /** the day on which it is closed, where that is set */
  until: CivilDate | null;
  vacantSince: CivilDate | null;
  holders: HolderView[];
  next: { name: string; from: CivilDate } | null;
}

export interface HolderView {
  posting: string;
  person: string;
  name: string;
  kind: PostingKind;
  since: CivilDate;
  until: CivilDate | null;
  decision: string | null;
  /** shown only to those who may see absences */
  away: boolean;
}

export interface EstablishmentPage {
  unit: StaffedUnit;
  mayChange: boolean;
  required: number;
  held: number;
  acting: number;
  vacant: number;
  positions: { key: string; title: string; posts: PostView[] }[];
}

/** The posts of a unit by position, each with who holds it on the date; null where the viewer may not see the unit's people. */
export async function loadEstablishment(
  viewer: Viewer,
  unitId: string,
  dates: { asOf: CivilDate; today: CivilDate },
  language: Language,
): Promise<EstablishmentPage | null> {
  const unit = await staffedUnit(viewer, "see-people", unitId, dates, language);
  if (!unit) return null;
  const [facts, changes, absences, titles] = await Promise.all([
    loadPersonnelFacts(await reader(), { units: [unit.id] }),
    scopeOf(viewer, "change-people", dates.today),
    scopeOf(viewer, "see-absences", dates.today),
    positionTitles(dates.asOf, language),
  ]);
  const { posts, ...counts } = establishmentOn(facts, unit.id, dates.asOf);
  const words = wordsOf(facts, dates.asOf, absences.has(unit.id));
  const byPosition = new Map<string, PostView[]>();
  for (const each of posts) {
    const { position } = each.post;
    byPosition.set(position, [...(byPosition.get(position) ?? []), postView(each, words)]);
  }
  const order = (key: string) => (titles.order.includes(key) ? titles.order.indexOf(key) : titles.order.length);
  return {
    unit,
    mayChange: changes.has(unit.id),
    ...counts,
    positions: [...byPosition]
      .sort(([a], [b]) => order(a) - order(b))
      .map(([key, views]) => ({ key, title: titles.of(key), posts: views })),
  };
}

type Words = ReturnType<typeof wordsOf>;

function wordsOf(facts: PersonnelFacts, date: CivilDate, showAbsences: boolean) {
  const persons = new Map(facts.persons.map((person) => [person.id, person]));
  const kept = new Map(facts.merges.map((row) => [row.mergedPersonId, row.keptPersonId]));
  const names = new Map<number, string>();
  for (const name of facts.names) {
    if (!names.has(name.personId) || holdsOn(name, date)) names.set(name.personId, name.fullName);
  }
  const absent = new Set(facts.absences.filter((row) => holdsOn(row, date)).map((row) => row.personId));
  return {
    person: (id: number) => persons.get(kept.get(id) ?? id)?.publicId ?? persons.get(id)?.publicId ?? "",
    name: (id: number) => names.get(kept.get(id) ?? id) ?? names.get(id) ?? "",
    away: (id: number) => showAbsences && absent.has(id),
  };
}

function postView({ post, holders, acting, next, state, vacantSince }: EstablishedPost, words: Words): PostView {
  const holder = (posting: PostingFact): HolderView => ({
    posting: posting.publicId,
    person: words.person(posting.personId),
    name: words.name(posting.personId),
    kind: posting.kind,
    since: posting.heldSince ?? posting.validFrom,
    until: posting.validTo,
    decision: posting.decision,
    away: words.away(posting.personId),
  });
  return {
    post: post.publicId,
    state,
    oneStop: post.oneStop,
    deputy: post.deputy,
    from: post.validFrom,
    until: post.validTo,
    vacantSince,
    holders: [...holders, ...acting].map(holder),
    next: next && { name: words.name(next.personId), from: next.validFrom },
  };
}

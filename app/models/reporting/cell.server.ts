import { UNIT_LEVELS } from "~/domain/competency/framework";
import type { Gap } from "~/domain/competency/standing";
import type { Power } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import { type CellWho, isMet, type Place, peopleBehind, placesOf } from "~/domain/reporting/heat-map";
import type { ReportQuery } from "~/domain/reporting/report-query";
import type { Language } from "~/i18n/language";
import { reportBasis } from "./report-basis.server";
import { type Listed, pageOfLines } from "./report-head.server";
import { crumbsTo, nameOfScope, partOf, positionName, type UnitCrumb, unitName } from "./report-part.server";
import { onMap } from "./todays-map.server";

export interface CellQuery extends ReportQuery {
  competency: string;
  level: string;
  who: CellWho;
}

interface CellPerson {
  person: string;
  name: string;
  position: string;
  /** public id of the unit where the post is */
  unit: string;
  unitName: string;
  required: number;
  proven: number;
}

export interface Cell extends Listed<{ place: Place; gap: Gap }, CellPerson> {
  name: string | null;
  crumbs: UnitCrumb[];
  competency: { title: string; description: string };
  required: number;
  met: number;
}

/** A page of the people behind one cell of the heat map, in groups by unit. */
export async function loadCell(viewer: Viewer, query: CellQuery & { page: number | null }, language: Language) {
  const list = await cell(viewer, query, language);
  if (!list) return null;
  const { lines, ...view } = pageOfLines(list, query.page);
  const groups = new Map<string, { unit: string; name: string; people: CellPerson[] }>();
  for (const line of lines) {
    const group = groups.get(line.unit) ?? { unit: line.unit, name: line.unitName, people: [] };
    groups.set(line.unit, group);
    group.people.push(line);
  }
  return { ...view, groups: [...groups.values()] };
}

/** The people behind one cell of the heat map, by unit. Null when the unit, the competency or the level is unknown. */
export async function cell(
  viewer: Viewer,
  query: CellQuery,
  language: Language,
  power: Power = "see-people",
): Promise<Cell | null> {
  const basis = await onMap(await reportBasis(viewer, power, query), query);
  const part = partOf(basis, query.unit, language);
  const competency = basis.competencies.find(({ key }) => key === query.competency);
  if (!part || !competency || !UNIT_LEVELS.some((level) => level === query.level)) return null;
  const places = placesOf(basis.proven, basis.positions, { units: part.units, position: query.position });
  const all = peopleBehind(places, query.competency, query.level);
  const unitOf = ({ postings: [first] }: Place) => first?.unitId ?? 0;
  const placeOf = ({ place }: { place: Place }) => basis.order.get(unitOf(place)) ?? 0;
  return {
    name: part.unit?.name ?? nameOfScope(basis, language),
    crumbs: crumbsTo(basis, part, language),
    competency: { title: competency.title[language], description: competency.description[language] },
    required: all.length,
    met: all.filter(({ gap }) => isMet(gap)).length,
    rows: all
      .filter(({ gap }) => query.who === "all" || isMet(gap) === (query.who === "met"))
      .sort((a, b) => placeOf(a) - placeOf(b)),
    lineOf: ({ place, gap }) => ({
      person: place.member.publicId,
      name: place.member.fullName,
      position: place.postings.map((posting) => positionName(basis, posting.position, language)).join(", "),
      unit: basis.organisation.byId.get(unitOf(place))?.publicId ?? "",
      unitName: unitName(basis, unitOf(place), language),
      required: gap.required,
      proven: gap.proven,
    }),
  };
}

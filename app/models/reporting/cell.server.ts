import { UNIT_LEVELS } from "~/domain/competency/framework";
import type { Viewer } from "~/domain/permissions/viewer";
import { isMet, peopleBehind, placesOf } from "~/domain/reporting/heat-map";
import type { ReportQuery } from "~/domain/reporting/report-query";
import type { Language } from "~/i18n/language";
import { reportBasis } from "./report-basis.server";
import { crumbsTo, nameOfScope, partOf, positionName, type UnitCrumb, unitName } from "./report-part.server";
import { onMap } from "./todays-map.server";

export const CELL_WHO = ["missing", "all", "met"] as const;

export interface CellQuery extends ReportQuery {
  competency: string;
  level: string;
  /** only those below what is required, only those who have it, or everyone of whom it is */
  who: (typeof CELL_WHO)[number];
  page: number;
}

export interface CellView {
  name: string | null;
  crumbs: UnitCrumb[];
  competency: { title: string; description: string };
  required: number;
  met: number;
  groups: { unit: string; name: string; people: CellPerson[] }[];
  pages: number;
}

export interface CellPerson {
  person: string;
  name: string;
  position: string;
  required: number;
  proven: number;
}

export const CELL_PAGE = 50;

/** The people behind one cell of the heat map, by unit. Null when the unit, the competency or the level is unknown. */
export async function loadCell(viewer: Viewer, query: CellQuery, language: Language): Promise<CellView | null> {
  const basis = await onMap(await reportBasis(viewer, "see-people", query), query);
  const part = partOf(basis, query.unit, language);
  const competency = basis.competencies.find(({ key }) => key === query.competency);
  if (!part || !competency || !UNIT_LEVELS.some((level) => level === query.level)) return null;
  const places = placesOf(basis.proven, basis.positions, { units: part.units, position: query.position });
  const all = peopleBehind(places, query.competency, query.level);
  const unitOf = (each: (typeof all)[number]) => each.place.postings[0]?.unitId ?? 0;
  const shown = all
    .filter(({ gap }) => query.who === "all" || isMet(gap) === (query.who === "met"))
    .sort((a, b) => (basis.order.get(unitOf(a)) ?? 0) - (basis.order.get(unitOf(b)) ?? 0));
  const groups = new Map<number, CellPerson[]>();
  for (const each of shown.slice((query.page - 1) * CELL_PAGE, query.page * CELL_PAGE)) {
    const { member, postings } = each.place;
    const people = groups.get(unitOf(each)) ?? [];
    people.push({
      person: member.publicId,
      name: member.fullName,
      position: postings.map((posting) => positionName(basis, posting.position, language)).join(", "),
      required: each.gap.required,
      proven: each.gap.proven,
    });
    groups.set(unitOf(each), people);
  }
  return {
    name: part.unit?.name ?? nameOfScope(basis, language),
    crumbs: crumbsTo(basis, part, language),
    competency: { title: competency.title[language], description: competency.description[language] },
    required: all.length,
    met: all.filter(({ gap }) => isMet(gap)).length,
    groups: [...groups].map(([unitId, people]) => ({
      unit: basis.organisation.byId.get(unitId)?.publicId ?? "",
      name: unitName(basis, unitId, language),
      people,
    })),
    pages: Math.max(1, Math.ceil(shown.length / CELL_PAGE)),
  };
}

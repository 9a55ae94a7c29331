import { coursesAsked } from "~/domain/certification/requirement";
import { UNIT_LEVELS } from "~/domain/competency/framework";
import { heatMap, type Place } from "~/domain/reporting/heat-map";
import type { Language } from "~/i18n/language";
import type { ReportBasis } from "./report-basis.server";

export interface HeatView {
  /** those at which someone selected works */
  levels: string[];
  rows: { key: string; title: string; cells: ({ required: number; met: number } | null)[] }[];
}

/** The heat map of places; with a programme only the competencies that its courses give evidence for. */
export function heatView(
  basis: ReportBasis,
  places: readonly Place[],
  programme: string | null,
  language: Language,
): HeatView {
  const counts = heatMap(places);
  const here = new Set(places.map((place) => place.level));
  const levels = UNIT_LEVELS.filter((level) => here.has(level));
  const wanted = programme === null ? null : competenciesOf(basis, programme);
  return {
    levels,
    rows: basis.competencies
      .filter(({ key }) => counts.has(key) && (wanted === null || wanted.has(key)))
      .map(({ key, title }) => ({
        key,
        title: title[language],
        cells: levels.map((level) => counts.get(key)?.get(level) ?? null),
      })),
  };
}

function competenciesOf(basis: ReportBasis, programme: string): Set<string> {
  const requires = basis.programmes.get(programme)?.requires;
  const leading = requires ? coursesAsked(requires) : [];
  return new Set(
    basis.courses
      .filter(({ slug }) => leading.includes(slug))
      .flatMap(({ evidence }) => evidence.map(({ competency }) => competency)),
  );
}

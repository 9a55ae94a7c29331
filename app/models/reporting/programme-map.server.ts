import { UNIT_LEVELS } from "~/domain/competency/framework";
import { asksForCounter, conditionOf, isRuleInForce } from "~/domain/enrolment/assignment-rule";
import type { Power } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CertificationRow } from "~/domain/reporting/certification-list";
import type { CellWho } from "~/domain/reporting/heat-map";
import {
  isHeld,
  type OneStopCoverage,
  oneStopCoverage,
  programmeMap,
  rowsBehind,
} from "~/domain/reporting/programme-map";
import type { ReportQuery } from "~/domain/reporting/report-query";
import type { Language } from "~/i18n/language";
import { rulesAsOf } from "../rules/rules-in-force.server";
import type { CertificationLine } from "./certification-view.server";
import { headOf, type Listed, pageOfLines, type ReportHead } from "./report-head.server";
import { programmeName } from "./report-part.server";
import { askedRows } from "./report-rows.server";

export interface ProgrammeMapView extends ReportHead {
  /** those at which someone selected has to hold one */
  levels: string[];
  rows: { key: string; title: string; cells: ({ required: number; met: number } | null)[] }[];
  /** of posts at the one-stop counter; its programmes are those that a rule asks of the counter */
  oneStop: OneStopCoverage & { programmes: { key: string; label: string }[] };
}

/** The map of the three levels and the programmes, counted by people, and the one-stop counter, counted by posts. */
export async function loadProgrammeMap(
  viewer: Viewer,
  query: ReportQuery,
  language: Language,
  power: Power = "see-people",
): Promise<ProgrammeMapView | null> {
  const asked = await askedRows(viewer, query, language, power);
  if (!asked) return null;
  const { basis, part, rows } = asked;
  const rules = await rulesAsOf(query.asOf);
  const byRule = rules
    .filter((rule) => isRuleInForce(rule, query.asOf) && asksForCounter(conditionOf(rule)))
    .map(({ assigns }) => assigns.programme);
  const byProgramme = [...basis.programmes.values()].filter(({ posts }) => posts === "one-stop").map(({ key }) => key);
  const ofCounter = new Set(
    [...byProgramme, ...byRule].filter((key) => query.programme === null || key === query.programme),
  );
  const selection = { units: part.units, position: query.position };
  return basis.remember(`programme map ${language} ${query.unit} ${query.position} ${query.programme}`, () => {
    const map = programmeMap(rows);
    const here = new Set([...map.values()].flatMap((levels) => [...levels.keys()]));
    const levels = UNIT_LEVELS.filter((level) => here.has(level));
    return {
      ...headOf(basis, part, language),
      levels,
      rows: [...new Set([...basis.programmes.keys(), ...map.keys()])]
        .filter((key) => map.has(key))
        .map((key) => ({
          key,
          title: programmeName(basis, key, language),
          cells: levels.map((level) => map.get(key)?.get(level) ?? null),
        })),
      oneStop: {
        ...oneStopCoverage(basis.workforce.members, basis.workforce.vacancies, rows, ofCounter, selection),
        programmes: [...ofCounter].map((key) => ({ key, label: programmeName(basis, key, language) })),
      },
    };
  });
}

export interface ProgrammeCellQuery extends ReportQuery {
  programme: string;
  level: string;
  /** only those who do not hold it, everyone of whom it is asked, or only those who hold it */
  who: CellWho;
}

export interface ProgrammeCell extends ReportHead, Listed<CertificationRow, CertificationLine> {
  programme: { key: string; title: string };
  required: number;
  met: number;
}

/** A page of the people behind one cell of the map of programmes. */
export async function loadProgrammeCell(
  viewer: Viewer,
  query: ProgrammeCellQuery & { page: number | null },
  language: Language,
) {
  const list = await programmeCell(viewer, query, language);
  return list && pageOfLines(list, query.page);
}

/** The people behind one cell of the map of programmes. Null, too, for an unknown programme or level. */
export async function programmeCell(
  viewer: Viewer,
  query: ProgrammeCellQuery,
  language: Language,
  power: Power = "see-people",
): Promise<ProgrammeCell | null> {
  const asked = await askedRows(viewer, query, language, power);
  if (!asked || !UNIT_LEVELS.some((level) => level === query.level)) return null;
  const { basis, part, rows, lineOf } = asked;
  if (!basis.programmes.has(query.programme)) return null;
  const all = asked.byUnit(rowsBehind(rows, query.programme, query.level));
  return {
    ...headOf(basis, part, language),
    programme: { key: query.programme, title: programmeName(basis, query.programme, language) },
    required: all.length,
    met: all.filter(isHeld).length,
    rows: query.who === "all" ? all : all.filter((row) => isHeld(row) === (query.who === "met")),
    lineOf,
  };
}

import type { CivilDate } from "~/domain/time/civil-date";
import { BOARD_STATES, boardStatesOn, countBoard } from "./board";
import { type CertificationRow, filterCertification } from "./certification-list";
import { figuresOf } from "./compare-dates";
import { heatMap, isShort, type Place } from "./heat-map";
import { type Selection, type StaffMember, selects, type VacantPost } from "./workforce";

/** A report that can be kept: figures by key, and the people behind them by their ids. No names, no words of any language. */
export interface ReportContent {
  figures: { key: string; value: number }[];
  people: { figure: string; people: string[] }[];
}

export interface ReportFacts {
  asOf: CivilDate;
  members: readonly StaffMember[];
  vacancies: readonly VacantPost[];
  places: readonly Place[];
  rows: readonly CertificationRow[];
}

/** The content of a report of a selection. Equal facts make equal content: everything stands in the order of its keys. */
export function reportContent(facts: ReportFacts, selection: Selection, programme: string | null): ReportContent {
  const { asOf, places } = facts;
  const members = facts.members.filter((member) => member.postings.some((posting) => selects(selection, posting)));
  const rows = filterCertification(facts.rows, { ...selection, programme, state: "all" });
  const vacancies = facts.vacancies.filter((post) => selects(selection, post)).length;
  const short = new Set(places.filter(isShort).map(({ member }) => member));
  const figures = new Map<string, number>();
  const people = new Map<string, string[]>();
  for (const [key, value] of Object.entries(figuresOf({ members, rows }, vacancies, short.size)))
    figures.set(key, value);
  people.set("members", idsOf(members));
  people.set("short", idsOf([...short]));
  people.set("overdue", idsOf(rows.filter(({ overdue }) => overdue).map(({ member }) => member)));
  for (const [key, counts] of countBoard(rows, asOf)) {
    for (const state of BOARD_STATES) figures.set(`board ${key} ${state}`, counts[state]);
  }
  for (const [figure, there] of onBoard(rows, asOf)) people.set(figure, idsOf(there));
  for (const [competency, levels] of heatMap(places)) {
    for (const [level, { required, met }] of levels) {
      figures.set(`heat ${competency} ${level} required`, required);
      figures.set(`heat ${competency} ${level} met`, met);
    }
  }
  return {
    figures: inOrder(figures).map(([key, value]) => ({ key, value })),
    people: inOrder(people).map(([figure, ids]) => ({ figure, people: ids })),
  };
}

/** figure of the board → those behind it, once for each of their duties */
function onBoard(rows: readonly CertificationRow[], asOf: CivilDate): Map<string, StaffMember[]> {
  const stateOf = boardStatesOn(asOf);
  const behind = new Map<string, StaffMember[]>();
  for (const row of rows) {
    const figure = `board ${row.programme} ${stateOf(row)}`;
    const there = behind.get(figure);
    if (there) there.push(row.member);
    else behind.set(figure, [row.member]);
  }
  return behind;
}

function idsOf(members: readonly StaffMember[]): string[] {
  return [...new Set(members.map(({ publicId }) => publicId))].sort();
}

function inOrder<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** The figures in which two reports differ; one that is missing counts as 0. */
export function differingFigures(
  one: ReportContent,
  other: ReportContent,
): { key: string; one: number; other: number }[] {
  const first = new Map(one.figures.map(({ key, value }) => [key, value]));
  const second = new Map(other.figures.map(({ key, value }) => [key, value]));
  return [...new Set([...first.keys(), ...second.keys()])]
    .sort()
    .map((key) => ({ key, one: first.get(key) ?? 0, other: second.get(key) ?? 0 }))
    .filter((each) => each.one !== each.other);
}

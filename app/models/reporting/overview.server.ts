import type { FocalState } from "~/domain/certification/focal-state";
import { UNIT_LEVELS } from "~/domain/competency/framework";
import { levelLabelOn } from "~/domain/organisation/organisation-as-of";
import type { Viewer } from "~/domain/permissions/viewer";
import {
  CERTIFICATION_STATES,
  type CertificationRow,
  countStates,
  filterCertification,
  isOpen,
} from "~/domain/reporting/certification-list";
import { countFocalStates, type FocalPlace } from "~/domain/reporting/focal-network";
import { isShort, peopleIn, placesOf } from "~/domain/reporting/heat-map";
import type { ReportQuery } from "~/domain/reporting/report-query";
import { isCollaborator, selects } from "~/domain/reporting/workforce";
import type { Language } from "~/i18n/language";
import { type CertificationLine, certificationLine } from "./certification-view.server";
import { type FocalView, focalPlaces, focalView } from "./focal-view.server";
import { type HeatView, heatView } from "./heat-view.server";
import { type ReportBasis, reportBasis } from "./report-basis.server";
import type { Option } from "./report-head.server";
import { crumbsTo, nameOfScope, partOf, type ReportPart, type UnitCrumb } from "./report-part.server";
import { onMap } from "./todays-map.server";
import { type StaffLine, staffLines, type UnitLine, unitLines } from "./unit-lines.server";

/** What of a long list is opened up. */
export type Opened = "units" | "focal" | null;

export interface OverviewView {
  /** name of the part; null: the whole organisation, or several parts of it */
  name: string | null;
  crumbs: UnitCrumb[];
  options: { positions: Option[]; programmes: Option[] };
  /** staff; collaborators are counted apart */
  people: number;
  collaborators: number;
  /** people with a gap */
  short: number;
  network: { unit: string; name: string; state: FocalState }[];
  focal: Record<FocalState, number>;
  /** those that are not as they should be; where there is only one unit, that one */
  problems: FocalView[];
  hiddenProblems: number;
  heat: HeatView;
  /** what the levels were called on the date */
  labels: string[];
  units: UnitLine[];
  hiddenUnits: number;
  /** people of the office at the head of the part; none where it has several heads */
  staff: StaffLine[];
  attention: CertificationLine[];
  /** how many are not certified, and how many of those certified end soon */
  counts: { asked: number; open: number; expiring: number };
}

const PROBLEMS_SHOWN = 8;
const UNITS_SHOWN = 8;
const WORST_UNITS = 6;
const ATTENTION_SHOWN = 10;
const STAFF_SHOWN = 100;

/** The one screen of personnel, as of a date. Null when the unit asked for is unknown or out of the viewer's scope. */
export async function loadOverview(
  viewer: Viewer,
  query: ReportQuery,
  opened: Opened,
  language: Language,
): Promise<OverviewView | null> {
  const then = await reportBasis(viewer, "see-people", query);
  const basis = await onMap(then, query);
  const part = partOf(basis, query.unit, language);
  const partThen = basis === then ? part : partOf(then, query.unit, language);
  if (!part || !partThen) return null;
  const key = ["overview", language, query.unit, query.position, query.programme, opened].join(" ");
  return basis.remember(key, () => overviewOf(basis, part, focalPlaces(then, partThen), query, opened, language));
}

function overviewOf(
  basis: ReportBasis,
  part: ReportPart,
  /** by the map of the day, whichever the rest is by: each unit of that day has one focal point */
  network: FocalPlace[],
  query: ReportQuery,
  opened: Opened,
  language: Language,
): OverviewView {
  const selection = { units: part.units, position: query.position };
  const places = placesOf(basis.proven, basis.positions, selection);
  const rows = filterCertification(basis.certification, { ...selection, programme: query.programme, state: "all" });
  const amiss = network.filter(({ state }) => state !== "certified" && state !== "expiring").sort(byUrgency);
  const problems = network.length === 1 ? network : amiss;
  const states = countStates(rows);
  const lines = unitLines(basis, part, places, rows, language);
  const head = part.tops.length === 1 ? part.tops[0] : undefined;
  return {
    name: part.unit?.name ?? nameOfScope(basis, language),
    crumbs: crumbsTo(basis, part, language),
    options: optionsOf(basis, language),
    people: peopleIn(places),
    collaborators: basis.workforce.members.filter(
      (member) => isCollaborator(member) && member.postings.some((posting) => selects(selection, posting)),
    ).length,
    short: peopleIn(places.filter(isShort)),
    network: network.map(({ unit, state }) => ({ unit: unit.publicId, name: unit.short[language], state })),
    focal: countFocalStates(network),
    problems: problems
      .slice(0, opened === "focal" ? undefined : PROBLEMS_SHOWN)
      .map((place) => focalView(place, language)),
    hiddenProblems: opened === "focal" ? 0 : Math.max(0, problems.length - PROBLEMS_SHOWN),
    heat: heatView(basis, places, query.programme, language),
    labels: UNIT_LEVELS.flatMap((level) => levelLabelOn(basis.facts, level, query.asOf)?.[language] ?? []),
    ...shownUnits(lines, opened),
    staff: head ? staffLines(basis, head.id, places, rows, language).slice(0, STAFF_SHOWN) : [],
    attention: mostUrgent(rows, basis.order).map((row) => certificationLine(basis, row, language)),
    counts: {
      asked: rows.length,
      open: CERTIFICATION_STATES.filter((state) => isOpen(state) && state !== "expiring").reduce(
        (sum, state) => sum + states[state],
        0,
      ),
      expiring: states.expiring,
    },
  };
}

function optionsOf(basis: ReportBasis, language: Language): OverviewView["options"] {
  const option = (each: { key: string; short: { vi: string; en: string } }) => ({
    value: each.key,
    label: each.short[language],
  });
  return {
    positions: [...basis.positions.values()].map(option),
    programmes: [...basis.programmes.values()].map(option),
  };
}

const URGENCY: readonly FocalState[] = ["vacant", "duplicate", "acting", "held-uncertified"];

function byUrgency(a: { state: FocalState }, b: { state: FocalState }): number {
  return URGENCY.indexOf(a.state) - URGENCY.indexOf(b.state);
}

/** Few units: all in order. Many: those where most is missing, until all are asked for. */
function shownUnits(lines: UnitLine[], opened: Opened): Pick<OverviewView, "units" | "hiddenUnits"> {
  if (opened === "units" || lines.length <= UNITS_SHOWN) return { units: lines, hiddenUnits: 0 };
  const missing = (line: UnitLine) => line.required - line.met;
  const worst = [...lines].sort((a, b) => missing(b) - missing(a)).slice(0, WORST_UNITS);
  return { units: worst, hiddenUnits: lines.length - worst.length };
}

/** Those due first; of the same day by unit, then by name. */
function mostUrgent(rows: readonly CertificationRow[], order: ReadonlyMap<number, number>): CertificationRow[] {
  const first: CertificationRow[] = [];
  const placeOf = ({ postings }: CertificationRow) => order.get(postings[0]?.unitId ?? 0) ?? order.size;
  const before = (a: CertificationRow, b: CertificationRow) => {
    const due = a.due ?? "9999";
    const other = b.due ?? "9999";
    return due < other || (due === other && placeOf(a) < placeOf(b));
  };
  // a few of thousands: none is sorted that is not shown
  for (const row of rows) {
    const last = first[ATTENTION_SHOWN - 1];
    if (!isOpen(row.state) || (last && !before(row, last))) continue;
    const place = first.findIndex((each) => before(row, each));
    first.splice(place < 0 ? first.length : place, 0, row);
    first.length = Math.min(first.length, ATTENTION_SHOWN);
  }
  return first;
}

import { setImmediate } from "node:timers/promises";
import type { Viewer } from "~/domain/permissions/viewer";
import { isAsked } from "~/domain/reporting/board";
import { placesOf } from "~/domain/reporting/heat-map";
import type { LeaderFigures } from "~/domain/reporting/leader-figures";
import { isHeld } from "~/domain/reporting/programme-map";
import { FIRST_DATE, type ReportQuery } from "~/domain/reporting/report-query";
import { nameOfUnit, subtreesOf } from "~/domain/reporting/unit-selection";
import { type StaffMember, selects } from "~/domain/reporting/workforce";
import { addMonths, type CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { type DecidedRequest, decidedRequests, SCORE_MONTHS } from "./decided-requests.server";
import { headOf, type ReportHead } from "./report-head.server";
import { type AskedRows, askedRows } from "./report-rows.server";

const LEADER = "leader";

export interface LeaderLine extends LeaderFigures {
  unit: string;
  name: string;
  leaders: { person: string; name: string }[];
}

export interface LeadersView extends ReportHead {
  lines: LeaderLine[];
  /** of the whole part, the office at its head too: no sum of the lines, which leave that out and count some people twice */
  all: LeaderFigures;
  /** the day to which the gaps are compared */
  began: CivilDate;
}

/** The units of the next step down, each with what its leaders have to answer for. By today's map. Null: as in `askedRows`. */
export async function loadLeaders(viewer: Viewer, asked: ReportQuery, language: Language): Promise<LeadersView | null> {
  const query: ReportQuery = { ...asked, map: "today" };
  const began = addMonths(query.asOf, -SCORE_MONTHS);
  const now = await askedRows(viewer, query, language);
  const then = began < FIRST_DATE ? null : await askedRows(viewer, { ...query, asOf: began }, language);
  if (!now) return null;
  const { basis, part } = now;
  const [top, ...others] = part.tops;
  const below = top && others.length === 0 && top.children.length > 0 ? top.children : part.tops;
  const units = below.filter(({ id }) => basis.scope.has(id));
  const groups = [...units.map(({ id }) => subtreesOf(basis.organisation, [id])), part.units];
  const figures = await figuresOf(groups, query, now, then, await decidedRequests(viewer, query));
  const leaders = leadersOf(now);
  return {
    ...headOf(basis, part, language),
    lines: units.map((unit, index) => ({
      unit: unit.publicId,
      name: nameOfUnit(basis.organisation, unit)[language],
      leaders: (leaders.get(unit.id) ?? []).map(({ publicId, fullName }) => ({ person: publicId, name: fullName })),
      ...(figures[index] ?? NOTHING),
    })),
    all: figures.at(-1) ?? NOTHING,
    began,
  };
}

const NOTHING: LeaderFigures = { asked: 0, held: 0, overdue: 0, gaps: 0, gapsBefore: null, decided: 0, inTime: 0 };

/** The figures of groups of units (null: all of them), as the lists of each group alone would count. */
async function figuresOf(
  groups: readonly (ReadonlySet<number> | null)[],
  { position }: ReportQuery,
  now: AskedRows,
  then: AskedRows | null,
  requests: readonly DecidedRequest[],
): Promise<LeaderFigures[]> {
  const membersOf = membersBy(now.basis.workforce.members);
  const membersThen = then && membersBy(then.basis.workforce.members);
  const rowsOf = groupBy(now.rows, ({ postings }) => postings.map(({ unitId }) => unitId));
  const figures: LeaderFigures[] = [];
  for (const units of groups) {
    // others have their turn: a whole country is a tenth of a second
    await setImmediate();
    const selection = { units, position };
    const here = membersOf(units).filter(({ postings }) => postings.some((each) => selects(selection, each)));
    const people = new Set(here.map(({ publicId }) => publicId));
    const about = requests.filter(({ person }) => people.has(person));
    const rows = rowsOf(units);
    const gapsAt = ({ basis }: AskedRows, members: readonly StaffMember[]) => {
      const proven = new Map(
        members.flatMap((member) => {
          const levels = basis.proven.get(member);
          return levels ? [[member, levels] as const] : [];
        }),
      );
      const places = placesOf(proven, basis.positions, selection);
      const gaps = places.reduce((sum, place) => sum + place.gaps.length - place.met, 0);
      return places.length > 0 ? gaps : null;
    };
    figures.push({
      asked: rows.filter(isAsked).length,
      held: rows.filter(isHeld).length,
      overdue: rows.filter(({ overdue }) => overdue).length,
      gaps: gapsAt(now, here) ?? 0,
      gapsBefore: then && membersThen ? gapsAt(then, membersThen(units)) : null,
      decided: about.length,
      inTime: about.filter(({ inTime }) => inTime).length,
    });
  }
  return figures;
}

function membersBy(members: readonly StaffMember[]) {
  return groupBy(members, ({ postings }) => postings.map(({ unitId }) => unitId));
}

/** Looks through thousands of things once, not once for each of many groups; null: all of them. */
function groupBy<T>(all: readonly T[], unitsOf: (each: T) => readonly number[]) {
  const of = new Map<number, T[]>();
  for (const each of all) {
    for (const unit of new Set(unitsOf(each))) {
      const known = of.get(unit);
      if (known) known.push(each);
      else of.set(unit, [each]);
    }
  }
  return (units: ReadonlySet<number> | null): readonly T[] =>
    units === null ? all : [...new Set([...units].flatMap((unit) => of.get(unit) ?? []))];
}

/** unit → who leads it */
function leadersOf({ basis }: AskedRows): Map<number, StaffMember[]> {
  const leaders = new Map<number, StaffMember[]>();
  for (const member of basis.workforce.members) {
    for (const { unitId, position, deputy } of member.postings) {
      if (position !== LEADER || deputy) continue;
      leaders.set(unitId, [...(leaders.get(unitId) ?? []), member]);
    }
  }
  return leaders;
}

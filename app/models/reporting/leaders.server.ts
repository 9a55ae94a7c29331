import type { Viewer } from "~/domain/permissions/viewer";
import { isMet, type Place, placesOf } from "~/domain/reporting/heat-map";
import { countsInMap, isHeld } from "~/domain/reporting/programme-map";
import { FIRST_DATE, type ReportQuery } from "~/domain/reporting/report-query";
import { nameOfUnit, subtreesOf } from "~/domain/reporting/unit-selection";
import { addMonths, civilDateOf } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { servesIn } from "../assessment/managed-attempt.server";
import { reader } from "../database.server";
import { keptRecord } from "../people/records-of.server";
import { headOf, type ReportHead } from "./report-head.server";
import { type AskedRows, askedRows } from "./report-rows.server";
import { scopeOf } from "./scope-units.server";

const LEADER = "leader";
export const SCORE_MONTHS = 12;

/** What facts say of how a unit is led. */
export interface LeaderLine {
  unit: string;
  name: string;
  leaders: { person: string; name: string }[];
  /** certificates that the unit's people have to hold, and hold */
  asked: number;
  held: number;
  overdue: number;
  /** competencies that are missing, on the date and so many months before; null: nothing was required then */
  gaps: number;
  gapsBefore: number | null;
  /** requests about its people that were decided within those months, and those of them in time */
  decided: number;
  inTime: number;
}

/** The units of the next step down, each with what its leaders have to answer for. By today's map. Null: as in `askedRows`. */
export async function loadLeaders(
  viewer: Viewer,
  asked: ReportQuery,
  language: Language,
): Promise<(ReportHead & { lines: LeaderLine[] }) | null> {
  const query: ReportQuery = { ...asked, map: "today" };
  const began = addMonths(query.asOf, -SCORE_MONTHS);
  const now = await askedRows(viewer, query, language);
  const then = began < FIRST_DATE ? null : await askedRows(viewer, { ...query, asOf: began }, language);
  if (!now) return null;
  const { basis, part, rows } = now;
  const requests = await decidedRequests(viewer, query, began);
  const [top, ...others] = part.tops;
  const units = top && others.length === 0 && top.children.length > 0 ? top.children : part.tops;
  const places = placesIn(now, query);
  const placesThen = then && placesIn(then, query);
  return {
    ...headOf(basis, part, language),
    lines: units
      .filter(({ id }) => basis.scope.has(id))
      .map((unit): LeaderLine => {
        const ids = subtreesOf(basis.organisation, [unit.id]);
        const here = ({ postings }: { postings: readonly { unitId: number }[] }) =>
          postings.some(({ unitId }) => ids.has(unitId));
        const counted = rows.filter((row) => countsInMap(row) && here(row));
        const people = new Set(basis.workforce.members.filter(here).map(({ publicId }) => publicId));
        const about = requests.filter(({ person }) => people.has(person));
        const before = placesThen?.filter(here);
        return {
          unit: unit.publicId,
          name: nameOfUnit(basis.organisation, unit)[language],
          leaders: basis.workforce.members
            .filter(({ postings }) =>
              postings.some(({ unitId, position, deputy }) => unitId === unit.id && position === LEADER && !deputy),
            )
            .map(({ publicId, fullName }) => ({ person: publicId, name: fullName })),
          asked: counted.length,
          held: counted.filter(isHeld).length,
          overdue: counted.filter(({ overdue }) => overdue).length,
          gaps: gapsOf(places.filter(here)),
          gapsBefore: before && before.length > 0 ? gapsOf(before) : null,
          decided: about.length,
          inTime: about.filter(({ inTime }) => inTime).length,
        };
      }),
  };
}

function placesIn({ basis, part }: AskedRows, query: ReportQuery): Place[] {
  return placesOf(basis.proven, basis.positions, { units: part.units, position: query.position });
}

function gapsOf(places: readonly Place[]): number {
  return places.reduce((sum, { gaps }) => sum + gaps.filter((gap) => !isMet(gap)).length, 0);
}

/** Requests about people in the viewer's reach that were decided between two days: about whom, and whether in time. */
async function decidedRequests(
  viewer: Viewer,
  { asOf, today }: ReportQuery,
  began: string,
): Promise<{ person: string; inTime: boolean }[]> {
  const client = await reader();
  const scope = await scopeOf(viewer, "see-people", today);
  const rows = await client.$queryRaw<{ person: string; due: string; at: string }[]>`
    SELECT p.public_id AS person, r.due, e.at FROM request r
    JOIN request_event e ON e.request_id = r.id AND e.kind IN ('approved', 'refused', 'answered')
    JOIN person p ON p.id = ${keptRecord("r.person_id")}
    WHERE e.at >= ${`${began}T`} AND ${servesIn(scope, keptRecord("r.person_id"), today)}`;
  return rows
    .filter(({ at }) => civilDateOf(at) > began && civilDateOf(at) <= asOf)
    .map(({ person, due, at }) => ({ person, inTime: civilDateOf(at) <= due }));
}

import { LRUCache } from "lru-cache";
import type { Power } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import { type AskedOn, askedOn } from "~/domain/reporting/asked-on";
import { type CoveragePoint, monthPoints } from "~/domain/reporting/coverage-over-time";
import type { PersonFacts } from "~/domain/reporting/person-facts";
import { FIRST_DATE, type ReportQuery } from "~/domain/reporting/report-query";
import { standingFor } from "~/domain/reporting/roll-up";
import { type Selection, type StaffPosting, selects } from "~/domain/reporting/workforce";
import { type CivilDate, holdsOn } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { organisationAsOf, organisationFacts } from "../organisation/organisation-facts.server";
import { eachInTurns } from "./in-turns.server";
import { reportBasis } from "./report-basis.server";
import { headOf, type ReportHead } from "./report-head.server";
import { partOf } from "./report-part.server";
import { type ReportRules, reportRules } from "./report-rules.server";
import type { Scope } from "./scope-units.server";
import { onMap } from "./todays-map.server";
import { unitsOfPart } from "./units-of-part.server";
import { workforceFacts } from "./workforce-facts.server";

export interface CoverageSeriesView extends ReportHead {
  /** oldest first; the last one is the date of the query */
  points: CoveragePoint[];
}

/**
 * The share of certificates asked for that were in force at the ends of so many months, by what is known now. Each point counts what
 * the list of its date has, without making that list. Null: the unit asked for is unknown or out of the viewer's scope.
 */
export async function loadCoverageSeries(
  viewer: Viewer,
  query: ReportQuery,
  months: number,
  language: Language,
  power: Power = "see-people",
): Promise<CoverageSeriesView | null> {
  const basis = await onMap(await reportBasis(viewer, power, { asOf: query.asOf, today: query.today }), query);
  const part = partOf(basis, query.unit, language);
  if (!part) return null;
  const { people } = await workforceFacts();
  const points: CoveragePoint[] = [];
  for (const date of monthPoints(query.asOf, months, FIRST_DATE)) {
    const rules = await reportRules(date, null);
    const map = await mapOf(query, rules, basis.scope);
    if (map) points.push(await pointOf(people, rules, basis.scope, date, query, map));
  }
  return { ...headOf(basis, part, language), points };
}

/** Which units are asked of on a date, and where a unit of that date stands on the map of the question. */
interface UnitMap {
  units: ReadonlySet<number> | null;
  placeOf(unitId: number): number;
}

async function mapOf(query: ReportQuery, { facts, organisation }: ReportRules, scope: Scope): Promise<UnitMap | null> {
  const today = query.map === "today";
  const [drawn, of] = today ? [await organisationFacts(), await organisationAsOf(query.today)] : [facts, organisation];
  const standing = today ? standingFor(drawn, of) : (unitId: number) => unitId;
  const placeOf = (unitId: number) => standing(unitId) ?? unitId;
  if (query.unit === null) return { units: null, placeOf };
  const unit = drawn.units.find(({ publicId }) => publicId === query.unit);
  return unit ? { units: unitsOfPart({ facts: drawn, organisation: of, scope }, unit.id).units, placeOf } : null;
}

async function pointOf(
  people: readonly PersonFacts[],
  rules: ReportRules,
  scope: Scope,
  date: CivilDate,
  query: ReportQuery,
  map: UnitMap,
): Promise<CoveragePoint> {
  const dayOf = askedDays(date, rules);
  const selection: Selection = { units: map.units, position: query.position };
  const all = selection.units === null && selection.position === null;
  const isSelected = (posting: StaffPosting | undefined) =>
    posting !== undefined && selects(selection, { unitId: map.placeOf(posting.unitId), position: posting.position });
  let asked = 0;
  let inForce = 0;
  await eachInTurns(people, (facts) => {
    const day = dayOf(facts, scope.has);
    if (!day || (query.employment && day.employment !== query.employment)) return;
    for (const { programme, held, postings } of day.certificates) {
      if (query.programme !== null && programme !== query.programme) continue;
      if (!all && !postings.some((place) => isSelected(facts.postings[place]))) continue;
      asked += 1;
      if (held) inForce += 1;
    }
  });
  return { date, asked, inForce };
}

interface KnownDays {
  of: WeakMap<PersonFacts, AskedOn | null>;
  /** those met on the date, by what they say: a few hundred stand for everyone */
  shared: Map<string, AskedOn>;
}

/** Three series of a year, or one by three sets of rules. */
const MOST_DAYS = 40;
const days = new LRUCache<string, KnownDays>({ max: MOST_DAYS });

/** What was asked of people on a date: worked out once for a person, and again only when something is recorded of them. */
function askedDays(
  date: CivilDate,
  { key, duties }: ReportRules,
): (facts: PersonFacts, inScope: (unitId: number) => boolean) => AskedOn | null {
  const kept = days.get(key) ?? { of: new WeakMap(), shared: new Map() };
  days.set(key, kept);
  const share = (day: AskedOn) => {
    const text = nameOf(day);
    const known = kept.shared.get(text) ?? day;
    kept.shared.set(text, known);
    return known;
  };
  return (facts, inScope) => {
    // of posts elsewhere the viewer knows nothing, nor of what they ask for
    if (!facts.postings.every((posting) => inScope(posting.unitId) || !holdsOn(posting, date)))
      return askedOn(facts, duties, date, inScope);
    const known = kept.of.get(facts);
    if (known !== undefined) return known;
    const made = askedOn(facts, duties, date);
    const day = made && share(made);
    kept.of.set(facts, day);
    return day;
  };
}

/** Equal for equal days. */
function nameOf({ employment, certificates }: AskedOn): string {
  let name = employment ?? "";
  for (const { programme, held, postings } of certificates) name += ` ${programme}${held ? "+" : "-"}${postings}`;
  return name;
}

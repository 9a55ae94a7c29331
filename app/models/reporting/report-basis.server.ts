import { setImmediate } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import type { Programme } from "~/domain/certification/programme";
import type { Competency, Position } from "~/domain/competency/framework";
import type { Levels } from "~/domain/competency/standing";
import type { CourseVersion } from "~/domain/course/course-version";
import type { OrganisationAsOf } from "~/domain/organisation/organisation-as-of";
import type { OrganisationFacts } from "~/domain/organisation/organisation-facts";
import type { Power } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CertificationRow } from "~/domain/reporting/certification-list";
import { type FocalProgramme, focalProgrammeOf } from "~/domain/reporting/focal-network";
import { type FocalUnitsAsked, focalUnitsAsked } from "~/domain/reporting/focal-units";
import { topsOf, treeOrder } from "~/domain/reporting/unit-selection";
import { isCollaborator, type StaffMember, type Workforce } from "~/domain/reporting/workforce";
import type { Setting } from "~/domain/settings/setting";
import type { CivilDate } from "~/domain/time/civil-date";
import { currentCourses } from "../course/courses-up-to.server";
import { latestChangeId } from "../database.server";
import { organisationAsOf, organisationFacts } from "../organisation/organisation-facts.server";
import { peopleOn, vacantPosts } from "./load-workforce.server";
import type { KnownAt } from "./read-facts.server";
import { reportRules } from "./report-rules.server";
import { type Scope, scopeOf, scopeThen } from "./scope-units.server";
import { unitsOfPart } from "./units-of-part.server";
import { changeKnownOn, workforceFacts, workforceFactsThen } from "./workforce-facts.server";

/** All that the reports of one scope and date are made of. It never changes: a new change makes a new one. */
export interface ReportBasis {
  scope: Scope;
  /** of the scope, or of the part of it that the basis was made for */
  workforce: Workforce;
  facts: OrganisationFacts;
  organisation: OrganisationAsOf;
  /** where the viewer's part of the tree begins on the date */
  tops: OrganisationAsOf["roots"];
  /** place of each unit in the tree */
  order: ReadonlyMap<number, number>;
  competencies: readonly Competency[];
  positions: ReadonlyMap<string, Position>;
  programmes: ReadonlyMap<string, Programme>;
  /** as they are today */
  courses: readonly CourseVersion[];
  focal: FocalProgramme & FocalUnitsAsked;
  /** as agreed on for the date */
  settings: Setting;
  /** of the staff; collaborators are outside its counts */
  proven: ReadonlyMap<StaffMember, Levels>;
  /** every duty of everyone in the workforce, by name; what is shown as a list is put in the order of units */
  certification: readonly CertificationRow[];
  /** what was worked out from this basis is kept with it */
  remember<T extends object>(key: string, work: () => T): T;
}

interface Dates {
  asOf: CivilDate;
  today: CivilDate;
  /** "then": by what was recorded by the end of the date alone */
  known?: "then";
}

/** Each as large as it has people: together about as much as three of a house of 20,000. */
const bases = new LRUCache<string, Promise<ReportBasis>>({ max: 400, maxSize: 60_000 });
const VIEWS_KEPT = 200;

/** The basis of what a viewer may see by a power, on a date: a function of the newest change, the scope and the date. */
export async function reportBasis(viewer: Viewer, power: Power, dates: Dates): Promise<ReportBasis> {
  const [changeId, scope] = [await latestChangeId(), await scopeOf(viewer, power, dates.today)];
  return basisOf(changeId, scope, dates, null);
}

/**
 * The same for the report of one unit: its workforce is that of the unit and all below it, so that one office of a large house is
 * not waited for longer than one of a small house. Ask it about no other part.
 */
export async function unitBasis(viewer: Viewer, power: Power, dates: Dates, unitId: number): Promise<ReportBasis> {
  const [changeId, scope, facts, organisation] = await Promise.all([
    latestChangeId(),
    scopeOf(viewer, power, dates.today),
    organisationFacts(),
    organisationAsOf(dates.asOf),
  ]);
  const { units } = unitsOfPart({ facts, organisation, scope }, unitId);
  const isWhole = [...organisation.byId.keys()].every((id) => units.has(id) || !scope.has(id));
  return basisOf(changeId, scope, dates, isWhole ? null : { unitId, units });
}

/** The basis of a scope that was fixed before, for a report that was kept. */
export async function basisOfScope(scope: Scope, dates: Dates & { knownAt: KnownAt }): Promise<ReportBasis> {
  return basisOf(await latestChangeId(), scope, dates, null, dates.knownAt);
}

async function basisOf(
  changeId: number,
  scope: Scope,
  dates: Dates,
  part: { unitId: number; units: ReadonlySet<number> } | null,
  fixed?: KnownAt,
): Promise<ReportBasis> {
  const knownAt = fixed ?? (dates.known === "then" ? await changeKnownOn(dates.asOf) : null);
  // what was known then does not change, but who may see it does: the scope's key names its day
  const key = `${changeId} ${knownAt ?? "now"} ${scope.key} ${dates.asOf} ${part?.unitId ?? "all"}`;
  const known = bases.get(key);
  if (known) return known;
  const made = makeBasis(scope, dates, knownAt, part?.units ?? null);
  bases.set(key, made, { size: 1 });
  // a failure is not kept
  made.then(
    (basis) => bases.set(key, made, { size: 1 + basis.workforce.members.length }),
    () => bases.delete(key),
  );
  return made;
}

async function makeBasis(
  viewersScope: Scope,
  { asOf, today }: Dates,
  knownAt: KnownAt,
  units: ReadonlySet<number> | null,
): Promise<ReportBasis> {
  const [rules, courses, all] = await Promise.all([
    reportRules(asOf, knownAt),
    currentCourses(today),
    knownAt === null ? workforceFacts() : workforceFactsThen(knownAt),
  ]);
  const { facts, organisation, positions, settings } = rules;
  const scope = knownAt === null ? viewersScope : scopeThen(viewersScope, await organisationFacts(), facts);
  const people = await peopleOn(all, rules, scope, asOf, units);
  const members = people.map(({ member }) => member);
  const proven = new Map<StaffMember, Levels>();
  const rows: CertificationRow[] = [];
  for (const each of people) {
    if (!isCollaborator(each.member)) proven.set(each.member, each.levels);
    for (const row of each.rows) rows.push(row);
  }
  await setImmediate();
  const focalPositions = new Set([...positions.values()].filter((each) => each.focal).map((each) => each.key));
  const focalProgramme = focalProgrammeOf(rules.duties.rules, focalPositions);
  const views = new LRUCache<string, object>({ max: VIEWS_KEPT });
  return {
    scope,
    workforce: {
      asOf,
      members,
      vacancies: vacantPosts(all, asOf, (unitId) => (units === null ? scope.has(unitId) : units.has(unitId))),
    },
    facts,
    organisation,
    tops: topsOf(organisation, scope.has),
    order: treeOrder(organisation),
    competencies: rules.competencies,
    positions,
    programmes: rules.programmes,
    courses,
    settings,
    focal: {
      ...focalUnitsAsked(settings),
      positions: focalPositions,
      programme: focalProgramme,
      renewalWindowDays: focalProgramme === null ? 0 : rules.duties.renewalWindowDays(focalProgramme),
    },
    proven,
    certification: rows,
    remember<T extends object>(key: string, work: () => T): T {
      const kept = views.get(key) as T | undefined;
      if (kept) return kept;
      const made = work();
      views.set(key, made);
      return made;
    },
  };
}

import { LRUCache } from "lru-cache";
import type { Programme } from "~/domain/certification/programme";
import type { Competency, Position } from "~/domain/competency/framework";
import type { Levels } from "~/domain/competency/standing";
import type { CourseVersion } from "~/domain/course/course-version";
import type { OrganisationAsOf } from "~/domain/organisation/organisation-as-of";
import type { OrganisationFacts } from "~/domain/organisation/organisation-facts";
import type { Power } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import { type CertificationRow, certificationRows } from "~/domain/reporting/certification-list";
import { type FocalProgramme, focalProgrammeOf } from "~/domain/reporting/focal-network";
import { type FocalUnitsAsked, focalUnitsAsked } from "~/domain/reporting/focal-units";
import { standings } from "~/domain/reporting/heat-map";
import { topsOf, treeOrder } from "~/domain/reporting/unit-selection";
import { isCollaborator, type StaffMember, type Workforce } from "~/domain/reporting/workforce";
import type { Setting } from "~/domain/settings/setting";
import type { CivilDate } from "~/domain/time/civil-date";
import { currentCourses } from "../course/courses-up-to.server";
import { frameworksAsOf } from "../course/frameworks.server";
import { latestChangeId } from "../database.server";
import { dutyRules } from "../enrolment/duty-rules.server";
import { organisationAsOf, organisationFacts } from "../organisation/organisation-facts.server";
import { allSettingsOn } from "../settings/settings.server";
import { loadWorkforce } from "./load-workforce.server";
import { type Scope, scopeOf } from "./scope-units.server";
import { unitsOfPart } from "./units-of-part.server";

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
  /** every duty of everyone in the workforce, by unit and name */
  certification: readonly CertificationRow[];
  /** what was worked out from this basis is kept with it */
  remember<T extends object>(key: string, work: () => T): T;
}

interface Dates {
  asOf: CivilDate;
  today: CivilDate;
}

const bases = new LRUCache<string, Promise<ReportBasis>>({ max: 24 });
/** each as large as it has units: together about as much as two of the whole house */
const unitBases = new LRUCache<string, Promise<ReportBasis>>({ maxSize: 800 });
const VIEWS_KEPT = 200;

/** The basis of what a viewer may see by a power, on a date: a function of the newest change, the scope and the date. */
export async function reportBasis(viewer: Viewer, power: Power, dates: Dates): Promise<ReportBasis> {
  const changeId = await latestChangeId();
  const scope = await scopeOf(viewer, power, dates.today);
  const key = `${changeId} ${scope.key} ${dates.asOf}`;
  return bases.get(key) ?? keep(bases, key, makeBasis(scope, dates, scope.units));
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
  const key = `${changeId} ${scope.key} ${dates.asOf} ${unitId}`;
  const known = unitBases.get(key);
  if (known) return known;
  const { units } = unitsOfPart({ facts, organisation, scope }, unitId);
  const isWhole = [...organisation.byId.keys()].every((id) => units.has(id) || !scope.has(id));
  if (isWhole) return reportBasis(viewer, power, dates);
  return keep(unitBases, key, makeBasis(scope, dates, [...units]), { size: Math.max(1, units.size) });
}

function keep(
  kept: LRUCache<string, Promise<ReportBasis>>,
  key: string,
  basis: Promise<ReportBasis>,
  weight: { size?: number } = {},
): Promise<ReportBasis> {
  kept.set(key, basis, weight);
  // a failure is not kept
  basis.catch(() => kept.delete(key));
  return basis;
}

async function makeBasis(scope: Scope, { asOf, today }: Dates, units: Scope["units"]): Promise<ReportBasis> {
  const [facts, organisation, frameworks, courses, workforce, rules, settings] = await Promise.all([
    organisationFacts(),
    organisationAsOf(asOf),
    frameworksAsOf(asOf),
    currentCourses(today),
    loadWorkforce(scope, asOf, units),
    dutyRules(asOf),
    allSettingsOn(asOf),
  ]);
  const positions = new Map(frameworks.positions.content.positions.map((each) => [each.key, each]));
  const programmes = new Map(frameworks.certifications.content.programmes.map((each) => [each.key, each]));
  const focalPositions = new Set([...positions.values()].filter((each) => each.focal).map((each) => each.key));
  const focalProgramme = focalProgrammeOf(rules.rules, focalPositions);
  const order = treeOrder(organisation);
  const rows = certificationRows(workforce.members, rules, asOf);
  const placeOf = (row: CertificationRow) => order.get(row.postings[0]?.unitId ?? 0) ?? order.size;
  const views = new LRUCache<string, object>({ max: VIEWS_KEPT });
  return {
    scope,
    workforce,
    facts,
    organisation,
    tops: topsOf(organisation, scope.has),
    order,
    competencies: frameworks.competencies.content.competencies,
    positions,
    programmes,
    courses,
    settings,
    focal: {
      ...focalUnitsAsked(settings),
      positions: focalPositions,
      programme: focalProgramme,
      renewalWindowDays: focalProgramme === null ? 0 : rules.renewalWindowDays(focalProgramme),
    },
    proven: standings(
      workforce.members.filter((member) => !isCollaborator(member)),
      asOf,
    ),
    // members come in the order of names, and sorting keeps that within a unit
    certification: rows.sort((a, b) => placeOf(a) - placeOf(b)),
    remember<T extends object>(key: string, work: () => T): T {
      const kept = views.get(key) as T | undefined;
      if (kept) return kept;
      const made = work();
      views.set(key, made);
      return made;
    },
  };
}

import { ancestorsOf, levelLabelOn } from "~/domain/organisation/organisation-as-of";
import type { Level, Unit } from "~/domain/organisation/organisation-facts";
import { hasPower, type Viewer } from "~/domain/permissions/viewer";
import { filterCertification, inOrderOfUnits, isOpen } from "~/domain/reporting/certification-list";
import { isShort, peopleIn, placesOf } from "~/domain/reporting/heat-map";
import { onboardingTimes } from "~/domain/reporting/onboarding-time";
import { unitHistory } from "~/domain/reporting/unit-history";
import { nameAround, nameOfUnit } from "~/domain/reporting/unit-selection";
import { selects } from "~/domain/reporting/workforce";
import { type CivilDate, daysBetween } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { organisationAsOf, organisationFacts } from "../organisation/organisation-facts.server";
import { type CertificationLine, certificationLine } from "./certification-view.server";
import { type FocalView, focalPlaces, focalView } from "./focal-view.server";
import { type HeatView, heatView } from "./heat-view.server";
import { type ReportBasis, unitBasis } from "./report-basis.server";
import { partOf, positionName, type ReportPart, unitName } from "./report-part.server";
import { type TurnoverView, turnoverView } from "./turnover-view.server";
import {
  type CollaboratorLine,
  collaboratorLines,
  type StaffLine,
  staffLines,
  type UnitLine,
  unitLines,
} from "./unit-lines.server";

export interface UnitPageView {
  unit: string;
  name: string;
  level: Level;
  /** what the level was called on the date */
  levelLabel: string | null;
  area: { code: string; name: string } | null;
  /** stands for units that are not loaded */
  sample: boolean;
  /** whether it existed on the date */
  exists: boolean;
  above: { unit: string; name: string }[];
  below: { unit: string; name: string }[];
  history: UnitEventView[];
  /** null: the viewer may not see its people */
  report: UnitReport | null;
}

export interface UnitEventView {
  kind: "created" | "renamed" | "moved" | "area" | "ended";
  date: CivilDate;
  name: string;
  /** code of the area, where the event is about one */
  code: string | null;
  city: boolean;
  units: { unit: string; name: string }[];
}

export interface UnitReport {
  /** staff; collaborators stand apart */
  people: number;
  collaborators: CollaboratorLine[];
  hiddenCollaborators: number;
  turnover: TurnoverView;
  short: number;
  /** programmes not held in force; overdue: their date has passed */
  open: number;
  overdue: CertificationLine[];
  hiddenOverdue: number;
  /** those whom the overdue ones are of */
  overduePeople: number;
  heat: HeatView;
  units: UnitLine[];
  staff: StaffLine[];
  vacancies: { unit: string; position: string; deputy: boolean; since: CivilDate; days: number }[];
  hiddenVacancies: number;
  onboarding: { person: string; name: string; days: number; done: boolean }[];
  focal: FocalView | null;
}

const LINES_SHOWN = 20;

/** A unit on a date: names and history for everyone on the staff, its people where the viewer may see them. Null: unknown. */
export async function loadUnitPage(
  viewer: Viewer,
  publicId: string,
  dates: { asOf: CivilDate; today: CivilDate },
  language: Language,
): Promise<UnitPageView | null> {
  const [facts, organisation] = await Promise.all([organisationFacts(), organisationAsOf(dates.asOf)]);
  const unit = facts.units.find((each) => each.publicId === publicId);
  if (!unit) return null;
  const standing = organisation.byId.get(unit.id);
  const link = (each: { publicId: string; name: Record<Language, string> }) => ({
    unit: each.publicId,
    name: each.name[language],
  });
  return {
    unit: publicId,
    name: (standing ? nameOfUnit(organisation, standing) : nameAround(facts, unit.id, dates.asOf))[language],
    level: unit.level,
    levelLabel: levelLabelOn(facts, unit.level, dates.asOf)?.[language] ?? null,
    area: standing?.area ? { code: standing.area.code, name: standing.area.name[language] } : null,
    sample: unit.sample,
    exists: standing !== undefined,
    above: ancestorsOf(organisation, unit.id).map(link),
    below: standing?.children.map(link) ?? [],
    history: unitHistory(facts, unit.id, dates.asOf).map((event) => ({
      kind: event.kind,
      date: event.date,
      name: "name" in event ? event.name[language] : "area" in event ? event.area[language] : "",
      code: "code" in event ? event.code : null,
      city: "city" in event && event.city,
      units: ("from" in event
        ? event.from
        : "into" in event
          ? event.into
          : "parent" in event
            ? [event.parent]
            : []
      ).map(link),
    })),
    report: hasPower(viewer, "see-people") ? await unitReport(viewer, unit, dates, language) : null,
  };
}

/** The people of a unit and all below it on a date. Null: out of the viewer's scope. */
export async function unitReport(
  viewer: Viewer,
  unit: Pick<Unit, "id" | "publicId">,
  dates: { asOf: CivilDate; today: CivilDate },
  language: Language,
): Promise<UnitReport | null> {
  return reportOf(await unitBasis(viewer, "see-people", dates, unit.id), unit, language);
}

/** The same from a basis that has the unit's workforce in it. */
export async function reportOf(
  basis: ReportBasis,
  unit: Pick<Unit, "id" | "publicId">,
  language: Language,
): Promise<UnitReport | null> {
  const part = partOf(basis, unit.publicId, language);
  if (!part) return null;
  const turnover = await turnoverView(basis, part, language);
  return basis.remember(`unit ${language} ${unit.id}`, () => makeReport(basis, unit, part, turnover, language));
}

function makeReport(
  basis: ReportBasis,
  unit: Pick<Unit, "id">,
  part: ReportPart,
  turnover: TurnoverView,
  language: Language,
): UnitReport {
  const selection = { units: part.units, position: null };
  const places = placesOf(basis.proven, basis.positions, selection);
  const rows = inOrderOfUnits(
    filterCertification(basis.certification, { ...selection, programme: null, state: "all" }),
    basis.order,
  );
  const late = rows.filter((row) => row.overdue);
  const vacant = basis.workforce.vacancies.filter((post) => selects(selection, post));
  const helping = collaboratorLines(basis, part, rows, language);
  const focal = focalPlaces(basis, part).filter((place) => place.unit.id === unit.id);
  return {
    people: peopleIn(places),
    collaborators: helping.slice(0, LINES_SHOWN),
    hiddenCollaborators: Math.max(0, helping.length - LINES_SHOWN),
    turnover,
    short: peopleIn(places.filter(isShort)),
    open: rows.filter((row) => isOpen(row.state)).length,
    overdue: late.slice(0, LINES_SHOWN).map((row) => certificationLine(basis, row, language)),
    hiddenOverdue: Math.max(0, late.length - LINES_SHOWN),
    overduePeople: new Set(late.map((row) => row.member)).size,
    heat: heatView(basis, places, null, language),
    units: unitLines(basis, part, places, rows, language),
    staff: staffLines(basis, unit.id, places, rows, language),
    vacancies: vacant.slice(0, LINES_SHOWN).map((post) => ({
      unit: unitName(basis, post.unitId, language),
      position: positionName(basis, post.position, language),
      deputy: post.deputy,
      since: post.since,
      days: daysBetween(post.since, basis.workforce.asOf),
    })),
    hiddenVacancies: Math.max(0, vacant.length - LINES_SHOWN),
    onboarding: onboardingOf(basis, rows),
    focal: focal[0] ? focalView(focal[0], language) : null,
  };
}

/** Those who are at it, longest first, then those who were done last. */
function onboardingOf(basis: ReportBasis, rows: Parameters<typeof onboardingTimes>[0]): UnitReport["onboarding"] {
  const programme = [...basis.programmes.values()].find(({ track }) => track === "onboarding");
  if (!programme) return [];
  return onboardingTimes(rows, programme.key, basis.workforce.asOf)
    .sort((a, b) => Number(a.done) - Number(b.done) || b.days - a.days)
    .slice(0, LINES_SHOWN)
    .map(({ member, days, done }) => ({ person: member.publicId, name: member.fullName, days, done }));
}

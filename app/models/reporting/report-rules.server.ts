import { LRUCache } from "lru-cache";
import type { Programme } from "~/domain/certification/programme";
import type { Competency, Position } from "~/domain/competency/framework";
import { mergeRules } from "~/domain/enrolment/app-rule";
import type { DutyRules } from "~/domain/enrolment/duties";
import { type OrganisationAsOf, unitsAsOf } from "~/domain/organisation/organisation-as-of";
import type { OrganisationFacts } from "~/domain/organisation/organisation-facts";
import { type Setting, settingsOn } from "~/domain/settings/setting";
import type { CivilDate } from "~/domain/time/civil-date";
import { makeCalendar } from "~/domain/time/working-days";
import { frameworksAsOf } from "../course/frameworks.server";
import { reader } from "../database.server";
import { dutyRules } from "../enrolment/duty-rules.server";
import { placesIn } from "../enrolment/unit-places.server";
import { loadOrganisationFacts, organisationAsOf, organisationFacts } from "../organisation/organisation-facts.server";
import { readAppRules } from "../rules/rules-in-force.server";
import { allSettingsOn, readSettingFacts } from "../settings/settings.server";
import { readRecordedDays } from "../time/working-days.server";
import type { KnownAt } from "./read-facts.server";

/** What a report of a date is judged by, whoever it is of. */
export interface ReportRules {
  facts: OrganisationFacts;
  organisation: OrganisationAsOf;
  competencies: readonly Competency[];
  positions: ReadonlyMap<string, Position>;
  programmes: ReadonlyMap<string, Programme>;
  duties: DutyRules;
  settings: Setting;
  /** equal where all that duties are decided by is equal, whatever else was recorded meanwhile */
  key: string;
}

/** @param knownAt newest change to take in; null: all */
export async function reportRules(asOf: CivilDate, knownAt: KnownAt): Promise<ReportRules> {
  const [frameworks, { facts, organisation, duties, settings }] = await Promise.all([
    frameworksAsOf(asOf, knownAt),
    knownAt === null ? rulesNow(asOf) : rulesThen(asOf, knownAt),
  ]);
  const programmes = new Map(frameworks.certifications.content.programmes.map((each) => [each.key, each]));
  const key = JSON.stringify([
    asOf,
    namedBy(facts),
    duties.rules,
    [...duties.calendar.exceptions],
    duties.returnDays,
    [...programmes.keys()].map((each) => [each, duties.renewalWindowDays(each)]),
  ]);
  const positions = positionsBy(JSON.stringify(frameworks.positions.content.positions), () =>
    frameworks.positions.content.positions.map((each) => [each.key, each]),
  );
  return {
    facts,
    organisation,
    competencies: frameworks.competencies.content.competencies,
    positions,
    programmes,
    duties,
    settings,
    key,
  };
}

async function rulesNow(asOf: CivilDate) {
  const [facts, organisation, duties, settings] = await Promise.all([
    organisationFacts(),
    organisationAsOf(asOf),
    dutyRules(asOf),
    allSettingsOn(asOf),
  ]);
  return { facts, organisation, duties, settings };
}

/** What was known then does not change any more: it is read once. */
const organisations = new LRUCache<string, Promise<OrganisationFacts>>({ max: 8 });

async function rulesThen(asOf: CivilDate, knownAt: number) {
  const client = await reader();
  const key = String(knownAt);
  const reading = organisations.get(key) ?? loadOrganisationFacts(client, knownAt);
  organisations.set(key, reading);
  reading.catch(() => organisations.delete(key));
  const facts = await reading;
  const organisation = unitsAsOf(facts, asOf);
  const [frameworks, appRules, days, settingFacts] = await Promise.all([
    frameworksAsOf(asOf, knownAt),
    readAppRules(client, knownAt),
    readRecordedDays(knownAt),
    readSettingFacts(knownAt),
  ]);
  const settings = settingsOn(settingFacts, asOf);
  const windows = new Map(
    frameworks.certifications.content.programmes.map(({ key: programme, renewal }) => [programme, renewal.window_days]),
  );
  const duties: DutyRules = {
    rules: mergeRules(frameworks["assignment-rules"].content.rules, appRules),
    calendar: makeCalendar(days),
    returnDays: settings["return-days"],
    units: placesIn(facts, organisation),
    renewalWindowDays: (programme) => windows.get(programme) ?? 0,
  };
  return { facts, organisation, duties, settings };
}

const named = new WeakMap<OrganisationFacts, number>();
let lastName = 0;

/** The organisation's facts stay the same object while nothing touches them. */
function namedBy(facts: OrganisationFacts): number {
  const known = named.get(facts) ?? ++lastName;
  named.set(facts, known);
  return known;
}

const MOST_POSITIONS = 20;
const sets = new Map<string, ReadonlyMap<string, Position>>();

/** One object for equal positions: what is worked out by them is kept with it. */
function positionsBy(key: string, entries: () => [string, Position][]): ReadonlyMap<string, Position> {
  const known = sets.get(key);
  if (known) return known;
  if (sets.size >= MOST_POSITIONS) sets.clear();
  const made = new Map(entries());
  sets.set(key, made);
  return made;
}

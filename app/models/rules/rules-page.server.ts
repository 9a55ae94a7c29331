import { lastDayOf } from "~/domain/certification/certificate-status";
import type { RuleStatus } from "~/domain/enrolment/app-rule";
import { type AssignmentRule, conditionOf, isRuleInForce } from "~/domain/enrolment/assignment-rule";
import type { Condition } from "~/domain/enrolment/rule-condition";
import { touches } from "~/domain/enrolment/rule-preview";
import type { Power } from "~/domain/permissions/role";
import { hasPower, hasRole, type Viewer } from "~/domain/permissions/viewer";
import { nameAround } from "~/domain/reporting/unit-selection";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { frameworksAsOf } from "../course/frameworks.server";
import { reader } from "../database.server";
import { dutyRules } from "../enrolment/duty-rules.server";
import { organisationFacts } from "../organisation/organisation-facts.server";
import { actsByIds, type RecordedAct } from "../recorded-changes.server";
import { type Scope, scopeOf } from "../reporting/scope-units.server";
import { keepsRules } from "./keeps-rules.server";
import { ruleSubjects } from "./rule-subjects.server";
import { type AppRule, appRules, rulesAsOf } from "./rules-in-force.server";

/** How a rule stands on a day. "planned": active, and its first day is to come. */
export type RuleStanding = "draft" | "planned" | "active" | "ended";

export interface RuleLine {
  id: string;
  title: string;
  programme: string;
  dueDays: number;
  document: string;
  from: CivilDate;
  /** last day; null: no end */
  until: CivilDate | null;
  standing: RuleStanding;
  /** written in the files of the house */
  fromFiles: boolean;
}

export interface RuleView extends RuleLine {
  key: string;
  status: RuleStatus;
  reason: string;
  issuer: string;
  course: string;
  condition: Condition;
  /** what keys and ids in the condition are called */
  names: Record<string, string>;
  /** whom it means today, in the viewer's reach */
  people: number;
  replaces: { id: string; title: string } | null;
  history: RecordedAct[];
  /** may be changed by the viewer */
  keeps: boolean;
}

/** A rule of the files has no id of its own: its key stands behind this. */
const OF_FILES = "f-";

/** By which power a viewer may read rules; null: by none. Inspectors read by what lets them see people. */
export function rulesPower(viewer: Viewer): Power | null {
  if (hasPower(viewer, "manage-rules")) return "manage-rules";
  if (hasPower(viewer, "assign-duties")) return "assign-duties";
  return hasRole(viewer, "inspector") ? "see-people" : null;
}

export function rulesScope(viewer: Viewer, today: CivilDate): Promise<Scope> {
  return scopeOf(viewer, rulesPower(viewer) ?? "manage-rules", today);
}

/** Every rule, those of the files among them, the earliest first. */
export async function loadRules(viewer: Viewer, today: CivilDate, language: Language) {
  const [all, frameworks] = await Promise.all([everyRule(today), frameworksAsOf(today)]);
  const programmes = frameworks.certifications.content.programmes;
  const lines = all.map((each) => lineOf(each, today, language, programmes));
  return { lines, keeps: await keepsRules(viewer, today) };
}

/** One rule by the id of its page; null: there is none. */
export async function findRule(id: string, today: CivilDate): Promise<EachRule | null> {
  return (await everyRule(today)).find((each) => each.id === id) ?? null;
}

export async function loadRule(
  viewer: Viewer,
  id: string,
  today: CivilDate,
  language: Language,
): Promise<RuleView | null> {
  const found = await findRule(id, today);
  if (!found) return null;
  const [frameworks, scope, all, keeps] = await Promise.all([
    frameworksAsOf(today),
    rulesScope(viewer, today),
    everyRule(today),
    keepsRules(viewer, today),
  ]);
  const { rule, app } = found;
  const condition = conditionOf(rule);
  const replaced = app?.replaces ? all.find((each) => each.rule.key === app.replaces) : undefined;
  return {
    ...lineOf(found, today, language, frameworks.certifications.content.programmes),
    key: rule.key,
    status: app?.status ?? "active",
    reason: rule.reason[language],
    issuer: rule.issuer[language],
    course: rule.assigns.course,
    condition,
    names: await conditionNames(condition, today, language),
    people: await countPeople(rule, scope, today),
    replaces: replaced ? { id: replaced.id, title: replaced.rule.title[language] } : null,
    history: app ? await historyOf(app.publicId) : [],
    keeps,
  };
}

export interface EachRule {
  id: string;
  rule: AssignmentRule;
  app: AppRule | null;
}

async function everyRule(today: CivilDate): Promise<EachRule[]> {
  const [app, all] = await Promise.all([appRules(), rulesAsOf(today)]);
  const ours = new Set(app.map(({ rule }) => rule));
  const files = all
    .filter((rule) => !ours.has(rule))
    .map((rule) => ({ id: `${OF_FILES}${rule.key}`, rule, app: null }));
  return [...files, ...app.map((each) => ({ id: each.publicId, rule: each.rule, app: each }))];
}

function lineOf(
  { id, rule, app }: EachRule,
  today: CivilDate,
  language: Language,
  programmes: readonly { key: string; short: Record<Language, string> }[],
): RuleLine {
  return {
    id,
    title: rule.title[language],
    programme: programmes.find(({ key }) => key === rule.assigns.programme)?.short[language] ?? rule.assigns.programme,
    dueDays: rule.due_days,
    document: rule.document,
    from: rule.valid_from,
    until: lastDayOf(rule.valid_to),
    standing: standingOf(rule, app, today),
    fromFiles: app === null,
  };
}

function standingOf(rule: AssignmentRule, app: AppRule | null, today: CivilDate): RuleStanding {
  if (app?.status === "draft") return "draft";
  if (isRuleInForce(rule, today)) return "active";
  return rule.valid_from > today ? "planned" : "ended";
}

/** How many people a rule means on a day, whether or not it is in force. */
async function countPeople(rule: AssignmentRule, scope: Scope, today: CivilDate): Promise<number> {
  const [subjects, { units }] = await Promise.all([ruleSubjects(scope, today), dutyRules(today)]);
  let count = 0;
  for (const subject of subjects.values()) if (touches([rule], subject, { units }, today)) count += 1;
  return count;
}

async function historyOf(publicId: string): Promise<RecordedAct[]> {
  const client = await reader();
  const rows = await client.assignment_rule.findMany({ where: { public_id: publicId } });
  const ids = rows.flatMap(({ recorded_change, retracted_change }) => [recorded_change, retracted_change ?? 0]);
  return actsByIds([...new Set(ids)]);
}

/** What the keys of positions and the ids of units in a condition are called. */
export async function conditionNames(
  condition: Condition,
  today: CivilDate,
  language: Language,
): Promise<Record<string, string>> {
  const [frameworks, facts] = await Promise.all([frameworksAsOf(today), organisationFacts()]);
  const names: Record<string, string> = {};
  const visit = (part: Condition): void => {
    if ("all" in part) part.all.forEach(visit);
    if ("any" in part) part.any.forEach(visit);
    if ("position" in part) {
      for (const key of part.position) {
        names[key] = frameworks.positions.content.positions.find((each) => each.key === key)?.title[language] ?? key;
      }
    }
    if ("under" in part) {
      for (const id of part.under) {
        const unit = facts.units.find(({ publicId }) => publicId === id);
        names[id] = unit ? nameAround(facts, unit.id, today)[language] : "";
      }
    }
  };
  visit(condition);
  return names;
}

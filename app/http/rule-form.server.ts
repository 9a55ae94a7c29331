import { z } from "zod";
import type { AssignmentRule } from "~/domain/enrolment/assignment-rule";
import { conditionOfGroups, groupsOfCondition, type PlainCondition } from "~/domain/enrolment/condition-groups";
import { type Condition, conditionSchema } from "~/domain/enrolment/rule-condition";
import { dateValue, documentValue, optionalDateValue, textValue } from "./form-values.server";
import { badRequest } from "./refusals.server";

/** Groups of which one must fit; within each all that is said. */
export const RULE_GROUPS = 3;

/** What was typed, by the name of its field. */
export type TypedRule = Record<string, string[]>;

const FIELDS = [
  "titleVi",
  "titleEn",
  "reasonVi",
  "reasonEn",
  "issuerVi",
  "issuerEn",
  "document",
  "from",
  "until",
  "assigns",
  "dueDays",
  "replaces",
] as const;
export type RuleField = (typeof FIELDS)[number] | "when";

const text = textValue(300);
const assigns = z
  .string()
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/)
  .transform((value) => {
    const [programme = "", course = ""] = value.split("/");
    return { programme, course };
  });
const dueDays = z.coerce.number().int().min(1).max(3650);
const schema = z
  .object({
    titleVi: text,
    titleEn: text,
    reasonVi: text,
    reasonEn: text,
    issuerVi: text,
    issuerEn: text,
    document: documentValue,
    from: dateValue,
    until: optionalDateValue,
    assigns,
    dueDays,
    replaces: z
      .string()
      .regex(/^[a-z0-9-]*$/)
      .transform((key) => key || null),
  })
  .refine(({ from, until }) => until === null || until >= from, { path: ["until"] });

export interface RuleForm {
  typed: TypedRule;
  once: string;
  problems: RuleField[];
  /** null where something is wrong */
  content: { rule: Omit<AssignmentRule, "key">; replaces: string | null } | null;
}

/** Reads the form of a rule. @throws a 400 answer for a form that is none of ours */
export async function readRuleForm(request: Request): Promise<RuleForm> {
  const sent = await request.formData();
  const typed: TypedRule = {};
  for (const [name, value] of sent) {
    if (typeof value !== "string" || value.length > 2_000) throw badRequest();
    typed[name] = [...(typed[name] ?? []), value];
  }
  const once = typed.once?.[0] ?? "";
  if (!/^[0-9a-z]{1,40}$/.test(once)) throw badRequest();
  const parsed = schema.safeParse(Object.fromEntries(FIELDS.map((name) => [name, typed[name]?.[0] ?? ""])));
  const when = readGroups(typed);
  const wrong = new Set(parsed.error?.issues.map((issue) => issue.path[0] as RuleField));
  if (when === null) wrong.add("when");
  const order: RuleField[] = [...FIELDS.slice(0, 9), "when", ...FIELDS.slice(9)];
  const problems = order.filter((name) => wrong.has(name));
  if (!parsed.success || when === null) return { typed, once, problems, content: null };
  const { titleVi, titleEn, reasonVi, reasonEn, issuerVi, issuerEn, document, from, until, replaces, ...rest } =
    parsed.data;
  const rule = {
    title: { vi: titleVi, en: titleEn },
    reason: { vi: reasonVi, en: reasonEn },
    issuer: { vi: issuerVi, en: issuerEn },
    document,
    valid_from: from,
    // the form names the last day
    valid_to: until === null ? null : dayAfter(until),
    when,
    assigns: rest.assigns,
    due_days: rest.dueDays,
  };
  return { typed, once, problems, content: { rule, replaces } };
}

const DAY_MS = 86_400_000;
const dayAfter = (date: string) => new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
const dayBefore = (date: string) => new Date(Date.parse(`${date}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);

/** The groups that say anything, as one condition; null where none does or a part is none. */
function readGroups(typed: TypedRule): Condition | null {
  const groups: PlainCondition[][] = [];
  for (let group = 0; group < RULE_GROUPS; group += 1) {
    const of = (name: string) => (typed[`g${group}-${name}`] ?? []).filter((value) => value.trim() !== "");
    const yes = (name: string) => of(name)[0] === "yes";
    const parts: unknown[] = [];
    if (of("position").length > 0) parts.push({ position: of("position") });
    if (of("level").length > 0) parts.push({ unit_level: of("level") });
    if (of("type").length > 0) parts.push({ unit_type: of("type") });
    if (of("under").length > 0) parts.push({ under: of("under") });
    if (of("employment").length > 0) parts.push({ employment: of("employment") });
    for (const [name, key] of FLAGS) if (of(name).length > 0) parts.push({ [key]: yes(name) });
    if (of("least").length > 0) parts.push({ tenure_at_least: Number(of("least")[0]) });
    if (of("most").length > 0) parts.push({ tenure_at_most: Number(of("most")[0]) });
    if (yes("new")) parts.push({ new_postings: true });
    if (parts.length === 0) continue;
    const read = z.array(conditionSchema).safeParse(parts);
    if (!read.success) return null;
    groups.push(read.data as PlainCondition[]);
  }
  return groups.length === 0 ? null : conditionOfGroups(groups);
}

const FLAGS = [
  ["oneStop", "one_stop"],
  ["deputy", "deputy"],
  ["acting", "acting"],
] as const;

/** A rule as the form shows it; null where its condition is nested more deeply than that. */
export function typedOfRule(rule: AssignmentRule, condition: Condition, replaces: string | null): TypedRule | null {
  const groups = groupsOfCondition(condition);
  if (!groups || groups.length > RULE_GROUPS) return null;
  const typed: TypedRule = {
    titleVi: [rule.title.vi],
    titleEn: [rule.title.en],
    reasonVi: [rule.reason.vi],
    reasonEn: [rule.reason.en],
    issuerVi: [rule.issuer.vi],
    issuerEn: [rule.issuer.en],
    document: [rule.document],
    from: [rule.valid_from],
    until: rule.valid_to === null ? [] : [dayBefore(rule.valid_to)],
    assigns: [`${rule.assigns.programme}/${rule.assigns.course}`],
    dueDays: [String(rule.due_days)],
    replaces: replaces === null ? [] : [replaces],
  };
  for (const [group, parts] of groups.entries()) for (const part of parts) addPart(typed, `g${group}`, part);
  return typed;
}

function addPart(typed: TypedRule, group: string, part: PlainCondition): void {
  const say = (name: string, values: readonly string[]) => {
    typed[`${group}-${name}`] = [...values];
  };
  if ("position" in part) say("position", part.position);
  if ("unit_level" in part) say("level", part.unit_level);
  if ("unit_type" in part) say("type", part.unit_type);
  if ("under" in part) say("under", part.under);
  if ("employment" in part) say("employment", part.employment);
  if ("one_stop" in part) say("oneStop", [part.one_stop ? "yes" : "no"]);
  if ("deputy" in part) say("deputy", [part.deputy ? "yes" : "no"]);
  if ("acting" in part) say("acting", [part.acting ? "yes" : "no"]);
  if ("tenure_at_least" in part) say("least", [String(part.tenure_at_least)]);
  if ("tenure_at_most" in part) say("most", [String(part.tenure_at_most)]);
  if ("new_postings" in part) say("new", ["yes"]);
}

import { coursesOf } from "~/domain/certification/programme-references";
import { type AppRuleContent, appRuleSchema, endedOn, type RuleStatus } from "~/domain/enrolment/app-rule";
import type { AssignmentRule } from "~/domain/enrolment/assignment-rule";
import type { RuleChangePlan } from "~/domain/enrolment/rule-preview";
import type { Viewer } from "~/domain/permissions/viewer";
import { type CivilDate, civilDateOf, type Instant } from "~/domain/time/civil-date";
import { frameworksAsOf } from "../course/frameworks.server";
import { type Act, isDuplicate, type Rows, recordChange } from "../database.server";
import { newPublicId } from "../public-id.server";
import { wasRecorded } from "../recorded-acts.server";
import { keepsRules, rulesBehalf } from "./keeps-rules.server";
import { type AppRule, readAppRules } from "./rules-in-force.server";

/** Why an act on a rule was not carried out. */
export type RuleTrouble =
  /** it is not what it was when the page was made: someone else was first */
  | "changed-meanwhile"
  /** a rule does not begin to assign before the day on which it is activated */
  | "begins-in-past"
  /** it does not end before the day on which that is decided */
  | "ends-in-past"
  /** the programme does not ask for the course, or one of them is not known */
  | "unknown-programme"
  /** the rule that it replaces is in force no longer */
  | "replaces-nothing";

export type RuleOutcome = { done: true; id: string } | { done: false; because: RuleTrouble | "not-found" };

interface Given {
  at: Instant;
  onceKey: string;
  note?: string | null;
}

class Refused extends Error {
  constructor(readonly because: RuleTrouble | "not-found") {
    super(because);
  }
}

/** A new draft, or another text of one. A draft assigns nothing. */
export async function saveDraft(
  viewer: Viewer,
  content: Omit<AppRuleContent, "rule"> & { rule: Omit<AssignmentRule, "key"> },
  { publicId, ...given }: Given & { publicId: string | null },
): Promise<RuleOutcome> {
  const kind = publicId === null ? "rule-drafted" : "rule-changed";
  return act(viewer, { ...given, kind, document: content.rule.document }, async (rows, changeId) => {
    const all = await readAppRules(rows);
    if (!(await isKnownProgramme(content.rule.assigns, civilDateOf(given.at)))) throw new Refused("unknown-programme");
    const old = publicId === null ? null : all.find((each) => each.publicId === publicId);
    if (old === undefined) throw new Refused("not-found");
    if (old && old.status !== "draft") throw new Refused("changed-meanwhile");
    const id = old?.publicId ?? newPublicId();
    const next = appRuleSchema.parse({ ...content, rule: { ...content.rule, key: old?.rule.key ?? `app-${id}` } });
    if (old) await retract(rows, old, changeId);
    await write(rows, { publicId: id, status: "draft", content: next, changeId });
    return id;
  });
}

/** A draft begins to count on its first day; the rule that it replaces ends on that day. */
export async function activateRule(viewer: Viewer, publicId: string, given: Given): Promise<RuleOutcome> {
  return act(viewer, { ...given, kind: "rule-activated" }, async (rows, changeId) => {
    const all = await readAppRules(rows);
    const draft = all.find((each) => each.publicId === publicId);
    if (!draft) throw new Refused("not-found");
    if (draft.status !== "draft") throw new Refused("changed-meanwhile");
    const { rule, replaces } = draft;
    if (rule.valid_from < civilDateOf(given.at)) throw new Refused("begins-in-past");
    await retract(rows, draft, changeId);
    await write(rows, { publicId, status: "active", content: { rule, replaces }, changeId });
    if (replaces !== null) {
      const ended = await endRule(rows, all, replaces, rule.valid_from, changeId);
      if (!ended) throw new Refused("replaces-nothing");
    }
    return publicId;
  });
}

/** A rule asks nothing from a day on (the first without it). The days before stay as they were. */
export async function retireRule(
  viewer: Viewer,
  key: string,
  on: CivilDate,
  given: Given & { document: string },
): Promise<RuleOutcome> {
  return act(viewer, { ...given, kind: "rule-retired", effective: on }, async (rows, changeId) => {
    if (on < civilDateOf(given.at)) throw new Refused("ends-in-past");
    const id = await endRule(rows, await readAppRules(rows), key, on, changeId);
    if (!id) throw new Refused("changed-meanwhile");
    return id;
  });
}

/** The rules before and after a draft counts, as of its first day; of today, where that is past. */
export function planOfDraft(all: readonly AssignmentRule[], draft: AppRule, today: CivilDate): RuleChangePlan {
  const on = draft.rule.valid_from > today ? draft.rule.valid_from : today;
  const after = all.flatMap((rule) => (rule.key === draft.replaces ? (endedOn(rule, on) ?? []) : [rule]));
  return { on, before: all, after: [...after, draft.rule] };
}

/** The rules before and after one of them ends. */
export function planOfEnd(all: readonly AssignmentRule[], key: string, on: CivilDate): RuleChangePlan {
  return { on, before: all, after: all.flatMap((rule) => (rule.key === key ? (endedOn(rule, on) ?? []) : [rule])) };
}

/** Ends a rule of the app, or one of the files by speaking for it. @returns its id; null where it ends earlier already */
async function endRule(
  rows: Rows,
  all: readonly AppRule[],
  key: string,
  on: CivilDate,
  changeId: number,
): Promise<string | null> {
  const ours = all.find(({ rule, status }) => rule.key === key && status !== "draft");
  const rule = ours?.rule ?? (await fileRule(key, on));
  if (!rule || ours?.status === "retired" || (rule.valid_to !== null && rule.valid_to <= on)) return null;
  const ended = endedOn(rule, on);
  if (!ours && !ended) return null;
  const publicId = ours?.publicId ?? newPublicId();
  if (ours) await retract(rows, ours, changeId);
  // one that had not begun is a draft again
  const content = { rule: ended ?? rule, replaces: ours?.replaces ?? null };
  await write(rows, { publicId, status: ended ? "retired" : "draft", content, changeId });
  return publicId;
}

async function fileRule(key: string, on: CivilDate): Promise<AssignmentRule | undefined> {
  return (await frameworksAsOf(on))["assignment-rules"].content.rules.find((rule) => rule.key === key);
}

async function isKnownProgramme(assigns: AssignmentRule["assigns"], today: CivilDate): Promise<boolean> {
  const { programmes } = (await frameworksAsOf(today)).certifications.content;
  const programme = programmes.find(({ key }) => key === assigns.programme);
  return programme !== undefined && coursesOf(programme).includes(assigns.course);
}

async function retract(rows: Rows, { id }: AppRule, changeId: number): Promise<void> {
  await rows.assignment_rule.update({ where: { id }, data: { retracted_change: changeId } });
}

async function write(
  rows: Rows,
  given: { publicId: string; status: RuleStatus; content: AppRuleContent; changeId: number },
): Promise<void> {
  await rows.assignment_rule.create({
    data: {
      public_id: given.publicId,
      key: given.content.rule.key,
      status: given.status,
      content: JSON.stringify(given.content),
      recorded_change: given.changeId,
    },
  });
}

/** One act on rules, by those who keep them; a repeated send leads to the same result and changes nothing. */
async function act(
  viewer: Viewer,
  given: Given & Pick<Act, "kind" | "document" | "effective">,
  work: (rows: Rows, changeId: number) => Promise<string>,
): Promise<RuleOutcome> {
  const today = civilDateOf(given.at);
  if (!(await keepsRules(viewer, today))) return { done: false, because: "not-found" };
  const by = { actorId: viewer.accountId, onBehalfOf: await rulesBehalf(viewer, today) };
  try {
    return { done: true, id: await recordChange({ ...given, ...by }, work) };
  } catch (error) {
    if (error instanceof Refused) return { done: false, because: error.because };
    if (!(isDuplicate(error) && (await wasRecorded(given.onceKey)))) throw error;
    return { done: true, id: "" };
  }
}

import { type AppRuleContent, appRuleSchema, mergeRules, type RuleStatus } from "~/domain/enrolment/app-rule";
import type { AssignmentRule } from "~/domain/enrolment/assignment-rule";
import type { CivilDate } from "~/domain/time/civil-date";
import { frameworksAsOf } from "~/models/course/frameworks.server";
import { latestChangeId, type Rows, reader } from "~/models/database.server";
import { knownThen } from "~/models/organisation/organisation-facts.server";

/** A rule that was made or changed in the app, as it stands now. */
export interface AppRule extends AppRuleContent {
  id: number;
  publicId: string;
  status: RuleStatus;
  changeId: number;
}

let held: { changeId: number; rules: Promise<AppRule[]>; merged: Map<object, AssignmentRule[]> } | null = null;

/** The rules of the app that count, drafts and retired ones included. Held in memory until the next change. */
export async function appRules(): Promise<readonly AppRule[]> {
  return (await current()).rules;
}

/**
 * Every rule that the frameworks of a date and the app know, drafts excepted, with the dates on which it is in force. The same
 * list while nothing changes.
 */
export async function rulesAsOf(date: CivilDate): Promise<readonly AssignmentRule[]> {
  const [{ rules, merged }, frameworks] = await Promise.all([current(), frameworksAsOf(date)]);
  const files = frameworks["assignment-rules"].content.rules;
  const known = merged.get(files) ?? mergeRules(files, await rules);
  merged.set(files, known);
  return known;
}

async function current() {
  const changeId = await latestChangeId();
  if (held?.changeId !== changeId) {
    const mine = { changeId, rules: reader().then(readAppRules), merged: new Map<object, AssignmentRule[]>() };
    held = mine;
    // a failure is not kept
    mine.rules.catch(() => {
      if (held === mine) held = null;
    });
  }
  return held;
}

/**
 * The rules of the app as the given client sees them: inside a transaction, pass its rows.
 * @param knownAt newest change to take in; left out: all
 */
export async function readAppRules(client: Rows, knownAt: number | null = null): Promise<AppRule[]> {
  const rows = await client.assignment_rule.findMany({ where: knownThen(knownAt), orderBy: { id: "asc" } });
  return rows.map((row) => ({
    id: row.id,
    publicId: row.public_id,
    status: row.status as RuleStatus,
    changeId: row.recorded_change,
    ...appRuleSchema.parse(JSON.parse(row.content)),
  }));
}

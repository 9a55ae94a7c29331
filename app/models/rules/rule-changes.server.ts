import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { actById, type RecordedAct } from "../recorded-changes.server";
import { type Undo, undoChange } from "../undo-change.server";
import { keepsRules, rulesBehalf } from "./keeps-rules.server";

/** What can be taken back of rules and the calendar. */
export const RULE_CHANGES = [
  "calendar-changed",
  "rule-drafted",
  "rule-changed",
  "rule-activated",
  "rule-retired",
] as const;
export type RuleChange = (typeof RULE_CHANGES)[number];

export type RuleAct = RecordedAct & { kind: RuleChange };

/** A change of rules or of the calendar, for those who keep them; null: there is none. */
export async function loadRuleChange(viewer: Viewer, id: number, today: string): Promise<RuleAct | null> {
  if (!(await keepsRules(viewer, today))) return null;
  return (await actById(id, RULE_CHANGES)) as RuleAct | null;
}

/** Takes it back while nothing later builds on it. Null: there is none. */
export async function undoRuleChange(
  viewer: Viewer,
  id: number,
  note: string | null,
  at: Instant,
): Promise<Undo | null> {
  const today = civilDateOf(at);
  if (!(await loadRuleChange(viewer, id, today))) return null;
  const onBehalfOf = await rulesBehalf(viewer, today);
  return undoChange(id, { actorId: viewer.accountId, onBehalfOf, at, note: note ?? undefined });
}

import { performance } from "node:perf_hooks";
import { today } from "~/config/clock.server";
import type { AssignmentRule } from "~/domain/enrolment/assignment-rule";
import type { RuleChangePlan } from "~/domain/enrolment/rule-preview";
import type { Scope } from "~/models/reporting/scope-units.server";
import { previewRules } from "~/models/rules/preview-rule.server";
import { rulesAsOf } from "~/models/rules/rules-in-force.server";

const EVERYONE: Scope = { key: "all", units: "all", has: () => true };
const TIMES = 7;

/**
 * Milliseconds (the median of seven) for the first page of the preview of a rule that means everyone at provincial and grassroots
 * units who has been in post for a month, on the connected database: every person is looked at, most of them change.
 */
export async function measureRulePreview(): Promise<number> {
  const on = today();
  const before = await rulesAsOf(on);
  const words = { vi: "Đo", en: "Measure" };
  const rule: AssignmentRule = {
    key: "measured",
    title: words,
    reason: words,
    issuer: words,
    document: "-",
    valid_from: on,
    valid_to: null,
    when: {
      any: [
        { all: [{ unit_level: ["PROVINCIAL", "GRASSROOTS"] }, { deputy: false }, { tenure_at_least: 30 }] },
        { all: [{ unit_level: ["CENTRAL"] }, { one_stop: true }] },
      ],
    },
    assigns: { programme: "service-ethics-counter", course: "service-ethics" },
    due_days: 60,
  };
  const plan: RuleChangePlan = { on, before, after: [...before, rule] };
  const taken: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const start = performance.now();
    await previewRules(EVERYONE, plan, "vi", 1);
    taken.push(performance.now() - start);
  }
  return taken.sort((a, b) => a - b)[Math.floor(TIMES / 2)] ?? Number.NaN;
}

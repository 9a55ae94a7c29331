import type { CivilDate } from "~/domain/time/civil-date";
import { type AssignmentRule, appliesTo, isRuleInForce } from "./assignment-rule";
import { type Duty, type DutyRules, dutiesOn, type PersonDutyFacts } from "./duties";
import { postingShapes } from "./posting-shape";

/** What becomes of someone's duty when rules change on a day. */
export type DutyChange =
  /** asked for from then on */
  | { kind: "new"; programme: string; due: CivilDate }
  /** asked for, but earned already: nothing is left to do */
  | { kind: "earned"; programme: string; due: CivilDate }
  /** open, and no longer asked for */
  | { kind: "ended"; programme: string; due: CivilDate }
  | { kind: "moved"; programme: string; before: CivilDate; due: CivilDate };

/** Rules before and after a change, and the day on which it begins. */
export interface RuleChangePlan {
  on: CivilDate;
  before: readonly AssignmentRule[];
  after: readonly AssignmentRule[];
}

/** The rules that the change touches: only where one of them means a posting can anything change. */
export function touchedRules({ on, before, after }: RuleChangePlan): AssignmentRule[] {
  const differs = (some: readonly AssignmentRule[], others: readonly AssignmentRule[]) =>
    some.filter(
      (rule) => isRuleInForce(rule, on) && !others.some((other) => other === rule && isRuleInForce(other, on)),
    );
  return [...differs(before, after), ...differs(after, before)];
}

/** The programmes that the change touches. */
export function touchedProgrammes(plan: RuleChangePlan): string[] {
  return [...new Set(touchedRules(plan).map(({ assigns }) => assigns.programme))];
}

/** Whether the change can mean anything to someone with these postings: one of the rules that it touches means one of them. */
export function touches(
  touched: readonly AssignmentRule[],
  { postings, employment }: Pick<PersonDutyFacts, "postings" | "employment">,
  { units }: Pick<DutyRules, "units">,
  on: CivilDate,
): boolean {
  const context = { asOf: on, employment, units };
  return postings.some((posting) => touched.some((rule) => appliesTo(rule, posting, context)));
}

/** What changes for one person. */
export function dutyChanges(
  person: PersonDutyFacts,
  plan: RuleChangePlan,
  programmes: readonly string[],
  rules: Omit<DutyRules, "rules">,
): DutyChange[] {
  const asking = askingOf(plan, programmes);
  const facts = { ...person, ...rules, rules: asking.before };
  const before = dutiesOn(facts, plan.on);
  facts.rules = asking.after;
  const after = dutiesOn(facts, plan.on);
  return programmes.flatMap((programme) => {
    return changeOf(programme, dutyFor(programme, before), dutyFor(programme, after)) ?? [];
  });
}

/** What a change of rules says to someone of whom nothing but the postings is known. */
export interface PlainAnswer {
  /** as `touches` says */
  touched: boolean;
  /**
   * as `dutyChanges` says. Where there is none there is none for anyone with such postings: what more is known of a person is the same
   * before and after, so that it can settle or hide a change, and make none.
   */
  changes: readonly DutyChange[];
}

/** Asks of many people of whom nothing but the postings is known: those whose postings look the same to the rules share an answer. */
export function plainAnswers(
  plan: RuleChangePlan,
  rules: Omit<DutyRules, "rules">,
): (person: Pick<PersonDutyFacts, "postings" | "employment">) => PlainAnswer {
  const touched = touchedRules(plan);
  const programmes = touchedProgrammes(plan);
  const asking = askingOf(plan, programmes);
  const shapeOf = postingShapes([...asking.before, ...asking.after], plan.on, rules.units);
  const known = new Map<string, PlainAnswer>();
  return (person) => {
    const shape = shapeOf(person);
    let answer = known.get(shape);
    if (!answer) {
      const meant = touches(touched, person, rules, plan.on);
      const changes = meant ? dutyChanges({ ...person, ...NOTHING_KNOWN }, plan, programmes, rules) : [];
      answer = { touched: meant, changes };
      known.set(shape, answer);
    }
    return answer;
  };
}

const NOTHING_KNOWN: Omit<PersonDutyFacts, "postings" | "employment"> = {
  manual: [],
  waivers: [],
  extensions: [],
  absences: [],
  certificates: [],
  eligible: [],
};

const asked = new WeakMap<RuleChangePlan, Pick<RuleChangePlan, "before" | "after">>();

/** The rules of a plan that ask for its programmes: the same for everyone, so they are looked for once. */
function askingOf(plan: RuleChangePlan, programmes: readonly string[]): Pick<RuleChangePlan, "before" | "after"> {
  const known = asked.get(plan);
  if (known) return known;
  const of = (all: readonly AssignmentRule[]) => all.filter(({ assigns }) => programmes.includes(assigns.programme));
  const found = { before: of(plan.before), after: of(plan.after) };
  asked.set(plan, found);
  return found;
}

function changeOf(programme: string, before: Duty | undefined, after: Duty | undefined): DutyChange | null {
  if (after && !before) return { kind: settled(after) ? "earned" : "new", programme, due: after.due };
  if (before && !after) return settled(before) ? null : { kind: "ended", programme, due: before.due };
  if (before && after && before.due !== after.due && !settled(after)) {
    return { kind: "moved", programme, before: before.due, due: after.due };
  }
  return null;
}

function dutyFor(programme: string, duties: readonly Duty[]): Duty | undefined {
  return duties.find((duty) => duty.programme === programme);
}

function settled({ state }: Duty): boolean {
  return state === "done" || state === "waived" || state === "renew";
}

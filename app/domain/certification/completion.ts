import type { CivilDate } from "~/domain/time/civil-date";
import { fulfil, type Leaf } from "./fulfil";
import type { EarnedCertificate, PersonFacts } from "./person-facts";
import type { Programme } from "./programme";
import { pathsOf } from "./programme-references";
import { cycleOn } from "./renewal-cycle";
import { leavesOf, type Requirement, type RequirementLeaf } from "./requirement";

export type { Leaf } from "./fulfil";
export type { EarnedCertificate, PersonFacts } from "./person-facts";

/** A programme is complete: since when, by which fact last, and by what. */
export interface Completed {
  met: true;
  completedOn: CivilDate;
  /** the fact that completed it, "attempt:12" */
  basis: string;
  by: Leaf[];
}

export type Completion = Completed | { met: false; missing: Leaf[] };

/**
 * Whether a person has met what a programme asks for in the cycle that runs on a date, and since when: the first day of the cycle
 * on which everything held that had to hold. Facts from before a renewal window, from before a validity's length ago, and those on
 * which a revoked certificate rested do not count. While a certificate is held that needs no renewal yet, nothing is missing and
 * nothing is met anew.
 */
export function completionOf(programme: Programme, facts: PersonFacts, asOf: CivilDate): Completion {
  const first = firstCompletion(() => programme, programme.key, facts, { asOf, from: [] });
  if (first) return first.completion;
  return { met: false, missing: missingOn(programme, facts, asOf) };
}

/**
 * The first completion under rules that change with the day.
 * @param rulesOn the programme's rules of a day; null: there are none
 * @param when days to look at beside those of the facts (`from`: on which rules begin), and the last one (`asOf`)
 */
export function firstCompletion<T extends Programme>(
  rulesOn: (date: CivilDate) => T | null,
  key: string,
  facts: PersonFacts,
  when: { asOf: CivilDate; from: readonly CivilDate[] },
): { completion: Completed; rules: T } | null {
  const days = [...new Set([...daysOf(facts), ...when.from])].filter((day) => day <= when.asOf).sort();
  for (const day of days) {
    const rules = rulesOn(day);
    if (!rules || !(isFactDay(rules, facts, day) || when.from.includes(day))) continue;
    const cycle = cycleOn(rules, ownCertificates(facts, key), day);
    if (cycle.kind === "held") continue;
    const outcome = fulfil(requiredIn(rules, cycle.kind === "renewal" && cycle.inTime), rules, facts, day, cycle);
    if (!outcome.met) continue;
    return { rules, completion: { met: true, completedOn: day, basis: basisOf(outcome.by), by: outcome.by } };
  }
  return null;
}

/** What is still missing on a date, in the order of the rules; nothing while a certificate needs no renewal. */
export function missingOn(programme: Programme, facts: PersonFacts, asOf: CivilDate): Leaf[] {
  const cycle = cycleOn(programme, ownCertificates(facts, programme.key), asOf);
  if (cycle.kind === "held") return [];
  const required = requiredIn(programme, cycle.kind === "renewal" && cycle.inTime);
  const outcome = fulfil(required, programme, facts, asOf, cycle);
  return outcome.met ? [] : outcome.missing;
}

function requiredIn(programme: Programme, shorter: boolean): Requirement {
  return (shorter ? programme.renewal.requires : undefined) ?? programme.requires;
}

function ownCertificates(facts: PersonFacts, key: string): EarnedCertificate[] {
  return facts.certificates.filter(({ programme }) => programme === key);
}

/** Days on which something of the person began to count. */
function daysOf(facts: PersonFacts): CivilDate[] {
  return [
    ...facts.exams.map(({ on }) => on),
    ...facts.tasks.map(({ handedInOn }) => handedInOn),
    ...facts.certificates.flatMap(({ facts: { issuedOn, events } }) => [
      issuedOn,
      ...events.map(({ onDate }) => onDate),
    ]),
    ...facts.trainings.map(({ from }) => from),
    ...facts.languages.map(({ from }) => from),
  ];
}

/** True when on this day something began that the programme asks for. */
function isFactDay(programme: Programme, facts: PersonFacts, day: CivilDate): boolean {
  const certificateBegan = ({ facts: { issuedOn, events } }: EarnedCertificate) =>
    issuedOn === day || events.some(({ onDate }) => onDate === day);
  const began = (leaf: RequirementLeaf): boolean => {
    if ("exam_of" in leaf) return facts.exams.some(({ course, on }) => course === leaf.exam_of && on === day);
    if ("task_of" in leaf)
      return facts.tasks.some(
        ({ course, key, handedInOn }) => course === leaf.task_of && key === leaf.key && handedInOn === day,
      );
    if ("certificate_of" in leaf)
      return facts.certificates.some((each) => each.programme === leaf.certificate_of && certificateBegan(each));
    if ("training" in leaf)
      return facts.trainings.some(({ topic, from }) => topic === leaf.training.topic && from === day);
    return facts.languages.some(({ language, from }) => language === leaf.language.language && from === day);
  };
  return pathsOf(programme).some((path) => leavesOf(path).some(began));
}

/** The fact of the latest day; of several of one day what the person did goes before papers, and the higher number last. */
function basisOf(by: readonly Leaf[]): string {
  const kinds = ["certificate", "proof", "task", "attempt"];
  let last = { on: "", rank: -1, number: -1, ref: "" };
  for (const { on, refs } of by) {
    for (const ref of refs) {
      const [kind = "", number = ""] = ref.split(":");
      const each = { on: on ?? "", rank: kinds.indexOf(kind), number: Number(number), ref };
      if (isAfter(each, last)) last = each;
    }
  }
  return last.ref;
}

type Placed = { on: string; rank: number; number: number };

function isAfter(a: Placed, b: Placed): boolean {
  if (a.on !== b.on) return a.on > b.on;
  return a.rank !== b.rank ? a.rank > b.rank : a.number > b.number;
}

import type { CivilDate } from "~/domain/time/civil-date";
import { certificateStatus, isInForce } from "./certificate-status";
import type { PersonFacts } from "./person-facts";
import type { Programme } from "./programme";
import type { Cycle } from "./renewal-cycle";
import { branchesOf, CEFR_LEVELS, leavesOf, type Requirement, type RequirementLeaf } from "./requirement";
import { endOfValidity } from "./validity";

/** One thing that is asked for, and by what it is met. */
export interface Leaf {
  requirement: RequirementLeaf;
  /** "attempt:12", "task:7" (marking subject), "proof:3", "certificate:9"; none: missing */
  refs: string[];
  /** the day of the fact; of several the last */
  on: CivilDate | null;
}

export type Outcome = { met: true; by: Leaf[] } | { met: false; missing: Leaf[] };

interface Asked {
  programme: Programme;
  facts: PersonFacts;
  cycle: Cycle;
  /** the day that is looked at: facts of later days are not known to it */
  day: CivilDate;
  /** days of the facts that "hand-in" and "exam" name */
  anchors: Record<"hand-in" | "exam", CivilDate[]>;
}

/** Whether a tree is met on a day, by what, or what is missing on the way that asks for least. */
export function fulfil(
  tree: Requirement,
  programme: Programme,
  facts: PersonFacts,
  day: CivilDate,
  cycle: Cycle,
): Outcome {
  const asked: Asked = { programme, facts, cycle, day, anchors: { "hand-in": [], exam: [] } };
  for (const leaf of leavesOf(tree)) {
    if ("task_of" in leaf) asked.anchors["hand-in"].push(...tasksFor(leaf, asked, day).map(({ on }) => on));
    if ("exam_of" in leaf) asked.anchors.exam.push(...examsFor(leaf.exam_of, asked, day).map(({ on }) => on));
  }
  return outcomeOf(tree, asked);
}

function outcomeOf(tree: Requirement, asked: Asked): Outcome {
  const branches = branchesOf(tree);
  if (!branches) return outcomeOfLeaf(tree as RequirementLeaf, asked);
  const outcomes = branches.of.map((branch) => outcomeOf(branch, asked));
  const met = outcomes.filter((outcome) => outcome.met).slice(0, branches.count);
  if (met.length === branches.count) return { met: true, by: met.flatMap(({ by }) => by) };
  const open = outcomes
    .filter((outcome) => !outcome.met)
    .map((outcome, index) => ({ outcome, index }))
    .sort((a, b) => a.outcome.missing.length - b.outcome.missing.length || a.index - b.index)
    .slice(0, branches.count - met.length)
    .sort((a, b) => a.index - b.index);
  return { met: false, missing: open.flatMap(({ outcome }) => outcome.missing) };
}

function outcomeOfLeaf(leaf: RequirementLeaf, asked: Asked): Outcome {
  const holdOn = leaf.hold_on ?? "completion";
  const days = holdOn === "completion" ? [asked.day] : asked.anchors[holdOn];
  for (const day of [...days].sort()) {
    const found = metBy(leaf, asked, day);
    if (found) return { met: true, by: [{ requirement: leaf, ...found }] };
  }
  return { met: false, missing: [{ requirement: leaf, refs: [], on: null }] };
}

interface Found {
  on: CivilDate;
  refs: string[];
}

/** The facts that meet a leaf on a day: of several the newest. */
function metBy(leaf: RequirementLeaf, asked: Asked, day: CivilDate): Found | null {
  if ("exam_of" in leaf) return newest(examsFor(leaf.exam_of, asked, day));
  if ("task_of" in leaf) return newest(tasksFor(leaf, asked, day));
  if ("certificate_of" in leaf) return newest(certificatesFor(leaf.certificate_of, asked, day));
  if ("training" in leaf) return trainingFor(leaf.training, asked, day);
  return newest(languagesFor(leaf.language, asked, day));
}

function newest(found: readonly Found[]): Found | null {
  return found.reduce<Found | null>((last, each) => (last && last.on > each.on ? last : each), null);
}

/** What was done by a day, in this cycle, and not so long ago that a certificate of its day would have ended. */
function counts({ programme, cycle, day }: Asked, on: CivilDate, by: CivilDate, ref: string): boolean {
  if (on > by || (cycle.since !== null && on < cycle.since) || cycle.spent.has(ref)) return false;
  const end = endOfValidity(programme.validity, on);
  return end === null || day < end;
}

function examsFor(exam: string, asked: Asked, by: CivilDate): Found[] {
  return asked.facts.exams.flatMap(({ course, on, attemptId }) => {
    const ref = `attempt:${attemptId}`;
    return course === exam && counts(asked, on, by, ref) ? [{ on, refs: [ref] }] : [];
  });
}

function tasksFor(
  { task_of, key, markers }: Extract<RequirementLeaf, { task_of: string }>,
  asked: Asked,
  by: CivilDate,
): Found[] {
  return asked.facts.tasks.flatMap((task) => {
    const ref = `task:${task.subjectId}`;
    const asks = task.course === task_of && task.key === key && task.markers >= (markers ?? 1);
    return asks && counts(asked, task.handedInOn, by, ref) ? [{ on: task.handedInOn, refs: [ref] }] : [];
  });
}

function certificatesFor(key: string, { facts }: Asked, day: CivilDate): Found[] {
  return facts.certificates
    .filter(({ programme, facts }) => programme === key && isInForce(certificateStatus(facts, day, 0)))
    .map(({ id, facts: { issuedOn, events } }) => {
      const back = events
        .filter(({ kind, onDate }) => kind === "reinstated" && onDate <= day)
        .map(({ onDate }) => onDate);
      return { on: [issuedOn, ...back].sort().at(-1) ?? issuedOn, refs: [`certificate:${id}`] };
    });
}

/** Training may be spread over the whole time since the last certificate. */
function trainingFor(
  { topic, hours }: { topic: string; hours?: number | undefined },
  { facts, cycle }: Asked,
  day: CivilDate,
): Found | null {
  const held = facts.trainings.filter(
    (each) => each.topic === topic && holds(each, day) && (cycle.lastBegan === null || each.from > cycle.lastBegan),
  );
  const sum = held.reduce((total, each) => total + each.hours, 0);
  if (held.length === 0 || sum < (hours ?? 0)) return null;
  return {
    on:
      held
        .map(({ from }) => from)
        .sort()
        .at(-1) ?? day,
    refs: held.map(({ proofId }) => `proof:${proofId}`).sort(),
  };
}

function languagesFor(
  { language, level }: { language: string; level: string },
  { facts }: Asked,
  day: CivilDate,
): Found[] {
  const rank = (each: string) => (CEFR_LEVELS as readonly string[]).indexOf(each);
  return facts.languages
    .filter((each) => each.language === language && rank(each.level) >= rank(level) && holds(each, day))
    .map(({ from, proofId }) => ({ on: from, refs: [`proof:${proofId}`] }));
}

function holds({ from, until }: { from: CivilDate; until: CivilDate | null }, day: CivilDate): boolean {
  return from <= day && (until === null || day < until);
}

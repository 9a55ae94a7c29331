import { applyPersonnelActs } from "~/domain/people/apply-personnel-acts";
import type { PersonnelAct, PersonnelProblem } from "~/domain/people/personnel-acts";
import type { PersonnelFacts } from "~/domain/people/personnel-facts";
import { unitsOfActs } from "~/domain/people/units-of-acts";
import type { Viewer } from "~/domain/permissions/viewer";
import { type CivilDate, civilDateOf, type Instant } from "~/domain/time/civil-date";
import { type Act, isDuplicate, type Rows, reader, recordChange } from "../database.server";
import { changeUnder } from "../recorded-acts.server";
import { scopeOf } from "../reporting/scope-units.server";
import { behalfOfActs } from "./behalf-of-acts.server";
import { agreedOn, personnelContext } from "./personnel-context.server";
import { loadPersonnelFacts } from "./personnel-facts.server";
import { changedSince, newestPersonnelTouch, personnelOfActs } from "./personnel-of-acts.server";
import { inWords } from "./personnel-problem-words.server";
import { writePersonnelDifference } from "./write-personnel-difference.server";

/** Thrown when acts do not fit the facts; nothing was written. For a viewer, the problems are in the words of their language. */
export class PersonnelRefused extends Error {
  constructor(readonly problems: readonly PersonnelProblem[]) {
    super(problems.map(({ act, code, params }) => `act ${act + 1}: ${code} ${JSON.stringify(params)}`).join("; "));
    this.name = "PersonnelRefused";
  }
}

/** Thrown when acts touch units that are not the viewer's, as if what they name did not exist; nothing was written. */
export class NotInScope extends Error {
  constructor(readonly acts: readonly number[]) {
    super(`acts ${acts.map((act) => act + 1).join(", ")} touch units out of scope`);
    this.name = "NotInScope";
  }
}

export interface PersonnelOrder extends Act {
  /** the newest change when the form was shown: whoever has changed the same people or posts since then was faster */
  seen?: number | null;
}

type Also = (rows: Rows, changeId: number, people: ReadonlyMap<string, number>) => Promise<void>;

interface Prepared {
  before: PersonnelFacts;
  after: PersonnelFacts;
  problems: readonly PersonnelProblem[];
}

/** More than these are worked out before the write lock is taken, and again under it only where something has changed. */
const WORKED_OUT_BEFORE = 500;

/**
 * Carries out acts on people and posts, whole or not at all, in one transaction, in which `also` may write more; it is told the
 * ids of the people concerned by their staff codes. `viewer` null: a command; else every unit touched must be in their scope
 * for changing people. An order whose once-key was used before changes nothing.
 * @throws PersonnelRefused when an act does not fit the facts; NotInScope when it touches other units
 */
export async function carryOutPersonnelActs(
  viewer: Viewer | null,
  acts: readonly PersonnelAct[],
  { seen = null, ...act }: PersonnelOrder,
  also?: Also,
): Promise<{ changeId: number }> {
  const today = civilDateOf(act.at);
  const prepare = await preparation(viewer, acts, today);
  const lender = viewer?.delegations.some(({ power }) => power === "change-people") ? viewer : null;
  const early = acts.length > WORKED_OUT_BEFORE || lender ? await restingOn(await reader(), prepare) : null;
  const onBehalfOf = early && lender ? await behalfOfActs(lender, unitsOfActs(early.before, acts, today), today) : null;
  try {
    return await recordChange({ onBehalfOf, ...act }, async (rows, changeId) => {
      const stands = early !== null && early.touch === (await newestPersonnelTouch(rows));
      const { before, after, problems } = stands ? early : await prepare(rows);
      if (seen !== null) await refuseOvertaken(rows, before, acts, seen, changeId);
      if (problems.length > 0) throw new PersonnelRefused(problems);
      const made = await writePersonnelDifference(rows, changeId, before, after);
      if (also) await also(rows, changeId, idsByCode(after, made));
      return { changeId };
    });
  } catch (error) {
    if (viewer && error instanceof PersonnelRefused) {
      throw new PersonnelRefused(await inWords(error.problems, viewer.language, today));
    }
    const done = isDuplicate(error) && act.onceKey ? await changeUnder(act.onceKey) : null;
    if (done !== null) return { changeId: done };
    throw error;
  }
}

/** What stands in the way of acts, in the viewer's words; nothing is written. @throws NotInScope when they touch other units */
export async function problemsOfActs(
  viewer: Viewer,
  acts: readonly PersonnelAct[],
  at: Instant,
): Promise<PersonnelProblem[]> {
  const today = civilDateOf(at);
  const prepare = await preparation(viewer, acts, today);
  const { problems } = await prepare(await reader());
  return inWords(problems, viewer.language, today);
}

/** How acts are worked out from the facts that a client reads. */
async function preparation(
  viewer: Viewer | null,
  acts: readonly PersonnelAct[],
  today: CivilDate,
): Promise<(client: Rows) => Promise<Prepared>> {
  const agreed = await agreedOn(today);
  const scope = viewer && (await scopeOf(viewer, "change-people", today));
  return async (client) => {
    const before = await loadPersonnelFacts(client, personnelOfActs(acts));
    if (scope) refuseOutside(before, acts, today, scope.has);
    const { facts, problems } = applyPersonnelActs(before, acts, await personnelContext(client, agreed));
    return { before, after: facts, problems };
  };
}

/** The same, with the newest change on which it rests. */
async function restingOn(client: Rows, prepare: (client: Rows) => Promise<Prepared>) {
  const touch = await newestPersonnelTouch(client);
  return { touch, ...(await prepare(client)) };
}

function refuseOutside(
  facts: PersonnelFacts,
  acts: readonly PersonnelAct[],
  today: CivilDate,
  has: (unitId: number) => boolean,
): void {
  const outside = unitsOfActs(facts, acts, today).flatMap((units, index) => (units.every(has) ? [] : [index]));
  if (outside.length > 0) throw new NotInScope(outside);
}

async function refuseOvertaken(
  rows: Rows,
  facts: PersonnelFacts,
  acts: readonly PersonnelAct[],
  seen: number,
  changeId: number,
): Promise<void> {
  const codes = new Set(acts.flatMap((act) => ("person" in act ? [act.person] : [])));
  const postings = new Set(acts.flatMap((act) => ("posting" in act ? [act.posting] : [])));
  const personIds = [
    ...facts.persons.filter(({ staffCode }) => codes.has(staffCode)).map(({ id }) => id),
    ...facts.postings.filter(({ publicId }) => postings.has(publicId)).map(({ personId }) => personId),
  ];
  const posts = acts.flatMap((act) => ("post" in act ? [act.post] : []));
  if (await changedSince(rows, { personIds, posts }, seen, changeId)) {
    throw new PersonnelRefused([{ act: 0, code: "changed-meanwhile", params: {} }]);
  }
}

function idsByCode(facts: PersonnelFacts, made: ReadonlyMap<string, number>): Map<string, number> {
  return new Map(facts.persons.map(({ id, staffCode }) => [staffCode, made.get(staffCode) ?? id]));
}

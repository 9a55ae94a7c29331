import { createHash } from "node:crypto";
import { type DutyOrder, effectOf, isTimely, type OrderRefusal } from "~/domain/enrolment/duty-order";
import type { Viewer } from "~/domain/permissions/viewer";
import type { StaffMember } from "~/domain/reporting/workforce";
import { addDays, type CivilDate, civilDateOf, type Instant } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { actingFor } from "../access/acting-for.server";
import { isDuplicate, latestChangeId, type Rows, recordChange } from "../database.server";
import { dutyRules } from "../enrolment/duty-rules.server";
import { changeUnder } from "../recorded-acts.server";
import { type OrderSelection, orderSubjects, placeOf } from "./order-subjects.server";

export const ORDER_KINDS = {
  assign: "duties-assigned",
  extend: "duties-extended",
  exempt: "duties-exempted",
  correct: "duties-corrected",
} as const;

export interface OrderPerson {
  person: string;
  name: string;
  staffCode: string;
  place: string;
}

export interface OrderPreview {
  reached: (OrderPerson & { before: CivilDate | null; after: CivilDate | null })[];
  refused: (OrderPerson & { because: OrderRefusal })[];
  /** names exactly this outcome: what is confirmed must still be it */
  seal: string;
}

export interface OrderWords {
  reason: string;
  document: string;
}

/** Whom an order reaches and whom it does not, and why. Null where the viewer has none of the people, or the date has passed. */
export async function previewOrder(
  viewer: Viewer,
  selection: OrderSelection,
  order: DutyOrder,
  today: CivilDate,
  language: Language,
): Promise<OrderPreview | null> {
  const worked = await workOut(viewer, selection, order, today, language);
  if (!worked) return null;
  const { basis, reached, refused, seal } = worked;
  const person = (member: StaffMember): OrderPerson => ({
    person: member.publicId,
    name: member.fullName,
    staffCode: member.staffCode,
    place: placeOf(basis, member, language),
  });
  return {
    reached: reached.map(({ member, before, after }) => ({ ...person(member), before, after })),
    refused: refused.map(({ member, because }) => ({ ...person(member), because })),
    seal,
  };
}

async function workOut(
  viewer: Viewer,
  selection: OrderSelection,
  order: DutyOrder,
  today: CivilDate,
  language: Language,
) {
  // before the facts are read: whatever is recorded afterwards is noticed
  const knownAt = await latestChangeId();
  const found = await orderSubjects(viewer, selection, today, language);
  if (!found || found.members.length === 0 || !isTimely(order, today)) return null;
  const rules = await dutyRules(today);
  const reached: { member: StaffMember; before: CivilDate | null; after: CivilDate | null }[] = [];
  const refused: { member: StaffMember; because: OrderRefusal }[] = [];
  for (const member of found.members) {
    const oneself = member.publicId === viewer.personPublicId;
    const effect = effectOf(order, member, rules, { today, oneself });
    if (effect.reached) reached.push({ member, before: effect.before, after: effect.after });
    else refused.push({ member, because: effect.because });
  }
  const outcome = reached.map(({ member, before, after }) => [member.publicId, before, after]);
  const seal = createHash("sha256")
    .update(JSON.stringify([order, outcome]))
    .digest("hex")
    .slice(0, 32);
  return { basis: found.basis, reached, refused, seal, knownAt };
}

export type OrderOutcome =
  | { kind: "done"; changeId: number }
  /** it is no longer what was previewed: nothing was recorded */
  | { kind: "changed-meanwhile" }
  | { kind: "not-found" };

class ChangedMeanwhile extends Error {}

/**
 * Carries out an order as it was previewed, all of it or nothing, in one transaction. Of two at once that reach the same people one
 * is recorded and the other told. A repeated send leads to the same result.
 */
export async function carryOutOrder(
  viewer: Viewer,
  selection: OrderSelection,
  order: DutyOrder,
  given: OrderWords & { seal: string; at: Instant; onceKey: string; language: Language },
): Promise<OrderOutcome> {
  const earlier = await changeUnder(given.onceKey, viewer.accountId);
  if (earlier !== null) return { kind: "done", changeId: earlier };
  const today = civilDateOf(given.at);
  const worked = await workOut(viewer, selection, order, today, given.language);
  if (!worked) return { kind: "not-found" };
  const { reached, seal, knownAt } = worked;
  if (seal !== given.seal || reached.length === 0) return { kind: "changed-meanwhile" };
  const { at, onceKey, document, reason } = given;
  const act = { kind: ORDER_KINDS[order.act], at, onceKey, document, note: reason, actorId: viewer.accountId };
  const onBehalfOf = await actingFor(viewer, "assign-duties", unitsOf(reached), today);
  try {
    const changeId = await recordChange({ ...act, onBehalfOf }, async (rows, id) => {
      const people = await personIds(
        rows,
        reached.map(({ member }) => member.publicId),
      );
      if (await wasTouched(rows, people, order.programme, knownAt)) throw new ChangedMeanwhile();
      await write(rows, order, people, { reason, today, changeId: id });
      return id;
    });
    return { kind: "done", changeId };
  } catch (error) {
    if (error instanceof ChangedMeanwhile) return { kind: "changed-meanwhile" };
    const again = isDuplicate(error) ? await changeUnder(onceKey, viewer.accountId) : null;
    if (again === null) throw error;
    return { kind: "done", changeId: again };
  }
}

/** Where those stand whom an order reaches. */
function unitsOf(reached: readonly { member: StaffMember }[]): Set<number> {
  return new Set(reached.flatMap(({ member }) => member.postings.slice(0, 1).map(({ unitId }) => unitId)));
}

const AT_ONCE = 500;

async function personIds(rows: Rows, publicIds: readonly string[]): Promise<number[]> {
  const ids: number[] = [];
  for (let from = 0; from < publicIds.length; from += AT_ONCE) {
    const chunk = publicIds.slice(from, from + AT_ONCE);
    const found = await rows.person.findMany({ where: { public_id: { in: chunk } }, select: { id: true } });
    ids.push(...found.map(({ id }) => id));
  }
  return ids;
}

/** Whether anything was ordered for one of these people, of this programme, since the facts were read. */
async function wasTouched(rows: Rows, people: readonly number[], programme: string, knownAt: number): Promise<boolean> {
  for (let from = 0; from < people.length; from += AT_ONCE) {
    const where = {
      person_id: { in: people.slice(from, from + AT_ONCE) },
      programme,
      OR: [{ recorded_change: { gt: knownAt } }, { retracted_change: { gt: knownAt } }],
    };
    const counts = [
      await rows.manual_assignment.count({ where }),
      await rows.due_extension.count({ where }),
      await rows.waiver.count({ where }),
    ];
    if (counts.some((count) => count > 0)) return true;
  }
  return false;
}

async function write(
  rows: Rows,
  order: DutyOrder,
  people: readonly number[],
  { reason, today, changeId }: { reason: string; today: CivilDate; changeId: number },
): Promise<void> {
  for (let from = 0; from < people.length; from += AT_ONCE) {
    const chunk = people.slice(from, from + AT_ONCE);
    const { programme } = order;
    const common = { programme, reason, valid_from: today, recorded_change: changeId };
    if (order.act === "assign") {
      const { course, due } = order;
      await rows.manual_assignment.createMany({
        data: chunk.map((person_id) => ({ person_id, ...common, course, due })),
      });
    } else if (order.act === "extend") {
      await rows.due_extension.createMany({
        data: chunk.map((person_id) => ({ person_id, ...common, due: order.due })),
      });
    } else if (order.act === "exempt") {
      const valid_to = order.until === null ? null : addDays(order.until, 1);
      await rows.waiver.createMany({ data: chunk.map((person_id) => ({ person_id, ...common, valid_to })) });
    } else {
      await correctDue(rows, chunk, { programme, due: order.due, changeId });
    }
  }
}

async function correctDue(
  rows: Rows,
  people: readonly number[],
  { programme, due, changeId }: { programme: string; due: CivilDate; changeId: number },
): Promise<void> {
  const where = { person_id: { in: [...people] }, programme, retracted_change: null };
  const old = await rows.manual_assignment.findMany({ where });
  await rows.manual_assignment.updateMany({ where, data: { retracted_change: changeId } });
  await rows.manual_assignment.createMany({
    data: old.map(({ id: _, ...row }) => ({ ...row, due, recorded_change: changeId })),
  });
}

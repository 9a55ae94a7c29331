import { addDays, type CivilDate, holdsOn } from "~/domain/time/civil-date";
import { nextWorkingDay } from "~/domain/time/working-days";
import { type Duty, type DutyRules, dutiesOn, type PersonDutyFacts } from "./duties";

/** What is ordered for many people at once. */
export const ORDER_ACTS = ["assign", "extend", "exempt", "correct"] as const;
export type OrderAct = (typeof ORDER_ACTS)[number];

export type DutyOrder =
  | { act: "assign"; programme: string; course: string; due: CivilDate }
  | { act: "extend"; programme: string; due: CivilDate }
  /** `until`: the last day of the exemption; null: no end */
  | { act: "exempt"; programme: string; until: CivilDate | null }
  /** another date for what was assigned by hand */
  | { act: "correct"; programme: string; due: CivilDate };

/** Why an order does not reach someone. */
export const ORDER_REFUSALS = [
  /** nobody gives more time or an exemption to themselves */
  "oneself",
  /** nothing asks them for it */
  "not-asked",
  /** they hold what is asked for */
  "done",
  "waived",
  "assigned-already",
  /** the day given is not later than the one that counts */
  "not-later",
  "not-by-hand",
  "same-day",
] as const;
export type OrderRefusal = (typeof ORDER_REFUSALS)[number];

export type OrderEffect =
  | { reached: false; because: OrderRefusal }
  /** days in time before and after; null: not asked for */
  | { reached: true; before: CivilDate | null; after: CivilDate | null };

/** What an order of today does to one person, or why it does not reach them. */
export function effectOf(
  order: DutyOrder,
  person: PersonDutyFacts,
  rules: DutyRules,
  { today, oneself }: { today: CivilDate; oneself: boolean },
): OrderEffect {
  const duty = dutiesOn({ ...person, ...rules }, today).find(({ programme }) => programme === order.programme);
  const because = refusalOf(order, person, duty, rules, { today, oneself });
  if (because) return { reached: false, because };
  const given = withOrder(order, person, today);
  const after = dutiesOn({ ...given, ...rules }, today).find(({ programme }) => programme === order.programme);
  return { reached: true, before: duty?.due ?? null, after: after && after.state !== "waived" ? after.due : null };
}

function refusalOf(
  order: DutyOrder,
  person: PersonDutyFacts,
  duty: Duty | undefined,
  { calendar }: DutyRules,
  { today, oneself }: { today: CivilDate; oneself: boolean },
): OrderRefusal | null {
  const byHand = person.manual.findLast(({ programme, since }) => programme === order.programme && since <= today);
  if (order.act === "assign") {
    if (byHand) return "assigned-already";
    return duty?.state === "done" ? "done" : null;
  }
  if (order.act === "correct") {
    if (!byHand) return "not-by-hand";
    return byHand.due === order.due ? "same-day" : null;
  }
  if (oneself) return "oneself";
  if (!duty) return "not-asked";
  if (duty.state === "waived") return "waived";
  if (duty.state === "done" || (duty.state === "renew" && order.act === "extend")) return "done";
  if (order.act === "extend" && nextWorkingDay(calendar, order.due) <= duty.due) return "not-later";
  return null;
}

/** The person's facts as they are once the order is recorded. */
function withOrder(order: DutyOrder, person: PersonDutyFacts, today: CivilDate): PersonDutyFacts {
  const { programme } = order;
  if (order.act === "assign") {
    const { course, due } = order;
    return { ...person, manual: [...person.manual, { programme, course, due, reason: "", since: today }] };
  }
  if (order.act === "extend") {
    return { ...person, extensions: [...person.extensions, { programme, due: order.due, reason: "", since: today }] };
  }
  if (order.act === "exempt") {
    const validTo = order.until === null ? null : addDays(order.until, 1);
    return { ...person, waivers: [...person.waivers, { programme, reason: "", validFrom: today, validTo }] };
  }
  const { due } = order;
  return {
    ...person,
    manual: person.manual.map((each) => (each.programme === programme ? { ...each, due } : each)),
  };
}

/** Whether the order can mean anything at all on a day: a date in the past gives nobody time. */
export function isTimely(order: DutyOrder, today: CivilDate): boolean {
  const day = order.act === "exempt" ? order.until : order.due;
  return day === null || holdsOn({ validFrom: today, validTo: null }, day);
}

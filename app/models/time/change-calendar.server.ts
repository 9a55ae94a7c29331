import type { Viewer } from "~/domain/permissions/viewer";
import { type DaySpan, type DaySpanProblem, daysOfSpan } from "~/domain/time/calendar-change";
import { type CivilDate, civilDateOf, type Instant } from "~/domain/time/civil-date";
import { isDuplicate, recordChange } from "~/models/database.server";
import { wasRecorded } from "~/models/recorded-acts.server";
import { keepsRules, rulesBehalf } from "~/models/rules/keeps-rules.server";
import { recordedDays } from "./working-days.server";

export interface CalendarChange {
  add: readonly DaySpan[];
  /** days of the app that are taken back: the files, or the weekday, count again */
  remove: readonly CivilDate[];
  document: string;
  note: string | null;
  at: Instant;
  onceKey: string;
}

export type CalendarOutcome =
  | { kind: "changed" }
  | { kind: "not-permitted" }
  /** by place in `add`; null: there is nothing to change at all */
  | { kind: "refused"; span: number | null; problem: DaySpanProblem };

/** Changes days of the calendar in one act, all or nothing. A repeated send changes nothing. */
export async function changeCalendar(viewer: Viewer, change: CalendarChange): Promise<CalendarOutcome> {
  const { document, note, at, onceKey } = change;
  const today = civilDateOf(at);
  if (!(await keepsRules(viewer, today))) return { kind: "not-permitted" };
  const known = new Set((await recordedDays()).map(({ day }) => day));
  const added = new Map<CivilDate, Omit<DaySpan, "from" | "to">>();
  for (const [span, given] of change.add.entries()) {
    const days = daysOfSpan(given, (day) => known.has(day));
    if (typeof days === "string") return { kind: "refused", span, problem: days };
    for (const { day, kind, name } of days) added.set(day, { kind, name });
  }
  const removed = new Set(change.remove);
  if (added.size + removed.size === 0) return { kind: "refused", span: null, problem: "nothing-new" };
  const act = { kind: "calendar-changed", at, actorId: viewer.accountId, document, note, onceKey };
  try {
    await recordChange({ ...act, onBehalfOf: await rulesBehalf(viewer, today) }, async (rows, changeId) => {
      await rows.working_day_exception.updateMany({
        where: { day: { in: [...removed, ...added.keys()] }, retracted_change: null },
        data: { retracted_change: changeId },
      });
      await rows.working_day_exception.createMany({
        data: [...added].map(([day, { kind, name }]) => ({
          day,
          kind,
          name_vi: name.vi,
          name_en: name.en,
          document,
          recorded_change: changeId,
        })),
      });
    });
  } catch (error) {
    if (!(isDuplicate(error) && (await wasRecorded(onceKey)))) throw error;
  }
  return { kind: "changed" };
}

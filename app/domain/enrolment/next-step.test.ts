import { describe, expect, it } from "vitest";
import type { PastAttempt } from "~/domain/assessment/attempt-policy";
import type { Duty, DutyState } from "./duties";
import { type DutyWork, nextStep, standingOf } from "./next-step";

const NOW = "2026-11-21T03:00:00.000Z";
const HOUR_AGO = "2026-11-21T02:00:00.000Z";
const DAYS_AGO = "2026-11-18T02:00:00.000Z";

const duty = (state: DutyState, due = "2026-12-16"): Duty => ({
  programme: "p",
  course: "c",
  state,
  due,
  daysLeft: 25,
  reasons: [],
  certificate: null,
  later: null,
});
const open: PastAttempt = { number: 1, end: null };
const failed = (at: string, number = 1): PastAttempt => ({ number, end: { at, passed: false } });
const passed: PastAttempt = { number: 1, end: { at: DAYS_AGO, passed: true } };

const work = (more: Partial<DutyWork> = {}): DutyWork => ({
  duty: duty("open"),
  lessonIds: [1, 2],
  doneLessonIds: [1, 2],
  attempts: [],
  rule: { attempts: 2, cooldownHours: 24, cycleBegan: null },
  ...more,
});
const lessonsLeft = { doneLessonIds: [1] };

describe("standingOf", () => {
  it.each<[string, Partial<DutyWork>, "lesson" | "exam" | "go-on" | null]>([
    ["lessons are left", lessonsLeft, "lesson"],
    ["lessons done, never tried", {}, "exam"],
    ["an exam under way", { attempts: [open] }, "go-on"],
    ["an exam under way although a lesson is left", { ...lessonsLeft, attempts: [open] }, "go-on"],
    ["failed an hour ago: one waits", { attempts: [failed(HOUR_AGO)] }, null],
    ["failed days ago: again", { attempts: [failed(DAYS_AGO)] }, "exam"],
    ["no attempt left", { attempts: [failed(DAYS_AGO, 1), failed(DAYS_AGO, 2)] }, null],
    ["passed, and the paper waits for a signatory", { duty: duty("done"), attempts: [passed] }, null],
    ["done, though a newer version has other lessons", { duty: duty("done"), ...lessonsLeft }, null],
    ["waived", { duty: duty("waived"), ...lessonsLeft }, null],
    ["overdue, lessons left", { duty: duty("overdue"), ...lessonsLeft }, "lesson"],
    ["to renew, lessons done", { duty: duty("renew") }, "exam"],
  ])("%s", (_, more, expected) => expect(standingOf(work(more), NOW).move).toBe(expected));
});

describe("nextStep", () => {
  const due = (date: string, state: DutyState = "open", more: Partial<DutyWork> = {}) =>
    work({ duty: duty(state, date), ...more });

  it.each<[string, DutyWork[], number | null]>([
    ["nothing to do", [], null],
    ["nothing that can be done now", [due("2026-12-01", "done"), due("2026-12-01", "waived")], null],
    ["what is due first", [due("2026-12-20"), due("2026-12-01"), due("2026-12-10")], 1],
    ["what is overdue before what is due first", [due("2026-11-25"), due("2026-11-30", "overdue")], 1],
    ["of two overdue the older", [due("2026-11-10", "overdue"), due("2026-10-10", "overdue")], 1],
    [
      "an exam under way before all",
      [due("2026-10-01", "overdue"), due("2027-01-01", "open", { attempts: [open] })],
      1,
    ],
    [
      "not the one that has to wait",
      [due("2026-11-22", "open", { attempts: [failed(HOUR_AGO)] }), due("2026-12-30")],
      1,
    ],
    ["of two with the same date the first", [due("2026-12-01"), due("2026-12-01")], 0],
  ])("%s", (_, works, expected) => expect(nextStep(works, NOW)).toBe(expected));
});

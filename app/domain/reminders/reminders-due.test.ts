import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { certificateStatus } from "~/domain/certification/certificate-status";
import { addDays } from "~/domain/time/civil-date";
import {
  endsToRemindOf,
  REMINDER_STAGES,
  type RemindedCertificate,
  type ReminderStage,
  remindersDue,
} from "./reminders-due";

const certificate = (id: number, validUntil: string | null, more: Partial<RemindedCertificate> = {}) => ({
  id,
  programme: "focal",
  issuedOn: "2024-12-01",
  validUntil,
  events: [],
  ...more,
});
/** its last day is 30/11/2026 */
const ENDING = certificate(1, "2026-12-01");
const NOBODY = new Map<number, ReminderStage[]>();
const due = (certificates: RemindedCertificate[], today: string, sent: Map<number, ReminderStage[]> = NOBODY) =>
  remindersDue(certificates, today, sent).map(
    ({ certificateId, stage, dueOn }) => `${certificateId} ${stage} ${dueOn}`,
  );

describe("reminders", () => {
  it.each([
    ["2026-08-31", []],
    ["2026-09-01", ["1 90 2026-09-01"]],
    ["2026-10-30", ["1 90 2026-09-01"]],
    ["2026-10-31", ["1 30 2026-10-31"]],
    ["2026-11-23", ["1 7 2026-11-23"]],
    ["2026-11-30", ["1 7 2026-11-23"]],
    ["2026-12-01", ["1 lapsed 2026-12-01"]],
    ["2027-01-29", ["1 lapsed 2026-12-01"]],
    ["2027-01-30", []],
  ])("on %s: %j", (today, expected) => expect(due([ENDING], today)).toEqual(expected));

  it("come once for a stage, and never for an earlier one", () => {
    expect(due([ENDING], "2026-11-01", new Map([[1, ["30"]]]))).toEqual([]);
    expect(due([ENDING], "2026-11-01", new Map([[1, ["7"]]]))).toEqual([]);
    expect(due([ENDING], "2026-11-01", new Map([[1, ["90"]]]))).toEqual(["1 30 2026-10-31"]);
  });

  it("speak of the certificate that speaks for the person", () => {
    const renewed = certificate(2, "2028-12-01", { issuedOn: "2026-11-10" });
    expect(due([ENDING, renewed], "2026-11-25")).toEqual([]);
    // before the renewal was issued
    expect(due([ENDING, renewed], "2026-11-01")).toEqual(["1 30 2026-10-31"]);
    const revoked = certificate(1, "2026-12-01", { events: [{ kind: "revoked", onDate: "2026-11-01" }] });
    expect(due([revoked], "2026-11-25")).toEqual([]);
    const back = certificate(1, "2026-12-01", {
      events: [
        { kind: "revoked", onDate: "2026-11-01" },
        { kind: "reinstated", onDate: "2026-11-20" },
      ],
    });
    expect(due([back], "2026-11-25")).toEqual(["1 7 2026-11-23"]);
    const corrected = certificate(1, "2026-12-01", { events: [{ kind: "superseded", onDate: "2026-11-01" }] });
    expect(due([corrected, certificate(3, "2026-12-01", { issuedOn: "2026-11-01" })], "2026-11-25")).toEqual([
      "3 7 2026-11-23",
    ]);
    expect(due([certificate(4, null)], "2026-11-25")).toEqual([]);
    expect(due([ENDING, certificate(5, "2026-12-20", { programme: "ethics" })], "2026-11-25")).toEqual([
      "1 7 2026-11-23",
      "5 30 2026-11-19",
    ]);
  });

  it("whatever days a server runs on: each stage at most once, in order, only the latest, none while nothing ends", () => {
    const facts = fc.record({
      lasts: fc.integer({ min: 1, max: 800 }),
      days: fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { maxLength: 25 }),
    });
    fc.assert(
      fc.property(facts, ({ lasts, days }) => {
        const one = certificate(1, addDays("2024-12-01", lasts));
        const sent = new Map<number, ReminderStage[]>();
        for (const day of [...days].sort((a, b) => a - b)) {
          const today = addDays("2024-12-01", day);
          const found = remindersDue([one], today, sent);
          expect(found.length).toBeLessThanOrEqual(1);
          for (const { stage } of found) {
            const before = sent.get(1) ?? [];
            for (const each of before)
              expect(REMINDER_STAGES.indexOf(each)).toBeLessThan(REMINDER_STAGES.indexOf(stage));
            const status = certificateStatus(one, today, 90);
            // the 90 days before the last one are one more than a window of 90 days
            expect(stage === "lapsed" ? status === "expired" : status === "expiring" || stage === "90").toBe(true);
            const { from, to } = endsToRemindOf(today);
            expect(one.validUntil && one.validUntil >= from && one.validUntil < to).toBe(true);
            sent.set(1, [...before, stage]);
          }
          expect(remindersDue([one], today, sent)).toEqual([]);
        }
      }),
    );
  });
});

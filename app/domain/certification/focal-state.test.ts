import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CivilDate } from "~/domain/time/civil-date";
import type { CertificateFacts } from "./certificate-status";
import { FOCAL_STATES, type FocalHolding, type FocalState, focalState } from "./focal-state";

const held: CertificateFacts = { issuedOn: "2026-09-15", validUntil: "2028-09-15", events: [] };
const holder = (...certificates: CertificateFacts[]): FocalHolding => ({ certificates, acting: false, away: false });
const away = (...certificates: CertificateFacts[]): FocalHolding => ({ ...holder(...certificates), away: true });
const standIn = (...certificates: CertificateFacts[]): FocalHolding => ({ ...holder(...certificates), acting: true });

describe("focalState", () => {
  it.each<[string, FocalHolding[], CivilDate, FocalState]>([
    ["nobody", [], "2027-01-01", "vacant"],
    ["a holder without a certificate", [holder()], "2027-01-01", "held-uncertified"],
    ["the day before the certificate", [holder(held)], "2026-09-14", "held-uncertified"],
    ["the day of the certificate", [holder(held)], "2026-09-15", "certified"],
    ["the first day of the window", [holder(held)], "2028-06-17", "expiring"],
    ["the last day of validity", [holder(held)], "2028-09-14", "expiring"],
    ["the day after", [holder(held)], "2028-09-15", "held-uncertified"],
    [
      "a revoked certificate",
      [holder({ ...held, events: [{ kind: "revoked", onDate: "2027-01-01" }] })],
      "2027-01-01",
      "held-uncertified",
    ],
    ["two holders, even both certified", [holder(held), holder(held)], "2027-01-01", "duplicate"],
    ["someone standing in for a vacant post", [standIn()], "2027-01-01", "acting"],
    ["someone standing in for a holder who is away", [away(held), standIn()], "2027-01-01", "acting"],
    ["someone certified standing in", [standIn(held)], "2027-01-01", "acting"],
    ["someone standing in beside a holder on duty", [holder(held), standIn()], "2027-01-01", "duplicate"],
    ["two standing in", [away(held), standIn(), standIn()], "2027-01-01", "duplicate"],
    ["two holders, one of them away", [away(held), holder()], "2027-01-01", "duplicate"],
    ["a holder who is away, nobody standing in", [away(held)], "2027-01-01", "certified"],
    ["the same without a certificate", [away()], "2027-01-01", "held-uncertified"],
  ])("%s", (_, holders, asOf, expected) => expect(focalState(holders, asOf, 90)).toBe(expected));

  it("is exactly one of the six, for any holders on any day", () => {
    const certificate = fc
      .tuple(fc.integer({ min: -400, max: 400 }), fc.option(fc.integer({ min: 1, max: 800 })))
      .map(([start, days]): CertificateFacts => {
        const issuedOn = addDays("2026-01-01", start);
        return { issuedOn, validUntil: days === null ? null : addDays(issuedOn, days), events: [] };
      });
    const holders = fc.array(
      fc.record({
        certificates: fc.array(certificate, { maxLength: 3 }),
        acting: fc.boolean(),
        away: fc.boolean(),
      }),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(holders, fc.integer({ min: -500, max: 1500 }), (people, day) => {
        const state = focalState(people, addDays("2026-01-01", day), 90);
        expect(FOCAL_STATES.filter((each) => each === state)).toHaveLength(1);
        expect(state === "vacant").toBe(people.length === 0);
        const standingIn = people.filter(({ acting }) => acting).length;
        const onDuty = people.filter(({ acting, away }) => !acting && !away).length;
        if (state === "acting") expect([standingIn, onDuty]).toEqual([1, 0]);
        if (people.length > 1 && state !== "acting") expect(state).toBe("duplicate");
      }),
    );
  });
});

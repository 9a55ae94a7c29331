import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, type CivilDate } from "~/domain/time/civil-date";
import {
  bestCertificate,
  type CertificateEvent,
  type CertificateFacts,
  certificateStatus,
  isInForce,
  lastDayOf,
} from "./certificate-status";

const WINDOW = 90;
const two: CertificateFacts = { issuedOn: "2026-09-15", validUntil: "2028-09-15", events: [] };
const event = (kind: CertificateEvent["kind"], onDate: CivilDate): CertificateEvent => ({ kind, onDate });

describe("certificateStatus", () => {
  it.each([
    ["2026-09-14", "not-yet"],
    ["2026-09-15", "valid"],
    ["2028-06-16", "valid"],
    ["2028-06-17", "expiring"],
    ["2028-09-14", "expiring"],
    ["2028-09-15", "expired"],
    ["2040-01-01", "expired"],
  ])("of two years from 15/09/2026 on %s: %s", (asOf, expected) =>
    expect(certificateStatus(two, asOf, WINDOW)).toBe(expected),
  );

  it.each<[string, CertificateEvent[], CivilDate, string]>([
    ["the day before it is revoked", [event("revoked", "2027-01-10")], "2027-01-09", "valid"],
    ["the day it is revoked", [event("revoked", "2027-01-10")], "2027-01-10", "revoked"],
    ["revoked, after its end", [event("revoked", "2027-01-10")], "2029-01-01", "revoked"],
    ["reinstated", [event("revoked", "2027-01-10"), event("reinstated", "2027-02-01")], "2027-02-01", "valid"],
    [
      "reinstated, told in the other order",
      [event("reinstated", "2027-02-01"), event("revoked", "2027-01-10")],
      "2027-02-01",
      "valid",
    ],
    [
      "revoked and reinstated on one day: the later row counts",
      [event("revoked", "2027-01-10"), event("reinstated", "2027-01-10")],
      "2027-01-10",
      "valid",
    ],
    [
      "reinstated after its end",
      [event("revoked", "2027-01-10"), event("reinstated", "2029-01-01")],
      "2029-01-01",
      "expired",
    ],
    ["replaced", [event("superseded", "2027-01-10")], "2027-01-10", "replaced"],
  ])("%s", (_, events, asOf, expected) => expect(certificateStatus({ ...two, events }, asOf, WINDOW)).toBe(expected));

  it("has no end where the programme sets none", () => {
    expect(certificateStatus({ ...two, validUntil: null }, "2126-09-15", WINDOW)).toBe("valid");
  });

  it("never asks for renewal where the window is empty", () => {
    expect(certificateStatus(two, "2028-09-14", 0)).toBe("valid");
    expect(certificateStatus(two, "2028-09-15", 0)).toBe("expired");
  });

  it("goes through not-yet, valid, expiring, expired in this order and never back", () => {
    const order = ["not-yet", "valid", "expiring", "expired"];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 400 }),
        fc.array(fc.integer({ min: -50, max: 2200 }), { minLength: 2, maxLength: 2 }),
        (months, window, days) => {
          const facts = { issuedOn: "2024-02-29", validUntil: addMonths("2024-02-29", months), events: [] };
          const [a = 0, b = 0] = days.sort((x, y) => x - y);
          const at = (day: number) => order.indexOf(certificateStatus(facts, addDays("2024-02-29", day), window));
          expect(at(a)).toBeLessThanOrEqual(at(b));
        },
      ),
    );
  });
});

describe("validity", () => {
  it("holds on the last printed day and not on the next", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 60 }), (day, months) => {
        const issuedOn = addDays("2023-01-01", day);
        const validUntil = addMonths(issuedOn, months);
        const last = lastDayOf(validUntil) as CivilDate;
        const facts = { issuedOn, validUntil, events: [] };
        expect(isInForce(certificateStatus(facts, last, WINDOW))).toBe(true);
        expect(certificateStatus(facts, addDays(last, 1), WINDOW)).toBe("expired");
      }),
    );
  });
});

describe("bestCertificate", () => {
  const old: CertificateFacts = { issuedOn: "2024-01-01", validUntil: "2026-01-01", events: [] };
  const renewed: CertificateFacts = { issuedOn: "2025-11-01", validUntil: "2027-11-01", events: [] };
  const revoked: CertificateFacts = { ...renewed, validUntil: null, events: [event("revoked", "2025-12-01")] };

  it.each<[string, CertificateFacts[], CivilDate, CertificateFacts | null]>([
    ["none", [], "2026-01-01", null],
    ["one that is not issued yet", [renewed], "2025-10-31", null],
    ["the old one before the renewal", [old, renewed], "2025-10-31", old],
    ["the renewed one while both hold", [old, renewed], "2025-11-01", renewed],
    ["the renewed one after the old one ended", [renewed, old], "2026-06-01", renewed],
    ["one in force before one that was revoked", [revoked, old], "2025-12-15", old],
    ["the last one, when none is in force", [old, renewed], "2030-01-01", renewed],
  ])("%s", (_, certificates, asOf, expected) =>
    expect(bestCertificate(certificates, asOf, WINDOW)?.certificate ?? null).toBe(expected),
  );

  it("is in force when any is, whatever the order", () => {
    const facts = fc
      .tuple(fc.integer({ min: 0, max: 900 }), fc.option(fc.integer({ min: 1, max: 900 })), fc.boolean())
      .map(([start, days, isRevoked]): CertificateFacts => {
        const issuedOn = addDays("2024-01-01", start);
        const events = isRevoked ? [event("revoked", addDays(issuedOn, 30))] : [];
        return { issuedOn, validUntil: days === null ? null : addDays(issuedOn, days), events };
      });
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 5 }), fc.integer({ min: 0, max: 1800 }), (certificates, day) => {
        const asOf = addDays("2024-01-01", day);
        const any = certificates.some((each) => isInForce(certificateStatus(each, asOf, WINDOW)));
        const best = bestCertificate(certificates, asOf, WINDOW);
        expect(best !== null && isInForce(best.status)).toBe(any);
        expect(bestCertificate([...certificates].reverse(), asOf, WINDOW)?.status).toBe(best?.status);
      }),
    );
  });
});

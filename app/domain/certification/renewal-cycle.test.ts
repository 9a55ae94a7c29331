import { describe, expect, it } from "vitest";
import { renewalBegan } from "./renewal-cycle";

const rules = { renewal: { window_days: 90, grace_days: 0 } };
const certificate = { issuedOn: "2024-12-01", validUntil: "2026-12-01", events: [] };

describe("renewalBegan", () => {
  it.each([
    ["before the window", "2026-09-01", null],
    ["on the window's first day", "2026-09-02", "2026-09-01T17:00:00.000Z"],
    ["on the last day of validity", "2026-11-30", "2026-09-01T17:00:00.000Z"],
    ["after the end", "2027-03-01", "2026-09-01T17:00:00.000Z"],
  ])("%s", (_when, asOf, began) => {
    expect(renewalBegan([certificate], asOf, rules)).toBe(began);
  });

  it("is null without a certificate, and for one without an end", () => {
    expect(renewalBegan([], "2026-11-21", rules)).toBeNull();
    expect(renewalBegan([{ ...certificate, validUntil: null }], "2026-11-21", rules)).toBeNull();
  });

  it("is null once a newer certificate holds", () => {
    const renewed = { issuedOn: "2026-10-10", validUntil: "2028-10-10", events: [] };
    expect(renewalBegan([certificate, renewed], "2026-11-21", rules)).toBeNull();
  });

  it("is null for a revoked one: that is no renewal", () => {
    const revoked = { ...certificate, events: [{ kind: "revoked" as const, onDate: "2026-10-01" }] };
    expect(renewalBegan([revoked], "2026-11-21", rules)).toBeNull();
  });
});

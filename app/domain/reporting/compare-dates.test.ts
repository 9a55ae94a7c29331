import { describe, expect, it } from "vitest";
import type { CertificationRow } from "./certification-list";
import { compareDates, figuresOf } from "./compare-dates";
import { duty, member } from "./people-for-test";
import type { StaffMember } from "./workforce";

const row = (of: StaffMember, programme: string, state: CertificationRow["state"], since = "2026-01-01") =>
  duty(of, programme, state, { since, overdue: state === "expired" });
const [stays, goes, comes] = [member("stays", [{}]), member("goes", [{}]), member("comes", [{}])];
const [here, there] = [member("moves", [{ unitId: 1 }]), member("moves", [{ unitId: 2 }])];

describe("two dates compared", () => {
  const before = {
    members: [stays, goes, here],
    rows: [row(stays, "basic", "never"), row(goes, "basic", "valid"), row(here, "basic", "valid")],
  };
  const after = {
    members: [stays, there, comes],
    rows: [
      row(stays, "basic", "valid", "2026-06-01"),
      row(there, "basic", "expired", "2026-07-01"),
      row(comes, "basic", "never"),
      row(stays, "ethics", "waived"),
    ],
  };
  it("tells who came, went, moved, earned and lost", () => {
    const found = compareDates(before, after).map(({ kind, member: { publicId }, programme }) => [
      kind,
      publicId,
      programme,
    ]);
    expect(found).toEqual([
      ["moved", "moves", null],
      ["joined", "comes", null],
      ["left", "goes", null],
      ["certified", "stays", "basic"],
      ["lapsed", "moves", "basic"],
      ["asked-anew", "comes", "basic"],
    ]);
  });
  it("finds nothing between a date and itself", () => {
    expect(compareDates(after, after)).toEqual([]);
  });
  it("finds a renewal by the later day of issue", () => {
    const renewed = { ...before, rows: [row(here, "basic", "valid", "2026-09-01")] };
    expect(compareDates({ ...before, rows: [row(here, "basic", "expiring")] }, renewed)).toMatchObject([
      { kind: "renewed", programme: "basic" },
    ]);
  });
  it("counts people, and of the duties those that are asked", () => {
    expect(figuresOf(after, 2, 1)).toEqual({
      people: 3,
      collaborators: 0,
      vacancies: 2,
      asked: 3,
      held: 1,
      overdue: 1,
      short: 1,
    });
  });
});

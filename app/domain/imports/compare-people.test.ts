import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { UnitAsOf } from "~/domain/organisation/organisation-as-of";
import { applyPersonnelActs } from "~/domain/people/apply-personnel-acts";
import { sortKey } from "~/domain/people/person-name";
import { NO_PERSONNEL, type PersonnelFacts } from "~/domain/people/personnel-facts";
import { comparePeople, type PeopleComparison } from "./compare-people";
import type { PeopleField } from "./fields";
import { readPeopleRow } from "./people-row";
import type { Cell } from "./table";
import { UnitIndex } from "./unit-index";

const DAY = "2026-11-21";
const FIELDS: PeopleField[] = [
  "staffCode",
  "fullName",
  "unit",
  "position",
  "kind",
  "from",
  "until",
  "decision",
  "employment",
  "workEmail",
  "workPhone",
  "oneStop",
];
const columnOf = new Map(FIELDS.map((field, column) => [field, column]));

const UNITS = ["BHXH tỉnh Hưng Yên", "BHXH tỉnh Ninh Bình", "BHXH thành phố Đà Nẵng"];
const POSITIONS = ["communication-officer", "foreign-information-focal"];

function unit(id: number, name: string): UnitAsOf {
  const both = { vi: name, en: name };
  const none = { vssCode: null, sample: false, source: null, parentId: null, area: null, children: [] };
  return { id, publicId: `u${id}`, key: `unit-${id}`, level: "PROVINCIAL", name: both, short: both, ...none };
}

const index = new UnitIndex(
  {
    date: DAY,
    roots: [],
    special: [],
    byId: new Map(UNITS.map((name, place) => [place + 1, unit(place + 1, name)])),
  },
  () => true,
);

let ids = 0;
const personnel = {
  units: new Map(UNITS.map((_, place) => [place + 1, [{ validFrom: "2020-01-01", validTo: null }]])),
  positions: new Set(POSITIONS),
  focalPositions: new Set(["foreign-information-focal"]),
  focalUnits: new Set([1, 2, 3]),
  newPublicId: () => `new-${ids++}`,
};

interface Someone {
  code: string;
  name: string;
  unit: number;
  position?: string;
  from?: string;
  until?: string | null;
}

function factsOf(people: readonly Someone[]): PersonnelFacts {
  const open = { validFrom: "2020-01-01", validTo: null };
  const each = people.map((someone, place) => ({ from: "2024-01-01", until: null, ...someone, id: place + 1 }));
  return {
    ...NO_PERSONNEL,
    persons: each.map(({ id, code }) => ({ id, publicId: `person-${id}`, staffCode: code })),
    names: each.map(({ id, name }) => ({ id, personId: id, fullName: name, sortKey: sortKey(name), ...open })),
    details: each.map(({ id, code }) => {
      const workEmail = `${code.toLowerCase()}@vss.example`;
      return { id, personId: id, employment: "civil-servant", workEmail, workPhone: null, ...open };
    }),
    posts: each.map(({ id, unit: unitId, position = "communication-officer" }) => {
      const flags = { oneStop: false, deputy: false, lineage: null };
      return { id, publicId: `post-${id}`, unitId, position, ...flags, ...open };
    }),
    postings: each.map(({ id, from, until }) => {
      const said = { kind: "primary" as const, decision: null, endReason: null, heldSince: null };
      return { id, publicId: `posting-${id}`, personId: id, postId: id, ...said, validFrom: from, validTo: until };
    }),
  };
}

const STAFF = factsOf([
  { code: "VSS-1", name: "Nguyễn Thị An", unit: 1 },
  { code: "VSS-2", name: "Trần Văn Bình", unit: 1, position: "foreign-information-focal" },
  { code: "VSS-3", name: "Lê Thị Cúc", unit: 2 },
]);

function compare(rows: readonly (readonly Cell[])[], { facts = STAFF, ...more }: Partial<PeopleComparison> = {}) {
  return comparePeople(
    rows.map((cells, place) => readPeopleRow({ number: place + 2, cells }, columnOf)),
    {
      facts,
      personnel,
      effective: DAY,
      full: null,
      unitsOn: () => index,
      positionOf: (text) => POSITIONS.find((key) => key === text) ?? null,
      mayTouch: () => true,
      ...more,
    },
  );
}

const row = (over: Partial<Record<PeopleField, Cell>>): Cell[] =>
  FIELDS.map((field) => ({ position: "communication-officer", ...over })[field] ?? "");
const AN = { staffCode: "VSS-1", fullName: "Nguyễn Thị An", unit: UNITS[0] as string };
const BINH = {
  staffCode: "VSS-2",
  fullName: "Trần Văn Bình",
  unit: UNITS[0] as string,
  position: POSITIONS[1] as string,
};

describe("a row of people", () => {
  it.each([
    ["the same as on record", row(AN), "unchanged", []],
    ["the same in capitals", row({ ...AN, fullName: "NGUYỄN THỊ AN" }), "unchanged", []],
    ["the same with the day since when", row({ ...AN, from: "01/01/2024" }), "unchanged", []],
    ["another first day", row({ ...AN, from: "1/2/2024" }), "changed", ["correct-posting"]],
    ["a decision", row({ ...AN, decision: "12/QĐ" }), "changed", ["correct-posting"]],
    ["another name", row({ ...AN, fullName: "Nguyễn Thị Anh" }), "changed", ["rename"]],
    ["another address", row({ ...AN, workEmail: "An@vss.example" }), "changed", ["change-details"]],
    ["the same address in capitals", row({ ...AN, workEmail: "VSS-1@VSS.example" }), "unchanged", []],
    ["a flag", row({ ...AN, oneStop: "x" }), "changed", ["flag-post"]],
    ["an end", row({ ...AN, until: "31/12/2026" }), "ended", ["end-posting"]],
    ["another unit", row({ ...AN, unit: UNITS[1] as string }), "moved", ["end-posting", "create-post", "appoint"]],
    [
      "someone new",
      row({ staffCode: "vss-9", fullName: "Đỗ Thị Mới", unit: UNITS[2] as string }),
      "new",
      ["register", "create-post", "appoint"],
    ],
    ["a post beside", row({ ...AN, unit: UNITS[1] as string, kind: "Kiêm nhiệm" }), "new", ["create-post", "appoint"]],
  ])("with %s", (_, cells, outcome, acts) => {
    const compared = compare([cells]);
    expect(compared.rows.map((each) => [each.outcome, each.problems])).toEqual([[outcome, []]]);
    expect(compared.acts.map(({ act }) => act)).toEqual(acts);
  });

  it.each([
    ["no code", row({ ...AN, staffCode: "" }), "missing", 0],
    ["a bad code", row({ ...AN, staffCode: "ĐỖ 1" }), "bad-staff-code", 0],
    ["a formula", row({ ...AN, decision: { problem: "formula" } }), "formula", 7],
    ["a long cell", row({ ...AN, decision: { problem: "cell-too-long", letters: 600 } }), "cell-too-long", 7],
    ["month first", row({ ...AN, from: "12/31/2026" }), "bad-date", 5],
    ["a short year", row({ ...AN, from: "1/2/24" }), "short-year", 5],
    ["an end before its start", row({ ...AN, from: "2/2/2026", until: "1/2/2026" }), "ends-before", 6],
    ["a unit that there is not", row({ ...AN, unit: "BHXH tỉnh Hưng Yến X" }), "no-such-unit", 2],
    ["a position that there is not", row({ ...AN, position: "phi công" }), "no-such-position", 3],
    ["an address that is none", row({ ...AN, workEmail: "an at vss" }), "bad-email", 9],
    ["a code of someone else", row({ ...AN, fullName: "Hoàng Gia Khánh" }), "other-person", 1],
    ["a second focal point", row({ ...AN, position: POSITIONS[1] as string }), "second-focal-point", null],
    ["an address of someone else", row({ ...AN, workEmail: "vss-3@vss.example" }), "duplicate-email", null],
    ["a day before the unit", row({ ...AN, unit: UNITS[1] as string, from: "1/1/2010" }), "unit-not-existing", null],
    [
      "a collaborator without an end",
      row({ staffCode: "C-1", fullName: "Đỗ Cộng Tác", unit: UNITS[2] as string, employment: "CTV" }),
      "collaborator-without-end",
      null,
    ],
  ])("is refused for %s", (_, cells, code, column) => {
    const { rows, acts, counts } = compare([cells]);
    expect(rows[0]).toMatchObject({ outcome: "refused", problems: [{ code, column }] });
    expect(acts).toEqual([]);
    expect(counts.rows.refused).toBe(1);
  });

  it("suggests units that come close", () => {
    const [result] = compare([row({ ...AN, unit: "BHXH tinh Hưng Yênn" })]).rows;
    expect(result?.problems[0]?.params.near).toContain(UNITS[0]);
  });

  it("is refused outside the area of whoever brings it, without a word of who that is", () => {
    const mayTouch = (id: number) => id === 1;
    const { rows } = compare(
      [
        row({ ...AN, unit: UNITS[1] as string }),
        row({ staffCode: "VSS-3", fullName: "Ai Đó", unit: UNITS[0] as string }),
      ],
      { mayTouch },
    );
    expect(rows.map(({ problems }) => problems)).toEqual([
      [{ column: 2, about: "row", code: "outside-area", params: { value: UNITS[1] } }],
      [{ column: 0, about: "row", code: "outside-area", params: { value: "VSS-3" } }],
    ]);
  });
});

describe("rows together", () => {
  it("let a focal point follow another in one file, whatever their order", () => {
    const rows = [row({ ...AN, position: POSITIONS[1] as string }), row({ ...BINH, position: POSITIONS[0] as string })];
    for (const each of [rows, rows.toReversed()]) {
      const compared = compare(each);
      expect(compared.counts.rows).toMatchObject({ moved: 2, refused: 0 });
      // each takes the other's place: no post is made
      expect(compared.acts.filter(({ act }) => act === "create-post")).toEqual([]);
    }
  });

  it("with one code and two names are both refused", () => {
    const { rows } = compare([row(AN), row({ ...AN, fullName: "Nguyễn Thị Bé" }), row(BINH)]);
    expect(rows.map(({ outcome }) => outcome)).toEqual(["refused", "refused", "unchanged"]);
    expect(rows[1]?.problems[0]).toMatchObject({ code: "other-name", params: { row: "2" } });
  });

  it("say the same twice only once", () => {
    const { rows } = compare([row(AN), row(AN)]);
    expect(rows.map(({ outcome, problems }) => [outcome, problems[0]?.code])).toEqual([
      ["unchanged", undefined],
      ["refused", "same-row"],
    ]);
  });

  it("are judged anew without what was refused", () => {
    // the second goes where the first would have left, and the first may not leave
    const { rows } = compare([
      row({ ...BINH, unit: UNITS[1] as string, from: "1/1/2010" }),
      row({ ...AN, position: POSITIONS[1] as string }),
    ]);
    expect(rows.map(({ outcome }) => outcome)).toEqual(["refused", "refused"]);
  });
});

describe("a full list", () => {
  const full = { unitIds: new Set([1]), endReason: "end-of-term" as const };

  it("ends who is not in it, and nobody of other units", () => {
    const { rows, acts, counts } = compare([row(AN)], { full });
    expect(rows.map(({ outcome, code }) => [outcome, code])).toEqual([
      ["unchanged", "VSS-1"],
      ["ended", "VSS-2"],
    ]);
    expect(acts).toEqual([{ act: "end-posting", posting: "posting-2", on: DAY, reason: "end-of-term" }]);
    expect(counts).toMatchObject({ ends: 1, postings: 2 });
  });

  it("ends nobody whose row was refused", () => {
    const { acts, counts } = compare([row(AN), row({ ...BINH, workEmail: "none" })], { full });
    expect(acts).toEqual([]);
    expect(counts.rows).toMatchObject({ ended: 0, refused: 1 });
  });
});

describe("a comparison", () => {
  const someone = fc.record({
    unit: fc.integer({ min: 1, max: 3 }),
    until: fc.constantFrom(null, "2027-01-01"),
    from: fc.constantFrom("2022-05-01", "2026-11-21", "2026-12-01"),
  });
  const people = fc.array(someone, { maxLength: 12 });
  const nameOf = (place: number) => `Nguyễn Văn ${"ABCDEĐGHIKLM".charAt(place)}`;
  const staffOf = (list: { unit: number; until: string | null; from: string }[]) =>
    list.map((each, place) => ({ ...each, code: `VSS-${place}`, name: nameOf(place) }));
  const exported = (list: ReturnType<typeof staffOf>) =>
    list.map(({ code, name, unit: id, from }) =>
      row({ staffCode: code, fullName: name, unit: UNITS[id - 1] as string, from: { date: from } }),
    );

  it("with what is on record finds nothing to do, as a full list too", () => {
    fc.assert(
      fc.property(people, fc.boolean(), (list, whole) => {
        const staff = staffOf(list);
        const full = whole ? { unitIds: new Set([1, 2, 3]), endReason: "transfer" as const } : null;
        const { acts, counts } = compare(exported(staff), { facts: factsOf(staff), full });
        expect(acts).toEqual([]);
        expect(counts.rows.unchanged).toBe(staff.length);
      }),
    );
  });

  it("can be carried out without a problem, and then the same file changes nothing", () => {
    fc.assert(
      fc.property(people, people, fc.boolean(), (before, after, whole) => {
        const facts = factsOf(staffOf(before));
        const full = whole ? { unitIds: new Set([1, 2]), endReason: "transfer" as const } : null;
        const file = exported(staffOf(after));
        const compared = compare(file, { facts, full });
        const carried = applyPersonnelActs(facts, compared.acts, personnel);
        expect(carried.problems).toEqual([]);
        const again = compare(file, { facts: carried.facts, full });
        expect(again.acts).toEqual([]);
        expect(again.counts.rows.refused).toBe(compared.counts.rows.refused);
      }),
    );
  });
});

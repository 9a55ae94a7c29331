import { beforeAll, describe, expect, it } from "vitest";
import "../database-for-test";
import { readCourses } from "~/content/course-package.server";
import { sortKey } from "~/domain/people/person-name";
import type { Viewer } from "~/domain/permissions/viewer";
import { loadViewer } from "~/models/access/viewers.server";
import { syncCourses } from "~/models/course/sync-courses.server";
import { recordChange } from "~/models/database.server";
import { loadOrganisationFiles } from "~/models/organisation/load-organisation-files.server";
import { organisationFacts } from "~/models/organisation/organisation-facts.server";
import { carryOutPersonnelActs } from "~/models/people/carry-out-personnel-acts.server";
import { peopleDirectory } from "~/models/people/people-directory.server";
import { PEOPLE_PAGE, searchPeople } from "~/models/people/search-people.server";
import { insertStaff } from "../../fixtures/staff";

const AT = "2026-11-21T02:00:00.000Z";
const TODAY = "2026-11-21";

let hungYen: number;
let thanhHoa: number;
let hr: Viewer;
let leader: Viewer;

beforeAll(async () => {
  await loadOrganisationFiles("courses/organisation", AT);
  await syncCourses(readCourses("courses"), AT);
  const { units } = await organisationFacts();
  hungYen = units.find(({ key }) => key === "bhxh-hung-yen-2025")?.id ?? 0;
  thanhHoa = units.find(({ key }) => key === "bhxh-thanh-hoa")?.id ?? 0;
  const central = units.filter(({ level }) => level === "CENTRAL").map(({ id }) => id);
  const viewer = async (staffCode: string, role: "hr-officer" | "unit-leader", over: number[]) => {
    const postings = [{ unitId: hungYen, from: "2025-07-01" }];
    const grants = over.map((unitId) => ({ unitId, role, from: "2025-07-01" }));
    const { accountId } = await insertStaff({ staffCode, fullName: "Zzz Zzz", postings, grants });
    const found = await loadViewer(accountId, TODAY, false);
    if (!found) throw new Error("no viewer");
    return found;
  };
  hr = await viewer("Z-1", "hr-officer", central);
  leader = await viewer("Z-2", "unit-leader", [hungYen]);
  const people: [string, string, number][] = [
    ["Nguyễn Văn An", "VSS-20001", hungYen],
    ["Nguyễn Văn Đức", "VSS-20002", thanhHoa],
    ["Đỗ Đức Anh", "VSS-20003", hungYen],
    ["H'Liên Niê", "VSS-20004", hungYen],
    ["Đinh Thị Ánh", "VSS-20005", hungYen],
  ];
  for (const [fullName, staffCode, unitId] of people) {
    const workEmail = `${staffCode.toLowerCase()}@vss.example`;
    await insertStaff({ staffCode, fullName, workEmail, postings: [{ unitId, from: "2025-07-01" }] });
  }
});

const find = async (search: string, { asOf = TODAY, who = hr, page = 1 } = {}) => {
  const query = { search, position: null, unit: null, page, asOf, today: TODAY };
  return (await searchPeople(who, query, "vi")) ?? { total: -1, people: [] };
};
const codes = async (search: string, more = {}) =>
  (await find(search, more)).people.map(({ staffCode }) => staffCode.replace("VSS-2000", ""));

describe("people are found", () => {
  it.each([
    ["nguyen van a", ["1"]],
    ["van NGUYỄN", ["1", "2"]],
    ["Đức", ["3", "2"]],
    ["duc", ["3", "2"]],
    ["đ", ["3", "5", "2"]],
    ["h'lien", ["4"]],
    ["lien nie", ["4"]],
    ["vss-20002", ["2"]],
    ["20003", ["3"]],
    ["vss-20004@vss", ["4"]],
    ["anh hung yen", ["3", "5"]],
    ["duc thanh hoa", ["2"]],
    ["nguyen 20003", []],
    ["uc", []],
  ])("by “%s”, in the order of given names", async (search, expected) => {
    expect(await codes(search)).toEqual(expected);
  });

  it("only within reach, and as many as the count says, page by page", async () => {
    expect(await codes("duc", { who: leader })).toEqual(["3"]);
    const all = await find("");
    expect(all.total).toBe(all.people.length);
    expect(all.total).toBeLessThan(PEOPLE_PAGE);
    expect((await find("", { page: 2 })).people).toEqual([]);
  });

  it("on the date asked about", async () => {
    expect(await codes("", { asOf: "2025-06-30" })).toEqual([]);
    expect(await codes("nguyen", { asOf: "2025-07-01" })).toEqual(["1", "2"]);
  });
});

describe("a change of a person", () => {
  const rename = (fullName: string, on: string, key?: string) =>
    carryOutPersonnelActs(
      hr,
      [{ act: "rename", person: "VSS-20005", fullName, on, ...(key !== undefined && { sortKey: key }) }],
      { kind: "test", at: AT, actorId: hr.accountId },
    );

  it("is found at once by the new name, still by the old one, and on each day under that day's", async () => {
    await rename("Đinh Thị Bạch Tuyết", "2026-06-01");
    expect((await find("tuyet")).people).toMatchObject([{ staffCode: "VSS-20005", formerly: null }]);
    expect((await find("dinh anh")).people).toMatchObject([{ name: "Đinh Thị Bạch Tuyết", formerly: "Đinh Thị Ánh" }]);
    expect((await find("anh", { asOf: "2026-05-31" })).people.map(({ name }) => name)).toContain("Đinh Thị Ánh");
    expect(await codes("tuyet", { asOf: "2026-05-31" })).toEqual([]);
  });

  it("moves them in the list by their sort key alone", async () => {
    expect(await codes("vss-2000")).toEqual(["1", "3", "2", "4", "5"]);
    await carryOutPersonnelActs(
      hr,
      [{ act: "rename", person: "VSS-20004", fullName: "H'Liên Niê", sortKey: sortKey("Niê A"), on: TODAY }],
      { kind: "test", at: AT, actorId: hr.accountId },
    );
    expect(await codes("vss-2000")).toEqual(["4", "1", "3", "2", "5"]);
  });

  it("is taken in however many ask while others are recorded", async () => {
    const write = (index: number) =>
      insertStaff({
        staffCode: `P-${index}`,
        fullName: `Tạ Song Song`,
        postings: [{ unitId: hungYen, from: "2026-01-01" }],
      });
    await Promise.all(Array.from({ length: 12 }, (_, index) => (index % 2 ? find("song") : write(index))));
    expect((await find("song ta")).total).toBe(6);
    await recordChange({ kind: "lesson-completed", at: AT }, async () => undefined);
    const before = await peopleDirectory();
    await recordChange({ kind: "lesson-completed", at: AT }, async () => undefined);
    // what does not concern people leaves the list as it is
    expect((await peopleDirectory()).people).toBe(before.people);
  });
});

import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { batchSchema } from "~/domain/organisation/acts";
import { provincialUnits } from "~/domain/organisation/organisation-as-of";
import { checkPeopleBatch, type PeopleBatch } from "~/domain/people/people-batch";
import { holdsOn } from "~/domain/time/civil-date";
import { reader } from "~/models/database.server";
import { carryOutActs } from "~/models/organisation/carry-out-acts.server";
import { loadOrganisationFiles } from "~/models/organisation/load-organisation-files.server";
import { organisationAsOf, organisationFacts } from "~/models/organisation/organisation-facts.server";
import { PeopleRefused, recordPeople } from "~/models/people/record-people.server";
import { CHARACTERS, DEMO_TODAY, type DemoPerson, loadDemoPeople, planDemoPeople } from "../../prisma/demo/people";
import { wholeDatabase } from "./database-for-test";

const AT = "2026-11-21T02:00:00.000Z";

let people: ReadonlyMap<string, DemoPerson>;
let plan: PeopleBatch;

beforeAll(async () => {
  await loadOrganisationFiles(path.resolve("courses/organisation"), AT);
  plan = planDemoPeople(await organisationFacts());
  people = await loadDemoPeople(AT);
});

/** How many hold a post of the position in a unit on the demo's date. */
function holders(unitId: number, position: string): number {
  return [...people.values()].filter((person) =>
    person.holds.some((held) => held.unitId === unitId && held.position === position),
  ).length;
}

describe("the people of the demo", () => {
  it("are many, and make sense over all time", async () => {
    expect(people.size).toBeGreaterThanOrEqual(320);
    expect(checkPeopleBatch(plan, (await organisationFacts()).existences)).toEqual([]);
    expect(plan.postings.filter((posting) => posting.validFrom > DEMO_TODAY)).toEqual([]);
  });

  it("are the same on every run", async () => {
    expect(planDemoPeople(await organisationFacts())).toEqual(plan);
  });

  it("staff every provincial unit: focal point held once but for two vacancies and one held twice", async () => {
    const provinces = provincialUnits(await organisationAsOf(DEMO_TODAY));
    const focal = provinces.map((unit) => [unit.key, holders(unit.id, "foreign-information-focal")] as const);
    expect(focal.filter(([, count]) => count !== 1)).toEqual([
      ["bhxh-lai-chau", 0],
      ["bhxh-tay-ninh-2025", 0],
      ["bhxh-ca-mau-2025", 2],
    ]);
    for (const unit of provinces) {
      expect(holders(unit.id, "leader")).toBeGreaterThanOrEqual(1);
      const posts = plan.posts.filter((post) => post.unitId === unit.id && holdsOn(post, DEMO_TODAY));
      expect(posts.filter((post) => post.position === "communication-officer")).toHaveLength(2);
      expect(posts.filter((post) => post.position === "foreign-information-focal")).toHaveLength(1);
      expect(posts.some((post) => post.oneStop)).toBe(true);
      for (const child of unit.children) {
        const below = plan.posts.filter((post) => post.unitId === child.id);
        expect(below.filter((post) => post.position === "communication-officer")).toHaveLength(1);
        expect(below.filter((post) => post.oneStop)).toHaveLength(1);
      }
    }
  });

  it("had one focal point in each of the 63 provinces before the merger, save vacancies", async () => {
    for (const unit of provincialUnits(await organisationAsOf("2025-06-30"))) {
      const posts = plan.posts.filter(
        (post) => post.unitId === unit.id && post.position === "foreign-information-focal",
      );
      expect(posts.filter((post) => holdsOn(post, "2025-06-30"))).toHaveLength(1);
    }
  });

  it.each([
    [CHARACTERS.newOfficer, "bhxh-hung-yen-2025", "communication-officer", "2026-11-16"],
    [CHARACTERS.focalDaNang, "bhxh-da-nang-2025", "foreign-information-focal", "2026-09-14"],
    [CHARACTERS.hrCentral, "ban-to-chuc-can-bo", "hr-officer", "2025-03-01"],
    [CHARACTERS.hrHungYen, "bhxh-hung-yen-2025", "hr-officer", "2025-07-01"],
    [CHARACTERS.leaderHungYen, "bhxh-hung-yen-2025", "leader", "2025-07-01"],
    [CHARACTERS.programmeOwner, "ban-tuyen-truyen-va-ho-tro-nguoi-tham-gia", "editor", "2025-03-01"],
    [CHARACTERS.administrator, "trung-tam-cong-nghe-thong-tin-va-chuyen-doi-so", "editor", "2025-04-14"],
    [CHARACTERS.inspector, "thanh-tra", "leader", "2025-06-02"],
    [CHARACTERS.oneStopHungYen, "co-so-hung-yen-1", "one-stop-officer", "2025-08-04"],
    [CHARACTERS.focalThanhHoa, "bhxh-thanh-hoa", "foreign-information-focal", "2023-05-15"],
  ])("$staffCode has the part to play", async ({ staffCode, fullName }, unitKey, position, since) => {
    const unit = (await organisationFacts()).units.find((candidate) => candidate.key === unitKey);
    const person = people.get(staffCode);
    expect(person?.fullName).toBe(fullName);
    expect(person?.holds).toMatchObject([{ unitId: unit?.id, position, since }]);
  });

  it("has collaborators with an end, without an address", async () => {
    const collaborators = plan.persons.filter((person) => person.employment === "collaborator");
    expect(collaborators.length).toBeGreaterThanOrEqual(5);
    expect(collaborators.every((person) => person.workEmail === null)).toBe(true);
    const codes = collaborators.map((person) => person.staffCode);
    const postings = plan.postings.filter((posting) => codes.includes(posting.staffCode));
    expect(postings.every((posting) => posting.validTo !== null)).toBe(true);
    expect(people.get(CHARACTERS.collaboratorHungYen.staffCode)?.holds).toHaveLength(1);
  });

  it("has one post whose holder changed three times in two years", () => {
    const changes = plan.posts.map(
      (post) => plan.postings.filter((posting) => posting.post === post.ref && posting.validFrom > "2024-11-21").length,
    );
    expect(Math.max(...changes)).toBe(3);
  });

  it("can be ordered by given name in SQL", async () => {
    const client = await reader();
    const rows = await client.person_name.findMany({ where: { valid_to: null }, orderBy: { sort_key: "asc" } });
    const given = rows.map((row) => row.full_name.split(" ").at(-1) ?? "");
    expect(given.indexOf("Ân")).toBeGreaterThan(given.lastIndexOf("Ánh"));
    expect(given.indexOf("Đạt")).toBeGreaterThan(given.lastIndexOf("Duyên"));
  });

  it("changes nothing on a second run", async () => {
    const before = wholeDatabase();
    expect(await loadDemoPeople("2026-11-22T02:00:00.000Z")).toEqual(people);
    expect(wholeDatabase()).toBe(before);
  });

  it("writes nothing of a batch with a problem", async () => {
    const before = wholeDatabase();
    const [person] = plan.persons;
    if (!person) throw new Error("nobody");
    const batch = { persons: [{ ...person, staffCode: "NEW-1", names: [] }], posts: [], postings: [] };
    await expect(recordPeople(batch, { at: AT })).rejects.toThrow(PeopleRefused);
    const taken = { persons: [{ ...person, workEmail: null }], posts: [], postings: [] };
    await expect(recordPeople(taken, { at: AT })).rejects.toThrow();
    expect(wholeDatabase()).toBe(before);
  });

  it("lose their posts when their unit ends, and keep their past", async () => {
    const client = await reader();
    const units = (await organisationFacts()).units.filter((unit) => /^co-so-ca-mau-[12]$/.test(unit.key));
    const unitIds = units.map((unit) => unit.id);
    const inForce = async () => {
      const posts = await client.post.findMany({ where: { unit_id: { in: unitIds }, retracted_change: null } });
      const postIds = posts.map((post) => post.id);
      const postings = await client.posting.findMany({ where: { post_id: { in: postIds }, retracted_change: null } });
      return { posts, postings };
    };
    const before = await inForce();
    const both = { vi: "Cơ sở gộp", en: "Merged" };
    const merge = {
      key: "merge-ca-mau",
      date: "2026-11-01",
      title: both,
      document: null,
      mark: "OPEN",
      acts: [
        { act: "merge", units: units.map((unit) => unit.key), into: { unit: "co-so-gop", name: both, short: both } },
      ],
    };
    await carryOutActs(batchSchema.parse(merge), null, AT);
    const after = await inForce();
    expect(after.posts.map((post) => post.valid_to)).toEqual(before.posts.map(() => "2026-11-01"));
    const held = ({ postings }: typeof before) => postings.map((row) => [row.person_id, row.valid_from]).sort();
    expect(held(after)).toEqual(held(before));
    const ends = new Set(after.postings.map((row) => `${row.valid_to} ${row.end_reason}`));
    expect(ends).toEqual(new Set(["2026-11-01 reorganisation", "2026-10-01 end-of-term"]));
  });
});

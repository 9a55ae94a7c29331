import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import "./database-for-test";
import { readCourses } from "~/content/course-package.server";
import type { Role } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import { syncCourses } from "~/models/course/sync-courses.server";
import { recordChange } from "~/models/database.server";
import { loadOrganisationFiles } from "~/models/organisation/load-organisation-files.server";
import { organisationFacts } from "~/models/organisation/organisation-facts.server";
import { reportBasis, unitBasis } from "~/models/reporting/report-basis.server";
import { reportOf } from "~/models/reporting/unit-report.server";
import { DEMO_TODAY, type DemoPerson, loadDemoPeople } from "../../prisma/demo/people";

const AT = "2026-11-21T02:00:00.000Z";
const POWER = "see-people";

let people: ReadonlyMap<string, DemoPerson>;
let units: Map<string, { id: number; publicId: string }>;

beforeAll(async () => {
  await loadOrganisationFiles(path.resolve("courses/organisation"), AT);
  await syncCourses(readCourses("courses"), AT);
  people = await loadDemoPeople(AT);
  units = new Map((await organisationFacts()).units.map((each) => [each.key, each]));
  await postAndPapersElsewhere();
});

const unit = (key: string) => {
  const found = units.get(key);
  if (!found) throw new Error(`no unit ${key}`);
  return found;
};

/** Everyone of one province has a second post in another, a paper, and a duty by hand: what is said of them comes from both sides. */
async function postAndPapersElsewhere() {
  const home = unit("bhxh-hung-yen-2025").id;
  const two = unit("bhxh-thanh-hoa").id;
  const moved = [...people.values()].filter((person) => person.holds.some(({ unitId }) => unitId === home));
  expect(moved.length).toBeGreaterThan(3);
  await recordChange({ kind: "test", at: AT }, async (rows, changeId) => {
    for (const [index, { id }] of moved.entries()) {
      const since = { valid_from: "2026-02-01", recorded_change: changeId };
      const post = await rows.post.create({
        data: { ...since, public_id: `second${index}`, unit_id: two, position: "one-stop-officer", one_stop: true },
      });
      await rows.posting.create({
        data: { ...since, public_id: `held${index}`, person_id: id, post_id: post.id, kind: "concurrent" },
      });
      await rows.manual_assignment.create({
        data: {
          ...since,
          person_id: id,
          programme: "foreign-information-focal",
          course: "",
          reason: "test",
          due: "2026-05-01",
        },
      });
      if (index % 2 === 0) continue;
      await rows.evidence.create({
        data: { ...since, person_id: id, competency: "press-relations", level: 3, kind: "exam" },
      });
    }
  });
}

function viewer(...grants: [Role, string][]): Viewer {
  return {
    accountId: 1,
    personId: 1,
    personPublicId: "viewer",
    fullName: "Nguyễn Bích Liên",
    staffCode: "T-1",
    language: "vi",
    theme: "system",
    noticeRead: true,
    sharedComputer: false,
    serving: true,
    collaborator: false,
    delegations: [],
    grants: grants.map(([role, key]) => ({ role, unitId: unit(key).id })),
  };
}

describe("the report of a unit from the unit's own workforce", () => {
  it.each<[string, [Role, string][], string]>([
    ["everything", [["hr-officer", "vss"]], DEMO_TODAY],
    ["everything, in the past", [["hr-officer", "vss"]], "2025-03-15"],
    ["a province", [["hr-officer", "bhxh-hung-yen-2025"]], DEMO_TODAY],
    ["two provinces", [["hr-officer", "bhxh-hung-yen-2025"], ["unit-leader", "bhxh-thanh-hoa"]], "2026-06-01"], // biome-ignore format: one line a case
  ])("is what it is from all that one with a scope over %s may see", async (_, grants, asOf) => {
    const me = viewer(...grants);
    const dates = { asOf, today: DEMO_TODAY };
    const whole = await reportBasis(me, POWER, dates);
    const seen = [...units.values()].filter(({ id }) => whole.scope.has(id));
    let smaller = 0;
    let reported = 0;
    for (const each of seen) {
      const own = await unitBasis(me, POWER, dates, each.id);
      if (own.workforce.members.length < whole.workforce.members.length) smaller++;
      const report = await reportOf(own, each, "vi");
      expect(report).toEqual(await reportOf(whole, each, "vi"));
      reported += report?.people ?? 0;
    }
    expect(reported).toBeGreaterThan(0);
    expect(smaller).toBeGreaterThan(0);
  });

  it("keeps the posts that its people hold elsewhere, as far as the viewer may see them", async () => {
    const dates = { asOf: DEMO_TODAY, today: DEMO_TODAY };
    const { id } = unit("bhxh-thanh-hoa");
    const postsElsewhere = async (me: Viewer) =>
      (await unitBasis(me, POWER, dates, id)).workforce.members.flatMap(({ postings }) =>
        postings.filter(({ unitId }) => unitId === unit("bhxh-hung-yen-2025").id),
      ).length;
    expect(await postsElsewhere(viewer(["hr-officer", "vss"]))).toBeGreaterThan(3);
    expect(await postsElsewhere(viewer(["hr-officer", "bhxh-thanh-hoa"]))).toBe(0);
  });
});

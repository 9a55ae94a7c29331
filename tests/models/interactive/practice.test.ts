import { beforeAll, describe, expect, it } from "vitest";
import type { Statement } from "~/domain/interactive/statement";
import type { Viewer } from "~/domain/permissions/viewer";
import { reader, recordChange } from "~/models/database.server";
import { enrol } from "~/models/enrolment/enrol.server";
import { activityStates } from "~/models/interactive/load-activity-state.server";
import { practiceOf } from "~/models/interactive/practice-of.server";
import { recordPractice } from "~/models/interactive/record-practice.server";
import { saveActivityState } from "~/models/interactive/save-activity-state.server";
import { wholeDatabase } from "../database-for-test";

const AT = "2026-11-21T02:00:00.000Z";
const LATER = "2026-11-21T03:00:00.000Z";
const VI = "aa".repeat(32);
const EN = "ee".repeat(32);
const OTHER = "0b".repeat(32);

let activity: number;
let foreign: number;
let hoa: Viewer;
let binh: Viewer;

beforeAll(async () => {
  const versions = await recordChange({ kind: "test", at: AT }, async (rows, changeId) => {
    const course = await rows.course.create({ data: { slug: "speech", track: "skills", recorded_change: changeId } });
    const made: { id: number; courseId: number; activityId: number }[] = [];
    for (const [hash, vi, en] of [
      ["1", VI, EN],
      ["2", OTHER, OTHER],
    ] as const) {
      const { id } = await rows.course_version.create({
        data: {
          course_id: course.id,
          number: hash,
          hash,
          change_kind: "material",
          valid_from: "2026-01-01",
          content: "{}",
          exam: "{}",
          recorded_change: changeId,
        },
      });
      const { id: activityId } = await rows.activity.create({
        data: {
          course_version_id: id,
          key: "try",
          library: "CauNoi.SingleChoice",
          title_vi: "Thử",
          title_en: "Try",
          package_vi: vi,
          package_en: en,
        },
      });
      made.push({ id, courseId: course.id, activityId });
    }
    return made;
  });
  const [first, second] = versions;
  if (!first || !second) throw new Error("no versions");
  activity = first.activityId;
  foreign = second.activityId;
  hoa = viewer(1, "Trần Thị Hoa");
  binh = viewer(2, "Lê Bình");
  await enrol(hoa, first, AT);
  await enrol(binh, second, AT);
});

function viewer(id: number, fullName: string): Viewer {
  return {
    accountId: id,
    personId: id,
    personPublicId: `person-${id}`,
    fullName,
    staffCode: `S${id}`,
    language: "vi",
    theme: "system",
    noticeRead: true,
    sharedComputer: false,
    serving: true,
    collaborator: false,
    delegations: [],
    grants: [],
  };
}

function answered(raw: number, max: number, more: Partial<Statement> = {}): Statement {
  return {
    verb: { id: "http://adlnet.gov/expapi/verbs/answered" },
    object: { id: "urn:x-cau-noi:h5p:aa" },
    result: { score: { raw, max } },
    ...more,
  };
}

const key = (n: number) => `3f2c8d0e-6a51-4f5e-9a77-${String(n).padStart(12, "0")}`;
const record = (who: Viewer, id: number, n: number, statement: Statement, at = AT) =>
  recordPractice(who, id, { clientKey: key(n), statement }, at);

describe("recording practice", () => {
  it("keeps who, which and when of the server's own, and the score of the whole", async () => {
    expect(await record(hoa, activity, 1, answered(2, 3))).toBe(true);
    const rows = await (await reader()).practice_statement.findMany({ where: { person_id: hoa.personId } });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ activity_id: activity, client_key: key(1), score: 2, max_score: 3, at: AT });
    expect(JSON.parse(rows[0]?.statement ?? "")).toEqual(answered(2, 3));
  });

  it("changes nothing on a replay, and says that all is well", async () => {
    const before = wholeDatabase();
    expect(await record(hoa, activity, 1, answered(3, 3), LATER)).toBe(true);
    expect(wholeDatabase()).toBe(before);
  });

  it("takes parallel replays for one", async () => {
    const all = await Promise.all([1, 2, 3, 4].map(() => record(hoa, activity, 2, answered(1, 3))));
    expect(all).toEqual([true, true, true, true]);
    expect(await (await reader()).practice_statement.count({ where: { client_key: key(2) } })).toBe(1);
  });

  it.each<[string, () => Promise<boolean>]>([
    ["an activity of a version that the viewer does not learn", () => record(hoa, foreign, 3, answered(1, 3))],
    ["the same with a key that is known", () => record(hoa, foreign, 1, answered(1, 3))],
    ["an activity that nobody has", () => record(hoa, 999_999, 3, answered(1, 3))],
    ["somebody else's course", () => record(binh, activity, 3, answered(1, 3))],
  ])("refuses %s", async (_title, act) => {
    const before = wholeDatabase();
    expect(await act()).toBe(false);
    expect(wholeDatabase()).toBe(before);
  });

  it("lets two persons use the same key", async () => {
    expect(await record(binh, foreign, 1, answered(3, 3))).toBe(true);
  });
});

describe("practice results", () => {
  it("are the best by share, the first of equals, without parts", async () => {
    await record(hoa, activity, 10, answered(5, 6), LATER);
    await record(hoa, activity, 11, answered(10, 12), LATER);
    await record(hoa, activity, 12, answered(9, 9, { object: { id: "urn:x?subContentId=1" } }), LATER);
    expect(await practiceOf(hoa.personId, [activity, foreign])).toEqual(
      new Map([[activity, { score: 5, max: 6, bestAt: LATER, times: 4 }]]),
    );
    expect(await practiceOf(binh.personId, [activity])).toEqual(new Map());
    expect(await practiceOf(binh.personId, [])).toEqual(new Map());
  });
});

describe("an activity's state", () => {
  const save = (who: Viewer, id: number, packageHash: string, state: string, at = AT) =>
    saveActivityState(who, id, { packageHash, state }, at);

  it("is the last one saved, one for each language's package", async () => {
    expect(await save(hoa, activity, VI, '{"v":1}')).toBe(true);
    expect(await save(hoa, activity, EN, '{"v":9}')).toBe(true);
    expect(await save(hoa, activity, VI, '{"v":2}', LATER)).toBe(true);
    expect(await activityStates(hoa.personId, [VI, EN, OTHER])).toEqual(
      new Map([
        [VI, '{"v":2}'],
        [EN, '{"v":9}'],
      ]),
    );
    expect(await activityStates(hoa.personId, [])).toEqual(new Map());
    expect(await activityStates(binh.personId, [VI, EN])).toEqual(new Map());
  });

  it.each<[string, () => Promise<boolean>]>([
    ["an activity of a version that the viewer does not learn", () => save(hoa, foreign, OTHER, "{}")],
    ["a package of another activity", () => save(hoa, activity, OTHER, "{}")],
    ["an activity that nobody has", () => save(hoa, 999_999, VI, "{}")],
    ["somebody else's course", () => save(binh, activity, VI, "{}")],
  ])("refuses %s", async (_title, act) => {
    const before = wholeDatabase();
    expect(await act()).toBe(false);
    expect(wholeDatabase()).toBe(before);
  });

  it("takes 64 KB and no more", async () => {
    const largest = JSON.stringify("a".repeat(65_534));
    expect(await save(hoa, activity, VI, largest)).toBe(true);
    expect((await activityStates(hoa.personId, [VI])).get(VI)).toBe(largest);
    await expect(save(hoa, activity, VI, JSON.stringify("ạ".repeat(30_000)))).rejects.toThrow(RangeError);
  });
});

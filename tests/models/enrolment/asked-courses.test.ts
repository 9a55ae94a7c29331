import "../database-for-test";
import { beforeAll, describe, expect, it } from "vitest";
import type { Programme } from "~/domain/certification/programme";
import type { Duty } from "~/domain/enrolment/duties";
import { viewerWith } from "~/domain/permissions/viewer-for-test";
import type { CivilDate } from "~/domain/time/civil-date";
import { earnFromPass } from "~/models/certification/earn-from-pass.server";
import { programmesOn } from "~/models/certification/programmes-in-force.server";
import { recordStandingDecision } from "~/models/certification/standing-decisions.server";
import { reader, recordChange } from "~/models/database.server";
import { askedCourses } from "~/models/enrolment/asked-courses.server";
import { decisionFor, PASSED_AT, writeFramework, writePass, writePerson } from "../certification/a-passed-exam";

let unitId = 0;
beforeAll(async () => {
  ({ unitId } = await writeFramework());
  for (const programme of ["focal", "both"])
    await recordStandingDecision(decisionFor(programme), { at: PASSED_AT, onceKey: `decision ${programme}` });
});

const noon = (day: CivilDate) => `${day}T05:00:00.000Z`;

async function pass(personId: number, course: string, day: CivilDate): Promise<void> {
  const passed = await writePass(personId, course, noon(day));
  await recordChange({ kind: "test", at: noon(day) }, (rows, changeId) => earnFromPass(rows, changeId, passed));
}

const duty = (programme: string, course: string, state: Duty["state"] = "open"): Duty => ({
  programme,
  course,
  state,
  due: "2026-12-31",
  daysLeft: 60,
  reasons: [],
  certificate: null,
  later: null,
});

/** What is asked on a day, as "course: programme state". */
async function asked(personId: number, duties: readonly Duty[], today: CivilDate): Promise<string[]> {
  const programmes: Programme[] = (await programmesOn(await reader(), today)).map(({ programme }) => programme);
  const found = await askedCourses({ ...viewerWith([]), personId }, duties, programmes, today);
  return [...found].map(([course, { duty }]) => `${course}: ${duty.programme} ${duty.state}`);
}

describe("the courses that duties ask for", () => {
  it("are the one of the duty where its programme is one exam, passed or not", async () => {
    const personId = await writePerson("Trần Một Khóa", unitId);
    expect(await asked(personId, [duty("focal", "foreign")], "2026-09-20")).toEqual(["foreign: focal open"]);
    await pass(personId, "foreign", "2026-09-21");
    expect(await asked(personId, [duty("focal", "foreign", "done")], "2026-09-22")).toEqual(["foreign: focal done"]);
  });

  it("are those that are missing of a programme of several; what was passed counts as done for it", async () => {
    const personId = await writePerson("Lê Hai Khóa", unitId);
    const duties = [duty("both", "first")];
    expect(await asked(personId, duties, "2026-09-20")).toEqual(["first: both open", "second: both open"]);
    // in whichever order they are taken
    await pass(personId, "second", "2026-09-21");
    expect(await asked(personId, duties, "2026-09-22")).toEqual(["first: both open", "second: both done"]);
    await pass(personId, "first", "2026-09-23");
    expect(await asked(personId, [duty("both", "first", "done")], "2026-09-24")).toEqual(["first: both done"]);
  });

  it("are both again when the certificate is to be renewed, the later of them done first", async () => {
    const personId = await writePerson("Phạm Gia Hạn", unitId);
    await pass(personId, "first", "2026-01-20");
    await pass(personId, "second", "2026-01-20");
    const renewal = [duty("both", "first", "renew")];
    // the window of ninety days opens on 22 October
    expect(await asked(personId, renewal, "2026-10-21")).toEqual(["first: both renew"]);
    expect(await asked(personId, renewal, "2026-10-22")).toEqual(["first: both renew", "second: both renew"]);
    await pass(personId, "second", "2026-11-01");
    expect(await asked(personId, renewal, "2026-11-02")).toEqual(["first: both renew", "second: both done"]);
  });

  it("stand under the first duty that names them, and none is asked of a programme that is no more", async () => {
    const personId = await writePerson("Hoàng Hai Việc", unitId);
    const duties = [duty("both", "first"), duty("gone", "ethics"), duty("focal", "foreign"), duty("focal", "first")];
    expect(await asked(personId, duties, "2026-09-20")).toEqual([
      "first: both open",
      "second: both open",
      "ethics: gone open",
      "foreign: focal open",
    ]);
  });

  it("are another person's own affair", async () => {
    const one = await writePerson("Đỗ Một", unitId);
    const other = await writePerson("Đỗ Hai", unitId);
    await pass(one, "second", "2026-09-21");
    expect(await asked(other, [duty("both", "first")], "2026-09-22")).toEqual([
      "first: both open",
      "second: both open",
    ]);
  });
});

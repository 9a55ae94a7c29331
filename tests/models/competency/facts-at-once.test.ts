import { beforeAll, describe, expect, it } from "vitest";
import "../database-for-test";
import type { Viewer } from "~/domain/permissions/viewer";
import { earnFromPass } from "~/models/certification/earn-from-pass.server";
import { loadCompetencyOf, loadOwnCompetency } from "~/models/competency/competency-page.server";
import { giveBackEvidence, takeBackEvidence } from "~/models/competency/record-evidence.server";
import { recordTaskEvidence } from "~/models/competency/record-task-evidence.server";
import { currentCourses } from "~/models/course/courses-up-to.server";
import { reader, recordChange } from "~/models/database.server";
import { newPublicId } from "~/models/public-id.server";
import { loadOverview } from "~/models/reporting/overview.server";
import { HOUSE_NOW, HOUSE_TODAY, openHouse, type Someone, someone } from "../../fixtures/a-house";

const dates = { asOf: HOUSE_TODAY, today: HOUSE_TODAY };
let hr: Viewer;
let at: { unitId: number; from: string }[];

beforeAll(async () => {
  const unit = await openHouse();
  at = [{ unitId: unit("bhxh-hung-yen-2025").id, from: "2026-01-01" }];
  hr = await (await someone(at, [{ role: "hr-officer", unitId: unit("vss").id }])).viewer();
});

async function courseVersion(slug: string): Promise<number> {
  const found = (await currentCourses(HOUSE_TODAY)).find((course) => course.slug === slug);
  if (!found) throw new Error(`no course ${slug}`);
  return found.id;
}

/** A passed attempt with what it earns, in one change. */
async function pass({ personId }: Someone, courseSlug: string): Promise<number> {
  const courseVersionId = await courseVersion(courseSlug);
  return recordChange({ kind: "test", at: HOUSE_NOW }, async (rows, recorded_change) => {
    const times = { started_at: HOUSE_NOW, deadline_at: HOUSE_NOW };
    const { id: attemptId } = await rows.attempt.create({
      data: {
        public_id: newPublicId(),
        person_id: personId,
        enrolment_id: 1,
        course_version_id: courseVersionId,
        number: 1,
        paper: "{}",
        ...times,
        recorded_change,
      },
    });
    await earnFromPass(rows, recorded_change, {
      personId,
      attemptId,
      courseSlug,
      courseVersionId,
      passedAt: HOUSE_NOW,
    });
    return attemptId;
  });
}

async function levels(who: Someone): Promise<Record<string, number>> {
  const { groups } = await loadOwnCompetency(await who.viewer(), dates, "vi");
  return Object.fromEntries(groups.flatMap(({ lines }) => lines).map(({ key, level }) => [key, level]));
}

async function metInProvinces(competency: string): Promise<number> {
  const query = { ...dates, unit: null, position: null, programme: null };
  const heat = (await loadOverview(hr, query, null, "vi"))?.heat;
  const cells = heat?.rows.find(({ key }) => key === competency)?.cells;
  return cells?.[heat?.levels.indexOf("PROVINCIAL") ?? -1]?.met ?? 0;
}

describe("a pass", () => {
  it("shows in the heat map and on the person's pages in the moment it is recorded, with the courses left", async () => {
    const who = await someone(at);
    const before = await metInProvinces("dialogue");
    const own = await loadOwnCompetency(await who.viewer(), dates, "vi");
    expect(own.next.map(({ slug }) => slug)).toContain("communication-skills");
    expect(own.met).toBe(0);
    await pass(who, "communication-skills");
    expect(await metInProvinces("dialogue")).toBe(before + 1);
    expect(await levels(who)).toMatchObject({ dialogue: 2, "policy-explaining": 2, "service-ethics": 0 });
    const after = await loadCompetencyOf(hr, (await who.viewer()).personPublicId, dates, "vi");
    expect(after?.met).toBe(5);
    expect(after?.next.map(({ slug }) => slug)).not.toContain("communication-skills");
    const line = after?.groups.flatMap(({ lines }) => lines).find(({ key }) => key === "dialogue");
    expect(line?.evidence).toMatchObject([{ kind: "exam", level: 2, strength: 3, from: HOUSE_TODAY, ended: false }]);
    expect(line?.neededBy).toMatchObject([{ level: 2, unit: "BHXH tỉnh Hưng Yên" }]);
    expect([line?.present === null, line?.above?.level]).toEqual([false, 3]);
  });

  it("that is taken back and given back counts as long as it stands", async () => {
    const who = await someone(at);
    const attemptId = await pass(who, "communication-skills");
    const takenBack = await recordChange({ kind: "test", at: HOUSE_NOW }, async (rows, changeId) => {
      await takeBackEvidence(rows, changeId, { attemptId });
      return changeId;
    });
    expect(await levels(who)).toMatchObject({ dialogue: 0 });
    await recordChange({ kind: "test", at: HOUSE_NOW }, (rows, changeId) =>
      giveBackEvidence(rows, changeId, { attemptId }, [takenBack]),
    );
    expect(await levels(who)).toMatchObject({ dialogue: 2 });
    const rows = await (await reader()).evidence.findMany({
      where: { person_id: who.personId, retracted_change: null },
    });
    expect(rows.map(({ strength }) => strength)).toEqual(rows.map(() => 3));
  });
});

describe("the told mark of a task", () => {
  /** Work on the task with a told mark, or with one more that an appeal brought. @returns the subject's id */
  async function told(who: Someone, passed: boolean, workId?: number): Promise<{ workId: number }> {
    const course_version_id = await courseVersion("foreign-information");
    return recordChange({ kind: "test", at: HOUSE_NOW }, async (rows, recorded_change) => {
      const work = workId ?? (await newWork(who, course_version_id, rows, recorded_change));
      const course = await rows.course.findUniqueOrThrow({ where: { slug: "foreign-information" } });
      const subject = await rows.marking_subject.create({
        data: {
          public_id: newPublicId(),
          kind: workId ? "appeal" : "task",
          work_id: work,
          round: 1,
          course_id: course.id,
          person_id: who.personId,
          markers: 1,
          threshold: 15,
          recorded_change,
        },
      });
      const points = { points: passed ? 9 : 2, max_points: 10, how: "single", passed };
      await rows.mark_release.create({
        data: { subject_id: subject.id, ...points, account_id: 1, at: HOUSE_NOW, recorded_change },
      });
      await recordTaskEvidence(rows, recorded_change, subject.id);
      await recordTaskEvidence(rows, recorded_change, subject.id);
      return { workId: work };
    });
  }

  async function newWork(
    who: Someone,
    course_version_id: number,
    rows: Parameters<Parameters<typeof recordChange>[1]>[0],
    recorded_change: number,
  ) {
    const { id } = await rows.task_work.create({
      data: {
        public_id: newPublicId(),
        person_id: who.personId,
        enrolment_id: 1,
        course_version_id,
        question_key: "fi-task-clarification-file",
        question_version_id: 1,
        at: HOUSE_NOW,
        recorded_change,
      },
    });
    await rows.task_hand_in.create({
      data: {
        work_id: id,
        round: 1,
        text: "…",
        files: "[]",
        confirmed_at: "2026-10-01T02:00:00.000Z",
        recorded_change,
      },
    });
    return id;
  }

  it("proves its level from the day on which the work was handed in, once", async () => {
    const who = await someone(at);
    await told(who, true);
    const rows = await (await reader()).evidence.findMany({ where: { person_id: who.personId } });
    expect(rows).toMatchObject([
      {
        competency: "clarification",
        level: 3,
        kind: "task",
        strength: 3,
        valid_from: "2026-10-01",
        valid_to: "2028-10-01",
      },
    ]);
  });

  it("below the pass proves nothing, until an appeal lifts it", async () => {
    const who = await someone(at);
    const { workId } = await told(who, false);
    expect((await levels(who)).clarification ?? 0).toBe(0);
    await told(who, true, workId);
    expect((await levels(who)).clarification).toBe(3);
  });

  it("that an appeal lowers below the pass is taken back", async () => {
    const who = await someone(at);
    const { workId } = await told(who, true);
    await told(who, false, workId);
    expect((await levels(who)).clarification ?? 0).toBe(0);
  });
});

import "../database-for-test";
import { beforeAll, expect, it } from "vitest";
import { inTokens } from "~/domain/assessment/answer";
import { lettersOf } from "~/domain/assessment/paper-entry";
import { rightAnswer } from "~/domain/assessment/right-answer";
import type { Viewer } from "~/domain/permissions/viewer";
import { reader, recordChange } from "~/models/database.server";
import { newPublicId } from "~/models/public-id.server";
import { addCandidates } from "~/models/sittings/candidates.server";
import { enterSheet, entryPage } from "~/models/sittings/paper-entry.server";
import { booklet, makePapers, sealedPaper } from "~/models/sittings/paper-versions.server";
import { planSitting } from "~/models/sittings/plan-sitting.server";
import { enrolFully, insertWorker } from "../../fixtures/exam-officers";
import { examForTest, questionForTest } from "../../fixtures/exam-questions";
import { insertCourse } from "../../fixtures/exam-takers";
import { insertUnit } from "../../fixtures/staff";
import { at, NOON, together } from "../assessment/taking";

const COURSE = "course-one";
let sitting: string;
let sittingId: number;
let code: string;
let right: Record<string, string>;
let first: Viewer;
let second: Viewer;
let third: Viewer;
let people: Viewer[];

beforeAll(async () => {
  const kinds = ["single", "multiple", "truefalse", "single", "single", "single", "single", "numeric"] as const;
  const bank = kinds.map((type, index) => questionForTest(index + 1, { type }));
  const version = await insertCourse(COURSE, examForTest(), bank);
  const unitId = await insertUnit("here", { from: "2026-01-01" });
  const client = await reader();
  const { public_id: unit } = await client.unit.findUniqueOrThrow({ where: { id: unitId } });
  first = await insertWorker(unitId, "Lê Khảo Thí", "exam-officer");
  second = await insertWorker(unitId, "Lý Khảo Thí", "exam-officer");
  third = await insertWorker(unitId, "Lữ Khảo Thí", "exam-officer");
  people = [];
  for (const name of ["Phan Anh", "Phan Bình", "Phan Cường"]) people.push(await insertWorker(unitId, name));
  for (const person of people) await enrolFully(person, version);
  const order = {
    title: "Kỳ thi trên giấy",
    place: "Xã vùng cao",
    opensAt: at(60),
    closesAt: at(120),
    mode: "paper" as const,
    roomCode: "new" as const,
    oneDevice: true,
    invigilator: "",
  };
  const outcome = await planSitting(first, { course: COURSE, unit }, order, NOON, newPublicId(), "vi");
  if (!outcome.ok) throw new Error("not planned");
  sitting = outcome.publicId;
  sittingId = (await client.sitting.findUniqueOrThrow({ where: { public_id: sitting } })).id;
  const text = people.map(({ staffCode }) => staffCode).join(" ");
  await addCandidates(first, sitting, { kind: "codes", text }, NOON, newPublicId());
  const made = await makePapers(first, sitting, 2, NOON, newPublicId());
  code = made.ok ? (made.codes[0] ?? "") : "";
  const sealed = await sealedPaper(client, sittingId, code);
  right = Object.fromEntries(
    (sealed?.paper.items ?? []).map((item) => {
      return [item.number, lettersOf(item, inTokens(item, rightAnswer(item.question) ?? []) as string[])];
    }),
  );
});

const enter = (by: Viewer, number: string, letters = right, when = 130) =>
  enterSheet(by, sitting, number, { code, letters }, at(when));
const attemptsOf = async (number: number) =>
  (await reader()).attempt.findMany({ where: { person_id: people[number]?.personId ?? 0 } });

it("the booklet holds no key before the sitting is over, and no question that is not answered by letters", async () => {
  const view = await booklet(first, sitting, code, false, NOON, "vi");
  expect(view).toMatchObject({ code, key: null });
  expect(JSON.stringify(view)).not.toMatch(/SECRET|correct/);
  expect(typeof view === "string" ? 0 : view.items.filter(({ options }) => options.length === 0).length).toBe(0);
  expect(await booklet(first, sitting, code, true, at(100), "vi")).toBe("sealed");
  expect(await booklet(first, sitting, code, true, at(121), "vi")).toMatchObject({
    key: Object.entries(right).map(([number, letters]) => ({ number: Number(number), letters })),
  });
});

it("a paper that was altered is not read", async () => {
  const client = await reader();
  const row = await client.sitting_paper.findFirstOrThrow({ where: { sitting_id: sittingId, code: { not: code } } });
  await recordChange({ kind: "test", at: NOON }, async (rows) => {
    await rows.sitting_paper.update({ where: { id: row.id }, data: { paper: row.paper.replace("70", "10") } });
  });
  await expect(sealedPaper(client, sittingId, row.code)).rejects.toThrow("altered");
  await recordChange({ kind: "test", at: NOON }, async (rows) => {
    await rows.sitting_paper.update({ where: { id: row.id }, data: { paper: row.paper } });
  });
});

it("nothing is entered before the end", async () => {
  expect(await enter(first, "001", right, 119)).toEqual({ ok: false, refusal: "not-over" });
});

it("two equal entries by two people make one graded attempt with the sitting's times", async () => {
  expect(await enter(first, "001")).toEqual({ ok: true, stands: "first" });
  // the same person again changes the own entry; it does not confirm it
  expect(await enter(first, "001")).toEqual({ ok: true, stands: "first" });
  expect((await entryPage(second, sitting, "001", at(131)))?.own).toBeNull();
  const outcomes = await together(4, () => enter(second, "001"));
  expect(outcomes.filter((outcome) => outcome.ok && outcome.stands === "recorded")).toHaveLength(1);
  expect(
    outcomes.filter((outcome) => !outcome.ok && "refusal" in outcome && outcome.refusal === "recorded"),
  ).toHaveLength(3);
  const [attempt, ...more] = await attemptsOf(0);
  expect(more).toEqual([]);
  expect(attempt).toMatchObject({ started_at: at(60), deadline_at: at(120), sitting_id: sittingId });
  const client = await reader();
  expect(await client.attempt_result.findMany({ where: { attempt_id: attempt?.id ?? 0 } })).toMatchObject([
    { passed: true, pending: false, ended_at: at(120), score: 5, max_score: 5 },
  ]);
  expect(await client.evidence.count({ where: { attempt_id: attempt?.id ?? 0 } })).toBe(1);
});

it("differences are listed, and corrected by entering again", async () => {
  const slip = { ...right, 2: "", 4: "" };
  expect(await enter(first, "002")).toMatchObject({ stands: "first" });
  expect(await enter(second, "002", slip)).toEqual({ ok: true, stands: "differs", items: [2, 4], code: false });
  expect(await enter(third, "002")).toEqual({ ok: false, refusal: "entered-twice" });
  expect(await attemptsOf(1)).toEqual([]);
  expect((await entryPage(second, sitting, "002", at(131)))?.differs).toEqual({ items: [2, 4], code: false });
  expect(await enter(second, "002")).toMatchObject({ stands: "recorded" });
  expect(await attemptsOf(1)).toHaveLength(1);
});

it("letters that the version does not have are refused, each with its question", async () => {
  expect(await enter(first, "003", { ...right, 1: "H", 3: "?" })).toEqual({
    ok: false,
    items: [
      { item: 1, problem: "no-such-letter" },
      { item: 3, problem: "no-such-letter" },
    ],
  });
  expect(await enterSheet(first, sitting, "003", { code: "000", letters: right }, at(130))).toEqual({
    ok: false,
    refusal: "no-such-code",
  });
  expect(await enter(people[2] as Viewer, "003")).toEqual({ ok: false, refusal: "not-found" });
});

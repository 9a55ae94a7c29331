import { beforeAll, describe, expect, it } from "vitest";
import "../database-for-test";
import { EMPTY_SHEET, type SheetDraft } from "~/domain/assessment/mark-sheet";
import type { Viewer } from "~/domain/permissions/viewer";
import { reader } from "~/models/database.server";
import { finishMark } from "~/models/marking/finish-mark.server";
import { giveBackPlace } from "~/models/marking/give-back-place.server";
import { saveMarkDraft } from "~/models/marking/mark-draft.server";
import { fileAtPlace, placePage } from "~/models/marking/place-page.server";
import { markingQueue } from "~/models/marking/queue-page.server";
import { releaseMarks } from "~/models/marking/release-marks.server";
import { releasePage } from "~/models/marking/release-page.server";
import { returnFromPlace, returnMarkedTask } from "~/models/marking/return-for-rework.server";
import { takePlace } from "~/models/marking/take-place.server";
import { beginTask } from "~/models/tasks/begin-task.server";
import { handInTask } from "~/models/tasks/hand-in-task.server";
import { saveTask } from "~/models/tasks/save-task.server";
import { addTaskFiles } from "~/models/tasks/task-files.server";
import { taskPage } from "~/models/tasks/task-page.server";
import { examForTest } from "../../fixtures/exam-questions";
import { insertCourse } from "../../fixtures/exam-takers";
import { at, count, handedIn, MARKING_DAY, member, take, taskForTest } from "../../fixtures/markers";
import { insertUnit } from "../../fixtures/staff";

let version: number;
let here: number;
let there: number;
let markers: Viewer[];
let elsewhere: Viewer;
let officer: Viewer;

beforeAll(async () => {
  here = await insertUnit("here", { from: "2020-01-01" });
  there = await insertUnit("there", { from: "2020-01-01" });
  version = await insertCourse("letters", examForTest(), [
    taskForTest(1),
    taskForTest(2, { markers: 1 }),
    taskForTest(3, { other_unit: true, markers: 1 }),
  ]);
  markers = await Promise.all([1, 2, 3, 4].map(() => member(here, { role: "marker" })));
  elsewhere = await member(there, { role: "marker" });
  officer = await member(here, { role: "exam-officer" });
});

const marker = (index: number) => markers[index] as Viewer;
const learner = () => member(here, { enrolledIn: version });
const sheet = (content: string, style: string, comment = ""): SheetDraft => ({
  points: { content, style },
  comments: comment ? { content: comment } : {},
  comment: "",
});

async function mark(who: Viewer, place: string, content: string, style: string, minute = 20, comment = "") {
  await saveMarkDraft(who, place, { sheet: sheet(content, style, comment), clientKey: null }, at(minute));
  return finishMark(who, place, at(minute));
}

const taken = async (who: Viewer) => {
  const place = await take(who);
  if (place === null) throw new Error("nothing waits");
  return place;
};

async function readyIds(who = officer) {
  const { groups } = await releasePage(who, at(40), "vi");
  return groups.flatMap(({ ready }) => ready.map(({ id }) => id));
}

describe("taking work", () => {
  it("gives markers who take at once a place each, and nobody two", async () => {
    const author = await learner();
    await handedIn(author, "letters", "q-1");
    const first = (await markingQueue(marker(0), at(10), "vi")).waiting[0];
    if (!first) throw new Error("nothing waits");
    const outcomes = await Promise.all([0, 0, 0, 1, 1, 2, 3].map((index) => takePlace(marker(index), first, at(11))));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(2);
    const client = await reader();
    const places = await client.marking_place.findMany({ where: { retracted_change: null } });
    expect(places.map(({ place }) => place).sort()).toEqual([1, 2]);
    expect(new Set(places.map(({ person_id }) => person_id)).size).toBe(2);
    expect(outcomes.filter(({ ok }) => !ok).every((one) => !one.ok && one.refusal === "nothing-waits")).toBe(true);
  });

  it("reaches only the units of the grant, never one's own work, nor one's unit's where that is set", async () => {
    const both = await member(here, { role: "marker", enrolledIn: version });
    await handedIn(both, "letters", "q-2");
    expect((await markingQueue(both, at(10), "vi")).waiting.some(({ title }) => title.includes("stem 2"))).toBe(false);
    expect((await markingQueue(elsewhere, at(10), "vi")).waiting).toEqual([]);
    const author = await learner();
    await handedIn(author, "letters", "q-3");
    const sees = async (who: Viewer) =>
      (await markingQueue(who, at(10), "vi")).waiting.some((one) => one.title.includes("stem 3"));
    expect(await sees(marker(0))).toBe(false);
    const guest = await member(there, { role: "marker", over: here });
    expect(await sees(guest)).toBe(true);
  });
});

describe("marking", () => {
  it("is blind until every place is marked, and asks a third where two differ", async () => {
    // a unit of its own: nothing else waits there
    const quiet = await insertUnit("quiet", { from: "2020-01-01" });
    const author = await member(quiet, { enrolledIn: version });
    const teller = await member(quiet, { role: "exam-officer" });
    const work = await beginTask(author, "letters", "q-1", at(1));
    if (!work) throw new Error("not begun");
    await saveTask(author, work, { text: "Kính gửi", clientKey: null }, at(2));
    const bytes = new TextEncoder().encode("%PDF-1 của người viết");
    await addTaskFiles(author, work, [{ name: `${author.fullName}.pdf`, kind: "pdf", bytes }], at(2));
    await handInTask(author, work, true, at(3));

    const [one, two, three] = await Promise.all([0, 1, 2].map(() => member(quiet, { role: "marker" })));
    if (!one || !two || !three) throw new Error("no markers");
    const first = await taken(one);
    const second = await taken(two);
    expect(await take(three)).toBeNull();
    const page = await placePage(one, first, at(12), "vi");
    expect(JSON.stringify(page)).not.toContain(author.fullName);
    expect(JSON.stringify(page)).not.toContain(author.staffCode);
    const file = await fileAtPlace(one, first, 1, MARKING_DAY);
    expect(file?.name).not.toContain(author.fullName);
    expect(await fileAtPlace(two, first, 1, MARKING_DAY)).toBeNull();
    expect(await placePage(two, first, at(12), "vi")).toBeNull();

    expect(await mark(one, first, "9", "9", 20, "Rõ ràng")).toBe("finished");
    expect(JSON.stringify(await placePage(two, second, at(21), "vi"))).not.toContain("Rõ ràng");
    expect(await readyIds(teller)).toEqual([]);
    expect(await mark(two, second, "4", "4", 22)).toBe("finished");
    expect(await readyIds(teller)).toEqual([]);
    expect((await taskPage(author, work, "vi"))?.state).toBe("being-marked");

    const third = await taken(three);
    expect(await mark(three, third, "8", "8", 23)).toBe("finished");
    const ids = await readyIds(teller);
    expect(ids).toHaveLength(1);
    expect((await taskPage(author, work, "vi"))?.told).toEqual([]);

    const before = await count("mark_release");
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => releaseMarks(teller, ids, at(30))));
    expect(outcomes.reduce((sum, { told }) => sum + told, 0)).toBe(1);
    expect(await count("mark_release")).toBe(before + 1);
    const told = (await taskPage(author, work, "vi"))?.told[0];
    // the mean of 18 and 16: the third and the nearer
    expect(told).toMatchObject({ points: 17, max: 20, passed: true });
    expect(told?.lines).toEqual([
      { key: "content", points: 8.5, comments: ["Rõ ràng"] },
      { key: "style", points: 8.5, comments: [] },
    ]);
    expect((await taskPage(author, work, "vi"))?.state).toBe("released");
  });

  it("loses no draft, and a finished mark never changes", async () => {
    const author = await learner();
    await handedIn(author, "letters", "q-2");
    const who = await member(here, { role: "marker" });
    let place = await taken(who);
    while ((await placePage(who, place, at(12), "vi"))?.stem !== "stem 2 vi") {
      await giveBackPlace(who, place, at(12));
      const { waiting } = await markingQueue(who, at(12), "vi");
      const kind = waiting.find(({ title }) => title === "stem 2 vi");
      const outcome = kind && (await takePlace(who, kind, at(12)));
      if (!outcome?.ok) throw new Error("nothing waits");
      place = outcome.place;
    }
    const save = (content: string, clientKey: string | null) =>
      saveMarkDraft(who, place, { sheet: sheet(content, "5"), clientKey }, at(13));
    expect((await Promise.all([save("5", "page-one.1"), save("5", "page-one.1")])).every((one) => one?.ok)).toBe(true);
    expect(await save("6", "page-one.1")).toEqual({ ok: false, refusal: "key-reused" });
    await save("7", "page-two.1");
    expect((await placePage(who, place, at(14), "vi"))?.sheet.points).toEqual({ content: "7", style: "5" });
    await saveMarkDraft(who, place, { sheet: EMPTY_SHEET, clientKey: "page-two.2" }, at(14));
    expect(await finishMark(who, place, at(14))).toMatchObject({ problems: [{ line: "content" }, { line: "style" }] });
    await save("8", "page-two.3");
    const before = await count("mark");
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => finishMark(who, place, at(15))));
    expect(new Set(outcomes)).toEqual(new Set(["finished"]));
    expect(await count("mark")).toBe(before + 1);
    expect(await save("1", "page-two.4")).toEqual({ ok: false, refusal: "closed" });
    expect(await giveBackPlace(who, place, at(16))).toBe("closed");
    expect((await placePage(who, place, at(16), "vi"))?.mark).toMatchObject({ points: 13, max: 20 });
  });

  it("ends with the grant of the marker", async () => {
    const author = await learner();
    await handedIn(author, "letters", "q-2");
    const who = await member(here, { role: "marker" });
    const place = await taken(who);
    const ended = { ...who, grants: [] };
    expect(await placePage(ended, place, at(12), "vi")).toBeNull();
    expect(await saveMarkDraft(ended, place, { sheet: EMPTY_SHEET, clientKey: null }, at(12))).toBeNull();
    expect(await finishMark(ended, place, at(12))).toBeNull();
    await giveBackPlace(who, place, at(13));
    expect(await placePage(who, place, at(13), "vi")).toBeNull();
  });
});

describe("returning for rework", () => {
  it("opens another round with the files, and closes the one that was being marked", async () => {
    const author = await learner();
    const work = await handedIn(author, "letters", "q-1", "bản đầu");
    const places: { who: Viewer; place: string }[] = [];
    while (places.length < 1) {
      const who = await member(here, { role: "marker" });
      const place = await taken(who);
      if ((await placePage(who, place, at(12), "vi"))?.text === "bản đầu") places.push({ who, place });
    }
    const [{ who, place } = { who: marker(0), place: "" }] = places;
    expect(await returnFromPlace(who, place, "", at(20))).toBe("words-missing");
    const outcomes = await Promise.all([1, 2, 3].map(() => returnFromPlace(who, place, "Thiếu phần kết", at(20))));
    expect(outcomes.filter((outcome) => outcome === "returned")).toHaveLength(1);
    expect(await finishMark(who, place, at(21))).toBe("closed");
    const page = await taskPage(author, work, "vi");
    expect(page).toMatchObject({
      state: "returned",
      round: 1,
      text: "bản đầu",
      rounds: [{ round: 0, text: "bản đầu", returned: { note: "Thiếu phần kết" } }],
    });
    await saveTask(author, work, { text: "bản hai", clientKey: null }, at(22));
    expect(await handInTask(author, work, true, at(23))).toEqual({ ok: true });
    expect((await taskPage(author, work, "vi"))?.rounds.map(({ text }) => text)).toEqual(["bản hai", "bản đầu"]);
  });

  it("is possible after a mark that did not pass was told, and not after one that did", async () => {
    const tell = async (points: string) => {
      const author = await learner();
      const work = await handedIn(author, "letters", "q-2", `bài ${points}`);
      for (;;) {
        const who = await member(here, { role: "marker" });
        const { waiting } = await markingQueue(who, at(12), "vi");
        const kind = waiting.find(({ title }) => title === "stem 2 vi");
        const outcome = kind && (await takePlace(who, kind, at(12)));
        if (!outcome?.ok) throw new Error("nothing waits");
        await mark(who, outcome.place, points, points);
        if ((await placePage(who, outcome.place, at(12), "vi"))?.text === `bài ${points}`) break;
      }
      await releaseMarks(officer, await readyIds(), at(30));
      const client = await reader();
      const { id } = await client.task_work.findUniqueOrThrow({ where: { public_id: work } });
      const subject = await client.marking_subject.findFirstOrThrow({ where: { work_id: id } });
      return { author, work, subject: subject.public_id };
    };
    const failed = await tell("2");
    expect(await returnMarkedTask(elsewhere, failed.subject, "Làm lại", at(31))).toBeNull();
    expect(await returnMarkedTask(officer, failed.subject, "Làm lại", at(31))).toBe("returned");
    expect((await taskPage(failed.author, failed.work, "vi"))?.state).toBe("returned");
    const passed = await tell("9");
    expect(await returnMarkedTask(officer, passed.subject, "Làm lại", at(32))).toBe("not-possible");
  });
});

it("nobody tells their own marks, or those of other units", async () => {
  const own = await member(here, { role: "exam-officer", enrolledIn: version });
  await handedIn(own, "letters", "q-2", "bài của cán bộ");
  for (;;) {
    const who = await member(here, { role: "marker" });
    const { waiting } = await markingQueue(who, at(12), "vi");
    const kind = waiting.find(({ title }) => title === "stem 2 vi");
    const outcome = kind && (await takePlace(who, kind, at(12)));
    if (!outcome?.ok) break;
    await mark(who, outcome.place, "5", "5");
  }
  const ids = await readyIds();
  const client = await reader();
  const { public_id: mine } = await client.marking_subject.findFirstOrThrow({ where: { person_id: own.personId } });
  expect(ids).toContain(mine);
  expect(await releaseMarks(own, [mine], at(41))).toEqual({ told: 0, left: 1 });
  const other = await member(there, { role: "exam-officer" });
  expect(await releaseMarks(other, [mine], at(41))).toEqual({ told: 0, left: 1 });
  expect(await releaseMarks(officer, [mine], at(41))).toEqual({ told: 1, left: 0 });
});

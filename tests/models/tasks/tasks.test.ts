import { beforeAll, describe, expect, it } from "vitest";
import "../database-for-test";
import type { Viewer } from "~/domain/permissions/viewer";
import { reader } from "~/models/database.server";
import { beginTask } from "~/models/tasks/begin-task.server";
import { handInTask } from "~/models/tasks/hand-in-task.server";
import { LONGEST_TASK_TEXT, saveTask } from "~/models/tasks/save-task.server";
import { addTaskFiles, findTaskFile, removeTaskFile } from "~/models/tasks/task-files.server";
import { taskPage } from "~/models/tasks/task-page.server";
import { tasksOf } from "~/models/tasks/tasks-of-course.server";
import { examForTest, questionOfType } from "../../fixtures/exam-questions";
import { insertCourse } from "../../fixtures/exam-takers";
import { at, count, member, taskForTest } from "../../fixtures/markers";
import { insertUnit } from "../../fixtures/staff";

let version: number;
let unit: number;
let learner: Viewer;
let stranger: Viewer;

beforeAll(async () => {
  unit = await insertUnit("one", { from: "2020-01-01" });
  version = await insertCourse("writing", examForTest(), [
    taskForTest(1, { most_words: 50 }),
    taskForTest(2),
    taskForTest(3),
    questionOfType("single", 4),
  ]);
  learner = await member(unit, { enrolledIn: version });
  stranger = await member(unit, { enrolledIn: version });
});

const begin = async (key = "q-1", who = learner) => {
  const work = await beginTask(who, "writing", key, at(1));
  if (work === null) throw new Error("not begun");
  return work;
};
const file = (text: string, name = "bài.pdf") => ({
  name,
  kind: "pdf" as const,
  bytes: new TextEncoder().encode(text),
});

describe("beginning a task", () => {
  it("is one work, however often and at once", async () => {
    const works = await Promise.all([1, 2, 3, 4].map(() => begin("q-2")));
    expect(new Set(works).size).toBe(1);
    const lines = await tasksOf(learner, version, "vi");
    expect(lines.map(({ key, state }) => [key, state])).toEqual([
      ["q-1", "not-begun"],
      ["q-2", "draft"],
      ["q-3", "not-begun"],
    ]);
  });

  it("asks for an enrolment and for a question that is a task", async () => {
    const outsider = await member(unit);
    expect(await beginTask(outsider, "writing", "q-1", at(1))).toBeNull();
    expect(await beginTask(learner, "writing", "q-4", at(1))).toBeNull();
    expect(await beginTask(learner, "writing", "q-99", at(1))).toBeNull();
  });
});

describe("a draft", () => {
  it("is saved once however often it is sent, the newest by the server's order holding", async () => {
    const work = await begin("q-1");
    const save = (text: string, clientKey: string | null, minute: number) =>
      saveTask(learner, work, { text, clientKey }, at(minute));
    const same = await Promise.all([1, 2, 3].map(() => save("một", "page-one.1", 4)));
    expect(same.every((outcome) => outcome?.ok)).toBe(true);
    expect(await save("hai", "page-two.1", 5)).toEqual({ ok: true, savedAt: at(5) });
    expect(await save("một", "page-one.1", 6)).toEqual({ ok: true, savedAt: at(4) });
    expect(await save("khác", "page-one.1", 6)).toEqual({ ok: false, refusal: "key-reused" });
    expect((await taskPage(learner, work, "vi"))?.text).toBe("hai");
    await save("ba", "page-one.3", 7);
    await save("trễ", "page-one.2", 8);
    expect((await taskPage(learner, work, "vi"))?.text).toBe("ba");
    // a plain form that says the same adds nothing
    expect(await save("ba", null, 9)).toEqual({ ok: true, savedAt: at(7) });
    expect(await save("x".repeat(LONGEST_TASK_TEXT + 1), null, 9)).toEqual({ ok: false, refusal: "too-long" });
    expect(await save("x", "no key", 9)).toEqual({ ok: false, refusal: "bad-key" });
    await save("nửa \ud83d chữ", "page-one.4", 9);
    expect((await taskPage(learner, work, "vi"))?.text).toBe("nửa \ufffd chữ");
  });

  it("is nobody else's", async () => {
    const work = await begin("q-1");
    expect(await taskPage(stranger, work, "vi")).toBeNull();
    expect(await saveTask(stranger, work, { text: "x", clientKey: null }, at(4))).toBeNull();
    expect(await handInTask(stranger, work, true, at(4))).toBeNull();
    expect(await addTaskFiles(stranger, work, [], at(4))).toBeNull();
    expect(await removeTaskFile(stranger, work, "x", at(4))).toBe(false);
  });
});

describe("files", () => {
  it("are at most as many as the task takes, also when sent at once", async () => {
    const work = await begin("q-3");
    const outcomes = await Promise.all(
      ["a", "b", "c", "d"].map((text) => addTaskFiles(learner, work, [file(text)], at(4))),
    );
    expect(outcomes.filter((outcome) => outcome === "kept")).toHaveLength(2);
    const files = (await taskPage(learner, work, "vi"))?.files ?? [];
    expect(files).toHaveLength(2);
    const [one] = files;
    expect((await findTaskFile(learner, work, one?.id ?? ""))?.name).toBe("bài.pdf");
    expect(await findTaskFile(stranger, work, one?.id ?? "")).toBeNull();
    expect(await removeTaskFile(learner, work, one?.id ?? "", at(5))).toBe(true);
    expect((await taskPage(learner, work, "vi"))?.files).toHaveLength(1);
    expect(await findTaskFile(learner, work, one?.id ?? "")).toBeNull();
  });
});

describe("handing in", () => {
  it("asks for the confirmation and for something", async () => {
    const work = await begin("q-2", stranger);
    expect(await handInTask(stranger, work, false, at(5))).toEqual({ ok: false, problems: ["empty", "not-confirmed"] });
    expect(await count("task_hand_in")).toBe(0);
  });

  it("freezes what is saved, once, and lets nothing in afterwards", async () => {
    const work = await begin("q-2");
    await saveTask(learner, work, { text: "bài làm", clientKey: "page-one.1" }, at(5));
    await addTaskFiles(learner, work, [file("đính kèm")], at(5));
    const outcomes = await Promise.all([
      ...Array.from({ length: 6 }, () => handInTask(learner, work, true, at(6))),
      saveTask(learner, work, { text: "muộn", clientKey: "page-two.1" }, at(6)),
    ]);
    expect(outcomes.slice(0, 6)).toEqual(Array.from({ length: 6 }, () => ({ ok: true })));
    const client = await reader();
    expect(await client.task_hand_in.count()).toBe(1);
    expect(await client.marking_subject.count()).toBe(1);
    const page = await taskPage(learner, work, "vi");
    expect(page).toMatchObject({ state: "handed-in", rounds: [{ text: "bài làm", handedInAt: at(6) }] });
    const [handed] = page?.rounds[0]?.files ?? [];
    expect(await saveTask(learner, work, { text: "muộn", clientKey: "page-two.2" }, at(7))).toEqual({
      ok: false,
      refusal: "frozen",
    });
    expect(await addTaskFiles(learner, work, [file("thêm")], at(7))).toBe("frozen");
    expect(await removeTaskFile(learner, work, handed?.id ?? "", at(7))).toBe(false);
    expect(await findTaskFile(learner, work, handed?.id ?? "")).not.toBeNull();
    const [subject] = await client.marking_subject.findMany();
    expect(subject).toMatchObject({ kind: "task", round: 0, unit_id: unit, markers: 2, person_id: learner.personId });
  });
});

import "../database-for-test";
import { beforeAll, describe, expect, it } from "vitest";
import { inTokens } from "~/domain/assessment/answer";
import { rightAnswer } from "~/domain/assessment/right-answer";
import { loadAttempt } from "~/models/assessment/load-attempt.server";
import { type Save, saveResponses } from "~/models/assessment/save-responses.server";
import { submitAttempt } from "~/models/assessment/submit-attempt.server";
import { reader } from "~/models/database.server";
import { EXAM_TYPES, examForTest, questionForTest } from "../../fixtures/exam-questions";
import { insertCourse, insertTaker, paperOf } from "../../fixtures/exam-takers";
import { actOn, at, counts, save, start, together } from "./taking";

const COURSE = "course-one";
let version: number;

beforeAll(async () => {
  const kinds = ["single", "multiple", "truefalse", "single", "single"] as const;
  const bank = kinds.map((type, index) => questionForTest(index + 1, { type }));
  version = await insertCourse(COURSE, examForTest(), bank);
});

async function running() {
  const viewer = await insertTaker(version);
  const publicId = await start(viewer, COURSE);
  const { items } = await paperOf(publicId);
  const token = (item: number, option: number) => items[item - 1]?.parts[option]?.[1] ?? "?";
  const answers = async () => {
    const loaded = await loadAttempt(viewer, publicId, at(10));
    return loaded?.phase === "running" ? loaded.answers : [];
  };
  return { viewer, publicId, token, answers, items };
}

const saved = (item: number, clientKey: string, minute: number, replayed = false) => ({
  item,
  clientKey,
  savedAt: at(minute),
  replayed,
});

describe("saving", () => {
  it("takes a replay as the first save", async () => {
    const { viewer, publicId, token, answers } = await running();
    const one = [save(1, [token(1, 0)], "page-one.1", { flagged: true })];
    expect(await saveResponses(viewer, publicId, one, at(1))).toMatchObject({
      ok: true,
      late: false,
      saved: [saved(1, "page-one.1", 1)],
      refused: [],
    });
    for (const replay of await together(10, () => saveResponses(viewer, publicId, one, at(2)))) {
      expect(replay).toMatchObject({ ok: true, saved: [saved(1, "page-one.1", 1, true)], refused: [] });
    }
    expect(await counts(viewer)).toMatchObject({ responses: 1 });
    expect(await answers()).toEqual([{ item: 1, value: [token(1, 0)], flagged: true, savedAt: at(1) }]);
  });

  it("refuses a key that named another answer, and takes its neighbours", async () => {
    const { viewer, publicId, token } = await running();
    await saveResponses(viewer, publicId, [save(1, [token(1, 0)], "page-one.1")], at(1));
    const reused = [save(2, [token(2, 0)], "page-one.2"), save(1, [token(1, 1)], "page-one.1")];
    expect(await saveResponses(viewer, publicId, reused, at(2))).toMatchObject({
      ok: true,
      saved: [saved(2, "page-one.2", 2)],
      refused: [{ item: 1, clientKey: "page-one.1", code: "client-key-reused" }],
    });
    expect(await counts(viewer)).toMatchObject({ responses: 2 });
  });

  it("keeps the page's order when its saves arrive out of order", async () => {
    const { viewer, publicId, token, answers } = await running();
    for (const place of [1, 3, 2]) {
      const late = [save(1, place === 3 ? [] : [token(1, 0)], `page-one.${place}`)];
      expect(await saveResponses(viewer, publicId, late, at(place))).toMatchObject({ ok: true });
    }
    expect(await answers()).toMatchObject([{ item: 1, value: [] }]);
    await saveResponses(viewer, publicId, [save(1, [token(1, 1)], "page-two.1")], at(4));
    expect(await answers()).toMatchObject([{ item: 1, value: [token(1, 1)] }]);
  });

  it("tells a page what others have saved since it last heard", async () => {
    const { viewer, publicId, token } = await running();
    const first = await saveResponses(viewer, publicId, [save(1, [token(1, 0)], "page-one.1")], at(1), { since: 0 });
    if (!first?.ok) throw new Error("not saved");
    expect(first.others).toEqual([]);
    await saveResponses(viewer, publicId, [save(1, [token(1, 1)], "page-two.1")], at(2));
    const { newest: since } = first;
    const next = await saveResponses(viewer, publicId, [save(2, [token(2, 0)], "page-one.2")], at(3), { since });
    expect(next).toMatchObject({ others: [{ item: 1, value: [token(1, 1)], clientKey: "page-two.1" }] });
    const later = await saveResponses(viewer, publicId, [save(3, [token(3, 0)], "page-one.3")], at(4), {
      since: next?.ok ? next.newest : 0,
    });
    expect(later).toMatchObject({ others: [] });
  });

  it("takes what two pages send at once, each answer once", async () => {
    const { viewer, publicId, token, answers } = await running();
    const pages = ["page-one", "page-two"];
    await together(40, (index) => {
      const place = Math.floor(index / 2) + 1;
      const one = save(1 + (place % 5), [token(1 + (place % 5), index % 2)], `${pages[index % 2]}.${place}`);
      return saveResponses(viewer, publicId, [one], at(1));
    });
    expect(await counts(viewer)).toMatchObject({ responses: 40 });
    expect((await answers()).map(({ item }) => item)).toEqual([1, 2, 3, 4, 5]);
  });

  it("a refused save does not touch those that wait beside it", async () => {
    const [one, two, three] = [await running(), await running(), await running()];
    await submitAttempt(two.viewer, two.publicId, at(1));
    const outcomes = await Promise.all([
      saveResponses(one.viewer, one.publicId, [save(1, [one.token(1, 0)], "page-one.1")], at(1)),
      saveResponses(two.viewer, two.publicId, [save(1, [two.token(1, 0)], "page-one.1")], at(1)),
      saveResponses(three.viewer, three.publicId, [save(99, [], "page-one.1")], at(1)),
      saveResponses(one.viewer, three.publicId, [save(1, [], "page-one.1")], at(1)),
      saveResponses(three.viewer, three.publicId, [save(1, [three.token(1, 0)], "page-one.2")], at(1)),
    ]);
    expect(outcomes).toMatchObject([
      { ok: true, saved: [{ item: 1 }] },
      { ok: false, refusal: { code: "attempt-ended" } },
      { ok: true, saved: [], refused: [{ code: "unknown-item" }] },
      null,
      { ok: true, saved: [{ item: 1 }] },
    ]);
  });

  it("takes plain forms: only what was changed on them", async () => {
    const { viewer, publicId, token, answers } = await running();
    const empty = { value: [], flagged: false };
    await saveResponses(viewer, publicId, [save(2, [token(2, 1)], "page-one.1")], at(1));
    const oldPage = [save(1, [token(1, 0)], null, { shown: empty }), save(2, [], null, { shown: empty })];
    expect(await saveResponses(viewer, publicId, oldPage, at(2))).toMatchObject({
      ok: true,
      saved: [{ item: 1, savedAt: at(2), replayed: false }],
    });
    expect(await answers()).toMatchObject([
      { item: 1, value: [token(1, 0)] },
      { item: 2, value: [token(2, 1)] },
    ]);
    const cleared = [save(1, [], null, { shown: { value: [token(1, 0)], flagged: false } })];
    await saveResponses(viewer, publicId, cleared, at(3));
    expect((await answers())[0]).toMatchObject({ item: 1, value: [] });
  });

  it("refuses what is not on the paper, attempt and neighbours intact", async () => {
    const { viewer, publicId, token } = await running();
    const refused: [Save, string][] = [
      [save(6, [], "page-one.1"), "unknown-item"],
      [save(-1, [], "page-one.1"), "unknown-item"],
      [save(1, [token(2, 0)], "page-one.1"), "unknown-option"],
      [save(1, ["x".repeat(1_000_000)], "page-one.1"), "unknown-option"],
      [save(1, [token(1, 0), token(1, 1)], "page-one.1"), "too-many-options"],
      [save(1, { a: "b" }, "page-one.1"), "bad-shape"],
      [save(1, null, "page-one.1"), "bad-shape"],
      [save(1, [], "short"), "bad-client-key"],
      [save(1, [], "page-one.1.2"), "bad-client-key"],
    ];
    for (const [index, [bad, code]] of refused.entries()) {
      const good = save(2, [token(2, 0)], `page-good.${index}`);
      const outcome = await saveResponses(viewer, publicId, [good, bad], at(1));
      expect(outcome).toMatchObject({ ok: true, saved: [{ item: 2 }], refused: [{ item: bad.item, code }] });
    }
    expect(await counts(viewer)).toMatchObject({ responses: refused.length, results: 0 });
    expect(await loadAttempt(viewer, publicId, at(2))).toMatchObject({ phase: "running" });
  });

  it("takes every type of answer as it was given; texts with half a character or too long are refused", async () => {
    const bank = EXAM_TYPES.map((type, index) => questionForTest(index + 1, { type }));
    const sections = [{ competency: "alpha", count: bank.length }];
    const every = await insertCourse("every-type", examForTest({ sections }), bank);
    const viewer = await insertTaker(every);
    const publicId = await start(viewer, "every-type");
    const { items } = await paperOf(publicId);
    for (const item of items) {
      const right = rightAnswer(item.question);
      const value = right === null ? "một câu trả lời" : inTokens(item, right);
      const outcome = await saveResponses(
        viewer,
        publicId,
        [save(item.number, value, `page-all.${item.number}`)],
        at(1),
      );
      expect(outcome).toMatchObject({ ok: true, saved: [{ item: item.number }], refused: [] });
      const loaded = await loadAttempt(viewer, publicId, at(2));
      const kept = loaded?.phase === "running" && loaded.answers.find((answer) => answer.item === item.number);
      // several choices are kept in the paper's order
      const order = item.parts.map(([, token]) => token);
      const multiple = item.question.type === "multiple" && Array.isArray(value);
      expect(kept).toMatchObject({ value: multiple ? order.filter((token) => value.includes(token)) : value });
    }
    const text = items.find(({ question }) => question.type === "short-text")?.number ?? 0;
    for (const [value, code] of [
      ["nửa \ud83d", "bad-text"],
      ["x".repeat(4_001), "text-too-long"],
    ] as const) {
      const outcome = await saveResponses(viewer, publicId, [save(text, value, "page-bad.1")], at(2));
      expect(outcome).toMatchObject({ ok: true, saved: [], refused: [{ item: text, code }] });
    }
  });
});

describe("at the end", () => {
  it("takes what arrives up to five seconds after the deadline; what comes later is kept and counts for nothing", async () => {
    const { viewer, publicId, token } = await running();
    const first = save(1, [token(1, 0)], "page-one.1");
    expect(await saveResponses(viewer, publicId, [first], at(25 + 5 / 60))).toMatchObject({ ok: true, late: false });
    const later = save(1, [], "page-one.2");
    const outcome = await saveResponses(viewer, publicId, [later], at(25 + 6 / 60));
    expect(outcome).toMatchObject({ ok: true, late: true, saved: [{ item: 1, replayed: false }] });
    expect(await saveResponses(viewer, publicId, [later], at(30))).toMatchObject({
      late: true,
      saved: [{ replayed: true, savedAt: at(25 + 6 / 60) }],
    });
    // a replay of what was in time is not late
    expect(await saveResponses(viewer, publicId, [first], at(30))).toMatchObject({
      late: false,
      saved: [saved(1, "page-one.1", 25 + 5 / 60, true)],
    });
    expect(await loadAttempt(viewer, publicId, at(31))).toMatchObject({ phase: "ended" });
    expect(await counts(viewer)).toMatchObject({ responses: 1, late: 1, results: 1 });
    expect(await saveResponses(viewer, publicId, [save(2, [], "page-one.3")], at(40))).toMatchObject({ late: true });
  });

  it("refuses everything after a submit, kept or late, and of a void attempt", async () => {
    const { viewer, publicId } = await running();
    await submitAttempt(viewer, publicId, at(9));
    for (const minute of [9, 25, 60]) {
      const outcome = await saveResponses(viewer, publicId, [save(1, [], `page-late.${minute}`)], at(minute));
      expect(outcome).toEqual({ ok: false, refusal: { code: "attempt-ended" } });
    }
    const other = await running();
    await actOn(other.publicId, { kind: "void" });
    const refused = await saveResponses(other.viewer, other.publicId, [save(1, [], "page-one.1")], at(2));
    expect(refused).toEqual({ ok: false, refusal: { code: "attempt-ended" } });
    expect(await counts(viewer)).toMatchObject({ responses: 0, late: 0 });
  });

  it("is over with the submit, also for saves that race it", async () => {
    const { viewer, publicId, token, items } = await running();
    const racing = items.flatMap(({ number }) =>
      [1, 2, 3, 4].map((place) => ({ number, value: [token(number, place % 2)], place })),
    );
    const submits = together(20, () => submitAttempt(viewer, publicId, at(9)));
    const outcomes = await Promise.all(
      racing.map(({ number, value, place }) =>
        saveResponses(viewer, publicId, [save(number, value, `page-${number}-race.${place}`)], at(9)),
      ),
    );
    await submits;
    expect(await counts(viewer)).toMatchObject({ responses: outcomes.filter((one) => one?.ok).length, results: 1 });
    for (const outcome of outcomes) {
      if (!outcome?.ok) expect(outcome).toEqual({ ok: false, refusal: { code: "attempt-ended" } });
    }
    const { marks } = await (await reader()).attempt_result.findFirstOrThrow({ orderBy: { id: "desc" } });
    const graded = (JSON.parse(marks) as { answer: unknown }[]).filter(({ answer }) => answer !== null).length;
    const answered = new Set(racing.filter((_, index) => outcomes[index]?.ok).map(({ number }) => number));
    expect(graded).toBe(answered.size);
  });
});

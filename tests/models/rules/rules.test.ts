import { beforeAll, describe, expect, it } from "vitest";
import type { AssignmentRule } from "~/domain/enrolment/assignment-rule";
import type { Condition } from "~/domain/enrolment/rule-condition";
import type { Viewer } from "~/domain/permissions/viewer";
import { addDays } from "~/domain/time/civil-date";
import { learningOf } from "~/models/enrolment/learning.server";
import { todayOf } from "~/models/enrolment/today.server";
import { newPublicId } from "~/models/public-id.server";
import { previewRules } from "~/models/rules/preview-rule.server";
import { activateRule, planOfDraft, planOfEnd, retireRule, saveDraft } from "~/models/rules/rule-acts.server";
import { undoRuleChange } from "~/models/rules/rule-changes.server";
import { appRules, rulesAsOf } from "~/models/rules/rules-in-force.server";
import { findRule, loadRule, loadRules, rulesScope } from "~/models/rules/rules-page.server";
import { HOUSE_NOW, HOUSE_TODAY, openHouse, type Someone, someone } from "../../fixtures/a-house";
import { wholeDatabase } from "../database-for-test";

let unit: Awaited<ReturnType<typeof openHouse>>;
let owner: Viewer;
let local: Viewer;
let leader: Someone;
let elsewhere: Someone;

beforeAll(async () => {
  unit = await openHouse();
  const [vss, hungYen, thanhHoa] = [unit("vss").id, unit("bhxh-hung-yen-2025").id, unit("bhxh-thanh-hoa").id];
  const post = (unitId: number, position: string) => [{ unitId, position, from: "2026-02-01" }];
  owner = await (await someone(post(vss, "hr-officer"), [{ role: "programme-owner", unitId: vss }])).viewer();
  local = await (await someone(post(hungYen, "hr-officer"), [{ role: "programme-owner", unitId: hungYen }])).viewer();
  leader = await someone(post(hungYen, "leader"));
  elsewhere = await someone(post(thanhHoa, "leader"));
});

const text = { vi: "Vì bạn là {position} của {unit}", en: "Because you are {position} of {unit}" };
const content = (more: Partial<AssignmentRule> = {}, replaces: string | null = null) => ({
  rule: {
    title: { vi: "Đạo đức cho lãnh đạo", en: "Ethics for leaders" },
    reason: text,
    issuer: { vi: "Ban", en: "Department" },
    document: "12/QĐ",
    valid_from: HOUSE_TODAY,
    valid_to: null,
    when: { all: [{ position: ["leader"] }, { under: [unit("bhxh-hung-yen-2025").publicId] }] } as Condition,
    assigns: { programme: "service-ethics-counter", course: "service-ethics" },
    due_days: 30,
    ...more,
  },
  replaces,
});
const given = () => ({ at: HOUSE_NOW, onceKey: newPublicId() });
const idOf = (outcome: Awaited<ReturnType<typeof saveDraft>>) => {
  if (!outcome.done) throw new Error(outcome.because);
  return outcome.id;
};
const draft = async (more: Partial<AssignmentRule> = {}, replaces: string | null = null) =>
  idOf(await saveDraft(owner, content(more, replaces), { ...given(), publicId: null }));
const coursesOf = async (who: Someone, date = HOUSE_TODAY) =>
  (await learningOf(await who.viewer(), `${date}T02:00:00.000Z`)).duties.map(({ course }) => course);
const appRule = async (id: string) => {
  const found = (await appRules()).find(({ publicId }) => publicId === id);
  if (!found) throw new Error("no rule");
  return found;
};

describe("a rule of the app", () => {
  it("assigns nothing as a draft, assigns with its reason once active, and ends what is open when it is retired", async () => {
    const id = await draft();
    expect(await coursesOf(leader)).toEqual([]);
    const plan = planOfDraft(await rulesAsOf(HOUSE_TODAY), await appRule(id), HOUSE_TODAY);
    const preview = await previewRules(await rulesScope(owner, HOUSE_TODAY), plan, "vi", 1);
    expect(preview?.lines.map(({ staffCode, change }) => [staffCode, change.kind])).toEqual([
      [leader.staffCode, "new"],
    ]);
    expect(preview?.counts).toEqual({ new: 1, earned: 0, ended: 0, moved: 0 });

    expect(await activateRule(owner, id, given())).toMatchObject({ done: true });
    expect([await coursesOf(leader), await coursesOf(elsewhere)]).toEqual([["service-ethics"], []]);
    const view = await todayOf(await leader.viewer(), "vi", HOUSE_NOW);
    expect(view.next?.why?.reason).toBe("Vì bạn là Lãnh đạo đơn vị của BHXH tỉnh Hưng Yên");
    expect(view.next?.dueDate).toBe(preview?.lines[0]?.change.due);

    const { key } = (await appRule(id)).rule;
    const on = addDays(HOUSE_TODAY, 3);
    const end = await previewRules(
      await rulesScope(owner, HOUSE_TODAY),
      planOfEnd(await rulesAsOf(HOUSE_TODAY), key, on),
      "vi",
      1,
    );
    expect(end?.counts.ended).toBe(1);
    expect(await retireRule(owner, key, on, { ...given(), document: "13/QĐ" })).toMatchObject({ done: true });
    expect([await coursesOf(leader, addDays(on, -1)), await coursesOf(leader, on)]).toEqual([["service-ethics"], []]);
    const after = await todayOf(await leader.viewer(), "vi", `${on}T02:00:00.000Z`);
    expect(after.ended).toMatchObject([{ on, post: null }]);
  });

  it("begins no earlier than the day on which it is activated", async () => {
    const id = await draft({ valid_from: addDays(HOUSE_TODAY, -1) });
    const before = wholeDatabase();
    expect(await activateRule(owner, id, given())).toEqual({ done: false, because: "begins-in-past" });
    expect(wholeDatabase()).toBe(before);
  });

  it("of the files is ended and replaced from a day on, the days before stay, and undo brings it back", async () => {
    const key = "service-ethics-one-stop";
    const old = (await rulesAsOf(HOUSE_TODAY)).find((rule) => rule.key === key);
    const from = addDays(HOUSE_TODAY, 10);
    const id = await draft({ valid_from: from, when: { one_stop: true } }, key);
    expect(await activateRule(owner, id, given())).toMatchObject({ done: true });
    const rules = await rulesAsOf(HOUSE_TODAY);
    expect(rules.find((rule) => rule.key === key)).toEqual({ ...old, valid_to: from });
    const { changeId } = await appRule(id);
    expect(await undoRuleChange(owner, changeId, "nhầm", HOUSE_NOW)).toMatchObject({ undone: true });
    expect((await rulesAsOf(HOUSE_TODAY)).find((rule) => rule.key === key)).toEqual(old);
    expect((await appRule(id)).status).toBe("draft");
  });

  it("is the house's: who manages rules of a part may read them and change none", async () => {
    const before = wholeDatabase();
    const refused = { done: false, because: "not-found" };
    expect(await saveDraft(local, content(), { ...given(), publicId: null })).toEqual(refused);
    expect(await activateRule(local, "nothing", given())).toEqual(refused);
    expect(await retireRule(local, "communication-basic", HOUSE_TODAY, { ...given(), document: "x" })).toEqual(refused);
    expect(wholeDatabase()).toBe(before);
    expect((await loadRules(local, HOUSE_TODAY, "vi")).keeps).toBe(false);
    // who is counted is who is in reach
    const id = "f-communication-basic";
    const [all, part] = [await loadRule(owner, id, HOUSE_TODAY, "vi"), await loadRule(local, id, HOUSE_TODAY, "vi")];
    expect([all?.people, part?.people]).toEqual([0, 0]);
    expect(await findRule("f-none", HOUSE_TODAY)).toBeNull();
  });

  it("is refused with a course that the programme does not ask for", async () => {
    const wrong = content({ assigns: { programme: "service-ethics-counter", course: "onboarding" } });
    expect(await saveDraft(owner, wrong, { ...given(), publicId: null })).toEqual({
      done: false,
      because: "unknown-programme",
    });
  });
});

describe("two at once", () => {
  it("one activates, the other is told", async () => {
    const id = await draft({ valid_from: addDays(HOUSE_TODAY, 40) });
    const outcomes = await Promise.all([activateRule(owner, id, given()), activateRule(owner, id, given())]);
    expect(outcomes.filter(({ done }) => done)).toHaveLength(1);
    expect(outcomes.find(({ done }) => !done)).toEqual({ done: false, because: "changed-meanwhile" });
  });

  it("a form sent twice makes one draft", async () => {
    const same = given();
    const count = (await appRules()).length;
    const twice = await Promise.all([
      saveDraft(owner, content(), { ...same, publicId: null }),
      saveDraft(owner, content(), { ...same, publicId: null }),
    ]);
    expect(twice.every(({ done }) => done)).toBe(true);
    expect(await appRules()).toHaveLength(count + 1);
  });
});

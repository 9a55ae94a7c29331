import { beforeAll, describe, expect, it } from "vitest";
import type { DutyOrder } from "~/domain/enrolment/duty-order";
import type { Viewer } from "~/domain/permissions/viewer";
import { addDays } from "~/domain/time/civil-date";
import { reader } from "~/models/database.server";
import { loadDutyChange, undoDutyChange } from "~/models/duties/duty-change.server";
import { carryOutOrder, previewOrder } from "~/models/duties/duty-order.server";
import { learningOf } from "~/models/enrolment/learning.server";
import { newPublicId } from "~/models/public-id.server";
import { HOUSE_NOW, HOUSE_TODAY, openHouse, type Someone, someone } from "../../fixtures/a-house";
import { wholeDatabase } from "../database-for-test";

let hr: Someone;
let central: Viewer;
let here: Someone[];
let there: Someone;

beforeAll(async () => {
  const unit = await openHouse();
  const [vss, hungYen, thanhHoa] = [unit("vss").id, unit("bhxh-hung-yen-2025").id, unit("bhxh-thanh-hoa").id];
  const officer = (unitId: number) => [{ unitId, position: "communication-officer", from: "2026-10-01" }];
  hr = await someone(officer(hungYen), [{ role: "hr-officer", unitId: hungYen }]);
  central = await (await someone(officer(vss), [{ role: "hr-officer", unitId: vss }])).viewer();
  here = [await someone(officer(hungYen)), await someone(officer(hungYen))];
  there = await someone(officer(thanhHoa));
});

const idsOf = async (people: readonly Someone[]) =>
  Promise.all(people.map(async (each) => (await each.viewer()).personPublicId));
const chosen = async (people: readonly Someone[]) => ({ people: await idsOf(people), list: null });
const words = { reason: "Do bão lũ", document: "5/CV" };
const later = addDays(HOUSE_TODAY, 90);
const extend: DutyOrder = { act: "extend", programme: "communication-basic", due: later };
const assign: DutyOrder = { act: "assign", programme: "service-ethics-counter", course: "service-ethics", due: later };
const dutyOf = async (who: Someone, course: string) =>
  (await learningOf(await who.viewer(), HOUSE_NOW)).duties.find((duty) => duty.course === course);

async function sealOf(viewer: Viewer, selection: Awaited<ReturnType<typeof chosen>>, order: DutyOrder) {
  const preview = await previewOrder(viewer, selection, order, HOUSE_TODAY, "vi");
  if (!preview) throw new Error("no preview");
  return {
    preview,
    given: { ...words, seal: preview.seal, at: HOUSE_NOW, onceKey: newPublicId(), language: "vi" as const },
  };
}

describe("an order for many", () => {
  it("reaches those in scope alone, never oneself, and is undone whole", async () => {
    const viewer = await hr.viewer();
    const selection = await chosen([...here, there, hr]);
    const { preview, given } = await sealOf(viewer, selection, extend);
    expect(preview.reached.map(({ staffCode }) => staffCode).sort()).toEqual(
      here.map(({ staffCode }) => staffCode).sort(),
    );
    expect(preview.refused.map(({ staffCode, because }) => [staffCode, because])).toEqual([[hr.staffCode, "oneself"]]);
    const before = (await dutyOf(here[0] as Someone, "communication-skills"))?.due;

    const outcome = await carryOutOrder(viewer, selection, extend, given);
    if (outcome.kind !== "done") throw new Error(outcome.kind);
    expect(await dutyOf(here[0] as Someone, "communication-skills")).toMatchObject({ due: preview.reached[0]?.after });
    const repeated = wholeDatabase();
    expect(await carryOutOrder(viewer, selection, extend, given)).toEqual(outcome);
    expect(wholeDatabase()).toBe(repeated);

    const stranger = await there.viewer();
    expect(await loadDutyChange(stranger, outcome.changeId, HOUSE_TODAY)).toBeNull();
    expect(await undoDutyChange(stranger, outcome.changeId, null, HOUSE_NOW)).toBeNull();
    expect((await loadDutyChange(viewer, outcome.changeId, HOUSE_TODAY))?.mayUndo).toBe(true);
    expect(await undoDutyChange(viewer, outcome.changeId, "nhầm", HOUSE_NOW)).toMatchObject({ undone: true });
    expect((await dutyOf(here[0] as Someone, "communication-skills"))?.due).toBe(before);
  });

  it("means the people of a list as the list stands", async () => {
    const viewer = await hr.viewer();
    const list = { unit: null, position: null, programme: "communication-basic", state: "never" as const };
    const preview = await previewOrder(viewer, { people: [], list }, assign, HOUSE_TODAY, "vi");
    expect(preview?.reached.map(({ staffCode }) => staffCode).sort()).toEqual(
      [hr, ...here].map(({ staffCode }) => staffCode).sort(),
    );
  });

  it("is nobody's where all are out of scope, or the day has passed", async () => {
    const viewer = await hr.viewer();
    expect(await previewOrder(viewer, await chosen([there]), extend, HOUSE_TODAY, "vi")).toBeNull();
    const past = { ...extend, due: addDays(HOUSE_TODAY, -1) };
    expect(await previewOrder(viewer, await chosen(here), past, HOUSE_TODAY, "vi")).toBeNull();
  });

  it("that is no longer what was previewed records nothing", async () => {
    const viewer = await hr.viewer();
    const selection = await chosen(here);
    const { given } = await sealOf(viewer, selection, extend);
    const before = wholeDatabase();
    const other = { ...extend, due: addDays(later, 1) };
    expect(await carryOutOrder(viewer, selection, other, given)).toEqual({ kind: "changed-meanwhile" });
    expect(wholeDatabase()).toBe(before);
  });

  it("assigns, corrects the date, and exempts", async () => {
    const viewer = await hr.viewer();
    const [one] = here as [Someone];
    const selection = await chosen([one]);
    const steps: [DutyOrder, string, object | undefined][] = [
      [assign, "service-ethics", { state: "open", due: "2027-02-18" }],
      [
        { act: "correct", programme: "service-ethics-counter", due: "2027-01-12" },
        "service-ethics",
        { due: "2027-01-12" },
      ],
      [
        { act: "exempt", programme: "service-ethics-counter", until: "2026-12-31" },
        "service-ethics",
        { state: "waived" },
      ],
    ];
    for (const [order, course, expected] of steps) {
      const { given } = await sealOf(viewer, selection, order);
      expect(await carryOutOrder(viewer, selection, order, given)).toMatchObject({ kind: "done" });
      expect(await dutyOf(one, course)).toMatchObject(expected ?? {});
    }
  });
});

describe("two orders at once", () => {
  it("for the same people: one is recorded, the other told", async () => {
    const selection = await chosen(here);
    const viewers = [await hr.viewer(), central];
    const sealed = await Promise.all(viewers.map((viewer) => sealOf(viewer, selection, extend)));
    const outcomes = await Promise.all(
      viewers.map((viewer, index) =>
        carryOutOrder(viewer, selection, extend, (sealed[index] as (typeof sealed)[0]).given),
      ),
    );
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["changed-meanwhile", "done"]);
    const client = await reader();
    const rows = await client.due_extension.count({ where: { retracted_change: null } });
    expect(rows).toBe(here.length);
  });
});

import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readCourses } from "~/content/course-package.server";
import type { Viewer } from "~/domain/permissions/viewer";
import { loadViewer } from "~/models/access/viewers.server";
import { syncCourses } from "~/models/course/sync-courses.server";
import { reader } from "~/models/database.server";
import { learningOf } from "~/models/enrolment/learning.server";
import { confirmHandover, handoversOf, loadHandover, openHandovers } from "~/models/handovers/handovers.server";
import { alsoHandOver } from "~/models/handovers/start-handover.server";
import { loadOrganisationFiles } from "~/models/organisation/load-organisation-files.server";
import { organisationFacts } from "~/models/organisation/organisation-facts.server";
import { carryOutPersonnelActs } from "~/models/people/carry-out-personnel-acts.server";
import { scopeOf } from "~/models/reporting/scope-units.server";
import { undoChange } from "~/models/undo-change.server";
import { insertStaff } from "../../fixtures/staff";
import { wholeDatabase } from "../database-for-test";

const AT = "2026-11-21T02:00:00.000Z";
const TODAY = "2026-11-21";
const ON = "2026-11-16";

let hungYen: number;
let thanhHoa: number;
let hr: Viewer;
let leader: Viewer;
let count = 0;

async function viewer({ accountId }: { accountId: number }): Promise<Viewer> {
  const found = await loadViewer(accountId, TODAY, false);
  if (!found) throw new Error("no viewer");
  return found;
}

beforeAll(async () => {
  await loadOrganisationFiles("courses/organisation", AT);
  await syncCourses(readCourses("courses"), AT);
  const { units } = await organisationFacts();
  hungYen = units.find(({ key }) => key === "bhxh-hung-yen-2025")?.id ?? 0;
  thanhHoa = units.find(({ key }) => key === "bhxh-thanh-hoa")?.id ?? 0;
  const staff = (staffCode: string, role: "hr-officer" | "unit-leader", over: number) =>
    insertStaff({
      staffCode,
      postings: [{ unitId: hungYen, from: "2025-07-01" }],
      grants: [{ unitId: over, role, from: "2025-07-01" }],
    });
  hr = await viewer(await staff("HR-1", "hr-officer", hungYen));
  leader = await viewer(await staff("LD-1", "unit-leader", thanhHoa));
});

interface Passed {
  outgoing: Viewer;
  incoming: Viewer;
  handover: string;
  changeId: number;
}

/** One leaves a post and another takes it, in one change, with a handover. */
async function passOn(position: string): Promise<Passed> {
  count += 1;
  const outgoing = await insertStaff({
    staffCode: `O-${count}`,
    fullName: "Phùng Văn Giao",
    postings: [{ unitId: hungYen, position, from: "2025-07-01" }],
  });
  const incoming = await insertStaff({ staffCode: `I-${count}`, fullName: "Lương Thị Nhận" });
  const client = await reader();
  const posting = await client.posting.findFirstOrThrow({ where: { person_id: outgoing.personId } });
  const post = await client.post.findUniqueOrThrow({ where: { id: posting.post_id } });
  const { changeId } = await carryOutPersonnelActs(
    hr,
    [
      { act: "end-posting", posting: posting.public_id, on: ON, reason: "transfer" },
      {
        act: "appoint",
        person: `I-${count}`,
        post: post.public_id,
        kind: "primary",
        from: ON,
        until: null,
        decision: "1/QĐ",
      },
    ],
    { kind: "personnel-appointed", at: AT, actorId: hr.accountId },
    await alsoHandOver({ staffCode: `I-${count}`, from: ON }, TODAY),
  );
  const { public_id: handover } = await client.handover.findFirstOrThrow({ where: { recorded_change: changeId } });
  return { outgoing: await viewer(outgoing), incoming: await viewer(incoming), handover, changeId };
}

let passed: Passed;
beforeEach(async () => {
  passed = await passOn("communication-officer");
});

const show = async (who: Viewer) => loadHandover(who, passed.handover, TODAY, "vi");
const keys = async () => (await show(passed.incoming))?.items.map(({ key }) => key) ?? [];

describe("a handover", () => {
  it("begins with the appointment, is seen by the two and by who sees the unit, and by nobody else", async () => {
    expect(await show(passed.outgoing)).toMatchObject({ side: "outgoing", outgoing: "Phùng Văn Giao", on: ON });
    expect(await show(passed.incoming)).toMatchObject({ side: "incoming", incoming: "Lương Thị Nhận" });
    expect(await show(hr)).toMatchObject({ side: null });
    expect(await show(leader)).toBeNull();
    const open = await openHandovers(await scopeOf(hr, "see-people", TODAY), TODAY, "vi");
    expect(open.map(({ handover }) => handover)).toContain(passed.handover);
    expect(await openHandovers(await scopeOf(leader, "see-people", TODAY), TODAY, "vi")).toEqual([]);
    expect(await handoversOf(passed.outgoing.personId, TODAY, "vi")).toHaveLength(1);
  });

  it("is complete when both sides have confirmed everything", async () => {
    const all = await keys();
    expect(await confirmHandover(passed.outgoing, passed.handover, all, AT)).toBe(true);
    expect((await show(hr))?.state).toEqual({ left: { outgoing: 0, incoming: all.length }, complete: false });
    expect(await confirmHandover(passed.incoming, passed.handover, all.slice(1), AT)).toBe(true);
    expect(await confirmHandover(passed.incoming, passed.handover, all.slice(0, 1), "2026-11-22T02:00:00.000Z")).toBe(
      true,
    );
    expect((await show(hr))?.state.complete).toBe(true);
    const [first, second] = (await show(hr))?.items ?? [];
    expect(first?.confirmed.incoming).toEqual({ at: "2026-11-22T02:00:00.000Z", by: "Lương Thị Nhận" });
    expect(second?.confirmed.incoming?.at).toBe(AT);
    const open = await openHandovers(await scopeOf(hr, "see-people", TODAY), TODAY, "vi");
    expect(open.map(({ handover }) => handover)).not.toContain(passed.handover);
  });

  it("lets each confirm their own side, once, whatever is sent twice or at once", async () => {
    const all = await keys();
    const sent = Array.from({ length: 6 }, (_, index) =>
      confirmHandover(passed.incoming, passed.handover, index % 2 ? all : all.slice(0, 3), AT),
    );
    expect(await Promise.all(sent)).toEqual(sent.map(() => true));
    expect((await show(hr))?.state.left).toEqual({ outgoing: all.length, incoming: 0 });
    const before = wholeDatabase();
    expect(await confirmHandover(passed.incoming, passed.handover, all, "2026-12-01T00:00:00.000Z")).toBe(true);
    expect(await confirmHandover(hr, passed.handover, all, AT)).toBe(false);
    expect(await confirmHandover(passed.outgoing, passed.handover, ["something-else"], AT)).toBe(false);
    expect(wholeDatabase()).toBe(before);
  });
});

describe("the incoming officer's onboarding", () => {
  const manual = async () =>
    (await reader()).manual_assignment.findMany({
      where: { person_id: passed.incoming.personId, retracted_change: null },
    });
  const onboarding = async () =>
    (await learningOf(passed.incoming, AT)).duties.filter(({ course }) => course === "onboarding");

  it("is asked for by a rule where one fits the post", async () => {
    expect(await manual()).toEqual([]);
    expect(await onboarding()).toMatchObject([{ reasons: [{ kind: "rule" }] }]);
  });

  it("else by an assignment of the same change, which is taken back with it", async () => {
    passed = await passOn("interpreter");
    expect(await manual()).toMatchObject([
      { due: "2026-12-21", valid_from: ON, reason: "Nhận bàn giao vị trí từ Phùng Văn Giao ngày 16/11/2026" },
    ]);
    expect(await onboarding()).toMatchObject([{ reasons: [{ kind: "manual" }], state: "open" }]);
    const undone = await undoChange(passed.changeId, { actorId: hr.accountId, at: AT });
    expect(undone).toMatchObject({ undone: true });
    expect(await manual()).toEqual([]);
    expect(await show(hr)).toBeNull();
  });
});

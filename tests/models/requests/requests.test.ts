import { beforeAll, describe, expect, it } from "vitest";
import "../database-for-test";
import { readKeptFile } from "~/documents/kept-files.server";
import type { Viewer } from "~/domain/permissions/viewer";
import type { RequestContent } from "~/domain/requests/request-kind";
import type { RequestEventKind } from "~/domain/requests/request-state";
import { addDays, type CivilDate } from "~/domain/time/civil-date";
import { reader } from "~/models/database.server";
import { learningOf } from "~/models/enrolment/learning.server";
import { PersonnelRefused } from "~/models/people/carry-out-personnel-acts.server";
import { newPublicId } from "~/models/public-id.server";
import { raiseRequest } from "~/models/requests/raise-request.server";
import { recordRequestEvent } from "~/models/requests/record-request-event.server";
import { inbox, ownRequests, waitingRequests } from "~/models/requests/request-lists.server";
import { findProof, loadRequest } from "~/models/requests/request-page.server";
import { DEMO_TODAY } from "../../../prisma/demo/people";
import { DEMO_NOW, openDemoHouse } from "../../fixtures/demo-viewers";

let officer: Viewer;
let hrHungYen: Viewer;
let hrCentral: Viewer;
let leader: Viewer;
let owner: Viewer;
let focalElsewhere: Viewer;

beforeAll(async () => {
  const viewer = await openDemoHouse();
  officer = await viewer("newOfficer");
  hrHungYen = await viewer("hrHungYen");
  hrCentral = await viewer("hrCentral");
  leader = await viewer("leaderHungYen");
  owner = await viewer("programmeOwner");
  focalElsewhere = await viewer("focalDaNang");
});

const PDF = new TextEncoder().encode("%PDF-1.7 proof");

async function raise(content: RequestContent, by: Viewer = officer, text = "Vì đi công tác dài ngày"): Promise<string> {
  const id = await raiseRequest(by, { content, text, proof: [], onceKey: newPublicId() }, DEMO_NOW);
  if (id === null) throw new Error("not askable");
  return id;
}

const extension = { kind: "extend", programme: "onboarding", until: "2027-03-01" } as const;

const record = (viewer: Viewer, id: string, event: RequestEventKind, text = "Đồng ý", on: CivilDate | null = null) =>
  recordRequestEvent(viewer, id, { event, text, on }, DEMO_NOW);

describe("raising a request", () => {
  it("keeps what was asked, the proof, and a day counted in working days", async () => {
    const proof = [{ name: "quyết định.pdf", type: "application/pdf" as const, bytes: PDF }];
    const onceKey = newPublicId();
    const request = { content: extension, text: "Lý do", proof, onceKey };
    const id = await raiseRequest(officer, request, DEMO_NOW);
    const view = await loadRequest(officer, id ?? "", DEMO_TODAY, "vi");
    expect(view).toMatchObject({ own: true, state: "open", text: "Lý do", may: ["withdrawn"], owner: null });
    // Saturday 21 November: the first of ten working days is Monday 23 November
    expect(view?.due).toBe("2026-12-04");
    const file = await findProof(officer, id ?? "", view?.files[0]?.id ?? "", DEMO_TODAY);
    expect(file?.name).toBe("quyết định.pdf");
    expect(new Uint8Array(await readKeptFile("proofs", file?.sha256 ?? ""))).toEqual(PDF);
    // the form sent twice, also at once, is one request
    const again = await Promise.all([
      raiseRequest(officer, request, DEMO_NOW),
      raiseRequest(officer, request, DEMO_NOW),
    ]);
    expect(again).toEqual([id, id]);
  });

  it.each<RequestContent>([
    { kind: "extend", programme: "service-ethics-counter", until: "2027-01-01" },
    { kind: "exempt", programme: "no-such-programme", until: null },
    { kind: "contest-level", competency: "no-such-competency", level: 2 },
    { kind: "appeal-mark", attempt: "someone-elses-try" },
    { kind: "ask-trainer", course: "no-such-course" },
  ])("is refused where it is not about something of one's own: %j", async (content) => {
    const ask = { content, text: "?", proof: [], onceKey: newPublicId() };
    expect(await raiseRequest(officer, ask, DEMO_NOW)).toBeNull();
  });
});

describe("who sees a request", () => {
  it("is the person, and whoever decides its kind over the unit", async () => {
    const id = await raise(extension);
    const sees = async (viewer: Viewer) => (await loadRequest(viewer, id, DEMO_TODAY, "vi")) !== null;
    expect([await sees(officer), await sees(hrHungYen), await sees(hrCentral), await sees(leader)]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([await sees(owner), await sees(focalElsewhere)]).toEqual([false, false]);
    const question = await raise({ kind: "ask-trainer", course: "onboarding" });
    expect(await loadRequest(owner, question, DEMO_TODAY, "vi")).toMatchObject({ own: false });
    expect(await loadRequest(hrHungYen, question, DEMO_TODAY, "vi")).toBeNull();
  });

  it("finds them in the inbox, the most urgent first, never one's own", async () => {
    const own = await raise({ kind: "correct-record", field: "phone", value: "0221 000 000" }, hrHungYen);
    const found = await inbox(hrHungYen, false, 1, DEMO_TODAY, "vi");
    expect(found.lines.length).toBeGreaterThan(0);
    expect(found.lines.map(({ request }) => request)).not.toContain(own);
    expect(found.lines.map(({ due }) => due)).toEqual(found.lines.map(({ due }) => due).sort());
    expect((await waitingRequests(hrHungYen, DEMO_TODAY)).waiting).toBe(found.waiting);
    expect((await waitingRequests(hrHungYen, addDays(DEMO_TODAY, 60))).late).toBe(found.waiting);
    expect(await inbox(focalElsewhere, false, 1, DEMO_TODAY, "vi")).toMatchObject({ waiting: 0, lines: [] });
    expect((await ownRequests(hrHungYen, DEMO_TODAY, "vi")).map(({ request }) => request)).toContain(own);
    expect(await record(hrHungYen, own, "approved")).toBe("not-possible");
  });

  it("does not show proof to others", async () => {
    const proof = [{ name: "a.pdf", type: "application/pdf" as const, bytes: PDF }];
    const id = await raiseRequest(officer, { content: extension, text: "x", proof, onceKey: newPublicId() }, DEMO_NOW);
    const file = (await loadRequest(officer, id ?? "", DEMO_TODAY, "vi"))?.files[0]?.id ?? "";
    expect(await findProof(hrHungYen, id ?? "", file, DEMO_TODAY)).not.toBeNull();
    expect(await findProof(focalElsewhere, id ?? "", file, DEMO_TODAY)).toBeNull();
    const other = await raise(extension);
    expect(await findProof(officer, other, file, DEMO_TODAY)).toBeNull();
  });
});

describe("deciding", () => {
  const dutyOf = async (viewer: Viewer, programme: string) =>
    (await learningOf(viewer, DEMO_NOW)).duties.find((duty) => duty.programme === programme);

  it("gives more time, with a reason, from the decision itself", async () => {
    const id = await raise(extension);
    expect(await record(leader, id, "approved", "")).toBe("words-missing");
    expect(await record(leader, id, "approved", "Được", null)).toBe("day-missing");
    expect(await record(leader, id, "approved", "Được", DEMO_TODAY)).toBe("day-missing");
    const before = await dutyOf(officer, "onboarding");
    expect(await record(leader, id, "approved", "Được", "2027-03-05")).toBe("recorded");
    expect(before?.due).not.toBe("2027-03-05");
    expect((await dutyOf(officer, "onboarding"))?.due).toBe("2027-03-05");
    const view = await loadRequest(officer, id, DEMO_TODAY, "vi");
    expect(view).toMatchObject({ state: "approved", may: [] });
    expect(view?.events).toMatchObject([{ kind: "approved", by: "Phạm Quang Tuyến", behalfOf: null, text: "Được" }]);
  });

  it("exempts until a day, and the duty says so", async () => {
    const id = await raise({ kind: "exempt", programme: "communication-basic", until: "2027-06-01" });
    expect(await record(hrHungYen, id, "approved", "Theo quyết định", "2027-06-01")).toBe("recorded");
    expect((await dutyOf(officer, "communication-basic"))?.state).toBe("waived");
  });

  it("puts the name right, the earlier one stays", async () => {
    const id = await raise({ kind: "correct-record", field: "name", value: "Vũ Thị Hải Yên" });
    expect(await record(hrHungYen, id, "approved", "Theo căn cước", DEMO_TODAY)).toBe("recorded");
    const client = await reader();
    const names = await client.person_name.findMany({
      where: { person_id: officer.personId, retracted_change: null },
      orderBy: { valid_from: "asc" },
    });
    expect(names.map((name) => [name.full_name, name.valid_to])).toEqual([
      ["Vũ Thị Hải Yến", DEMO_TODAY],
      ["Vũ Thị Hải Yên", null],
    ]);
  });

  it("leaves everything as it is where the record cannot be changed so", async () => {
    const client = await reader();
    const taken = await client.person_detail.findFirstOrThrow({
      where: { work_email: { not: null }, person_id: { not: officer.personId } },
    });
    const id = await raise({ kind: "correct-record", field: "email", value: taken.work_email ?? "" });
    await expect(record(hrHungYen, id, "approved", "Được", DEMO_TODAY)).rejects.toThrow(PersonnelRefused);
    expect((await loadRequest(officer, id, DEMO_TODAY, "vi"))?.state).toBe("open");
  });

  it("is done once, however many decide at the same time", async () => {
    const id = await raise(extension);
    const outcomes = await Promise.all([
      record(leader, id, "approved", "Được", "2027-04-01"),
      record(hrHungYen, id, "refused", "Không đủ lý do"),
      record(hrCentral, id, "approved", "Được", "2027-05-01"),
      record(officer, id, "withdrawn", ""),
    ]);
    expect(outcomes.filter((outcome) => outcome === "recorded")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "not-possible")).toHaveLength(3);
    const client = await reader();
    expect(await client.due_extension.count({ where: { due: { in: ["2027-04-01", "2027-05-01"] } } })).toBeLessThan(2);
  });

  it("goes back and forth until it is closed", async () => {
    const id = await raise({ kind: "contest-level", competency: "dialogue", level: 3 });
    expect(await record(hrHungYen, id, "taken", "")).toBe("recorded");
    expect(await record(hrCentral, id, "taken", "")).toBe("not-possible");
    expect(await record(hrHungYen, id, "returned", "Thiếu minh chứng")).toBe("recorded");
    expect(await record(officer, id, "supplemented", "Đã nộp")).toBe("recorded");
    expect((await loadRequest(officer, id, DEMO_TODAY, "vi"))?.owner).toBe("Đỗ Minh Thư");
    expect(await record(hrHungYen, id, "refused", "Chưa đủ")).toBe("recorded");
    expect(await record(officer, id, "supplemented", "Thêm nữa")).toBe("not-possible");
    expect(await record(focalElsewhere, id, "approved", "x")).toBe("not-found");
  });
});

import "../database-for-test";
import { beforeEach, describe, expect, it } from "vitest";
import { readCourses } from "~/content/course-package.server";
import type { Question } from "~/domain/course/question";
import type { Viewer } from "~/domain/permissions/viewer";
import { approveProposal } from "~/models/bank/approve-proposal.server";
import { findBank } from "~/models/bank/bank-entries.server";
import { bankOf } from "~/models/bank/bank-of.server";
import { decideProposal, type ProposalDecision } from "~/models/bank/decide-proposal.server";
import { proposalsWhere } from "~/models/bank/proposal-rows.server";
import { propose } from "~/models/bank/propose.server";
import { proposeRetirement } from "~/models/bank/propose-retirement.server";
import { withoutBank } from "~/models/bank/question-versions.server";
import { startProposal } from "~/models/bank/start-proposal.server";
import { writeProposal } from "~/models/bank/write-proposal.server";
import { currentCourses } from "~/models/course/courses-up-to.server";
import { syncCourses } from "~/models/course/sync-courses.server";
import { reader } from "~/models/database.server";
import { newPublicId } from "~/models/public-id.server";
import { type CourseFilesFixture, courseFiles } from "../../fixtures/course-files";
import { wholeDatabase } from "../database-for-test";
import { approver, author, bothRoles, colleague, outsider, secondApprover } from "./bank-people";

const AT = "2026-11-21T02:00:00.000Z";
const TODAY = "2026-11-21";

let files: CourseFilesFixture;
beforeEach(async () => {
  files = courseFiles();
  await syncCourses(readCourses(files.directory), AT);
});

async function drawn(slug: string): Promise<Map<string, string>> {
  const course = (await currentCourses(TODAY)).find((each) => each.slug === slug);
  return new Map((await bankOf(course?.id ?? 0)).map(({ key, stem }) => [key, stem.vi]));
}

async function inForce(key: string, bank = "ethics"): Promise<Question> {
  const entry = (await findBank(bank, TODAY))?.entries.get(key);
  if (!entry) throw new Error(`no ${key}`);
  return withoutBank(entry.question);
}

const saying = (question: Question, vi: string): Question => ({ ...question, stem: { vi, en: `${vi} (en)` } });

async function started(viewer: Viewer, key: string, vi: string): Promise<string> {
  const question = saying(await inForce(key), vi);
  const outcome = await startProposal(
    viewer,
    { bank: "ethics", key, question, replaces: null, onceKey: newPublicId() },
    AT,
  );
  if (!outcome.done) throw new Error(outcome.because);
  return outcome.proposal;
}

async function read(publicId: string) {
  const [proposal] = await proposalsWhere(await reader(), { public_id: publicId });
  if (!proposal) throw new Error("no proposal");
  return proposal;
}

/** As someone who has just read it. */
async function decide(viewer: Viewer, publicId: string, act: ProposalDecision, text = "") {
  const { standing } = await read(publicId);
  const given = { text, seen: standing.last, onceKey: newPublicId() };
  if (act === "approve") return (await approveProposal(viewer, publicId, given, AT)).outcome;
  return decideProposal(viewer, publicId, act, given, AT);
}

async function proposed(key: string, vi: string): Promise<string> {
  const proposal = await started(author, key, vi);
  expect(await decide(author, proposal, "propose")).toBe("done");
  return proposal;
}

describe("from an author's draft to what is drawn", () => {
  it("draws the new version only once another person has approved it, in every course that draws it", async () => {
    const proposal = await proposed("et-0", "Câu mới?");
    expect((await drawn("ethics")).get("et-0")).toBe("Câu et-0?");
    expect(await decide(approver, proposal, "approve")).toBe("done");
    expect((await drawn("ethics")).get("et-0")).toBe("Câu mới?");
    expect((await drawn("start")).get("et-0")).toBe("Câu mới?");
    expect((await drawn("start")).size).toBe(20);
  });

  it("keeps the lesson in which each course reads it again", async () => {
    const [ethics, start] = await currentCourses(TODAY);
    const lessonIn = async (id = 0) => (await bankOf(id)).find(({ key }) => key === "et-0")?.lesson;
    expect([await lessonIn(ethics?.id), await lessonIn(start?.id)]).toEqual(["one", "drawn"]);
  });

  it("adds a new question to the bank of its own course alone, under a key that nobody had", async () => {
    const question = saying(await inForce("et-1"), "Hoàn toàn mới, thưa bạn?");
    const given = { bank: "ethics", key: null, question, replaces: null };
    const first = await startProposal(author, { ...given, onceKey: newPublicId() }, AT);
    const second = await startProposal(author, { ...given, onceKey: newPublicId() }, AT);
    if (!first.done || !second.done) throw new Error("not begun");
    await decide(author, first.proposal, "propose");
    expect(await decide(approver, first.proposal, "approve")).toBe("done");
    const { key } = await read(first.proposal);
    expect(key).toMatch(/^et-hoan-toan-moi-thua-[0-9a-z]{5}$/);
    expect((await read(second.proposal)).key).not.toBe(key);
    expect((await drawn("ethics")).get(key)).toBe("Hoàn toàn mới, thưa bạn?");
    expect((await drawn("start")).has(key)).toBe(false);
  });

  it("takes a question out, and brings it back by a change of it", async () => {
    const onceKey = newPublicId();
    const given = { bank: "ethics", key: "et-2", reason: "Không còn đúng luật", onceKey };
    const outcome = await proposeRetirement(author, given, AT);
    expect(await proposeRetirement(author, given, AT)).toEqual(outcome);
    if (!outcome.done) throw new Error(outcome.because);
    expect(await decide(approver, outcome.proposal, "approve")).toBe("done");
    expect((await drawn("ethics")).has("et-2")).toBe(false);
    expect(await proposeRetirement(author, { ...given, onceKey: newPublicId() }, AT)).toMatchObject({
      because: "not-found",
    });
    await decide(approver, await proposed("et-2", "Trở lại?"), "approve");
    expect((await drawn("ethics")).get("et-2")).toBe("Trở lại?");
  });

  it("returns with words, and takes it again when it is written anew", async () => {
    const proposal = await proposed("et-3", "Lần một?");
    expect(await decide(approver, proposal, "return")).toBe("words-missing");
    expect(await decide(approver, proposal, "return", "Đề chưa rõ")).toBe("done");
    const { standing } = await read(proposal);
    expect(standing.state).toBe("returned");
    const question = saying(await inForce("et-3"), "Lần hai?");
    const again = await writeProposal(
      colleague,
      proposal,
      { question, seen: standing.last, onceKey: newPublicId() },
      AT,
    );
    expect(again).toEqual({ done: true });
    expect(await decide(approver, proposal, "approve")).toBe("not-possible");
    await decide(author, proposal, "propose");
    expect(await decide(approver, proposal, "approve")).toBe("done");
    expect((await drawn("ethics")).get("et-3")).toBe("Lần hai?");
  });

  it("rejects and withdraws for good", async () => {
    const rejected = await proposed("et-4", "Không?");
    expect(await decide(approver, rejected, "reject", "Đã có câu tương tự")).toBe("done");
    expect(await decide(author, rejected, "propose")).toBe("not-possible");
    const withdrawn = await started(author, "et-4", "Thôi?");
    expect(await decide(colleague, withdrawn, "withdraw")).toBe("not-possible");
    expect(await decide(author, withdrawn, "withdraw")).toBe("done");
    expect((await drawn("ethics")).get("et-4")).toBe("Câu et-4?");
  });
});

describe("a second person", () => {
  it("is nobody who wrote any of it, whatever they may do else", async () => {
    const own = await started(bothRoles, "et-5", "Của tôi?");
    await decide(bothRoles, own, "propose");
    expect(await decide(bothRoles, own, "approve")).toBe("not-possible");
    const edited = await started(author, "et-5", "Của bạn?");
    const { standing } = await read(edited);
    const question = saying(await inForce("et-5"), "Sửa giúp?");
    await writeProposal(bothRoles, edited, { question, seen: standing.last, onceKey: newPublicId() }, AT);
    await decide(author, edited, "propose");
    expect(await decide(bothRoles, edited, "approve")).toBe("not-possible");
    expect(await decide(approver, edited, "approve")).toBe("done");
  });

  it("is nobody without the power; to them it is not there", async () => {
    const proposal = await proposed("et-6", "Ai?");
    const before = wholeDatabase();
    expect(await decide(outsider, proposal, "approve")).toBe("not-found");
    expect(await decide(colleague, proposal, "approve")).toBe("not-possible");
    expect(await decide(approver, proposal, "withdraw")).toBe("not-possible");
    const question = await inForce("et-6");
    const given = { bank: "ethics", key: "et-6", question, replaces: null, onceKey: newPublicId() };
    expect(await startProposal(approver, given, AT)).toEqual({ done: false, because: "not-found" });
    expect(await startProposal(author, { ...given, key: "st-1" }, AT)).toEqual({ done: false, because: "not-found" });
    expect(wholeDatabase()).toBe(before);
  });

  it("decides on what they have read", async () => {
    const proposal = await proposed("et-6", "Đã đọc?");
    const { standing } = await read(proposal);
    const question = saying(await inForce("et-6"), "Chưa đọc?");
    await writeProposal(author, proposal, { question, seen: standing.last, onceKey: newPublicId() }, AT);
    await decide(author, proposal, "propose");
    const old = { text: "", seen: standing.last, onceKey: newPublicId() };
    expect((await approveProposal(approver, proposal, old, AT)).outcome).toBe("seen-before");
  });
});

describe("at once", () => {
  it("exactly one of many approvals of one proposal wins, and a post sent again is the same post", async () => {
    const proposal = await proposed("et-7", "Một lần?");
    const { standing } = await read(proposal);
    const posts = Array.from({ length: 8 }, (_, index) => ({
      viewer: index % 2 === 0 ? approver : secondApprover,
      given: { text: "", seen: standing.last, onceKey: `race-${index}` },
    }));
    const outcomes = await Promise.all(posts.map(({ viewer, given }) => approveProposal(viewer, proposal, given, AT)));
    expect(outcomes.filter(({ outcome }) => outcome === "done")).toHaveLength(1);
    expect(outcomes.filter(({ outcome }) => outcome === "not-possible")).toHaveLength(7);
    const winner = posts[outcomes.findIndex(({ outcome }) => outcome === "done")];
    if (!winner) throw new Error("nobody won");
    expect((await approveProposal(winner.viewer, proposal, winner.given, AT)).outcome).toBe("done");
    const client = await reader();
    expect(await client.bank_item.count({ where: { question_key: "et-7" } })).toBe(1);
  });

  it("of many proposals on the same version exactly one comes into force, the others are told", async () => {
    const proposals = await Promise.all(["A?", "B?", "C?", "D?"].map((vi) => proposed("et-8", vi)));
    const outcomes = await Promise.all(proposals.map((proposal) => decide(approver, proposal, "approve")));
    expect([...outcomes].sort()).toEqual(["done", "stale", "stale", "stale"]);
    const client = await reader();
    expect(await client.bank_item.count({ where: { question_key: "et-8", retracted_change: null } })).toBe(1);
    const won = proposals[outcomes.indexOf("done")] ?? "";
    expect((await drawn("ethics")).get("et-8")).toBe((await read(won)).question?.stem.vi);
  });

  it("a question taken out and brought back in between makes a proposal stale, though its version is the same", async () => {
    const original = await inForce("et-9");
    const waiting = await proposed("et-9", "Chờ?");
    const out = await proposeRetirement(
      author,
      { bank: "ethics", key: "et-9", reason: "Tạm", onceKey: newPublicId() },
      AT,
    );
    await decide(approver, out.done ? out.proposal : "", "approve");
    await decide(approver, await proposed("et-9", original.stem.vi), "approve");
    expect(await decide(approver, waiting, "approve")).toBe("stale");
  });

  it("begun twice by one form it is one proposal", async () => {
    const question = saying(await inForce("et-10"), "Hai lần?");
    const given = { bank: "ethics", key: "et-10", question, replaces: null, onceKey: newPublicId() };
    const outcomes = await Promise.all([startProposal(author, given, AT), startProposal(author, given, AT)]);
    expect(outcomes[0]).toEqual(outcomes[1]);
    const client = await reader();
    expect(await client.question_proposal.count({ where: { question_key: "et-10" } })).toBe(1);
  });
});

describe("files and what was edited here", () => {
  it("keeps the edited version when the files bring a new one; questions that were not edited follow the files", async () => {
    await decide(approver, await proposed("et-11", "Sửa ở đây?"), "approve");
    const stale = await proposed("et-12", "Đề nghị cũ?");
    files.edit("ethics/questions.yaml", "Câu et-11?", "Câu et-11 theo tệp?");
    files.edit("ethics/questions.yaml", "Câu et-12?", "Câu et-12 theo tệp?");
    files.edit("ethics/course.yaml", 'version: "1"', 'version: "2"');
    await syncCourses(readCourses(files.directory), AT);
    expect((await drawn("ethics")).get("et-11")).toBe("Sửa ở đây?");
    expect((await drawn("ethics")).get("et-12")).toBe("Câu et-12 theo tệp?");
    const entry = (await findBank("ethics", TODAY))?.entries.get("et-11");
    expect(entry?.versionId).not.toBe(entry?.filesVersionId);
    expect(await decide(approver, stale, "approve")).toBe("stale");
  });
});

describe("what a question refers to", () => {
  const cases: [string, (question: Question) => Question, string, string][] = [
    ["competency", (q) => ({ ...q, competency: "unheard-of" }), "competency", "competency-unknown"],
    ["a lesson of another course", (q) => ({ ...q, lesson: "drawn" }), "lesson", "lesson-unknown"],
    [
      "document",
      (q) => ({ ...q, citation: { ...q.citation, document: "law-x" } }),
      "citation.document",
      "document-unknown",
    ],
    [
      "a law that has ended",
      (q) => ({ ...q, citation: { ...q.citation, document: "law-ended" } }),
      "citation.document",
      "document-not-citable",
    ],
    [
      "a law that ends before the course is reviewed",
      (q) => ({ ...q, citation: { ...q.citation, document: "law-ending" } }),
      "citation.document",
      "document-not-citable",
    ],
  ];
  it.each(cases)("%s: nothing is written", async (_, change, field, problem) => {
    const question = change(await inForce("et-13"));
    const before = wholeDatabase();
    const given = { bank: "ethics", key: "et-13", question, replaces: null, onceKey: newPublicId() };
    expect(await startProposal(author, given, AT)).toEqual({
      done: false,
      because: "problems",
      problems: [{ field, problem }],
    });
    expect(wholeDatabase()).toBe(before);
  });
});

describe("many at once", () => {
  it("proposes new ones and changes, and leaves out what says the same", async () => {
    const [same, other] = [await inForce("et-14"), await inForce("et-15")];
    const questions = [same, saying(other, "Nhập?"), { ...other, key: "et-imported" }, { ...other, key: "st-0" }];
    const outcome = await propose(author, { bank: "ethics", questions, batch: "b1" }, AT);
    if (!outcome.ok) throw new Error(outcome.because);
    expect(outcome.unchanged).toEqual(["et-14"]);
    expect(outcome.proposals.map(({ kind }) => kind)).toEqual(["change", "new", "new"]);
    expect(outcome.proposals[1]?.key).toBe("et-imported");
    expect(outcome.proposals[2]?.key).not.toBe("st-0");
    const made = await proposalsWhere(await reader(), { batch: "b1" });
    expect(made.map(({ standing }) => standing.state)).toEqual(["proposed", "proposed", "proposed"]);
    expect(new Set(made.map(({ changeId }) => changeId)).size).toBe(1);
  });

  it("writes nothing where one of them is wrong", async () => {
    const question = await inForce("et-15");
    const before = wholeDatabase();
    const questions = [saying(question, "Đúng?"), { ...question, competency: "unheard-of" }];
    expect(await propose(author, { bank: "ethics", questions, batch: "b2" }, AT)).toEqual({
      ok: false,
      because: "problems",
      problems: [{ index: 1, problems: [{ field: "competency", problem: "competency-unknown" }] }],
    });
    expect(await propose(approver, { bank: "ethics", questions, batch: "b2" }, AT)).toMatchObject({
      because: "not-found",
    });
    expect(wholeDatabase()).toBe(before);
  });
});

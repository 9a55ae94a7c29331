import "../database-for-test";
import { describe, expect, it } from "vitest";
import { readCourses } from "~/content/course-package.server";
import { approveProposal } from "~/models/bank/approve-proposal.server";
import { findBank } from "~/models/bank/bank-entries.server";
import { type BankFilter, bankPage } from "~/models/bank/bank-list.server";
import { bankOverview } from "~/models/bank/bank-overview.server";
import { listProposals, nextProposal, waitingProposals } from "~/models/bank/proposal-lists.server";
import { loadProposal } from "~/models/bank/proposal-page.server";
import { propose } from "~/models/bank/propose.server";
import { proposeRetirement } from "~/models/bank/propose-retirement.server";
import { loadQuestion } from "~/models/bank/question-page.server";
import { newQuestion, proposalToEdit, questionToEdit } from "~/models/bank/question-to-edit.server";
import { withoutBank } from "~/models/bank/question-versions.server";
import { syncCourses } from "~/models/course/sync-courses.server";
import { reader } from "~/models/database.server";
import { newPublicId } from "~/models/public-id.server";
import { courseFiles } from "../../fixtures/course-files";
import { approver, author, colleague, outsider } from "./bank-people";

const AT = "2026-11-21T02:00:00.000Z";
const TODAY = "2026-11-21";
const ALL: BankFilter = {
  text: "",
  tag: null,
  competency: null,
  difficulty: null,
  type: null,
  status: null,
  purpose: null,
  stale: false,
  page: 1,
};

const found = async (filter: Partial<BankFilter>) =>
  (await bankPage(author, "ethics", { ...ALL, ...filter }, TODAY, "vi"))?.lines.map(({ key }) => key) ?? [];

async function question(key: string) {
  const entry = (await findBank("ethics", TODAY))?.entries.get(key);
  if (!entry) throw new Error(`no ${key}`);
  return withoutBank(entry.question);
}

async function approve(proposal: string): Promise<void> {
  const view = await loadProposal(approver, proposal, TODAY, "vi");
  const given = { text: "", seen: view?.seen ?? 0, onceKey: newPublicId() };
  expect((await approveProposal(approver, proposal, given, AT)).outcome).toBe("done");
}

let prepared = false;
async function prepare(): Promise<void> {
  if (prepared) return;
  prepared = true;
  await syncCourses(readCourses(courseFiles().directory), AT);
  const changed = {
    ...(await question("et-0")),
    tags: ["counter"],
    use: "both" as const,
    difficulty: 3 as const,
    stem: { vi: "Đường dây nóng?", en: "Hotline?" },
  };
  const brought = await propose(
    author,
    { bank: "ethics", questions: [changed, await renamed("et-1")], batch: "b" },
    AT,
  );
  if (!brought.ok) throw new Error(brought.because);
  await approve(brought.proposals[0]?.proposal ?? "");
  const out = await proposeRetirement(
    author,
    { bank: "ethics", key: "et-2", reason: "Cũ", onceKey: newPublicId() },
    AT,
  );
  if (out.done) await approve(out.proposal);
}
const renamed = async (key: string) => ({ ...(await question(key)), stem: { vi: "Chờ?", en: "Waiting?" } });

describe("the pages of a bank", () => {
  it("narrow by words without accents, tag, difficulty, use and status", async () => {
    await prepare();
    expect(await found({ text: "duong day" })).toEqual(["et-0"]);
    expect(await found({ text: "hotline" })).toEqual(["et-0"]);
    expect(await found({ tag: "counter" })).toEqual(["et-0"]);
    expect(await found({ difficulty: 3 })).toEqual(["et-0"]);
    expect(await found({ purpose: "both" })).toEqual(["et-0"]);
    expect(await found({ status: "retired" })).toEqual(["et-2"]);
    expect(await found({ status: "active", text: "et-2" })).toEqual([]);
    expect(await found({ competency: "security" })).toEqual([]);
    expect(await found({ stale: true })).toEqual([]);
    expect(await found({ page: 2 })).toEqual([]);
  });

  it("count, and say whether the bank is large enough", async () => {
    await prepare();
    const ethics = (await bankOverview(author, TODAY, "en"))?.find(({ slug }) => slug === "ethics");
    expect(ethics).toMatchObject({ retired: 1, open: 1, drawn: 0, counts: { all: 19 } });
    expect(ethics?.check.map(({ needs, holds, state }) => [needs, holds, state])).toEqual([
      [7, 18, "enough"],
      [14, 19, "shared"],
    ]);
    const start = (await bankOverview(author, TODAY, "en"))?.find(({ slug }) => slug === "start");
    expect(start).toMatchObject({ drawn: 2, counts: { all: 20 } });
  });

  it("list what waits for an approver and what is an author's own", async () => {
    await prepare();
    const waiting = await listProposals(approver, "waiting", 1, TODAY, "vi");
    expect(waiting?.lines.map(({ stem, state }) => [stem, state])).toEqual([["Chờ?", "proposed"]]);
    expect(waiting?.counts).toEqual({ waiting: 1, mine: 0, open: 1, closed: 2 });
    expect(await waitingProposals(approver)).toBe(1);
    expect(await waitingProposals(author)).toBe(0);
    expect((await listProposals(author, "mine", 1, TODAY, "vi"))?.counts).toEqual({
      waiting: 0,
      mine: 3,
      open: 1,
      closed: 2,
    });
    expect((await listProposals(colleague, "mine", 1, TODAY, "vi"))?.lines).toEqual([]);
  });

  it("lead a reviewer from one proposal to the next, and round to the top", async () => {
    await prepare();
    const more = await propose(
      author,
      { bank: "ethics", questions: [await renamed("et-3"), await renamed("et-4")], batch: "n" },
      AT,
    );
    if (!more.ok) throw new Error(more.because);
    const inOrder =
      (await listProposals(approver, "waiting", 1, TODAY, "vi"))?.lines.map(({ proposal }) => proposal) ?? [];
    expect(inOrder).toHaveLength(3);
    const [first = "", second = "", third = ""] = inOrder;
    expect(await nextProposal(approver, first)).toEqual({ proposal: second, waiting: 2 });
    expect(await nextProposal(approver, second)).toEqual({ proposal: third, waiting: 2 });
    expect(await nextProposal(approver, third)).toEqual({ proposal: first, waiting: 2 });
    expect(await nextProposal(author, first)).toBeNull();
    for (const proposal of [first, second]) await approve(proposal);
    expect(await nextProposal(approver, second)).toEqual({ proposal: third, waiting: 1 });
    expect(await nextProposal(approver, third)).toBeNull();
  });

  it("begin a form with what holds, with the files' version, an earlier one, or a proposal's text", async () => {
    await prepare();
    const begin = async (from: object) => {
      const given = { bank: "ethics", key: "et-0", from: { files: false, version: null, proposal: null, ...from } };
      return (await questionToEdit(author, given, TODAY, "vi"))?.fields["stem.vi"];
    };
    expect(await begin({})).toBe("Đường dây nóng?");
    expect(await begin({ files: true })).toBe("Câu et-0?");
    const client = await reader();
    const versions = await client.question_version.findMany({ where: { key: "et-0" }, orderBy: { id: "asc" } });
    expect(await begin({ version: versions[0]?.id })).toBe("Câu et-0?");
    const other = await client.question_version.findFirst({ where: { key: "et-5" } });
    expect(await begin({ version: other?.id })).toBeUndefined();
    const open = await client.question_proposal.findFirst({ where: { question_key: "et-1" } });
    expect((await proposalToEdit(author, open?.public_id ?? "", TODAY, "vi"))?.fields["stem.vi"]).toBe("Chờ?");
  });

  it("are there for nobody without the powers", async () => {
    await prepare();
    const from = { files: false, version: null, proposal: null };
    const open = (await listProposals(approver, "waiting", 1, TODAY, "vi"))?.lines[0]?.proposal ?? "";
    expect(await bankOverview(outsider, TODAY, "vi")).toBeNull();
    expect(await bankPage(outsider, "ethics", ALL, TODAY, "vi")).toBeNull();
    expect(await loadQuestion(outsider, "ethics", "et-0", TODAY, "vi")).toBeNull();
    expect(await listProposals(outsider, "open", 1, TODAY, "vi")).toBeNull();
    expect(await loadProposal(outsider, open, TODAY, "vi")).toBeNull();
    expect(await questionToEdit(approver, { bank: "ethics", key: "et-0", from }, TODAY, "vi")).toBeNull();
    expect(await proposalToEdit(approver, open, TODAY, "vi")).toBeNull();
    expect(await newQuestion(approver, "ethics", TODAY, "vi")).toBeNull();
    expect(await loadQuestion(author, "start", "et-0", TODAY, "vi")).toBeNull();
  });
});

import "../database-for-test";
import { expect, it } from "vitest";
import { readCourses } from "~/content/course-package.server";
import type { Viewer } from "~/domain/permissions/viewer";
import { startAttempt } from "~/models/assessment/start-attempt.server";
import { approveProposal } from "~/models/bank/approve-proposal.server";
import { findBank } from "~/models/bank/bank-entries.server";
import { papersWith } from "~/models/bank/paper-uses.server";
import { loadProposal } from "~/models/bank/proposal-page.server";
import { propose } from "~/models/bank/propose.server";
import { loadQuestion } from "~/models/bank/question-page.server";
import { withoutBank } from "~/models/bank/question-versions.server";
import { currentCourses } from "~/models/course/courses-up-to.server";
import { syncCourses } from "~/models/course/sync-courses.server";
import { reader } from "~/models/database.server";
import { newPublicId } from "~/models/public-id.server";
import { courseFiles } from "../../fixtures/course-files";
import { insertTaker, paperOf } from "../../fixtures/exam-takers";
import { approver, author } from "./bank-people";

const AT = "2026-11-21T02:00:00.000Z";
const TODAY = "2026-11-21";

async function begin(taker: Viewer): Promise<string> {
  const started = await startAttempt(taker, "ethics", AT);
  if (!started?.ok) throw new Error(JSON.stringify(started));
  return started.publicId;
}

const stored = async (publicId: string) =>
  (await (await reader()).attempt.findUniqueOrThrow({ where: { public_id: publicId } })).paper;

it("never touches a frozen paper; the next one draws the mended versions, and says who was asked what", async () => {
  await syncCourses(readCourses(courseFiles().directory), AT);
  const ethics = (await currentCourses(TODAY)).find(({ slug }) => slug === "ethics");
  const attempt = await begin(await insertTaker(ethics?.id ?? 0, 4));
  const [before, paper] = [await stored(attempt), await paperOf(attempt)];
  const asked = paper.items.map(({ question }) => question.key);

  const { entries } = (await findBank("ethics", TODAY)) ?? { entries: new Map() };
  const questions = asked.map((key) => {
    const question = structuredClone(withoutBank(entries.get(key).question));
    if (question.type !== "single") throw new Error("the bank has single choices only");
    question.options = question.options.map((option) => ({ ...option, correct: option.key === "b" }));
    return { ...question, stem: { vi: `Đã sửa ${key}?`, en: `Mended ${key}?` } };
  });
  const brought = await propose(author, { bank: "ethics", questions, batch: "all" }, AT);
  if (!brought.ok) throw new Error(brought.because);
  const first = await loadProposal(approver, brought.proposals[0]?.proposal ?? "", TODAY, "vi");
  expect(first?.marks).toEqual({ papers: 1 });
  for (const { proposal } of brought.proposals) {
    const view = await loadProposal(approver, proposal, TODAY, "vi");
    const given = { text: "", seen: view?.seen ?? 0, onceKey: newPublicId() };
    expect((await approveProposal(approver, proposal, given, AT)).outcome).toBe("done");
  }

  expect(await stored(attempt)).toBe(before);
  expect(await paperOf(attempt)).toEqual(paper);
  const next = await paperOf(await begin(await insertTaker(ethics?.id ?? 0, 4)));
  const mended = next.items.filter(({ question }) => asked.includes(question.key));
  expect(mended.length).toBeGreaterThanOrEqual(10);
  for (const { question } of mended) expect(question.stem.vi).toBe(`Đã sửa ${question.key}?`);

  const key = mended[0]?.question.key ?? "";
  const page = await loadQuestion(author, "ethics", key, TODAY, "vi");
  expect(page?.papers).toBe(2);
  expect(page?.history.map(({ kind, version, papers }) => [kind, version, papers])).toEqual([
    ["approved", 2, 1],
    ["files", 1, 1],
  ]);
  expect(page?.history[0]?.differences.map(({ facet }) => facet)).toContain("option-correct");
  expect(page?.filesDiffer).not.toBeNull();
  expect([...(await papersWith([mended[0]?.question.id ?? 0])).values()]).toEqual([1]);
});

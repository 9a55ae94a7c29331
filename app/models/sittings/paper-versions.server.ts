import { createHash, randomInt } from "node:crypto";
import { inTokens } from "~/domain/assessment/answer";
import { drawQuestions } from "~/domain/assessment/blueprint";
import { makePaper, type Paper } from "~/domain/assessment/paper";
import { isForPaper, letterOf, lettersOf } from "~/domain/assessment/paper-entry";
import { rightAnswer } from "~/domain/assessment/right-answer";
import { sittingState } from "~/domain/assessment/sitting";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { paperOf } from "../assessment/paper-of.server";
import { unpredictable } from "../assessment/random.server";
import { bankOf } from "../bank/bank-of.server";
import { currentCourses } from "../course/courses-up-to.server";
import { isDuplicate, type Rows, reader, recordChange } from "../database.server";
import { findSitting } from "./find-sitting.server";

/** More versions than there are seats around one another help nobody. */
export const MOST_PAPERS = 12;

export type MakeRefusal = "not-found" | "not-on-paper" | "ended" | "bank-too-small" | "too-many";
export type MakeOutcome = { ok: true; codes: string[] } | { ok: false; refusal: MakeRefusal };

/**
 * Draws and seals versions of the paper for a place without network: each gets a code and a SHA-256 of what is frozen, so that
 * nobody can change it afterwards unseen. Only questions that are answered by letters.
 */
export async function makePapers(
  viewer: Viewer,
  publicId: string,
  count: number,
  at: Instant,
  key: string,
): Promise<MakeOutcome> {
  const today = civilDateOf(at);
  const client = await reader();
  const sitting = await findSitting(client, viewer, publicId, today);
  if (!sitting?.officer || sitting.candidate) return { ok: false, refusal: "not-found" };
  if (sitting.plan.mode !== "paper") return { ok: false, refusal: "not-on-paper" };
  const state = sittingState(sitting.plan, at);
  if (state !== "planned" && state !== "open") return { ok: false, refusal: "ended" };
  const course = (await currentCourses(today)).find(({ courseId }) => courseId === sitting.courseId);
  if (!course) return { ok: false, refusal: "not-found" };
  const known = await client.sitting_paper.findMany({ where: { sitting_id: sitting.id }, select: { code: true } });
  if (known.length + count > MOST_PAPERS) return { ok: false, refusal: "too-many" };
  const bank = (await bankOf(course.id)).filter(isForPaper);
  const taken = new Set(known.map(({ code }) => code));
  const papers: { code: string; paper: string; seal: string }[] = [];
  for (let made = 0; made < count; made += 1) {
    const { drawn, bankShortfall } = drawQuestions(bank, course.exam.sections, unpredictable);
    if (bankShortfall.length > 0) return { ok: false, refusal: "bank-too-small" };
    const paper = JSON.stringify(makePaper(course.exam, drawn, unpredictable));
    papers.push({ code: newCode(taken), paper, seal: sealOf(paper) });
  }
  const onceKey = `sitting-papers ${publicId} ${viewer.accountId} ${key}`;
  try {
    await recordChange({ kind: "sitting-papers", at, actorId: viewer.accountId, onceKey }, async (rows, changeId) => {
      await rows.sitting_paper.createMany({
        data: papers.map((paper) => ({ sitting_id: sitting.id, ...paper, recorded_change: changeId })),
      });
    });
  } catch (error) {
    // sent twice: the first has made them
    if (!isDuplicate(error)) throw error;
  }
  return { ok: true, codes: papers.map(({ code }) => code) };
}

/** "mã đề": three digits that no version of the sitting has. */
function newCode(taken: Set<string>): string {
  for (;;) {
    const code = String(randomInt(100, 1000));
    if (taken.has(code)) continue;
    taken.add(code);
    return code;
  }
}

export function sealOf(paper: string): string {
  return createHash("sha256").update(paper).digest("hex");
}

/** The sealed paper of a code; null: none. @throws Error when what is stored is not what was sealed */
export async function sealedPaper(
  client: Pick<Rows, "sitting_paper">,
  sittingId: number,
  code: string,
): Promise<{ stored: string; paper: Paper; seal: string } | null> {
  const row = await client.sitting_paper.findUnique({
    where: { sitting_id_code: { sitting_id: sittingId, code } },
  });
  if (!row) return null;
  if (sealOf(row.paper) !== row.seal) throw new Error(`the sealed paper ${code} of sitting ${sittingId} was altered`);
  return { stored: row.paper, paper: await paperOf(row.paper), seal: row.seal };
}

export interface PaperVersion {
  code: string;
  seal: string;
}

/** The codes and seals of a sitting's versions, for its exam officer; nothing of what they ask. */
export async function papersOf(viewer: Viewer, publicId: string, now: Instant): Promise<PaperVersion[]> {
  const sitting = await findSitting(await reader(), viewer, publicId, civilDateOf(now));
  return sitting?.officer && !sitting.candidate ? paperVersions(sitting.id) : [];
}

export async function paperVersions(sittingId: number): Promise<PaperVersion[]> {
  const client = await reader();
  return client.sitting_paper.findMany({
    where: { sitting_id: sittingId },
    select: { code: true, seal: true },
    orderBy: { code: "asc" },
  });
}

/** A version as it is printed; `key` only where it may be seen. */
export interface Booklet {
  code: string;
  seal: string;
  minutes: number;
  items: {
    number: number;
    stem: string;
    several: boolean;
    marks: number;
    options: { letter: string; text: string }[];
  }[];
  key: { number: number; letters: string }[] | null;
}

export type BookletOutcome = Booklet | "not-found" | "sealed";

/**
 * The booklet of a version for the exam officer who prints it, without its key; or with it, once the sitting is over. Never for a
 * candidate.
 */
export async function booklet(
  viewer: Viewer,
  publicId: string,
  code: string,
  withKey: boolean,
  now: Instant,
  language: Language,
): Promise<BookletOutcome> {
  const client = await reader();
  const sitting = await findSitting(client, viewer, publicId, civilDateOf(now));
  if (!sitting?.officer || sitting.candidate) return "not-found";
  const sealed = await sealedPaper(client, sitting.id, code);
  if (!sealed) return "not-found";
  const state = sittingState(sitting.plan, now);
  if (withKey && state !== "over" && state !== "closed") return "sealed";
  const { paper, seal } = sealed;
  return {
    code,
    seal,
    minutes: paper.minutes,
    items: paper.items.map(({ number, marks, question, parts }) => ({
      number,
      marks,
      stem: question.stem[language],
      several: question.type === "multiple",
      options: parts.map(([key], index) => ({
        letter: letterOf(index),
        text: ("options" in question && question.options.find((each) => each.key === key)?.text[language]) || key,
      })),
    })),
    key: withKey
      ? paper.items.map((item) => ({
          number: item.number,
          letters: lettersOf(item, inTokens(item, rightAnswer(item.question) ?? []) as string[]),
        }))
      : null,
  };
}

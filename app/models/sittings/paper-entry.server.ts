import { differingItems, type EnteredAnswers, lettersOf, readLetters } from "~/domain/assessment/paper-entry";
import { sittingState } from "~/domain/assessment/sitting";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { currentCourses } from "../course/courses-up-to.server";
import { isDuplicate, type Rows, reader, recordChange } from "../database.server";
import { peopleDirectory } from "../people/people-directory.server";
import { recordsOf } from "../people/records-of.server";
import { candidateRows, type FoundSitting, findSitting } from "./find-sitting.server";
import { paperVersions, sealedPaper } from "./paper-versions.server";
import { recordPaperAttempt } from "./record-paper-attempt.server";
import { nameOn } from "./sitting-page.server";

export type EntryRefusal =
  | "not-found"
  /** answers are entered when the sitting is over */
  | "not-over"
  | "no-such-code"
  /** two others have entered this sheet */
  | "entered-twice"
  /** the entries agree and the attempt is recorded */
  | "recorded";

export type EntryOutcome =
  /** the first entry: another person enters the sheet again */
  | { ok: true; stands: "first" }
  /** equal to the other: the attempt is recorded and graded */
  | { ok: true; stands: "recorded"; attempt: string }
  /** not equal: both look again. `code`: even the version's code differs */
  | { ok: true; stands: "differs"; items: number[]; code: boolean }
  | { ok: false; refusal: EntryRefusal }
  /** items whose letters the version does not have */
  | { ok: false; items: { item: number; problem: "no-such-letter" | "too-many" }[] };

class EntryRefused extends Error {
  constructor(readonly refusal: EntryRefusal) {
    super(refusal);
  }
}

/**
 * Records what one person read from a candidate's answer sheet. Blind: nothing of the other entry is shown before both are there. Two
 * equal entries by two people make the attempt, once; where they differ, either enters again.
 * @param letters by item number, as typed
 */
export async function enterSheet(
  viewer: Viewer,
  publicId: string,
  number: string,
  { code, letters }: { code: string; letters: Readonly<Record<string, string>> },
  at: Instant,
): Promise<EntryOutcome> {
  const today = civilDateOf(at);
  const client = await reader();
  const seen = await findSitting(client, viewer, publicId, today);
  if (!seen || seen.candidate || seen.plan.mode !== "paper") return { ok: false, refusal: "not-found" };
  const sealed = await sealedPaper(client, seen.id, code);
  if (!sealed) return { ok: false, refusal: "no-such-code" };
  const read = sealed.paper.items.map((item) => ({
    item: item.number,
    read: readLetters(item, letters[item.number] ?? ""),
  }));
  const wrong = read.flatMap(({ item, read: each }) => (each.ok ? [] : [{ item, problem: each.problem }]));
  if (wrong.length > 0) return { ok: false, items: wrong };
  const answers: EnteredAnswers = Object.fromEntries(
    read.flatMap(({ item, read: each }) => (each.ok && each.tokens.length > 0 ? [[item, each.tokens]] : [])),
  );
  const current = (await currentCourses(today)).find(({ courseId }) => courseId === seen.courseId);
  if (!current) return { ok: false, refusal: "not-found" };
  let outcome: EntryOutcome = { ok: true, stands: "first" };
  try {
    await recordChange(
      { kind: "paper-entered", at, actorId: viewer.accountId, onBehalfOf: null },
      async (rows, changeId) => {
        const sitting = await openForEntry(rows, viewer, publicId, at);
        const personId = await candidateOf(rows, viewer, sitting, number);
        const entries = await entriesInForce(rows, sitting.id, personId);
        const mine = entries.find(({ account_id }) => account_id === viewer.accountId);
        const other = entries.find(({ account_id }) => account_id !== viewer.accountId);
        if (!mine && entries.length > 1) throw new EntryRefused("entered-twice");
        if (mine) await rows.paper_entry.update({ where: { id: mine.id }, data: { retracted_change: changeId } });
        await rows.paper_entry.create({
          data: {
            sitting_id: sitting.id,
            person_id: personId,
            ordinal: mine?.ordinal ?? (other?.ordinal === 1 ? 2 : 1),
            code,
            answers: JSON.stringify(answers),
            account_id: viewer.accountId,
            at,
            recorded_change: changeId,
          },
        });
        if (!other) return;
        const items = differingItems(answers, JSON.parse(other.answers) as EnteredAnswers);
        if (other.code !== code || items.length > 0) {
          outcome = { ok: true, stands: "differs", items: other.code === code ? items : [], code: other.code !== code };
          return;
        }
        const attempt = await recordPaperAttempt(rows, changeId, sitting, personId, {
          stored: sealed.stored,
          answers,
          currentVersionId: current.id,
          at,
        });
        outcome = { ok: true, stands: "recorded", attempt };
      },
    );
    return outcome;
  } catch (error) {
    if (error instanceof EntryRefused) return { ok: false, refusal: error.refusal };
    if (isDuplicate(error)) return { ok: false, refusal: "entered-twice" };
    throw error;
  }
}

async function openForEntry(rows: Rows, viewer: Viewer, publicId: string, at: Instant): Promise<FoundSitting> {
  const sitting = await findSitting(rows, viewer, publicId, civilDateOf(at));
  if (!sitting) throw new EntryRefused("not-found");
  const state = sittingState(sitting.plan, at);
  if (state !== "over" && state !== "closed") throw new EntryRefused("not-over");
  return sitting;
}

async function candidateOf(rows: Rows, viewer: Viewer, sitting: FoundSitting, number: string): Promise<number> {
  const candidate = (await candidateRows(rows, sitting.id)).find((each) => each.number === number);
  if (!candidate || candidate.personId === viewer.personId) throw new EntryRefused("not-found");
  const attempts = await rows.$queryRaw<unknown[]>`
    SELECT 1 FROM attempt a WHERE a.sitting_id = ${sitting.id} AND a.person_id IN ${recordsOf(candidate.personId)} LIMIT 1`;
  if (attempts.length > 0) throw new EntryRefused("recorded");
  return candidate.personId;
}

function entriesInForce(rows: Pick<Rows, "paper_entry">, sittingId: number, personId: number) {
  return rows.paper_entry.findMany({
    where: { sitting_id: sittingId, person_id: personId, retracted_change: null },
    orderBy: { ordinal: "asc" },
  });
}

export interface EntryPage {
  number: string;
  name: string;
  codes: string[];
  /** the longest version's items */
  items: number;
  /** what the viewer has entered before, by item the letters; never another's */
  own: { code: string; letters: Record<string, string> } | null;
  /** both are there and differ: in these items, or in the code */
  differs: { items: number[]; code: boolean } | null;
  recorded: boolean;
  /** two others have entered it */
  full: boolean;
}

/** The page on which a candidate's sheet is entered. Null: no such candidate in a sitting on paper that is the viewer's to enter. */
export async function entryPage(
  viewer: Viewer,
  publicId: string,
  number: string,
  now: Instant,
): Promise<EntryPage | null> {
  const today = civilDateOf(now);
  const client = await reader();
  const sitting = await findSitting(client, viewer, publicId, today);
  if (!sitting || sitting.candidate || sitting.plan.mode !== "paper") return null;
  const state = sittingState(sitting.plan, now);
  const candidate = (await candidateRows(client, sitting.id)).find((each) => each.number === number);
  if (!candidate || (state !== "over" && state !== "closed")) return null;
  const [entries, versions, attempts, { byId }] = await Promise.all([
    entriesInForce(client, sitting.id, candidate.personId),
    paperVersions(sitting.id),
    client.attempt.count({ where: { sitting_id: sitting.id, person_id: candidate.personId } }),
    peopleDirectory(),
  ]);
  const papers = await Promise.all(versions.map(({ code }) => sealedPaper(client, sitting.id, code)));
  const mine = entries.find(({ account_id }) => account_id === viewer.accountId);
  const person = byId.get(candidate.personId);
  return {
    number,
    name: person ? nameOn(person, today) : number,
    codes: versions.map(({ code }) => code),
    items: Math.max(0, ...papers.map((each) => each?.paper.items.length ?? 0)),
    own: mine ? await ownLetters(client, sitting.id, mine) : null,
    differs: attempts === 0 ? differenceOf(entries) : null,
    recorded: attempts > 0,
    full: !mine && entries.length > 1,
  };
}

async function ownLetters(
  client: Pick<Rows, "sitting_paper">,
  sittingId: number,
  { code, answers }: { code: string; answers: string },
): Promise<EntryPage["own"]> {
  const sealed = await sealedPaper(client, sittingId, code);
  const entered = JSON.parse(answers) as EnteredAnswers;
  const letters = (sealed?.paper.items ?? []).map((item) => [item.number, lettersOf(item, entered[item.number] ?? [])]);
  return { code, letters: Object.fromEntries(letters) };
}

function differenceOf(entries: readonly { code: string; answers: string }[]): EntryPage["differs"] {
  const [first, second] = entries;
  if (!first || !second) return null;
  const code = first.code !== second.code;
  const items = code
    ? []
    : differingItems(JSON.parse(first.answers) as EnteredAnswers, JSON.parse(second.answers) as EnteredAnswers);
  return code || items.length > 0 ? { items, code } : null;
}

import { gradeOf, type ItemMark, reaches } from "~/domain/assessment/grading";
import { type Sheet, sheetSchema } from "~/domain/assessment/mark-sheet";
import type { FinalPoints } from "~/domain/assessment/marking";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { actingFor } from "../access/acting-for.server";
import { appendResult } from "../assessment/append-result.server";
import { earnIfItCounts } from "../assessment/earn-if-it-counts.server";
import { earnWhatIsDue } from "../certification/earn.server";
import { recordTaskEvidence } from "../competency/record-task-evidence.server";
import { questionVersion } from "../course/question-version.server";
import { isDuplicate, type Rows, recordChange } from "../database.server";
import { keptRecords } from "../people/records-of.server";
import { type Tellable, tellableNow, untold } from "./marked-subjects.server";
import { attemptMarks } from "./marked-work.server";
import type { RecordedSubject } from "./subject-rows.server";

export interface ReleaseOutcome {
  told: number;
  /** told by somebody else meanwhile, still being marked, or out of reach */
  left: number;
}

class Overtaken extends Error {}

/**
 * Tells marks to the people they belong to: one change each, so that of two who tell the same at once one does. The points of a
 * task are its mark, and a pass earns as of the day of handing in; those of an exam's items complete its result, and a pass earns what it earns as of the exam's end; those of
 * an appeal become the result that holds, and touch no certificate.
 */
export async function releaseMarks(viewer: Viewer, ids: readonly string[], at: Instant): Promise<ReleaseOutcome> {
  const today = civilDateOf(at);
  const found = (await untold(viewer, today)).filter(({ id, ready }) => ready && ids.includes(id));
  let told = 0;
  for (const tellable of found) if (await release(viewer, tellable, at)) told += 1;
  return { told, left: new Set(ids).size - told };
}

async function release(viewer: Viewer, tellable: Tellable, at: Instant): Promise<boolean> {
  const units = tellable.marked.flatMap(({ subject }) => subject.unitId ?? []);
  const onBehalfOf = await actingFor(viewer, "release-marks", units, civilDateOf(at));
  try {
    await recordChange(
      { kind: "marks-released", at, actorId: viewer.accountId, onBehalfOf },
      async (rows, changeId) => {
        const now = await tellableNow(rows, tellable);
        if (!now?.ready) throw new Overtaken();
        await tell(rows, changeId, now, { accountId: viewer.accountId, at });
      },
    );
    return true;
  } catch (error) {
    if (error instanceof Overtaken || isDuplicate(error)) return false;
    throw error;
  }
}

interface Telling {
  accountId: number;
  at: Instant;
}

async function tell(rows: Rows, changeId: number, { marked }: Tellable, by: Telling): Promise<void> {
  const finals = marked.flatMap(({ subject, final }) => (final ? [{ subject, final }] : []));
  const [first] = finals;
  if (!first) throw new Overtaken();
  const { attemptId } = first.subject;
  const passed = attemptId === null ? await taskPassed(first) : await tellAttempt(rows, changeId, attemptId, finals);
  for (const { subject, final } of finals) {
    await rows.mark_release.create({
      data: {
        subject_id: subject.id,
        points: final.points,
        max_points: final.max,
        how: final.how,
        passed,
        account_id: by.accountId,
        at: by.at,
        recorded_change: changeId,
      },
    });
  }
  if (attemptId === null) await earnFromTask(rows, changeId, first.subject, by.at);
}

/** A told task proves levels, and may complete a programme: as of the day of handing in. */
async function earnFromTask(rows: Rows, changeId: number, { id, personId }: RecordedSubject, at: Instant) {
  await recordTaskEvidence(rows, changeId, id);
  await earnWhatIsDue(rows, changeId, (await keptRecords(rows)).get(personId) ?? personId, { at });
}

interface Final {
  subject: RecordedSubject;
  final: FinalPoints;
}

async function taskPassed({ subject, final }: Final): Promise<boolean> {
  const task = await questionVersion(subject.questionVersionId ?? 0);
  if (task.type !== "task") throw new Error(`subject ${subject.publicId} is of no task`);
  return reaches(final.points, final.max, task.pass_percent);
}

/** Appends the attempt's new result. @returns whether it passed */
async function tellAttempt(
  rows: Rows,
  changeId: number,
  attemptId: number,
  finals: readonly Final[],
): Promise<boolean> {
  const { paper, marks } = await attemptMarks(rows, attemptId, finals[0]?.subject.round ?? 0);
  const appealed = finals.find(({ subject }) => subject.kind === "appeal");
  const after = appealed ? corrected(marks, await sheetOf(rows, appealed.subject)) : completed(marks, finals);
  const grade = gradeOf(after, paper.passPercent);
  await appendResult(rows, changeId, { attemptId, kind: appealed ? "appealed" : "marked", ...grade });
  if (grade.passed && !appealed) await earnIfItCounts(rows, changeId, attemptId);
  return grade.passed;
}

/** The share of the rubric's points is the share of the item's marks; an item that a regrade left out stays out. */
function completed(marks: readonly ItemMark[], finals: readonly Final[]): ItemMark[] {
  return marks.map((mark) => {
    const final = finals.find(({ subject }) => subject.item === mark.item)?.final;
    if (!final) return mark;
    const { pending: _, ...rest } = mark;
    return { ...rest, score: final.max > 0 ? (mark.max * final.points) / final.max : 0 };
  });
}

function corrected(marks: readonly ItemMark[], sheet: Sheet): ItemMark[] {
  return marks.map((mark) => ({ ...mark, score: sheet.points[String(mark.item)] ?? mark.score }));
}

async function sheetOf(rows: Rows, { places }: RecordedSubject): Promise<Sheet> {
  const place = places.find(({ mark }) => mark !== null);
  const row = await rows.mark.findUniqueOrThrow({ where: { place_id: place?.id ?? 0 }, select: { content: true } });
  return sheetSchema.parse(JSON.parse(row.content));
}

import type { DocumentEvidence, WorkEvidence } from "~/domain/evidence-file/evidence-file";
import type { CivilDate } from "~/domain/time/civil-date";
import { namesOfAccounts } from "../access/names-of-accounts.server";
import type { Rows } from "../database.server";
import { Prisma } from "../generated/client";
import { getTask } from "../tasks/task-record.server";
import { asMark, markEvidence } from "./mark-evidence.server";

export interface GatheredWorks {
  works: WorkEvidence[];
  questions: number[];
  changes: number[];
  /** as they were handed in */
  documents: DocumentEvidence[];
}

/** The tasks behind marking subjects: what was handed in, given back, marked and told; they are few. */
export async function workEvidence(
  client: Rows,
  subjectIds: readonly number[],
  today: CivilDate,
): Promise<GatheredWorks> {
  const gathered: GatheredWorks = { works: [], questions: [], changes: [], documents: [] };
  if (subjectIds.length === 0) return gathered;
  const named = await client.marking_subject.findMany({
    where: { id: { in: [...subjectIds] }, work_id: { not: null } },
    select: { work_id: true },
  });
  for (const workId of new Set(named.flatMap(({ work_id }) => work_id ?? []))) {
    const work = await getTask(client, workId);
    if (!work) continue;
    const marks = await markEvidence(client, Prisma.sql`s.work_id = ${workId}`, today);
    const returns = await client.task_return.findMany({ where: { work_id: workId }, orderBy: { id: "asc" } });
    const names = await namesOfAccounts(
      returns.map(({ account_id }) => account_id),
      today,
    );
    const handed = work.files.filter(({ publicId }) => work.handIns.some(({ files }) => files.includes(publicId)));
    gathered.works.push({
      id: work.publicId,
      question: work.questionVersionId,
      handIns: work.handIns.map(({ round, text, files, at }) => ({
        round,
        text,
        files: handed.filter(({ publicId }) => files.includes(publicId)).map(({ name, sha256 }) => ({ name, sha256 })),
        at,
      })),
      returns: returns.map(({ round, note, account_id, at }) => ({
        round,
        note,
        by: names.get(account_id) ?? null,
        at,
      })),
      marks: marks.map(asMark),
    });
    gathered.questions.push(work.questionVersionId);
    gathered.changes.push(
      ...marks.flatMap(({ changes }) => changes),
      ...returns.map(({ recorded_change }) => recorded_change),
    );
    gathered.documents.push(...handed.map(({ name, sha256, bytes }) => ({ name, sha256, bytes })));
  }
  return gathered;
}

import { type Difference, questionDifferences } from "~/domain/bank/question-difference";
import { type CivilDate, civilDateOf } from "~/domain/time/civil-date";
import { namesOfAccounts } from "../access/names-of-accounts.server";
import { reader } from "../database.server";
import { papersWith } from "./paper-uses.server";
import { questionVersion, withoutBank } from "./question-versions.server";

/** Something that happened to a question in its bank. */
export interface HistoryLine {
  /** change that recorded it */
  id: number;
  /** the files brought a version; the app put one in force, or took the question out */
  kind: "files" | "approved" | "retired";
  on: CivilDate;
  by: string | null;
  /** number of the version among those of the question, from 1 */
  version: number;
  versionId: number;
  /** against the version before; empty for the first */
  differences: Difference[];
  /** papers that hold this version */
  papers: number;
}

/** What happened to a question, the newest first. */
export async function questionHistory(key: string, today: CivilDate): Promise<HistoryLine[]> {
  const client = await reader();
  const [versions, items] = await Promise.all([
    client.question_version.findMany({
      where: { key },
      select: { id: true, recorded_change: true },
      orderBy: { id: "asc" },
    }),
    client.bank_item.findMany({ where: { question_key: key }, orderBy: { id: "asc" } }),
  ]);
  const byApp = new Set(items.map(({ recorded_change }) => recorded_change));
  const happened = [
    ...versions
      .filter(({ recorded_change }) => !byApp.has(recorded_change))
      .map(({ id, recorded_change }) => ({ change: recorded_change, kind: "files" as const, versionId: id })),
    ...items.map((item) => ({
      change: item.recorded_change,
      kind: item.status === "retired" ? ("retired" as const) : ("approved" as const),
      versionId: item.question_version_id,
    })),
  ].sort((a, b) => a.change - b.change);
  const changes = await client.change.findMany({
    where: { id: { in: happened.map(({ change }) => change) } },
    select: { id: true, at: true, actor_id: true },
  });
  const [names, papers] = await Promise.all([
    namesOfAccounts(
      changes.flatMap(({ actor_id }) => actor_id ?? []),
      today,
    ),
    papersWith(versions.map(({ id }) => id)),
  ]);
  const lines: HistoryLine[] = [];
  for (const [index, { change, kind, versionId }] of happened.entries()) {
    const before = happened[index - 1];
    const record = changes.find(({ id }) => id === change);
    lines.push({
      id: change,
      kind,
      on: record ? civilDateOf(record.at) : today,
      by: record?.actor_id ? (names.get(record.actor_id) ?? null) : null,
      version: versions.findIndex(({ id }) => id === versionId) + 1,
      versionId,
      differences: before ? await differencesBetween(before.versionId, versionId) : [],
      papers: papers.get(versionId) ?? 0,
    });
  }
  return lines.reverse();
}

/** What one version of a question says differently from another. */
export async function differencesBetween(before: number, after: number): Promise<Difference[]> {
  if (before === after) return [];
  const [old, fresh] = await Promise.all([questionVersion(before), questionVersion(after)]);
  return old && fresh ? questionDifferences(withoutBank(old.question), withoutBank(fresh.question)) : [];
}

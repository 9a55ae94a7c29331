import { practiceEvidence } from "~/domain/competency/practice-evidence";
import { recordEvidence, takeBackEvidence } from "../competency/record-evidence.server";
import type { Rows } from "../database.server";
import { Prisma } from "../generated/client";
import { recordsOf } from "../people/records-of.server";
import { entriesWhere, type RecordedEntry } from "./log-rows.server";
import { practiceRulesOn } from "./practice-rules.server";

/**
 * Brings the evidence of the practice log in line with the entries that are confirmed now, inside the change that confirmed an entry,
 * gave it back or withdrew it: what the entries prove by the rules of their days is recorded where it is not there yet, and what leant
 * on the entry that fell is taken back. Writes wait for one another, so that of many at once each proof is written once.
 */
export async function settlePractice(rows: Rows, changeId: number, moved: RecordedEntry): Promise<void> {
  const { personId, competency } = moved;
  const about = Prisma.sql`r.person_id IN ${recordsOf(personId)} AND r.competency = ${competency}`;
  const confirmed = (await entriesWhere(rows, about)).filter(({ state }) => state === "confirmed");
  const proven = await provenBy(confirmed, competency);
  const there = await evidenceThere(rows, personId, competency);
  for (const { entryId, level, validFrom, validTo } of proven) {
    if (there.some((each) => each.entryId === entryId && each.level === level)) continue;
    await recordEvidence(rows, changeId, {
      personId,
      fact: { kind: "practice", logEntryId: entryId },
      levels: [{ competency, level }],
      validFrom,
      validTo,
    });
  }
  for (const { entryId, level, validFrom } of there) {
    // an entry leans on those up to its day: what was proven before the moved one stays as it was, whatever the rules say now
    if (validFrom < moved.onDate) continue;
    if (proven.some((each) => each.entryId === entryId && each.level === level)) continue;
    await takeBackEvidence(rows, changeId, { logEntryId: entryId, level });
  }
}

/** What confirmed entries prove, each by the rules of its own day. */
async function provenBy(confirmed: readonly RecordedEntry[], competency: string) {
  const proofs = await Promise.all(
    confirmed.map(async ({ id, onDate }) => {
      const rules = (await practiceRulesOn(onDate)).get(competency) ?? [];
      return practiceEvidence(confirmed, rules).filter(({ entryId }) => entryId === id);
    }),
  );
  return proofs.flat();
}

async function evidenceThere(rows: Rows, personId: number, competency: string) {
  const found = await rows.$queryRaw<{ log_entry_id: bigint; level: bigint; valid_from: string }[]>`
    SELECT log_entry_id, level, valid_from FROM evidence
    WHERE person_id IN ${recordsOf(personId)} AND competency = ${competency} AND kind = 'practice' AND retracted_change IS NULL
      AND log_entry_id IS NOT NULL`;
  return found.map((row) => ({
    entryId: Number(row.log_entry_id),
    level: Number(row.level),
    validFrom: row.valid_from,
  }));
}

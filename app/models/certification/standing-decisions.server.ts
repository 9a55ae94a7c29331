import { decisionContent, type StandingDecision } from "~/domain/certification/standing-decision";
import type { CivilDate } from "~/domain/time/civil-date";
import { type Act, type Rows, reader, recordChange } from "~/models/database.server";
import { recordedWording } from "./wordings.server";

/**
 * Records the authority under which a programme issues by itself. Passes of its days from now on become certificates; of two
 * decisions in force the one that began later counts.
 * @returns the id of the decision
 * @throws ZodError when its wording lacks something that the paper prints
 */
export function recordStandingDecision(decision: StandingDecision, act: Omit<Act, "kind">): Promise<number> {
  const content = decisionContent.parse(decision.content);
  return recordChange({ ...act, kind: "standing-decision-recorded" }, async (rows, changeId) => {
    const row = await rows.standing_decision.create({
      data: {
        programme: decision.programme,
        number: decision.number,
        signed_on: decision.signedOn,
        content: JSON.stringify(content),
        valid_from: decision.validFrom,
        valid_to: decision.validTo,
        recorded_change: changeId,
      },
      select: { id: true },
    });
    return row.id;
  });
}

/** The decision under which a programme issues on a date, with the words of that day; null: its passes wait for a signatory. */
export async function decisionInForce(
  rows: Rows,
  programme: string,
  date: CivilDate,
): Promise<StandingDecision | null> {
  const row = await rows.standing_decision.findFirst({
    where: {
      programme,
      retracted_change: null,
      valid_from: { lte: date },
      OR: [{ valid_to: null }, { valid_to: { gt: date } }],
    },
    orderBy: [{ valid_from: "desc" }, { id: "desc" }],
  });
  if (!row) return null;
  return {
    programme: row.programme,
    number: row.number,
    signedOn: row.signed_on,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    content: decisionContent.parse(JSON.parse(row.content)),
    wording: await recordedWording(rows, "certificate", programme, date),
  };
}

/** Whether a decision of this number is on record for the programme. */
export async function findStandingDecision(programme: string, number: string): Promise<boolean> {
  const client = await reader();
  return (await client.standing_decision.count({ where: { programme, number, retracted_change: null } })) > 0;
}

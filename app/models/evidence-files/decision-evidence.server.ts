import type { DecisionEvidence } from "~/domain/evidence-file/evidence-file";
import type { CivilDate } from "~/domain/time/civil-date";
import { namesOfAccounts } from "../access/names-of-accounts.server";
import type { Rows } from "../database.server";
import type { certificateModel } from "../generated/models";

/** By what authority a certificate was issued: the list that a signatory approved, else what its face prints. */
export async function decisionEvidence(
  client: Rows,
  row: Pick<certificateModel, "issue_list_id" | "face" | "programme">,
  today: CivilDate,
): Promise<{ decision: DecisionEvidence | null; changes: number[] }> {
  const face = JSON.parse(row.face) as {
    decision?: { number: string; signedOn: string };
    signatory?: { name: string };
  };
  if (row.issue_list_id === null) {
    const number = face.decision?.number ?? null;
    const standing =
      number === null
        ? []
        : await client.standing_decision.findMany({
            where: { programme: row.programme, number },
            orderBy: { id: "asc" },
          });
    const decision: DecisionEvidence = {
      kind: "standing",
      number,
      on: face.decision?.signedOn ?? null,
      signatory: face.signatory?.name ?? null,
      steps: [],
    };
    return { decision, changes: standing.map(({ recorded_change }) => recorded_change) };
  }
  const events = await client.issue_list_event.findMany({
    where: { list_id: row.issue_list_id },
    orderBy: { id: "asc" },
  });
  const names = await namesOfAccounts(
    events.map(({ account_id }) => account_id),
    today,
  );
  const approved = events.find(({ kind }) => kind === "approved");
  return {
    decision: {
      kind: "list",
      number: approved?.number ?? null,
      on: approved?.decided_on ?? null,
      signatory: face.signatory?.name ?? null,
      steps: events.map(({ kind, at, account_id, text }) => ({ kind, at, by: names.get(account_id) ?? null, text })),
    },
    changes: events.map(({ recorded_change }) => recorded_change),
  };
}

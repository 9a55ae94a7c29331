import type { Rows } from "~/models/database.server";

/**
 * What a fact completed and nobody has certified yet falls with it; whoever stands on a list that is not approved is left out there.
 * @param basis the fact, "attempt:12", "certificate:3"
 */
export async function retractEligibility(rows: Rows, changeId: number, basis: string): Promise<void> {
  await rows.$executeRaw`
    UPDATE eligibility SET retracted_change = ${changeId}
    WHERE basis = ${basis} AND retracted_change IS NULL AND NOT EXISTS
      (SELECT 1 FROM certificate c WHERE c.programme = eligibility.programme AND c.basis = eligibility.basis)`;
}

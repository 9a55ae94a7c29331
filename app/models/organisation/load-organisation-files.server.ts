import { readOrganisation } from "~/content/organisation.server";
import type { Instant } from "~/domain/time/civil-date";
import { carryOutActs } from "./carry-out-acts.server";

/**
 * Carries out the batches of acts in the files of a directory that were not carried out yet, oldest first, one transaction
 * each; the first one refused ends the run. Returns how many were new.
 * @throws ContentProblems before anything is written, when a file is wrong; ActsRefused or BatchChanged from a batch.
 */
export async function loadOrganisationFiles(directory: string, at: Instant): Promise<number> {
  let carriedOut = 0;
  for (const batch of readOrganisation(directory)) {
    if ((await carryOutActs(batch, null, at)) === "carried-out") carriedOut++;
  }
  return carriedOut;
}

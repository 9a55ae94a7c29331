import type { CivilDate } from "~/domain/time/civil-date";
import { type Act, recordChange } from "~/models/database.server";
import { wasRecorded } from "~/models/recorded-acts.server";

/** Someone who met a programme's requirements before this system, and whom nobody has certified yet. */
export interface EarlierEligibility {
  personId: number;
  programme: string;
  on: CivilDate;
}

/** Takes over who waited for a signatory before this system, in one act: each waits for a list like everybody else. Once under its key. */
export async function recordEarlierEligibilities(
  eligibilities: readonly EarlierEligibility[],
  act: Omit<Act, "kind"> & { onceKey: string },
): Promise<void> {
  if (await wasRecorded(act.onceKey)) return;
  await recordChange({ ...act, kind: "earlier-eligibilities-recorded" }, (rows, recorded_change) =>
    rows.eligibility.createMany({
      data: eligibilities.map(({ personId, programme, on }) => ({
        person_id: personId,
        programme,
        basis: `earlier:${personId}:${on}`,
        on_date: on,
        recorded_change,
      })),
    }),
  );
}

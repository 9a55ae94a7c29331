import type { Role } from "~/domain/permissions/role";
import type { CivilDate } from "~/domain/time/civil-date";
import { type Act, recordChange } from "~/models/database.server";
import { newPublicId } from "~/models/public-id.server";
import { wasRecorded } from "~/models/recorded-acts.server";

export interface AccountToOpen {
  personId: number;
  /** null: the person sets a password by a one-time slip */
  passwordHash: string | null;
  grants: readonly { role: Role; unitId: number; validFrom: CivilDate }[];
}

/**
 * Opens accounts with their grants in one transaction. An act whose once-key was used changes nothing.
 * @throws the database's error for a person who has an account
 */
export async function openAccounts(
  accounts: readonly AccountToOpen[],
  act: Omit<Act, "kind"> & { onceKey: string; document: string },
): Promise<void> {
  if (await wasRecorded(act.onceKey)) return;
  await recordChange({ ...act, kind: "accounts-opened" }, async (rows, changeId) => {
    await rows.account.createMany({
      data: accounts.map(({ personId, passwordHash }) => ({
        public_id: newPublicId(),
        person_id: personId,
        password_hash: passwordHash,
        recorded_change: changeId,
      })),
    });
    const opened = await rows.account.findMany({
      where: { recorded_change: changeId },
      select: { id: true, person_id: true },
    });
    const idOf = new Map(opened.map((row) => [row.person_id, row.id]));
    await rows.permission_grant.createMany({
      data: accounts.flatMap(({ personId, grants }) =>
        grants.map(({ role, unitId, validFrom }) => ({
          public_id: newPublicId(),
          account_id: idOf.get(personId) ?? 0,
          role,
          unit_id: unitId,
          valid_from: validFrom,
          document: act.document,
          recorded_change: changeId,
        })),
      ),
    });
  });
}

import { lastDayOf } from "~/domain/certification/certificate-status";
import { mayEndGrant } from "~/domain/permissions/may-grant";
import { isRole, type Role } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import { type CivilDate, civilDateOf, type Instant } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { reader, recordChange } from "../database.server";
import { accountNames } from "./account-names.server";
import { standingUnit } from "./unit-place.server";
import { unitWords } from "./unit-words.server";

export interface GrantToEnd {
  id: string;
  role: Role;
  unit: string;
  name: string;
  staffCode: string;
  from: CivilDate;
  lastDay: CivilDate | null;
  document: string | null;
}

/** A permission that the viewer may end; null for every other one, and for one that is over. */
export async function grantToEnd(
  viewer: Viewer,
  publicId: string,
  today: CivilDate,
  language: Language,
): Promise<GrantToEnd | null> {
  const row = await endable(viewer, publicId, today);
  if (!row) return null;
  const [words, names] = await Promise.all([unitWords(today, language), accountNames([row.account_id], today)]);
  const holder = names.get(row.account_id);
  return {
    id: publicId,
    role: row.role,
    unit: words.nameOf(row.unit_id),
    name: holder?.name ?? "",
    staffCode: holder?.staffCode ?? "",
    from: row.valid_from,
    lastDay: lastDayOf(row.valid_to),
    document: row.document,
  };
}

export interface Ending {
  /** the first day on which it no longer counts */
  on: CivilDate;
  document: string;
  note: string | null;
}

export type EndOutcome = "ended" | "not-found" | "begins-in-the-past" | "after-its-end" | "overtaken";

/** Someone else was quicker: what they wrote stands, and nothing of this is recorded. */
export class Overtaken extends Error {}

/** Ends a permission on a day from today on; one that has not begun by then never counts. It stays on record as it was given. */
export async function endGrant(
  viewer: Viewer,
  publicId: string,
  { on, document, note }: Ending,
  at: Instant,
): Promise<EndOutcome> {
  const today = civilDateOf(at);
  const grant = await endable(viewer, publicId, today);
  if (!grant) return "not-found";
  if (on < today) return "begins-in-the-past";
  if (grant.valid_to !== null && on >= grant.valid_to) return "after-its-end";
  const act = { kind: "permission-ended", at, actorId: viewer.accountId, document, note, effective: on };
  return recordChange(act, async (rows, changeId): Promise<EndOutcome> => {
    const retracted = await rows.permission_grant.updateMany({
      where: { id: grant.id, retracted_change: null },
      data: { retracted_change: changeId },
    });
    if (retracted.count === 0) throw new Overtaken();
    if (on > grant.valid_from) {
      const { id: _, retracted_change: __, ...kept } = grant;
      await rows.permission_grant.create({ data: { ...kept, valid_to: on, recorded_change: changeId } });
    }
    return "ended";
  }).catch((error: unknown) => {
    if (error instanceof Overtaken) return "overtaken";
    throw error;
  });
}

async function endable(viewer: Viewer, publicId: string, today: CivilDate) {
  const client = await reader();
  const row = await client.permission_grant.findFirst({
    where: {
      public_id: publicId,
      retracted_change: null,
      OR: [{ valid_to: null }, { valid_to: { gt: today } }],
    },
  });
  if (!row || !isRole(row.role)) return null;
  const place = await standingUnit({ id: row.unit_id }, today);
  if (!place || !mayEndGrant(viewer, { accountId: row.account_id, role: row.role }, place)) return null;
  return { ...row, role: row.role };
}

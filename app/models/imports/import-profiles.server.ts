import { createHash } from "node:crypto";
import {
  FIELDS_OF,
  type Field,
  foldHeading,
  guessMapping,
  type ImportKind,
  type Mapping,
} from "~/domain/imports/fields";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Instant } from "~/domain/time/civil-date";
import { reader, recordChange } from "../database.server";

/** Files with the same headings in the same order have the same hash, however the headings are written. */
function hashOf(headings: readonly string[]): string {
  return createHash("sha256")
    .update(JSON.stringify(headings.map(foldHeading)))
    .digest("hex");
}

export interface Proposal {
  mapping: (Field | null)[];
  /** the name under which it was remembered; null: it is guessed from the headings */
  profile: string | null;
}

/** What the columns of a file are: as this viewer said of such headings before, else as they seem to be. */
export async function proposeMapping(viewer: Viewer, kind: ImportKind, headings: readonly string[]): Promise<Proposal> {
  const client = await reader();
  const profile = await client.import_profile.findFirst({
    where: { account_id: viewer.accountId, kind, headings_hash: hashOf(headings), retracted_change: null },
    orderBy: { id: "desc" },
  });
  if (!profile) return { mapping: guessMapping(kind, headings), profile: null };
  const kept = JSON.parse(profile.mapping) as unknown[];
  const known = headings.map((_, column) => FIELDS_OF[kind].find((field) => field === kept[column]) ?? null);
  return { mapping: known, profile: profile.name };
}

/** Remembers what the columns of such a file are; what was remembered of the same headings gives way. */
export async function keepProfile(
  viewer: Viewer,
  { kind, name, headings, mapping }: { kind: ImportKind; name: string; headings: readonly string[]; mapping: Mapping },
  at: Instant,
): Promise<void> {
  const own = { account_id: viewer.accountId, kind, headings_hash: hashOf(headings) };
  const content = JSON.stringify(mapping);
  const client = await reader();
  const same = { ...own, name, mapping: content, retracted_change: null };
  if ((await client.import_profile.count({ where: same })) > 0) return;
  await recordChange({ kind: "import-profile-kept", at, actorId: viewer.accountId }, async (rows, changeId) => {
    await rows.import_profile.updateMany({
      where: { ...own, retracted_change: null },
      data: { retracted_change: changeId },
    });
    await rows.import_profile.create({ data: { ...own, name, mapping: content, recorded_change: changeId } });
  });
}

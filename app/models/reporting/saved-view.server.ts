import type { Viewer } from "~/domain/permissions/viewer";
import { isSavableAddress } from "~/domain/reporting/saved-address";
import type { Instant } from "~/domain/time/civil-date";
import { isDuplicate, reader, writeRows } from "../database.server";

/** A question that somebody asks often, under a name of their own. */
export interface SavedView {
  id: string;
  name: string;
  address: string;
  at: Instant;
}

/** The viewer's own saved views, by name. */
export async function savedViews(viewer: Viewer): Promise<SavedView[]> {
  const client = await reader();
  const rows = await client.saved_view.findMany({
    where: { account_id: viewer.accountId, removed_at: null },
    orderBy: { name: "asc" },
  });
  return rows.map(({ public_id, name, address, at }) => ({ id: public_id, name, address, at }));
}

/**
 * Keeps an address of a report under a name. The key of the form is the view's own id: a second submit finds it there.
 * @returns false where the address is none of a report
 */
export async function saveView(
  viewer: Viewer,
  view: { id: string; name: string; address: string },
  at: Instant,
): Promise<boolean> {
  if (!isSavableAddress(view.address)) return false;
  try {
    await writeRows((rows) =>
      rows.saved_view.create({
        data: { public_id: view.id, account_id: viewer.accountId, name: view.name, address: view.address, at },
      }),
    );
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  return true;
}

/** One of the viewer's own, removed or not; null for any other. */
export async function savedView(viewer: Viewer, id: string): Promise<(SavedView & { removed: boolean }) | null> {
  const client = await reader();
  const row = await client.saved_view.findFirst({ where: { public_id: id, account_id: viewer.accountId } });
  if (!row) return null;
  return { id: row.public_id, name: row.name, address: row.address, at: row.at, removed: row.removed_at !== null };
}

/** Removes one of the viewer's own, or brings it back. False: there is none of theirs. */
export async function removeView(viewer: Viewer, id: string, removedAt: Instant | null): Promise<boolean> {
  const { count } = await writeRows((rows) =>
    rows.saved_view.updateMany({
      where: { public_id: id, account_id: viewer.accountId },
      data: { removed_at: removedAt },
    }),
  );
  return count > 0;
}

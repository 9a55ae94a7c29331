import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { namesOfAccounts } from "../access/names-of-accounts.server";
import { reader } from "../database.server";
import { scopeOf } from "../reporting/scope-units.server";
import { asRuns, type ImportRun } from "./import-run.server";

export const IMPORTS_PAGE = 25;

export interface ListedImport
  extends Pick<ImportRun, "publicId" | "kind" | "fileName" | "at" | "effective" | "state" | "summary"> {
  by: string;
}

/** The imports that a viewer may look at, newest first: their own, and all of them where everything is their area. */
export async function listImports(
  viewer: Viewer,
  page: number,
  now: Instant,
): Promise<{ imports: ListedImport[]; total: number }> {
  const client = await reader();
  const scope = await scopeOf(viewer, "import-people", civilDateOf(now));
  const where = scope.units === "all" ? {} : { account_id: viewer.accountId };
  const [total, rows] = [
    await client.import_run.count({ where }),
    await client.import_run.findMany({
      where,
      orderBy: { id: "desc" },
      skip: (page - 1) * IMPORTS_PAGE,
      take: IMPORTS_PAGE,
    }),
  ];
  const names = await namesOfAccounts(
    rows.map(({ account_id }) => account_id),
    civilDateOf(now),
  );
  const runs = await asRuns(rows, now);
  return {
    total,
    imports: runs.map(({ publicId, kind, fileName, at, effective, state, summary, accountId }) => ({
      publicId,
      kind,
      fileName,
      at,
      effective,
      state,
      summary,
      by: names.get(accountId) ?? "",
    })),
  };
}

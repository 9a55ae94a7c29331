import type { RowResult } from "~/domain/imports/outcome";
import type { Summary } from "~/domain/imports/reading";
import { type TableRow, textOf } from "~/domain/imports/table";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { writeRows } from "../database.server";
import { settingOn } from "../settings/settings.server";
import { type ComparedImport, compareImport } from "./compare-import.server";
import type { ImportRun } from "./import-run.server";

/** Few enough that nobody who writes meanwhile waits for them. */
const ROWS_AT_ONCE = 1000;

/** What is kept of a row beside its number and outcome. */
export type RowDetail = Pick<RowResult, "code" | "name" | "changes" | "problems"> & {
  /** as the file has them: of refused rows only, which one can have back */
  cells?: string[];
};

/** The dry run: compares and notes what would be done, row by row. @throws TableRefused */
export async function tryImport(
  run: ImportRun,
  viewer: Viewer,
  at: Instant,
  onStep: (done: number, total: number) => void,
): Promise<void> {
  await noteComparison(run, await compareImport(run, viewer, at, onStep), at, false);
}

/** Notes a comparison in short writes; it is found whole only once its summary stands. */
export async function noteComparison(
  run: ImportRun,
  compared: ComparedImport,
  at: Instant,
  comparedAgain: boolean,
): Promise<void> {
  await writeRows(async (rows) => {
    await rows.import_run.updateMany({ where: { id: run.id, change_id: null }, data: { summary: null } });
    await rows.import_row.deleteMany({ where: { import_id: run.id } });
  });
  for (let from = 0; from < compared.rows.length; from += ROWS_AT_ONCE) {
    const part = compared.rows
      .slice(from, from + ROWS_AT_ONCE)
      .map((row) => [row.number, row.outcome, JSON.stringify(detailOf(row, compared.cells))]);
    await writeRows(
      (rows) => rows.$executeRaw`
        INSERT INTO import_row (import_id, number, outcome, detail)
        SELECT ${run.id}, json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]')
        FROM json_each(${JSON.stringify(part)})`,
    );
  }
  const summary: Summary = {
    ...compared.counts,
    digest: compared.digest,
    share: await settingOn("import-end-share", civilDateOf(at)),
    comparedAgain,
    withoutRefused: false,
  };
  await writeRows((rows) =>
    rows.import_run.updateMany({
      where: { id: run.id, change_id: null },
      data: { summary: JSON.stringify(summary) },
    }),
  );
}

function detailOf(row: RowResult, cells: ReadonlyMap<number, TableRow>): RowDetail {
  const { code, name, changes, problems } = row;
  const given = row.outcome === "refused" ? cells.get(row.number)?.cells.map(textOf) : undefined;
  return { code, name, changes, problems, ...(given && { cells: given }) };
}

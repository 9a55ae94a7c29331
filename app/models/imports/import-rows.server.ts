import { OUTCOMES, type Outcome } from "~/domain/imports/outcome";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { reader } from "../database.server";
import type { ImportRun } from "./import-run.server";
import { rowWords, type ShownRow } from "./row-words.server";
import type { RowDetail } from "./try-import.server";

export const ROWS_PAGE = 50;

/** The rows of an import that a page shows: those that would do something come first where no outcome is asked for. */
export async function importRows(
  run: ImportRun,
  { outcome, page }: { outcome: Outcome; page: number },
  language: Language,
  today: CivilDate,
): Promise<ShownRow[]> {
  const client = await reader();
  const rows = await client.import_row.findMany({
    where: { import_id: run.id, outcome },
    orderBy: { number: "asc" },
    skip: (page - 1) * ROWS_PAGE,
    take: ROWS_PAGE,
  });
  const words = await rowWords(run, language, today);
  return rows.map(({ number, outcome, detail }) => words({ number, outcome, detail: JSON.parse(detail) as RowDetail }));
}

/** The outcome that a page opens with: what is refused, else the first that there is. */
export function firstOutcome(run: ImportRun): Outcome {
  const counts = run.summary?.rows;
  if (!counts || counts.refused > 0) return "refused";
  return OUTCOMES.find((outcome) => counts[outcome] > 0) ?? "unchanged";
}

/** The refused rows as the file has them, with what is wrong in a last column: a table to be put right and brought in again. */
export async function refusedTable(
  run: ImportRun,
  language: Language,
  today: CivilDate,
  reasonHeading: string,
): Promise<{ header: string[]; rows: string[][] }> {
  const client = await reader();
  const rows = await client.import_row.findMany({
    where: { import_id: run.id, outcome: "refused" },
    orderBy: { number: "asc" },
  });
  const words = await rowWords(run, language, today);
  const headings = run.reading?.sheets[run.reading.choice?.sheet ?? 0]?.headings ?? [];
  return {
    header: [...headings, reasonHeading],
    rows: rows.map(({ number, outcome, detail: text }) => {
      const detail = JSON.parse(text) as RowDetail;
      const { problems } = words({ number, outcome, detail });
      const cells = detail.cells ?? [detail.code, detail.name];
      const reason = problems.map(({ place, text: why }) => (place ? `${place}: ${why}` : why)).join(" ");
      return [...headings.map((_, column) => cells[column] ?? ""), reason];
    }),
  };
}

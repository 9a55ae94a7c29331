import type { Power } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import { type BoardCounts, type BoardList, boardList, countBoard, noCounts, sumBoard } from "~/domain/reporting/board";
import type { CertificationRow } from "~/domain/reporting/certification-list";
import type { ReportQuery } from "~/domain/reporting/report-query";
import type { Language } from "~/i18n/language";
import type { CertificationLine } from "./certification-view.server";
import { headOf, type Listed, pageOfLines, type ReportHead } from "./report-head.server";
import { programmeName } from "./report-part.server";
import { askedRows } from "./report-rows.server";

export interface BoardView extends ReportHead {
  /** in the order of the framework; only those that are asked of someone selected */
  programmes: { key: string; label: string; counts: BoardCounts; total: number; overdue: number }[];
  counts: BoardCounts;
  total: number;
  overdue: number;
}

/** The certification board: by programme, how the certificates stand that people have to hold. Null: as in `askedRows`. */
export async function loadBoard(
  viewer: Viewer,
  query: ReportQuery,
  language: Language,
  power: Power = "see-people",
): Promise<BoardView | null> {
  const asked = await askedRows(viewer, query, language, power);
  if (!asked) return null;
  const { basis, part, rows } = asked;
  const { board, late } = basis.remember(`board ${query.unit} ${query.position} ${query.programme}`, () => {
    const late = new Map<string, number>();
    for (const row of rows) if (row.overdue) late.set(row.programme, (late.get(row.programme) ?? 0) + 1);
    return { board: countBoard(rows, query.asOf), late };
  });
  const keys = [...new Set([...basis.programmes.keys(), ...board.keys()])].filter((key) => board.has(key));
  return {
    ...headOf(basis, part, language),
    programmes: keys.map((key) => {
      const counts = board.get(key) ?? noCounts();
      const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
      return { key, label: programmeName(basis, key, language), counts, total, overdue: late.get(key) ?? 0 };
    }),
    counts: sumBoard(board),
    total: rows.length,
    overdue: [...late.values()].reduce((sum, count) => sum + count, 0),
  };
}

export interface BoardPeopleQuery extends ReportQuery {
  board: BoardList;
}

/** A page of the people behind a figure of the board, by unit and name. */
export async function loadBoardPeople(
  viewer: Viewer,
  query: BoardPeopleQuery & { page: number | null },
  language: Language,
) {
  const list = await boardPeople(viewer, query, language);
  return list && pageOfLines(list, query.page);
}

/** The people behind a figure of the board, by unit and name. Null: as in `askedRows`. */
export async function boardPeople(
  viewer: Viewer,
  query: BoardPeopleQuery,
  language: Language,
  power: Power = "see-people",
): Promise<(ReportHead & Listed<CertificationRow, CertificationLine>) | null> {
  const asked = await askedRows(viewer, query, language, power);
  if (!asked) return null;
  const { basis, part, rows, lineOf } = asked;
  return { ...headOf(basis, part, language), rows: asked.byUnit(boardList(rows, query.board, query.asOf)), lineOf };
}

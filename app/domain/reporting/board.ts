import { addDays, type CivilDate } from "~/domain/time/civil-date";
import type { CertificationRow } from "./certification-list";
import { isHeld } from "./programme-map";

/** What the certification board counts: certificates that end are told by how many days they have left. */
export const BOARD_STATES = [
  "valid",
  "expiring-90",
  "expiring-30",
  "expiring-7",
  "expired",
  "revoked",
  "eligible",
  "never",
  "waived",
] as const;
export type BoardState = (typeof BOARD_STATES)[number];

export type BoardCounts = Record<BoardState, number>;

/** Says of a duty in which one state it stands on the board of a date. The last day counts as a day left: on it, 0 days are. */
export function boardStatesOn(asOf: CivilDate): (row: Pick<CertificationRow, "state" | "due">) => BoardState {
  const [in7, in30, in90] = [addDays(asOf, 7), addDays(asOf, 30), addDays(asOf, 90)];
  return ({ state, due }) => {
    if (state !== "valid" && state !== "expiring") return state;
    if (due === null) return "valid";
    if (due <= in7) return "expiring-7";
    if (due <= in30) return "expiring-30";
    return due <= in90 ? "expiring-90" : "valid";
  };
}

/** Whether it counts as asked for: it was not waived. */
export function isAsked({ state }: Pick<CertificationRow, "state">): boolean {
  return state !== "waived";
}

/** What a list of the board can hold: one state, or several of them together; the overdue are of any state. */
export const BOARD_LISTS = ["all", "asked", "held", "overdue", ...BOARD_STATES] as const;
export type BoardList = (typeof BOARD_LISTS)[number];

/** The duties that stand in a list of the board of a date. "held": the certificate is in force. */
export function boardList(rows: readonly CertificationRow[], list: BoardList, asOf: CivilDate): CertificationRow[] {
  const stateOf = boardStatesOn(asOf);
  return rows.filter((row) => {
    switch (list) {
      case "all":
        return true;
      case "asked":
        return isAsked(row);
      case "held":
        return isHeld(row);
      case "overdue":
        return row.overdue;
      default:
        return stateOf(row) === list;
    }
  });
}

export function noCounts(): BoardCounts {
  return Object.fromEntries(BOARD_STATES.map((state) => [state, 0])) as BoardCounts;
}

/** The board: programme → state → how many. Programmes in the order in which they come. */
export function countBoard(rows: readonly CertificationRow[], asOf: CivilDate): Map<string, BoardCounts> {
  const stateOf = boardStatesOn(asOf);
  const board = new Map<string, BoardCounts>();
  for (const row of rows) {
    const counts = board.get(row.programme) ?? noCounts();
    board.set(row.programme, counts);
    counts[stateOf(row)]++;
  }
  return board;
}

/** All programmes together. */
export function sumBoard(board: ReadonlyMap<string, BoardCounts>): BoardCounts {
  const sum = noCounts();
  for (const counts of board.values()) for (const state of BOARD_STATES) sum[state] += counts[state];
  return sum;
}

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

/** The one state in which a duty stands on the board. The last day counts as a day left: on it, 0 days are. */
export function boardStateOf(row: Pick<CertificationRow, "state" | "due">, asOf: CivilDate): BoardState {
  if (row.state !== "valid" && row.state !== "expiring") return row.state;
  if (row.due === null) return "valid";
  if (asked.asOf !== asOf) asked = { asOf, in7: addDays(asOf, 7), in30: addDays(asOf, 30), in90: addDays(asOf, 90) };
  if (row.due <= asked.in7) return "expiring-7";
  if (row.due <= asked.in30) return "expiring-30";
  return row.due <= asked.in90 ? "expiring-90" : "valid";
}

/** The last days of the states on the date asked last: thousands are asked about one after the other. */
let asked = { asOf: "", in7: "", in30: "", in90: "" };

/** Whether it counts as asked for: it was not waived. */
export function isAsked({ state }: Pick<CertificationRow, "state">): boolean {
  return state !== "waived";
}

/** What a list of the board can hold: one state, or several of them together; the overdue are of any state. */
export const BOARD_LISTS = ["all", "asked", "held", "overdue", ...BOARD_STATES] as const;
export type BoardList = (typeof BOARD_LISTS)[number];

/** Whether a duty stands in a list. "held": the certificate is in force. */
export function isInBoardList(row: CertificationRow, list: BoardList, asOf: CivilDate): boolean {
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
      return boardStateOf(row, asOf) === list;
  }
}

export function noCounts(): BoardCounts {
  return Object.fromEntries(BOARD_STATES.map((state) => [state, 0])) as BoardCounts;
}

/** The board: programme → state → how many. Programmes in the order in which they come. */
export function countBoard(rows: readonly CertificationRow[], asOf: CivilDate): Map<string, BoardCounts> {
  const board = new Map<string, BoardCounts>();
  for (const row of rows) {
    const counts = board.get(row.programme) ?? noCounts();
    board.set(row.programme, counts);
    counts[boardStateOf(row, asOf)]++;
  }
  return board;
}

/** All programmes together. */
export function sumBoard(board: ReadonlyMap<string, BoardCounts>): BoardCounts {
  const sum = noCounts();
  for (const counts of board.values()) for (const state of BOARD_STATES) sum[state] += counts[state];
  return sum;
}

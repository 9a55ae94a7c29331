import { type CivilDate, isCivilDate, readCivilDate } from "~/domain/time/civil-date";
import { type Cell, textOf } from "./table";

/** Days as sheets count them, where a date lost its form: 1950 to 2099. */
const SERIALS = { least: 18_264, most: 73_050 };
const EPOCH = 25_569;
const DAY_MS = 86_400_000;

/**
 * A date as people here write it, day first: 21/11/2026, 1-12-2026, 2026-11-21, or a sheet's own date. Never month first, and a
 * year of two digits is asked about. Null: the cell is empty.
 */
export function readDate(cell: Cell | undefined): CivilDate | null | { code: "bad-date" | "short-year" } {
  if (typeof cell === "number") return dateOfNumber(cell);
  if (typeof cell === "object" && "date" in cell) return isCivilDate(cell.date) ? cell.date : { code: "bad-date" };
  const text = textOf(cell);
  if (text === "") return null;
  // exports write the hour after the day
  const day = text.replace(/[T ]00:00(:00(\.0+)?)?$/, "");
  const date = readCivilDate(day);
  if (date !== null && date >= "1900-01-01" && date < "2200-01-01") return date;
  return { code: /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/.test(day) ? "short-year" : "bad-date" };
}

function dateOfNumber(number: number): CivilDate | { code: "bad-date" } {
  if (!Number.isInteger(number) || number < SERIALS.least || number > SERIALS.most) return { code: "bad-date" };
  return new Date((number - EPOCH) * DAY_MS).toISOString().slice(0, 10);
}

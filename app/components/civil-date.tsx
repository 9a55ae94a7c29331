import { type CivilDate as Civil, showCivilDate } from "~/domain/time/civil-date";

/** A civil date "YYYY-MM-DD" as people here read it: 21/11/2026. */
export function CivilDate({ date }: { date: Civil }) {
  return <time dateTime={date}>{showCivilDate(date)}</time>;
}

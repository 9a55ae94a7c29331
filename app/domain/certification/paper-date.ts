import type { Bilingual } from "~/domain/text/bilingual";
import type { CivilDate } from "~/domain/time/civil-date";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/**
 * A date written out as papers have it: "ngày 15 tháng 9 năm 2026", "15 September 2026". In Vietnamese a day below 10 and the
 * months 1 and 2 begin with 0, so that nothing can be put before them (form of Nghị định 30/2020/NĐ-CP).
 */
export function paperDate(date: CivilDate): Bilingual {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const vi = `ngày ${day < 10 ? `0${day}` : day} tháng ${month < 3 ? `0${month}` : month} năm ${year}`;
  return { vi, en: `${day} ${MONTHS[month - 1] ?? ""} ${year}` };
}

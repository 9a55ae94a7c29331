import { FIRST_DATE } from "~/domain/reporting/report-query";
import type { CivilDate } from "~/domain/time/civil-date";

/** Languages in which work is done with people; "other" for the rest. */
export const LOG_LANGUAGES = ["vi", "en", "ja", "ko", "zh", "fr", "de", "ru", "lo", "km", "other"] as const;
export type LogLanguage = (typeof LOG_LANGUAGES)[number];

export const LOG_ROLES = ["led", "joined"] as const;
export type LogRole = (typeof LOG_ROLES)[number];

/** No room and no stream of a unit reaches more. */
export const MOST_PEOPLE = 100_000;

/** What somebody did, as they write it down. */
export interface LogEntry {
  competency: string;
  onDate: CivilDate;
  place: string;
  audience: string;
  /** how many people were there or were reached */
  people: number;
  role: LogRole;
  language: LogLanguage;
  /** to what was published about it; http or https */
  link: string | null;
  note: string | null;
}

export type LogProblem = "future" | "too-early" | "people" | "link" | "competency";

/** What is wrong with an entry written on a day; `competencies`: those that the log can prove. */
export function entryProblems(entry: LogEntry, today: CivilDate, competencies: readonly string[]): LogProblem[] {
  const problems: LogProblem[] = [];
  if (entry.onDate > today) problems.push("future");
  if (entry.onDate < FIRST_DATE) problems.push("too-early");
  if (!Number.isInteger(entry.people) || entry.people < 1 || entry.people > MOST_PEOPLE) problems.push("people");
  if (entry.link !== null && !isWebAddress(entry.link)) problems.push("link");
  if (!competencies.includes(entry.competency)) problems.push("competency");
  return problems;
}

function isWebAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && (url.protocol === "http:" || url.protocol === "https:") && url.username === "";
}

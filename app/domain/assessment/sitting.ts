import { z } from "zod";
import type { Instant } from "../time/civil-date";
import { civilDateOf, readCivilDate, showTime, startOfDay } from "../time/civil-date";

export const SITTING_MODES = ["online", "paper"] as const;
export type SittingMode = (typeof SITTING_MODES)[number];

export const SITTING_STATES = ["planned", "open", "over", "closed", "cancelled"] as const;
export type SittingState = (typeof SITTING_STATES)[number];

/** What is decided of a sitting ("kỳ thi"). */
export interface SittingPlan {
  title: string;
  place: string;
  opensAt: Instant;
  closesAt: Instant;
  /** paper: a place without network; answers are entered afterwards */
  mode: SittingMode;
  /** what the invigilator says aloud when it begins; null: none is asked for */
  roomCode: string | null;
  /** an attempt goes on in one browser only */
  oneDevice: boolean;
  /** the kept record of a person; null: nobody yet */
  invigilatorId: number | null;
  status: "planned" | "cancelled" | "closed";
}

type Times = Pick<SittingPlan, "opensAt" | "closesAt" | "status">;

/** Where a sitting stands at an instant: a function of its plan, so that nothing has to run for it to open or end. */
export function sittingState({ opensAt, closesAt, status }: Times, now: Instant): SittingState {
  if (status !== "planned") return status;
  if (now < opensAt) return "planned";
  return now < closesAt ? "open" : "over";
}

export type Startable = "open" | "not-yet" | "over" | "on-paper";

/** Whether a candidate may begin in it now; the room code is asked for on top of that. */
export function startableIn(plan: Times & Pick<SittingPlan, "mode">, now: Instant): Startable {
  const state = sittingState(plan, now);
  if (state === "planned") return "not-yet";
  if (state !== "open") return "over";
  return plan.mode === "paper" ? "on-paper" : "open";
}

/** Who begins late has less time: the sitting's end is everyone's end, unless an exam officer extends. */
export function sittingDeadline(deadline: Instant, closesAt: Instant): Instant {
  return deadline < closesAt ? deadline : closesAt;
}

/** Two sittings that one person cannot both be at. Those that end when the other begins do not touch. */
export function overlap(a: Pick<SittingPlan, "opensAt" | "closesAt">, b: Pick<SittingPlan, "opensAt" | "closesAt">) {
  return a.opensAt < b.closesAt && b.opensAt < a.closesAt;
}

/** Without letters and digits that are heard or read as another. */
export const ROOM_CODE_SIGNS = "ACDEFGHJKLMNPQRTUVWXY34679";
export const ROOM_CODE_LENGTH = 6;

/** What someone typed as a room code, as it is compared: capitals, without spaces and dashes. */
export function asRoomCode(typed: string): string {
  return typed
    .slice(0, 100)
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\-.]/g, "");
}

export interface ToNumber {
  personId: number;
  /** of the name: by given name, then middle words, then family name */
  sortKey: string;
}

/** Candidates' numbers ("số báo danh") in the order of names, from `first` on: "001", "002" …; from 1,000 on four digits. */
export function candidateNumbers(people: readonly ToNumber[], first = 1): Map<number, string> {
  const sorted = [...people].sort((a, b) => {
    if (a.sortKey !== b.sortKey) return a.sortKey < b.sortKey ? -1 : 1;
    return a.personId - b.personId;
  });
  const digits = Math.max(3, String(first + people.length - 1).length);
  return new Map(sorted.map(({ personId }, index) => [personId, String(first + index).padStart(digits, "0")]));
}

/** What stands in the way of a plan; the page has words for each, beside its field. */
export const PLAN_PROBLEMS = [
  "course",
  "unit",
  "title",
  "place",
  "day",
  "opens",
  "closes",
  "closes-before-opens",
  "over-already",
  "too-short",
  "invigilator",
  "invigilator-several",
  "invigilator-no-right",
  "invigilator-is-candidate",
  "invigilator-elsewhere",
  "candidate-elsewhere",
  "mode-begun",
] as const;
export type PlanProblem = (typeof PLAN_PROBLEMS)[number];

/** Times of a plan from what was typed: a day and two times of that day, in Viet Nam's time. */
export function timesOfDay(
  day: string,
  opens: string,
  closes: string,
): { opensAt: Instant; closesAt: Instant } | { problems: PlanProblem[] } {
  const date = readCivilDate(day);
  const from = minutesOf(opens);
  const to = minutesOf(closes);
  const problems: PlanProblem[] = [];
  if (date === null) problems.push("day");
  if (from === null) problems.push("opens");
  if (to === null) problems.push("closes");
  if (date === null || from === null || to === null) return { problems };
  if (to <= from) return { problems: ["closes-before-opens"] };
  const start = Date.parse(startOfDay(date));
  return {
    opensAt: new Date(start + from * 60_000).toISOString(),
    closesAt: new Date(start + to * 60_000).toISOString(),
  };
}

/** Minutes since midnight of "08:30", "8:30", "8h30" or "8 giờ 30"; null for anything else. */
export function minutesOf(text: string): number | null {
  const match = /^(\d{1,2})\s*(?::|h|giờ)\s*(\d{2})?$/i.exec(text.trim().normalize("NFC"));
  if (!match) return null;
  const hours = Number(match[1]);
  const minutes = Number(match[2] ?? 0);
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}

/** The typed form of a plan's times. */
export function dayOfTimes({ opensAt, closesAt }: Pick<SittingPlan, "opensAt" | "closesAt">) {
  return { day: civilDateOf(opensAt), opens: showTime(opensAt), closes: showTime(closesAt) };
}

/** "Biên bản": what was recorded of the day. Who was there is frozen with it. */
export const minutesSchema = z.strictObject({
  began: z.string().max(20),
  ended: z.string().max(20),
  /** names of those who held it, as they sign */
  invigilators: z.string().max(500),
  incidents: z.string().max(4000),
  remarks: z.string().max(4000),
  /** numbers of the candidates who were there, and of those who were not */
  present: z.array(z.string()),
  absent: z.array(z.string()),
});
export type SittingMinutes = z.infer<typeof minutesSchema>;

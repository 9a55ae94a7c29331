import type { FocalPlace } from "./focal-network";

/** What is to be done about the focal-point post of a unit, the most pressing thing first. */
export const FOCAL_TASKS = [
  "end-one",
  "appoint-deputy",
  "appoint",
  "name-stand-in",
  "certify",
  "renew",
  "await-return",
  "train-deputy",
  "none",
] as const;
export type FocalTask = (typeof FOCAL_TASKS)[number];

/** @param seesAbsences whether the reader may know who is away */
export function focalTask(
  { state, holders, deputies }: Pick<FocalPlace, "state" | "holders" | "deputies">,
  seesAbsences: boolean,
): FocalTask {
  const ready = deputies.some(({ certified }) => certified);
  const regular = holders.filter(({ acting }) => !acting);
  if (state === "duplicate") return "end-one";
  if (state === "vacant" || (state === "acting" && regular.length === 0)) return ready ? "appoint-deputy" : "appoint";
  if (state === "acting") return "await-return";
  if (seesAbsences && regular.some(({ away }) => away)) return "name-stand-in";
  if (state === "held-uncertified") return "certify";
  if (state === "expiring") return "renew";
  return deputies.length === 0 ? "train-deputy" : "none";
}

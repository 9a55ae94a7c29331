import { z } from "zod";
import { addDays, addMonths, type CivilDate } from "~/domain/time/civil-date";

/** "MM-DD", a day that at least a leap year has. */
export const monthDaySchema = z
  .string()
  .refine((text) => isMonthDay(text), "a day of the year is written MM-DD and must exist");

/**
 * How long a certificate holds; null: without end.
 * "completion": so many months from the day on which the last requirement was met.
 * "last-expiry": so many months from the end of the certificate that it renews, where it was earned within the window or the
 * grace; else from completion. Who renews early loses nothing.
 * "calendar": through a day of the year, the `years`-th that comes; if that leaves less than `at_least_months`, through the
 * next one.
 */
export const validitySchema = z
  .discriminatedUnion("method", [
    z.strictObject({ method: z.literal("completion"), months: z.int().min(1).max(240) }),
    z.strictObject({ method: z.literal("last-expiry"), months: z.int().min(1).max(240) }),
    z
      .strictObject({
        method: z.literal("calendar"),
        month_day: monthDaySchema,
        years: z.int().min(1).max(20),
        at_least_months: z.int().min(0).max(240),
      })
      .refine(({ years, at_least_months }) => at_least_months <= years * 12, {
        path: ["at_least_months"],
        message: "more months than the years hold",
      }),
  ])
  .nullable();
export type Validity = z.infer<typeof validitySchema>;

/** The certificate that a new one follows on, and how far around its end a renewal still counts as one. */
export interface FollowedOn {
  validUntil: CivilDate;
  windowDays: number;
  graceDays: number;
}

/** True for a day that a leap year has: 29 February too, which other years hold on the 28th. */
export function isMonthDay(text: string): boolean {
  const match = /^(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const date = new Date(`2024-${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(5, 10) === text;
}

/**
 * The first day on which a certificate no longer holds; null: it has no end. Months end on the same day of the month, or on the
 * month's last where that day does not exist (29 February: the 28th).
 * @param completedOn the day on which the last requirement was met
 * @param follows the certificate that it renews, where there is one
 */
export function endOfValidity(
  validity: Validity,
  completedOn: CivilDate,
  follows: FollowedOn | null = null,
): CivilDate | null {
  if (validity === null) return null;
  if (validity.method === "calendar") return endByCalendar(validity, completedOn, follows?.validUntil ?? null);
  if (validity.method === "last-expiry" && follows && renewsInTime(follows, completedOn))
    return addMonths(follows.validUntil, validity.months);
  return addMonths(completedOn, validity.months);
}

/** True from the opening of the renewal window to the last day of grace. */
export function renewsInTime({ validUntil, windowDays, graceDays }: FollowedOn, on: CivilDate): boolean {
  return on >= addDays(validUntil, -windowDays) && on < addDays(validUntil, graceDays);
}

function endByCalendar(
  { month_day, years, at_least_months }: Extract<Validity, { method: "calendar" }>,
  completedOn: CivilDate,
  after: CivilDate | null,
): CivilDate {
  const least = addMonths(completedOn, at_least_months);
  const ofYear = (year: number) => addDays(dayOfYear(year, month_day), 1);
  let year = Number(completedOn.slice(0, 4));
  if (ofYear(year) <= completedOn) year += 1;
  year += years - 1;
  // the end that already held is no renewal
  while (ofYear(year) < least || (after !== null && ofYear(year) <= after)) year += 1;
  return ofYear(year);
}

function dayOfYear(year: number, monthDay: string): CivilDate {
  const exact = `${String(year).padStart(4, "0")}-${monthDay}`;
  if (monthDay !== "02-29") return exact;
  return addDays(`${String(year).padStart(4, "0")}-03-01`, -1);
}

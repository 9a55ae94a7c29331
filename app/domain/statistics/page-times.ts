import type { Instant } from "../time/civil-date";
import { median } from "./moments";

/** Something that happened in an attempt; `page` where a page was shown. */
export interface PageEvent {
  kind: string;
  page: number | null;
  at: Instant;
}

/** How long someone stayed at a page, in seconds, all visits together. */
export interface PageStay {
  page: number;
  seconds: number;
}

/**
 * The time at each page of one attempt: from its showing to whatever was shown or done next, at the latest to the end. What
 * someone does meanwhile nobody knows. Events in order of time.
 */
export function pageStays(events: readonly PageEvent[], endedAt: Instant): PageStay[] {
  const stays = new Map<number, number>();
  for (const [index, { kind, page, at }] of events.entries()) {
    if (kind !== "page-shown" || page === null) continue;
    const next = events[index + 1]?.at ?? endedAt;
    const until = next < endedAt ? next : endedAt;
    const seconds = Math.max(0, (Date.parse(until) - Date.parse(at)) / 1000);
    stays.set(page, (stays.get(page) ?? 0) + seconds);
  }
  return [...stays].sort(([a], [b]) => a - b).map(([page, seconds]) => ({ page, seconds }));
}

export interface PageTime {
  page: number;
  /** attempts that saw it */
  n: number;
  medianSeconds: number;
}

/** The usual time at each page, over many attempts. */
export function pageTimes(stays: Iterable<PageStay>): PageTime[] {
  const byPage = new Map<number, number[]>();
  for (const { page, seconds } of stays) {
    const list = byPage.get(page);
    if (list) list.push(seconds);
    else byPage.set(page, [seconds]);
  }
  return [...byPage]
    .sort(([a], [b]) => a - b)
    .map(([page, seconds]) => ({ page, n: seconds.length, medianSeconds: median(seconds) }));
}

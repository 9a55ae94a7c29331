/** What one may choose not to get by mail. What the job asks for (a duty that was assigned, a new password) is not among it. */
export const MAIL_KINDS = ["reminders", "digest", "reports"] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

export function isMailKind(text: string): text is MailKind {
  return (MAIL_KINDS as readonly string[]).includes(text);
}

/** So many tries, then somebody has to look. */
export const MOST_TRIES = 8;
const MINUTE_MS = 60_000;
const LONGEST_WAIT_MS = 12 * 60 * MINUTE_MS;

/** How long to wait after a try that failed: a minute, then twice as long each time, half a day at most. */
export function waitAfter(tries: number): number {
  return Math.min(LONGEST_WAIT_MS, MINUTE_MS * 2 ** Math.max(0, tries - 1));
}

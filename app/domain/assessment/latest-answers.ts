import type { Instant } from "../time/civil-date";
import type { AnswerValue } from "./answer-value";

/**
 * Names one save: the page (tab or device) that made it, and the save's place among that page's saves. As text
 * "<page>.<place>", the page 8 to 40 of A–Z a–z 0–9 _ -, the place up to nine digits.
 */
export interface ClientKey {
  page: string;
  place: number;
}

/** Null for a text that is no client key. */
export function readClientKey(text: string): ClientKey | null {
  const match = /^([\w-]{8,40})\.(\d{1,9})$/.exec(text);
  return match ? { page: match[1] ?? "", place: Number(match[2]) } : null;
}

/** One save as it was recorded. */
export interface SavedResponse {
  /** grows in the order in which the server took the saves */
  id: number;
  item: number;
  value: AnswerValue;
  flagged: boolean;
  clientKey: string;
  at: Instant;
}

export interface Answer {
  item: number;
  /** empty: not answered, or cleared */
  value: AnswerValue;
  /** marked by the learner to look at again */
  flagged: boolean;
  savedAt: Instant;
}

/**
 * The answer that counts for each item. Between pages (two tabs, two devices) the save that the server took last wins. Among
 * saves of one page the page's own order counts: one that was overtaken on the way and arrives late changes nothing.
 */
export function latestAnswers(responses: readonly SavedResponse[]): Map<number, Answer> {
  const answers = new Map<number, Answer>();
  const furthest = new Map<string, number>();
  for (const response of [...responses].sort((a, b) => a.id - b.id)) {
    const { item, value, flagged, at, clientKey } = response;
    const key = readClientKey(clientKey);
    if (key) {
      const ofPage = `${item} ${key.page}`;
      if (key.place < (furthest.get(ofPage) ?? 0)) continue;
      furthest.set(ofPage, key.place);
    }
    answers.set(item, { item, value, flagged, savedAt: at });
  }
  return answers;
}

import { foldForSearch } from "~/domain/text/fold-for-search";
import { newPublicId } from "../public-id.server";

const WORDS = 4;
const RANDOM_SIGNS = 5;

/** A key for a new question: the prefix that its bank's keys have, words of its stem, and a random end, so that no other has it. */
export function newQuestionKey(bank: string, keys: Iterable<string>, stem: string): string {
  const words = foldForSearch(stem)
    .replace(/[^a-z0-9 ]/g, " ")
    .split(" ")
    .filter((word) => word.length > 1)
    .slice(0, WORDS);
  return [prefixOf(bank, keys), ...words, newPublicId().slice(0, RANDOM_SIGNS)].join("-").slice(0, 80);
}

/** The first word that most keys of the bank have; of an empty bank the initials of its course. */
function prefixOf(bank: string, keys: Iterable<string>): string {
  const counts = new Map<string, number>();
  for (const key of keys) {
    const [first = ""] = key.split("-");
    counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return (
    most?.[0] ??
    bank
      .split("-")
      .map((word) => word.charAt(0))
      .join("")
  );
}

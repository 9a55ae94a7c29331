import { foldForSearch } from "~/domain/text/fold-for-search";

/** Keys are handles for files and tests: a name longer than this is cut. */
const LONGEST = 48;

/**
 * A key for something new, from its Vietnamese name without accents and an ending that tells plans apart ("2026-12-01-k3f9"):
 * "BHXH cơ sở Đông Anh" gives "bhxh-co-so-dong-anh-2026-12-01-k3f9". Where that is taken, a number follows.
 */
export function newKey(name: string, ending: string, taken: ReadonlySet<string>): string {
  const words = foldForSearch(name)
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, "");
  const key = [words, ending].filter(Boolean).join("-");
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? key : `${key}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}

import { foldForSearch, matchesSearch } from "~/domain/text/fold-for-search";
import { vietnameseOrder } from "~/domain/text/vietnamese-order";

export { foldForSearch, matchesSearch };

/** Below whatever vietnameseOrder writes: a name without middle words comes before one that has them. */
const BETWEEN_PARTS = ",";

/** Words of a name, in NFC: family name first, given name last. */
function words(fullName: string): string[] {
  return fullName.normalize("NFC").trim().split(/\s+/).filter(Boolean);
}

/**
 * The order of lists in Viet Nam: by given name, then middle words, then family name. ASCII, to be compared byte by byte
 * (in SQL: ORDER BY sort_key).
 */
export function sortKey(fullName: string): string {
  const all = words(fullName);
  const given = all.at(-1) ?? "";
  const family = all.length > 1 ? (all[0] ?? "") : "";
  return [given, all.slice(1, -1).join(" "), family].map(vietnameseOrder).join(BETWEEN_PARTS);
}

/** First letters of family and given name for a small badge, without tones: "Đỗ Thị Ánh" gives "ĐA". */
export function initials(fullName: string): string {
  const all = words(fullName);
  const ends = all.length > 1 ? [all[0], all.at(-1)] : all;
  return ends.map((word) => firstLetter(word ?? "")).join("");
}

function firstLetter(word: string): string {
  const letter = word
    .charAt(0)
    .normalize("NFD")
    .replace(/[\u0300\u0309\u0303\u0301\u0323]/g, "");
  return letter.normalize("NFC").toUpperCase();
}

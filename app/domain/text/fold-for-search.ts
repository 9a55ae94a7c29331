/** What is left of a text when marks, case and spacing do not matter: "  Đỗ  Thị H'Liên" gives "do thi hlien". */
export function foldForSearch(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .replace(/['’ʼ`]/g, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * True when every word of the query begins some word of the text, in any order; an empty query matches all. `folded` is
 * what foldForSearch returned. In SQL, for each word: (' ' || folded) LIKE '% word%'.
 */
export function matchesSearch(folded: string, query: string): boolean {
  const padded = ` ${folded}`;
  return foldForSearch(query)
    .split(" ")
    .every((word) => word === "" || padded.includes(` ${word}`));
}

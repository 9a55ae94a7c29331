/** The letters in dictionary order; f, j, w and z stand where Latin order puts them, for names that have them. */
const LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
/** ngang, huyền, hỏi, ngã, sắc, nặng: a combining mark's place in this text is the tone's rank. */
const TONES = " \u0300\u0309\u0303\u0301\u0323";
const LETTER_MARKS: Record<string, string> = {
  "a\u0306": "ă",
  "a\u0302": "â",
  "e\u0302": "ê",
  "o\u0302": "ô",
  "o\u031b": "ơ",
  "u\u031b": "ư",
};
/** Below every digit and letter, in this order, so that a shorter text comes first at each step. */
const BETWEEN_WORDS = "-";
const BEFORE_TONES = ".";

/**
 * An ASCII text that sorts, compared byte by byte, as Vietnamese dictionaries do: word by word, letters first
 * (a ă â b c d đ e ê …), then tones (ngang huyền hỏi ngã sắc nặng). Digits come before letters; other signs do not count.
 */
export function vietnameseOrder(text: string): string {
  return text.toLowerCase().split(/\s+/).map(wordOrder).filter(Boolean).join(BETWEEN_WORDS);
}

function wordOrder(word: string): string {
  let letters = "";
  let tones = "";
  let previous = "";
  for (const sign of word.normalize("NFD")) {
    const tone = TONES.indexOf(sign);
    if (tone > 0) {
      tones += tone;
      continue;
    }
    // a letter's own mark may follow its tone mark in NFD (ộ), so it changes the letter already written
    const marked = LETTER_MARKS[previous + sign];
    if (marked) {
      letters = letters.slice(0, -1) + codeOf(marked);
      continue;
    }
    const code = codeOf(sign);
    if (code === "") continue;
    letters += code;
    previous = sign;
  }
  return letters === "" ? "" : letters + BEFORE_TONES + (tones || "0");
}

// Capitals and small letters in ASCII order: 33 letters after the ten digits.
const CODES = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg";

function codeOf(sign: string): string {
  if (sign >= "0" && sign <= "9") return sign;
  const place = LETTERS.indexOf(sign);
  return place < 0 ? "" : CODES.charAt(place);
}

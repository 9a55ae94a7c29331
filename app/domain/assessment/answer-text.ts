/** Longest text of an answer, in characters (UTF-16 units, as browsers count). */
const LONGEST_TEXT = 4_000;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** A text as it is kept: composed (NFC), lines ended by "\n", without blanks at its ends. */
export function readText(
  raw: unknown,
): { ok: true; text: string } | { ok: false; code: "bad-shape" | "bad-text" | "text-too-long" } {
  if (typeof raw !== "string") return { ok: false, code: "bad-shape" };
  // a browser sends a line's end as two characters: they are not the writer's
  const text = raw.replace(/\r\n?/g, "\n");
  if (text.length > LONGEST_TEXT * 2) return { ok: false, code: "text-too-long" };
  if (!isWellFormed(text) || CONTROL.test(text)) return { ok: false, code: "bad-text" };
  const kept = text.normalize("NFC").trim();
  return kept.length > LONGEST_TEXT ? { ok: false, code: "text-too-long" } : { ok: true, text: kept };
}

/** No half of a surrogate pair without its other half. */
function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

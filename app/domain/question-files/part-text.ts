/**
 * One option, step, pair … as a person writes it into a cell: `a) text`, and what belongs to it after `=>`. A backslash before
 * `|`, `\`, `=>` or an arrow takes its meaning away; `\n` is a line break.
 */
export interface PartText {
  /** null: none was written; its place gives it one */
  key: string | null;
  /** the text, then what stands after each `=>` */
  pieces: string[];
}

const KEY = /^([a-z0-9-]+)\)\s*/;
/** Word makes arrows of "=>". */
const SEPARATOR = /=>|[⇒→]/;

export function writePart(key: string, pieces: readonly string[]): string {
  return `${key}) ${pieces.map(escapePiece).join(" => ")}`;
}

export function readPart(cell: string): PartText {
  const text = cell.trim();
  const key = KEY.exec(text);
  return { key: key?.[1] ?? null, pieces: splitPieces(text.slice(key?.[0].length ?? 0), SEPARATOR) };
}

/** Several accepted answers, parted by "|". */
export function writeList(items: readonly string[]): string {
  return items.map(escapePiece).join(" | ");
}

export function readList(cell: string): string[] {
  return splitPieces(cell, /\|/).filter((item) => item !== "");
}

/** "a", "b" … "z", "part-27": the key of a part that was written without one. */
export function keyOfPlace(index: number): string {
  return index < 26 ? String.fromCharCode(97 + index) : `part-${index + 1}`;
}

function escapePiece(text: string): string {
  return text.replace(/[\\|⇒→]|=(?=>)/g, "\\$&").replace(/\n/g, "\\n");
}

function splitPieces(text: string, separator: RegExp): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (let at = 0; at < text.length; ) {
    const sign = text.charAt(at);
    if (sign === "\\" && at + 1 < text.length) {
      const next = text.charAt(at + 1);
      piece += next === "n" ? "\n" : next;
      at += 2;
      continue;
    }
    const found = separator.exec(text.slice(at, at + 2));
    if (found?.index === 0) {
      pieces.push(piece.trim());
      piece = "";
      at += found[0].length;
      continue;
    }
    piece += sign;
    at += 1;
  }
  return [...pieces, piece.trim()];
}

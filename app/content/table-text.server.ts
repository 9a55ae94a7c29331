import { isUtf8 } from "node:buffer";
import iconv from "iconv-lite";
import { type Encoding, TableRefused } from "~/domain/imports/table";

const LOOKED_AT = 8192;

/** The text of a file in whichever of our encodings it is; NFC, without a byte order mark. @throws TableRefused */
export function decodeText(bytes: Buffer): { encoding: Encoding; text: string } {
  const encoding = encodingOf(bytes);
  const text = iconv.decode(bytes, encoding, { stripBOM: true }).normalize("NFC");
  const strange = text.search(/[\uFFFD\0]/);
  if (strange >= 0) throw new TableRefused("unknown-letters", { row: String(lineAt(text, strange)) });
  return { encoding, text };
}

function encodingOf(bytes: Buffer): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const wide = wideWithoutMark(bytes.subarray(0, LOOKED_AT));
  if (wide) return wide;
  if (isUtf8(bytes)) return "utf-8";
  const broken = brokenUtf8(bytes);
  // a few bad places in what is otherwise UTF-8 are damage, not another encoding
  if (broken.good > broken.bad) throw new TableRefused("broken-utf8", { row: String(broken.firstBadLine) });
  return "windows-1258";
}

/** Digits, signs and line ends of UTF-16 have an empty half; text in bytes has none. */
function wideWithoutMark(head: Buffer): Encoding | null {
  let even = 0;
  let odd = 0;
  for (let index = 0; index < head.length; index += 1) if (head[index] === 0) index % 2 === 0 ? even++ : odd++;
  if (even + odd < head.length / 10) return null;
  return odd > even ? "utf-16le" : "utf-16be";
}

/** How many characters of several bytes are whole, how many bytes stand where none may, and the line of the first of these. */
function brokenUtf8(bytes: Buffer): { good: number; bad: number; firstBadLine: number } {
  let good = 0;
  let bad = 0;
  let line = 1;
  let firstBadLine = 0;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    if (byte === 10) line += 1;
    const length = byte < 0x80 ? 1 : byte >= 0xc2 && byte < 0xe0 ? 2 : byte >= 0xe0 && byte < 0xf0 ? 3 : 4;
    if (length > 1 && (byte < 0xc2 || !isUtf8(bytes.subarray(at, at + length)))) {
      bad += 1;
      firstBadLine ||= line;
      at += 1;
      continue;
    }
    if (length > 1) good += 1;
    at += length;
  }
  return { good, bad, firstBadLine };
}

function lineAt(text: string, place: number): number {
  return text.slice(0, place).split("\n").length;
}

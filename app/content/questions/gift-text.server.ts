/** Signs that have a meaning in GIFT; with a backslash they stand for themselves. */
const MEANING = /[\\~=#{}:]/g;
const MARKER = /^\[(html|moodle|plain|markdown)\]/i;
const TAG = /<\/?(p|br|b|i|u|em|strong|span|div|ul|ol|li|sub|sup|h[1-6]|font|a)(\s[^>]*)?\/?>/i;

/** A text that stands in one that is marked as plain. */
export function escapeGift(text: string): string {
  return text.replace(MEANING, "\\$&").replace(/->/g, "-\\>").replace(/\n/g, "\\n");
}

/** A text as GIFT writes it; one that would be read as something else is marked as plain. */
export function giftText(text: string): string {
  return /^[[%]/.test(text) ? `[plain]${escapeGift(text)}` : escapeGift(text);
}

/** How a text is to be read where it does not say so itself: as the question's own text. */
export type GiftFormat = string | undefined;

export function formatOf(raw: string): GiftFormat {
  return MARKER.exec(raw.trim())?.[1]?.toLowerCase();
}

/** A text out of GIFT: without its marker, backslashes and, where it is HTML, tags. */
export function readGiftText(raw: string, format?: GiftFormat): string {
  const marker = formatOf(raw) ?? format;
  const text = raw
    .trim()
    .replace(MARKER, "")
    .replace(/[ \t]*\n[ \t]*/g, "\n")
    .replace(/\\([\\~=#{}:>n])/g, (_, sign: string) => (sign === "n" ? "\n" : sign))
    .trim();
  return marker === "plain" || (marker !== "html" && !TAG.test(text)) ? text : withoutTags(text);
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** What HTML says, without its form: our texts are plain. Nothing of it is ever shown as HTML. */
function withoutTags(html: string): string {
  return html
    .replace(/<(br|\/p|\/div|\/li|\/h[1-6])(\s[^>]*)?\/?>/gi, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => entity(name) ?? whole)
    .replace(/[ \t]*\n\s*/g, "\n")
    .trim();
}

function entity(name: string): string | null {
  if (!name.startsWith("#")) return ENTITIES[name.toLowerCase()] ?? null;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  const known = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return known ? String.fromCodePoint(code) : null;
}

/** The places of a sign that is not behind a backslash. */
export function placesOf(text: string, sign: RegExp): { at: number; found: string }[] {
  const places: { at: number; found: string }[] = [];
  const either = new RegExp(`\\\\[\\s\\S]|${sign.source}`, "g");
  for (const match of text.matchAll(either)) {
    if (!match[0].startsWith("\\")) places.push({ at: match.index, found: match[0] });
  }
  return places;
}

/** Text before and after the first place of a sign; `after` is null where there is none. */
export function splitAt(text: string, sign: RegExp): { before: string; after: string | null } {
  const [first] = placesOf(text, sign);
  if (!first) return { before: text, after: null };
  return { before: text.slice(0, first.at), after: text.slice(first.at + first.found.length) };
}

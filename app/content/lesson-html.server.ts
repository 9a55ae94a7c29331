import type { Token } from "markdown-it";
import { BOX_MARKER, type Box, headingId, isBox, lessonParser } from "./lesson-markdown.server";

export interface LessonHtmlOptions {
  /** headings of the boxes, in the language of the lesson */
  labels: Record<Box, string>;
}

const TONES: Partial<Record<Box, string>> = { remember: "info", careful: "warn" };

const parser = lessonParser(false);
parser.renderer.rules.table_open = () => '<div class="scroll" tabindex="0"><table>\n';
parser.renderer.rules.table_close = () => "</table></div>\n";
// no images: their text stays
parser.renderer.rules.image = (tokens, index) => parser.utils.escapeHtml(tokens[index]?.content ?? "");

/**
 * A lesson's Markdown as safe HTML: raw HTML shows as text, links lead to web addresses or within the site, headings have
 * ids, boxes become notes with a heading, tables scroll by themselves.
 */
export function lessonHtml(markdown: string, { labels }: LessonHtmlOptions): string {
  const tokens = parser.parse(markdown, {});
  const ids = new Set<string>();
  nameHeadings(tokens, ids);
  openBoxes(tokens, labels, ids);
  for (const token of tokens) for (const child of token.children ?? []) if (child.type === "link_open") mendLink(child);
  return parser.renderer.render(tokens, parser.options, {});
}

function nameHeadings(tokens: Token[], ids: Set<string>): void {
  tokens.forEach((token, index) => {
    if (token.type === "heading_open") token.attrSet("id", headingId(tokens[index + 1]?.content ?? "", ids));
  });
}

/** Links to headings follow the ids that headings are given; links that leave the site do not hand over the page. */
function mendLink(link: Token): void {
  const address = String(link.attrGet("href") ?? "");
  if (address.startsWith("#")) link.attrSet("href", `#${anchorId(address)}`);
  else if (/^https?:/i.test(address)) link.attrSet("rel", "noopener");
}

/** The id that a link "#…" of an author means: the heading's own words, with or without marks. */
export function anchorId(address: string): string {
  let words = address.slice(1);
  try {
    words = decodeURIComponent(words);
  } catch {
    // a lone "%" is a sign like any other
  }
  return headingId(words.replace(/^h-/, ""), new Set());
}

function openBoxes(tokens: Token[], labels: Record<Box, string>, ids: Set<string>): void {
  tokens.forEach((token, index) => {
    const inline = tokens[index + 2];
    const first =
      inline?.type === "inline" && tokens[index + 1]?.type === "paragraph_open" ? inline.children?.[0] : null;
    const box = first ? (BOX_MARKER.exec(first.content)?.[1] ?? "") : "";
    if (token.type !== "blockquote_open" || !isBox(box) || !inline?.children) return;
    // what follows the marker's line break stays
    inline.children = inline.children.slice(2);
    if (inline.children.length === 0) for (const gone of tokens.slice(index + 1, index + 4)) gone.hidden = true;
    asNote(token, closing(tokens, index), { box, label: labels[box], id: headingId(labels[box], ids) });
  });
}

function asNote(
  open: Token,
  close: Token | undefined,
  { box, label, id }: { box: Box; label: string; id: string },
): void {
  const tone = TONES[box];
  open.type = "html_block";
  open.content =
    `<div class="note" role="note" data-box="${box}"${tone ? ` data-tone="${tone}"` : ""} aria-labelledby="${id}">` +
    `<h3 id="${id}">${parser.utils.escapeHtml(label)}</h3>\n`;
  if (!close) return;
  close.type = "html_block";
  close.content = "</div>\n";
}

function closing(tokens: Token[], open: number): Token | undefined {
  const level = tokens[open]?.level;
  return tokens.slice(open).find((token) => token.type === "blockquote_close" && token.level === level);
}

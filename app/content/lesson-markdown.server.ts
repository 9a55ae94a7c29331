import MarkdownIt from "markdown-it";

/** A box is a block quote whose first line is "[!remember]" or another of these. */
export const BOXES = ["remember", "example", "careful", "practice"] as const;
export type Box = (typeof BOXES)[number];

/** The marker of a box, in the text of a block quote's first line. */
export const BOX_MARKER = /^\[!([^\]\s]*)\]\s*$/;

export function isBox(name: string): name is Box {
  return (BOXES as readonly string[]).includes(name);
}

/** Lessons as CommonMark with tables. `html` true only lets the checker see what the site would show as plain text. */
export function lessonParser(html: boolean): InstanceType<typeof MarkdownIt> {
  const parser = new MarkdownIt("default", { html, linkify: false, typographer: false, langPrefix: "" });
  parser.validateLink = isAllowedLink;
  return parser;
}

/** Web addresses, and addresses within the site or the page. */
export function isAllowedLink(address: string): boolean {
  const url = address.trim();
  if (/^https?:\/\//i.test(url)) return true;
  // "//host" and "\\host" leave the site; a colon before the first "/", "?" or "#" names a scheme
  return !/^[/\\]{2}/.test(url) && !/^[^/?#]*:/.test(url) && !hasControl(url);
}

function hasControl(text: string): boolean {
  return [...text].some((character) => character <= " " || character === "\u007f");
}

/** The id of a heading, "h-" and its words without marks, so that it meets no other id of the page. */
export function headingId(text: string, taken: Set<string>): string {
  const words = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  const base = `h-${words || "part"}`;
  let id = base;
  for (let next = 2; taken.has(id); next++) id = `${base}-${next}`;
  taken.add(id);
  return id;
}

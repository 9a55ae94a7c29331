/** What is told of a document as it streams by. Names come without their prefix. */
export interface XmlHandler {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

/** No tag of a workbook is longer. */
const LONGEST_TAG = 64 * 1024;
const ENTITIES: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/**
 * Reads XML piece by piece and keeps nothing of it. Enough for the parts of a workbook: no document types, so no entities of the
 * document's own. @throws Error where it is not well-formed
 */
export class XmlReader {
  private rest = "";

  constructor(private readonly handler: XmlHandler) {}

  write(chunk: string): void {
    const text = this.rest + chunk;
    let at = 0;
    while (at < text.length) {
      const start = text.indexOf("<", at);
      if (start !== at) {
        // text up to the next tag; an unfinished piece waits for the next chunk, as an entity may be cut
        const end = start < 0 ? text.length : start;
        if (start < 0 && text.lastIndexOf("&") > text.lastIndexOf(";")) break;
        this.handler.text(unescapeXml(text.slice(at, end)));
        at = end;
        continue;
      }
      const after = this.tag(text, at);
      if (after < 0) break;
      at = after;
    }
    this.rest = text.slice(at);
    if (this.rest.length > LONGEST_TAG) throw new Error("a tag without an end");
  }

  end(): void {
    if (this.rest.trim() !== "") throw new Error("the document ends within a tag");
  }

  /** Reads the tag that begins at the place. @returns the place behind it; -1: it is not whole yet */
  private tag(text: string, start: number): number {
    if (text.startsWith("<?", start)) return behind(text, "?>", start);
    if (text.startsWith("<!--", start)) return behind(text, "-->", start);
    if (text.startsWith("<![CDATA[", start)) {
      const end = behind(text, "]]>", start);
      if (end >= 0) this.handler.text(text.slice(start + 9, end - 3));
      return end;
    }
    if (text.startsWith("<!", start)) {
      // "<!" alone may be the beginning of a comment that is cut
      if (text.length - start < 9) return -1;
      throw new Error("a document type");
    }
    const end = endOfTag(text, start);
    if (end < 0) return -1;
    const closing = text[start + 1] === "/";
    const empty = text[end - 1] === "/";
    const inner = text.slice(start + (closing ? 2 : 1), empty ? end - 1 : end);
    const name = /^[^\s/]+/.exec(inner)?.[0] ?? "";
    const local = name.slice(name.indexOf(":") + 1);
    if (!closing) this.handler.open(local, inner.slice(name.length));
    if (closing || empty) this.handler.close(local);
    return end + 1;
  }
}

function behind(text: string, sign: string, from: number): number {
  const end = text.indexOf(sign, from);
  return end < 0 ? -1 : end + sign.length;
}

/** The place of the ">" that ends the tag: one within quotes does not. */
function endOfTag(text: string, start: number): number {
  let quote = "";
  for (let at = start + 1; at < text.length; at += 1) {
    const sign = text[at];
    if (quote !== "") {
      if (sign === quote) quote = "";
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === ">") return at;
  }
  return -1;
}

/** The attributes of a tag by their names without prefix. */
export function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = "", double, single] of text.matchAll(/([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    found[name.slice(name.indexOf(":") + 1)] = unescapeXml(double ?? single ?? "");
  }
  return found;
}

function unescapeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,8}));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? whole;
    const point = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

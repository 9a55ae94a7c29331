import { SaxesParser } from "saxes";

/** What is told of a document as it streams by. Names of tags and attributes come without their prefix. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

/**
 * Reads XML piece by piece and keeps nothing of it. A document type is refused: no part of a workbook has one, and it could bring
 * entities of its own. @throws Error where it is not well-formed
 */
export class XmlReader {
  private readonly parser = new SaxesParser();

  constructor(handler: XmlHandler) {
    this.parser.on("opentag", ({ name, attributes }) => {
      handler.open(withoutPrefix(name), withoutPrefixes(attributes));
    });
    this.parser.on("closetag", ({ name }) => handler.close(withoutPrefix(name)));
    this.parser.on("text", (text) => handler.text(text));
    this.parser.on("cdata", (text) => handler.text(text));
    this.parser.on("doctype", () => {
      throw new Error("a document type");
    });
    this.parser.on("error", (error) => {
      throw error;
    });
  }

  write(chunk: string): void {
    this.parser.write(chunk);
  }

  end(): void {
    this.parser.close();
  }
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function withoutPrefixes(attributes: Record<string, string>): Record<string, string> {
  const own: Record<string, string> = {};
  for (const name in attributes) own[withoutPrefix(name)] = attributes[name] ?? "";
  return own;
}

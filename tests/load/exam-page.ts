import { decode } from "turbo-stream";

/** What a taker sees of a page of the paper. */
export interface SeenPage {
  /** hidden fields of the form */
  hidden: [string, string][];
  /** by item: the options to choose from */
  choices: Map<number, string[]>;
}

/** From the page as HTML. */
export function readDocument(html: string): SeenPage {
  const hidden: [string, string][] = [];
  const choices = new Map<number, string[]>();
  for (const [input] of html.matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(input, "name");
    const item = Number(/^a(\d+)$/.exec(name)?.[1] ?? 0);
    if (attribute(input, "type") === "hidden") hidden.push([name, attribute(input, "value")]);
    else if (item > 0) choices.set(item, [...(choices.get(item) ?? []), attribute(input, "value")]);
  }
  return { hidden, choices };
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
  return value.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&lt;", "<").replaceAll("&amp;", "&");
}

/** From what the page's script fetches when it goes from page to page. */
export async function readData(body: string): Promise<SeenPage> {
  const choices = new Map<number, string[]>();
  const look = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const { number, options } = value as { number?: unknown; options?: unknown };
    if (typeof number === "number" && Array.isArray(options)) {
      choices.set(
        number,
        options.map(({ token }) => String(token)),
      );
    }
    for (const part of Object.values(value)) look(part);
  };
  const bytes = new TextEncoder().encode(body);
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
  look((await decode(stream)).value);
  return { hidden: [], choices };
}

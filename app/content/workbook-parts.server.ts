import type { Readable } from "node:stream";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { LIMITS, TableRefused } from "~/domain/imports/table";
import { type XmlHandler, XmlReader } from "./xml-reader.server";

/** No workbook of ours has more parts. */
const MOST_PARTS = 5_000;

/**
 * The parts of a zip file, by the list at its end and by nothing else: what a file hides between them is never unpacked. What it
 * says of their sizes is checked while they are read.
 */
export class WorkbookParts {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws TableRefused where it is no zip file or would unpack to too much */
  static async open(file: string): Promise<WorkbookParts> {
    const zip = await openPromise(file, { lazyEntries: true, autoClose: false }).catch(() => {
      throw new TableRefused("broken-workbook");
    });
    const entries = new Map<string, Entry>();
    let unpacked = 0;
    try {
      for await (const entry of zip.eachEntry()) {
        unpacked += entry.uncompressedSize;
        if (unpacked > LIMITS.unpackedBytes || entries.size > MOST_PARTS) {
          throw new TableRefused("unpacks-too-large", { limit: String(LIMITS.unpackedBytes / 1024 / 1024) });
        }
        entries.set(entry.fileName.replace(/\\/g, "/").replace(/^\//, ""), entry);
      }
    } catch (error) {
      zip.close();
      throw error instanceof TableRefused ? error : new TableRefused("broken-workbook");
    }
    return new WorkbookParts(zip, entries);
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  bytesOf(name: string): number {
    return this.entries.get(name)?.uncompressedSize ?? 0;
  }

  /** Streams one part through the handler; nothing where there is no such part. @throws TableRefused where it is damaged */
  async read(name: string, handler: XmlHandler): Promise<void> {
    const entry = this.entries.get(name);
    if (!entry) return;
    const reader = new XmlReader(handler);
    try {
      const stream: Readable = await this.zip.openReadStreamPromise(entry);
      stream.setEncoding("utf8");
      for await (const chunk of stream) reader.write(chunk as string);
      reader.end();
    } catch (error) {
      throw error instanceof TableRefused ? error : new TableRefused("broken-workbook", { part: name });
    }
  }

  close(): void {
    this.zip.close();
  }
}

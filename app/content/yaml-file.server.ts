import { existsSync, readFileSync } from "node:fs";
import { isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";

/** One thing that is wrong in a file, and where. `file` as given by the caller, `line` from 1. */
export interface FileProblem {
  file: string;
  line: number;
  message: string;
}

/** Thrown with everything that was found, so that an author mends it in one go. */
export class ContentProblems extends Error {
  constructor(readonly problems: FileProblem[]) {
    super(problems.map(({ file, line, message }) => `${file}:${line}: ${message}`).join("\n"));
    this.name = "ContentProblems";
  }
}

type Path = (string | number)[];

/** A checked YAML file. `lineOf` gives the line of a part of it, for problems that a schema cannot see. */
export interface YamlFile<T> {
  file: string;
  value: T;
  lineOf(path: Path): number;
}

/**
 * Reads and checks one YAML file.
 * @throws ContentProblems with file, line and reason when it is missing, is no YAML, or does not fit the schema.
 */
export function readYamlFile<T>(file: string, schema: z.ZodType<T>): YamlFile<T> {
  if (!existsSync(file)) throw new ContentProblems([{ file, line: 1, message: "the file is missing" }]);
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, "utf8").normalize("NFC"), { lineCounter: lines, uniqueKeys: true });
  const lineAt = (offset: number) => lines.linePos(offset).line || 1;
  if (document.errors.length > 0) {
    throw new ContentProblems(
      document.errors.map((error) => ({
        file,
        line: lineAt(error.pos[0]),
        message: error.message.split("\n")[0] ?? "",
      })),
    );
  }
  const lineOf = (path: Path): number => {
    for (let depth = path.length; depth >= 0; depth--) {
      const keyLine = lineOfKey(document, path.slice(0, depth), lineAt);
      if (keyLine !== null) return keyLine;
    }
    return 1;
  };
  const parsed = schema.safeParse(document.toJS());
  if (!parsed.success) {
    throw new ContentProblems(
      parsed.error.issues.map((issue) => {
        const path = issue.path.map((part) => (typeof part === "symbol" ? String(part) : part));
        const where = path.length > 0 ? `${path.join(".")}: ` : "";
        return { file, line: lineOf(path), message: where + issue.message };
      }),
    );
  }
  return { file, value: parsed.data, lineOf };
}

function lineOfKey(
  document: ReturnType<typeof parseDocument>,
  path: Path,
  lineAt: (offset: number) => number,
): number | null {
  if (path.length === 0) return document.contents?.range ? lineAt(document.contents.range[0]) : 1;
  const last = path[path.length - 1];
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === last);
    if (pair && isScalar(pair.key) && pair.key.range) return lineAt(pair.key.range[0]);
  }
  const node = document.getIn(path, true);
  return isNode(node) && node.range ? lineAt(node.range[0]) : null;
}

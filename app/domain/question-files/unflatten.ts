import type { QuestionType } from "~/domain/course/question";
import {
  FLAT_COLUMNS,
  type FlatColumn,
  type FlatQuestion,
  MOST_PARTS,
  meantBy,
  SPELLING_WORDS,
  TYPE_WORDS,
  USE_WORDS,
  YES,
} from "./flat-columns";
import { keyOfPlace, type PartText, readList, readPart } from "./part-text";
import type { FormatProblem, QuestionPath } from "./place";

export interface FlatProblem {
  column: FlatColumn;
  code: FormatProblem;
  params: Record<string, string>;
}

/** A question out of columns. What is empty is missing in `content`: whoever checks the question says so. */
export interface Unflattened {
  content: Record<string, unknown>;
  problems: FlatProblem[];
}

export function unflatten(flat: FlatQuestion): Unflattened {
  return new Reader(flat).read();
}

/** The column in which a part of a question stands, or would. */
export function columnOf(content: Readonly<Record<string, unknown>>, path: QuestionPath): FlatColumn {
  const [first = "", second, third] = path;
  const language = path.includes("en") ? "en" : "vi";
  const place = typeof second === "number" ? second + 1 : 1;
  switch (first) {
    case "citation":
      return second === "mark" ? "mark" : second === "clause" ? `clause.${language}` : "document";
    case "stem":
    case "explanation":
    case "text":
      return `${first}.${language}`;
    case "options":
      // what concerns all of them is most often the right answer
      if (second !== undefined) return third === "correct" ? "right" : `part${place}.${language}`;
      return content.type === "judgement" ? "part1.vi" : "right";
    case "steps":
    case "pairs":
    case "gaps":
    case "units":
    case "criteria":
      return `part${place}.${language}`;
    case "extra":
      return `part${place + (Array.isArray(content.pairs) ? content.pairs.length : 0)}.${language}`;
    case "answer":
      return content.type === "judgement" ? "method" : "right";
    case "accepted":
      return "right";
    case "credit":
      return "method";
    default:
      return isColumn(String(first)) ? (String(first) as FlatColumn) : "key";
  }
}

const PLAIN = [
  "key",
  "type",
  "competency",
  "difficulty",
  "lesson",
  "use",
  "tags",
  "tolerance",
  "pin",
  "accents",
  "case",
  "most_words",
  "pass_percent",
  "files",
  "markers",
  "threshold_percent",
  "other_unit",
  "figures",
];
const isColumn = (name: string) => PLAIN.includes(name);

class Reader {
  private readonly problems: FlatProblem[] = [];

  constructor(private readonly flat: FlatQuestion) {}

  read(): Unflattened {
    const type = this.word("type", TYPE_WORDS, "unknown-type");
    const content: Record<string, unknown> = {
      type,
      key: this.text("key"),
      competency: this.text("competency"),
      difficulty: this.number("difficulty"),
      lesson: this.text("lesson"),
      citation: this.citation(),
      tags: this.list("tags"),
      use: this.word("use", USE_WORDS, "unknown-word"),
      stem: this.both("stem"),
      figures: this.figures(),
      explanation: this.both("explanation"),
      ...(type && this.answers(type)),
    };
    if (type) this.refuseOthers(type);
    else if (this.text("type") === undefined) this.wrong("type", "unknown-type", { found: "" });
    for (const name of Object.keys(content)) if (content[name] === undefined) delete content[name];
    return { content, problems: this.problems };
  }

  private wrong(column: FlatColumn, code: FormatProblem, params: Record<string, string> = {}): undefined {
    this.problems.push({ column, code, params });
  }

  /** What a type has no use for is not dropped in silence. */
  private refuseOthers(type: QuestionType): void {
    for (const { column, words } of FLAT_COLUMNS) {
      const text = this.text(column);
      if (text !== undefined && words.types?.includes(type) === false)
        this.wrong(column, "not-for-type", { found: text });
    }
  }

  private text(column: FlatColumn): string | undefined {
    return this.flat[column]?.trim() || undefined;
  }

  private both(name: "stem" | "explanation" | "clause" | "text"): Record<string, string> | undefined {
    const vi = this.text(`${name}.vi`);
    const en = this.text(`${name}.en`);
    return vi === undefined && en === undefined ? undefined : { ...(vi && { vi }), ...(en && { en }) };
  }

  private number(column: FlatColumn): number | undefined {
    const text = this.text(column);
    return text === undefined ? undefined : this.numberIn(column, text);
  }

  /** "1,5" and "1.5" are the same number; thousands are not parted. */
  private numberIn(column: FlatColumn, text: string): number | undefined {
    if (!/^[-+−]?\d+([.,]\d+)?(e[-+]?\d+)?$/i.test(text)) return this.wrong(column, "needs-number", { found: text });
    return Number(text.replace(",", ".").replace("−", "-"));
  }

  private list(column: FlatColumn): string[] | undefined {
    return this.text(column)
      ?.split(/[,;]/)
      .map((item) => item.trim())
      .filter((item) => item !== "");
  }

  private word<T extends string>(
    column: FlatColumn,
    words: Readonly<Record<T, { vi: string; en: string }>>,
    code: FormatProblem,
  ): T | undefined {
    const text = this.text(column);
    if (text === undefined) return undefined;
    return meantBy(words, text) ?? this.wrong(column, code, { found: text });
  }

  private citation(): Record<string, unknown> | undefined {
    const document = this.text("document");
    const clause = this.both("clause");
    const mark = this.text("mark");
    if (document === undefined && clause === undefined && mark === undefined) return undefined;
    return { ...(document && { document }), ...(clause && { clause }), ...(mark && { mark: mark.toUpperCase() }) };
  }

  private figures(): unknown {
    const text = this.text("figures");
    if (text === undefined) return undefined;
    try {
      return JSON.parse(text);
    } catch {
      return this.wrong("figures", "bad-figures");
    }
  }

  private answers(type: QuestionType): Record<string, unknown> {
    switch (type) {
      case "single":
      case "multiple":
      case "truefalse": {
        const right = new Set(this.rightKeys(type));
        const options = this.parts((part) => ({ text: part(0) })).map((option) => ({
          ...option,
          correct: right.delete(option.key),
        }));
        for (const key of right) this.wrong("right", "unknown-right", { found: key });
        return { options, pin: this.list("pin") ?? [], ...(type === "multiple" && { credit: this.text("method") }) };
      }
      case "matching": {
        const parts = this.parts((part, column) => ({ left: part(0), right: part(1), column }));
        for (const { right, column } of parts) if (right === undefined) this.wrong(column, "half-pair");
        const pairs = parts.filter(({ left }) => left !== undefined);
        const extra = parts.filter(({ left }) => left === undefined);
        return {
          pairs: pairs.map(({ key, left, right }) => ({ key, left, right })),
          ...(extra.length > 0 && { extra: extra.map(({ key, right }) => ({ key, text: right })) }),
          credit: this.text("method"),
        };
      }
      case "ordering":
        return { steps: this.parts((part) => ({ text: part(0) })), credit: this.text("method") };
      case "fill-in":
        return { text: this.both("text"), gaps: this.gaps(), ...this.spelling() };
      case "numeric": {
        const units = this.parts((part, column) => ({ text: part(0), factor: this.pieceNumber(column, 1) }));
        return {
          answer: this.number("right"),
          tolerance: this.tolerance(),
          ...(units.length > 0 && { units }),
        };
      }
      case "short-text": {
        const accepted = this.text("right");
        return {
          ...(accepted !== undefined && { accepted: readList(accepted) }),
          ...this.spelling(),
          most_words: this.number("most_words"),
          criteria: this.criteria(),
        };
      }
      case "judgement":
        return {
          answer: this.text("method"),
          options: this.parts((part, column) => ({ text: part(0), weight: this.pieceNumber(column, 1) })),
        };
      case "task":
        return {
          criteria: this.criteria(),
          most_words: this.number("most_words"),
          pass_percent: this.number("pass_percent"),
          files: this.number("files"),
          markers: this.number("markers"),
          threshold_percent: this.number("threshold_percent"),
          other_unit: this.otherUnit(),
        };
    }
  }

  private rightKeys(type: QuestionType): string[] {
    const keys = this.list("right") ?? [];
    if (type !== "truefalse") return keys;
    const words = { true: { vi: "Đúng", en: "True" }, false: { vi: "Sai", en: "False" } };
    return keys.map((key) => meantBy(words, key) ?? key);
  }

  private spelling() {
    return {
      accents: this.word("accents", SPELLING_WORDS, "unknown-word"),
      case: this.word("case", SPELLING_WORDS, "unknown-word"),
    };
  }

  private tolerance(): Record<string, unknown> | undefined {
    const text = this.text("tolerance");
    if (text === undefined) return undefined;
    const percent = /^(.*?)\s*%$/.exec(text)?.[1];
    return { kind: percent === undefined ? "absolute" : "percent", by: this.numberIn("tolerance", percent ?? text) };
  }

  private otherUnit(): boolean | undefined {
    const words = { yes: YES, no: { vi: "Không", en: "No" } };
    const said = this.word("other_unit", words, "unknown-word");
    return said && said === "yes";
  }

  private gaps() {
    return this.parts((_part, column) => {
      const written = this.text(column) ?? "";
      return { accepted: readList(written.replace(/^[a-z0-9-]+\)\s*/, "")) };
    });
  }

  private criteria() {
    return this.parts((part, column, pieces) => {
      const levels = pieces.slice(2).map((_, index) => {
        const said = part(index + 2, (text) => /^([\d.,]+)\s*:\s*([\s\S]*)$/.exec(text)?.[2]);
        const points = /^([\d.,]+)\s*:/.exec(pieces[index + 2] ?? "")?.[1];
        if (points === undefined) this.wrong(column, "needs-number", { found: pieces[index + 2] ?? "" });
        return { points: points === undefined ? undefined : this.numberIn(column, points), text: said };
      });
      return {
        title: part(0),
        points: this.pieceNumber(column, 1),
        ...(levels.length > 0 && { levels }),
      };
    });
  }

  private pieceNumber(column: FlatColumn, place: number): number | undefined {
    const text = readPart(this.flat[column] ?? "").pieces[place] ?? "";
    return text === "" ? this.wrong(column, "needs-number", { found: "" }) : this.numberIn(column, text);
  }

  /** The parts that were written, in order. `piece` gives a text in both languages, undefined where it is in none. */
  private parts<T extends object>(
    make: (
      piece: (place: number, read?: (text: string) => string | undefined) => Record<string, string> | undefined,
      column: FlatColumn,
      pieces: readonly string[],
    ) => T,
  ): (T & { key: string })[] {
    const made: (T & { key: string })[] = [];
    const keys = new Set<string>();
    for (let number = 1; number <= MOST_PARTS; number += 1) {
      const column: FlatColumn = `part${number}.vi`;
      const written = { vi: this.text(column), en: this.text(`part${number}.en`) };
      if (written.vi === undefined) {
        if (written.en !== undefined) this.wrong(column, "part-without-vietnamese");
        continue;
      }
      const vi = readPart(written.vi);
      const en: PartText = written.en === undefined ? { key: null, pieces: [] } : readPart(written.en);
      const key = vi.key ?? keyOfPlace(made.length);
      if (keys.has(key)) this.wrong(column, "part-key-twice", { found: key });
      keys.add(key);
      const piece = (place: number, read: (text: string) => string | undefined = (text) => text) => {
        const said = { vi: read(vi.pieces[place] ?? ""), en: read(en.pieces[place] ?? "") };
        if (!said.vi && !said.en) return undefined;
        return { ...(said.vi && { vi: said.vi }), ...(said.en && { en: said.en }) };
      };
      made.push({ key, ...make(piece, column, vi.pieces) });
    }
    return made;
  }
}

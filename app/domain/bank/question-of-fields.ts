import type { QuestionType } from "../course/question";
import { LANGUAGES, type Language } from "../text/language";
import { QUESTION_LISTS, type QuestionFields, type QuestionList } from "./question-fields";

/** What a form says of a question, not yet checked; `rows` tells which rows of the form the entries of a list came from. */
export interface RawQuestion {
  raw: Record<string, unknown>;
  rows: Partial<Record<QuestionList, number[]>>;
}

/** Reads a form. Rows in which nothing is written are left out; new rows get keys that no row of the form has had. */
export function questionOfFields(type: QuestionType, key: string, fields: QuestionFields): RawQuestion {
  const form = new Form(fields);
  const raw: Record<string, unknown> = {
    type,
    key,
    competency: form.text("competency"),
    difficulty: form.number("difficulty"),
    lesson: form.text("lesson"),
    citation: {
      document: form.text("citation.document"),
      clause: form.both("citation.clause"),
      mark: form.text("citation.mark"),
    },
    ...(form.list("tags", /[,;\n]/).length > 0 ? { tags: form.list("tags", /[,;\n]/) } : {}),
    ...(form.text("use") && form.text("use") !== "exam" ? { use: form.text("use") } : {}),
    stem: form.both("stem"),
    explanation: form.both("explanation"),
  };
  const figures = form.rowsOf("figures", ["alt", "caption", "cells"], ["picture"]);
  if (figures.length > 0) raw.figures = figures.map((row) => figureOf(form, row));
  Object.assign(raw, ownOf(type, form));
  return { raw, rows: form.rows };
}

function ownOf(type: QuestionType, form: Form): Record<string, unknown> {
  switch (type) {
    case "single":
    case "multiple":
    case "truefalse":
      return choicesOf(type, form);
    case "matching": {
      const extra = form.parts("extra", ["text"], ({ both }) => ({ text: both("text") }));
      return {
        pairs: form.parts("pairs", ["left", "right"], ({ both }) => ({ left: both("left"), right: both("right") })),
        ...(extra.length > 0 ? { extra } : {}),
        ...form.chosen("credit", "each"),
      };
    }
    case "ordering":
      return {
        steps: form
          .parts("steps", ["text"], ({ both, number }) => ({ text: both("text"), place: number("place") }), "place")
          .map(({ place: _, ...step }) => step),
        ...form.chosen("credit", "pairs"),
      };
    case "fill-in":
      return {
        text: form.both("text"),
        gaps: form.parts("gaps", ["accepted"], ({ lines }) => ({ accepted: lines("accepted") })),
        ...spellingOf(form),
      };
    case "numeric": {
      const units = form.parts("units", ["text"], ({ both, number }) => ({
        text: both("text"),
        factor: number("factor") ?? 1,
      }));
      const kind = form.text("tolerance.kind");
      return {
        answer: form.number("answer"),
        ...(kind ? { tolerance: { kind, by: form.number("tolerance.by") } } : {}),
        ...(units.length > 0 ? { units } : {}),
      };
    }
    case "short-text": {
      const accepted = form.list("accepted", /\n/);
      return {
        ...(accepted.length > 0 ? { accepted } : {}),
        ...spellingOf(form),
        most_words: form.number("most_words"),
        criteria: criteriaOf(form),
      };
    }
    case "judgement":
      return {
        answer: form.text("judging"),
        options: form.parts("options", ["text"], ({ both, number }) => ({
          text: both("text"),
          weight: number("weight"),
        })),
      };
    case "task":
      return {
        criteria: criteriaOf(form),
        pass_percent: form.number("pass_percent"),
        ...form.given("most_words"),
        ...form.given("files"),
        ...form.given("markers"),
        ...form.given("threshold_percent"),
        ...(form.text("other_unit") === "yes" ? { other_unit: true } : {}),
      };
  }
}

function choicesOf(type: "single" | "multiple" | "truefalse", form: Form): Record<string, unknown> {
  const options = form.parts("options", ["text"], ({ row, both, text }) => ({
    text: both("text"),
    correct: type === "multiple" ? text("correct") === "yes" : form.text("correct") === String(row),
    pinned: text("pin") === "yes",
  }));
  return {
    options: options.map(({ pinned: _, ...option }) => option),
    pin: options.flatMap(({ key, pinned }) => (pinned ? [key] : [])),
    ...(type === "multiple" ? form.chosen("credit", "net") : {}),
  };
}

function spellingOf(form: Form): Record<string, unknown> {
  return { ...form.chosen("accents", "strict"), ...form.chosen("case", "ignore") };
}

function criteriaOf(form: Form): unknown[] {
  return form.parts("criteria", ["title"], ({ both, number, lines }) => {
    const [vi, en] = LANGUAGES.map((language) => lines(`levels.${language}`).map(levelOf)) as [Level[], Level[]];
    const most = Math.max(vi.length, en.length);
    const levels = Array.from({ length: most }, (_, index) => ({
      points: vi[index]?.points ?? en[index]?.points,
      text: { vi: vi[index]?.text ?? "", en: en[index]?.text ?? "" },
    }));
    return { title: both("title"), points: number("points"), ...(most > 0 ? { levels } : {}) };
  });
}

interface Level {
  points: number | undefined;
  text: string;
}

/** "2: what two points mean" */
function levelOf(line: string): Level {
  const [points = "", ...rest] = line.split(":");
  return { points: readNumber(points), text: rest.join(":").trim() };
}

function figureOf(form: Form, row: number): unknown {
  const name = `figures.${row}`;
  const caption = form.both(`${name}.caption`);
  if (form.text(`${name}.picture`)) {
    return {
      picture: form.text(`${name}.picture`),
      alt: form.both(`${name}.alt`),
      ...(caption.vi || caption.en ? { caption } : {}),
    };
  }
  const cells = (language: Language) =>
    form.list(`${name}.cells.${language}`, /\n/).map((line) => line.split("|").map((cell) => cell.trim()));
  const [vi, en] = [cells("vi"), cells("en")];
  const lines = Array.from({ length: Math.max(vi.length, en.length) }, (_, line) =>
    Array.from({ length: Math.max(vi[line]?.length ?? 0, en[line]?.length ?? 0) }, (_, cell) => ({
      vi: vi[line]?.[cell] ?? "",
      en: en[line]?.[cell] ?? "",
    })),
  );
  const [head = [], ...rows] = lines;
  return { table: { caption, head, rows } };
}

/** A number as people here write it: "2,5" and "2.5" are the same; "1.000" could be either and is none. */
export function readNumber(text: string): number | undefined {
  const trimmed = text.trim();
  if (!/^-?\d+([.,]\d+)?$/.test(trimmed) || /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(trimmed)) return undefined;
  return Number(trimmed.replace(",", "."));
}

interface Row {
  row: number;
  text: (name: string) => string;
  both: (name: string) => { vi: string; en: string };
  number: (name: string) => number | undefined;
  lines: (name: string) => string[];
}

/** The fields of a form, read by their names. */
class Form {
  readonly rows: RawQuestion["rows"] = {};

  constructor(private readonly fields: QuestionFields) {}

  text(name: string): string {
    return (this.fields[name] ?? "").trim();
  }

  both(name: string): { vi: string; en: string } {
    return { vi: this.text(`${name}.vi`), en: this.text(`${name}.en`) };
  }

  /** undefined where there is none; what is no number stays what was written, so that the check finds it */
  number(name: string): number | undefined {
    return readNumber(this.text(name));
  }

  list(name: string, by: RegExp): string[] {
    return this.text(name)
      .split(by)
      .map((part) => part.trim())
      .filter((part) => part !== "");
  }

  /** A choice, left out where it is what leaving it out means. */
  chosen(name: string, usual: string): Record<string, string> {
    const value = this.text(name);
    return value === "" || value === usual ? {} : { [name]: value };
  }

  /** A number that may be left out; NaN where something else is written. */
  given(name: string): Record<string, number> {
    return this.text(name) === "" ? {} : { [name]: this.number(name) ?? Number.NaN };
  }

  /** Rows in which something is written, and none asks to be removed. */
  rowsOf(list: QuestionList, texts: readonly string[], single: readonly string[] = []): number[] {
    const names = [...texts.flatMap((name) => ["", ".vi", ".en"].map((end) => name + end)), ...single];
    const rows = Array.from({ length: QUESTION_LISTS[list].most }, (_, row) => row).filter(
      (row) =>
        this.text(`${list}.${row}.remove`) !== "yes" &&
        names.some((name) => this.text(`${list}.${row}.${name}`) !== ""),
    );
    this.rows[list] = rows;
    return rows;
  }

  /** The rows of a list with their keys; `sortBy`: the number after which they stand. */
  parts<T extends object>(
    list: QuestionList,
    texts: readonly string[],
    read: (row: Row) => T,
    sortBy?: keyof T,
  ): (T & { key: string })[] {
    const taken = new Set(
      Array.from({ length: QUESTION_LISTS[list].most }, (_, row) => this.text(`${list}.${row}.key`)).filter(Boolean),
    );
    const found = this.rowsOf(list, texts).map((row) => ({
      row,
      part: { key: this.text(`${list}.${row}.key`) || newPartKey(list, taken), ...read(this.row(list, row)) },
    }));
    if (sortBy) found.sort((a, b) => Number(a.part[sortBy] ?? a.row + 1) - Number(b.part[sortBy] ?? b.row + 1));
    this.rows[list] = found.map(({ row }) => row);
    return found.map(({ part }) => part);
  }

  private row(list: QuestionList, row: number): Row {
    const name = (field: string) => `${list}.${row}.${field}`;
    return {
      row,
      text: (field) => this.text(name(field)),
      both: (field) => this.both(name(field)),
      number: (field) => this.number(name(field)),
      lines: (field) => this.list(name(field), /\n/),
    };
  }
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** Gaps are named in the text by their author, so they count 1, 2, 3; everything else has letters. */
function newPartKey(list: QuestionList, taken: Set<string>): string {
  const names = list === "gaps" ? Array.from({ length: 99 }, (_, index) => String(index + 1)) : [...LETTERS];
  const key = names.find((name) => !taken.has(name)) ?? "z";
  taken.add(key);
  return key;
}

import { EMPLOYMENTS, type Employment, POSTING_KINDS, type PostingKind } from "~/domain/people/people-batch";
import { foldForSearch } from "~/domain/text/fold-for-search";
import { addDays, type CivilDate } from "~/domain/time/civil-date";
import type { PeopleField } from "./fields";
import { readDate } from "./read-date";
import type { ReadingProblemCode, RowProblem } from "./row-problem";
import { type Cell, LIMITS, type TableRow, textOf } from "./table";

/** What a row says, as far as it can be read; null: the file does not say. */
export interface PeopleRow {
  number: number;
  staffCode: string;
  fullName: string;
  unit: string;
  parentUnit: string;
  position: string;
  kind: PostingKind | null;
  oneStop: boolean | null;
  deputy: boolean | null;
  from: CivilDate | null;
  /** exclusive: the day after the last one, which is what files name */
  until: CivilDate | null;
  decision: string | null;
  employment: Employment | null;
  workEmail: string | null;
  workPhone: string | null;
  problems: RowProblem[];
  /** where a field stands, from 0 */
  columnOf: ReadonlyMap<PeopleField, number>;
}

const STAFF_CODE = /^[A-Z0-9][A-Z0-9./-]{1,31}$/;
const NAME = /^\p{L}[\p{L}\p{M}'’.\- ]{1,99}$/u;
const EMAIL = /^[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9-]+(\.[a-z0-9-]+)+$/;
const PHONE = /^\+?[0-9][0-9 .()-]{6,19}$/;

const YES = new Set(["x", "co", "yes", "y", "1", "true", "v", "✓", "✔", "dung"]);
const NO = new Set(["khong", "no", "n", "0", "false", "-", "sai"]);

const EMPLOYMENT_WORDS: Record<Employment, readonly string[]> = {
  "civil-servant": ["cong chuc", "civil servant"],
  "public-employee": ["vien chuc", "public employee"],
  contract: ["nguoi lao dong", "hop dong", "hop dong lao dong", "lao dong hop dong", "hdld", "contract"],
  collaborator: ["cong tac vien", "ctv", "collaborator"],
};

const KIND_WORDS: Record<PostingKind, readonly string[]> = {
  primary: ["chinh", "chinh thuc", "primary", "main", ...NO],
  concurrent: ["kiem nhiem", "kiem", "concurrent", ...YES],
  acting: ["tam thay", "phu trach", "tam thoi", "acting", "quyen"],
};

/** Reads one row by the mapping of its columns. What is wrong with it is in its problems. */
export function readPeopleRow({ number, cells }: TableRow, columnOf: ReadonlyMap<PeopleField, number>): PeopleRow {
  const problems: RowProblem[] = cellProblems(cells);
  const cellOf = (field: PeopleField): Cell | undefined => cells[columnOf.get(field) ?? -1];
  const wrong = (field: PeopleField, code: ReadingProblemCode, params: Record<string, string> = {}) => {
    problems.push({ column: columnOf.get(field) ?? null, about: "row", code, params });
    return null;
  };
  const spoiled = new Set(problems.map(({ column }) => column));
  const text = (field: PeopleField) => textOf(cellOf(field));
  const needed = (field: PeopleField, isRight: RegExp | null, code: ReadingProblemCode, value: string) => {
    if (value === "") {
      if (!spoiled.has(columnOf.get(field) ?? null)) wrong(field, "missing", { field });
    } else if (isRight && !isRight.test(value)) wrong(field, code, { value });
    return value;
  };
  const optional = (field: PeopleField, isRight: RegExp, code: ReadingProblemCode, value: string) =>
    value === "" ? null : isRight.test(value) ? value : wrong(field, code, { value });
  const date = (field: "from" | "until") => {
    const read = readDate(cellOf(field));
    return typeof read === "object" && read !== null ? wrong(field, read.code, { value: text(field) }) : read;
  };
  const word = <T extends string>(field: PeopleField, known: (folded: string) => T | null): T | null => {
    const given = text(field);
    if (given === "") return null;
    return known(foldForSearch(given)) ?? wrong(field, "unknown-word", { value: given, field });
  };
  const yesOrNo = (field: PeopleField) => {
    const said = word(field, (folded) => (YES.has(folded) ? "yes" : NO.has(folded) ? "no" : null));
    return said === null ? null : said === "yes";
  };

  const from = date("from");
  const lastDay = date("until");
  if (from !== null && lastDay !== null && lastDay < from) wrong("until", "ends-before", { from, until: lastDay });
  return {
    number,
    staffCode: needed("staffCode", STAFF_CODE, "bad-staff-code", text("staffCode").toUpperCase().replace(/\s/g, "")),
    fullName: needed("fullName", NAME, "bad-name", nameOf(text("fullName"))),
    unit: needed("unit", null, "missing", text("unit")),
    parentUnit: text("parentUnit"),
    position: needed("position", null, "missing", text("position")),
    kind: word("kind", (folded) => POSTING_KINDS.find((kind) => KIND_WORDS[kind].includes(folded)) ?? null),
    oneStop: yesOrNo("oneStop"),
    deputy: yesOrNo("deputy"),
    from,
    until: lastDay === null ? null : addDays(lastDay, 1),
    decision: text("decision").slice(0, 200) || null,
    employment: word("employment", employmentOf),
    workEmail: optional("workEmail", EMAIL, "bad-email", text("workEmail").toLowerCase()),
    workPhone: optional("workPhone", PHONE, "bad-phone", phoneOf(cellOf("workPhone"))),
    problems,
    columnOf,
  };
}

function cellProblems(cells: readonly Cell[]): RowProblem[] {
  const problems: RowProblem[] = [];
  let letters = 0;
  for (const [column, cell] of cells.entries()) {
    if (typeof cell === "string") letters += cell.length;
    if (typeof cell !== "object" || !("problem" in cell)) continue;
    letters += cell.letters ?? 0;
    const { problem: code, letters: long } = cell;
    problems.push({
      column,
      about: "row",
      code,
      params: long ? { letters: String(long), limit: String(LIMITS.cellLetters) } : {},
    });
  }
  if (letters > LIMITS.rowLetters) {
    const params = { letters: String(letters), limit: String(LIMITS.rowLetters) };
    problems.push({ column: null, about: "row", code: "row-too-long", params });
  }
  return problems;
}

function employmentOf(folded: string): Employment | null {
  const exact = EMPLOYMENTS.find((each) => each === folded || EMPLOYMENT_WORDS[each].includes(folded));
  return (
    exact ?? EMPLOYMENTS.find((each) => EMPLOYMENT_WORDS[each].some((word) => folded.startsWith(`${word} `))) ?? null
  );
}

/** "NGUYỄN VĂN AN" is written Nguyễn Văn An; whoever writes small letters has decided. */
function nameOf(text: string): string {
  if (text !== text.toUpperCase()) return text;
  return text
    .toLowerCase()
    .replace(/(^|[\s'’.-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** A number that a sheet has taken for a sum has lost its zero. */
function phoneOf(cell: Cell | undefined): string {
  const text = textOf(cell);
  return typeof cell === "number" && /^[1-9]\d{8,9}$/.test(text) ? `0${text}` : text;
}

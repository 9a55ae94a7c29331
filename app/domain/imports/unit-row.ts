import { LEVELS, type Level } from "~/domain/organisation/organisation-facts";
import { foldForSearch } from "~/domain/text/fold-for-search";
import type { UnitField } from "./fields";
import type { ReadingProblemCode, RowProblem } from "./row-problem";
import { LIMITS, type TableRow, textOf } from "./table";

export const UNIT_ACTS = ["create", "rename", "move", "close"] as const;
export type UnitAct = (typeof UNIT_ACTS)[number];

/** One thing that happens to a unit, as far as it can be read. */
export interface UnitRow {
  number: number;
  act: UnitAct | null;
  unitCode: string;
  unitName: string;
  unitNameEn: string;
  newName: string;
  newNameEn: string;
  level: Level | null;
  parent: string;
  problems: RowProblem[];
  columnOf: ReadonlyMap<UnitField, number>;
}

const ACT_WORDS: Record<UnitAct, readonly string[]> = {
  create: ["thanh lap", "lap moi", "lap", "tao", "moi", "create", "new"],
  rename: ["doi ten", "rename"],
  move: ["chuyen", "dieu chuyen", "chuyen truc thuoc", "move"],
  close: ["giai the", "cham dut", "dong", "ket thuc", "close", "end"],
};

const LEVEL_WORDS: Record<Level, readonly string[]> = {
  CENTRAL: ["trung uong", "central"],
  PROVINCIAL: ["tinh", "cap tinh", "thanh pho", "tinh thanh pho", "provincial", "province"],
  GRASSROOTS: ["co so", "cap co so", "huyen", "cap huyen", "grassroots"],
  SPECIAL: ["dac thu", "special"],
};

export function readUnitRow({ number, cells }: TableRow, columnOf: ReadonlyMap<UnitField, number>): UnitRow {
  const problems: RowProblem[] = [];
  for (const [column, cell] of cells.entries()) {
    if (typeof cell === "object" && "problem" in cell) {
      const { problem: code, letters } = cell;
      const params: Record<string, string> = letters
        ? { letters: String(letters), limit: String(LIMITS.cellLetters) }
        : {};
      problems.push({ column, about: "row", code, params });
    }
  }
  const text = (field: UnitField) => textOf(cells[columnOf.get(field) ?? -1]);
  const wrong = (field: UnitField, code: ReadingProblemCode, params: Record<string, string>) => {
    problems.push({ column: columnOf.get(field) ?? null, about: "row", code, params });
  };
  const word = <T extends string>(field: UnitField, words: Record<T, readonly string[]>): T | null => {
    const given = text(field);
    const folded = foldForSearch(given);
    const found = (Object.keys(words) as T[]).find((each) => words[each].includes(folded)) ?? null;
    if (given !== "" && found === null) wrong(field, "unknown-word", { value: given, field });
    return found;
  };
  const act = word("act", ACT_WORDS);
  const level = word("unitLevel", LEVEL_WORDS);
  const row = {
    number,
    act,
    unitCode: text("unitCode"),
    unitName: text("unitName"),
    unitNameEn: text("unitNameEn"),
    newName: text("newName"),
    newNameEn: text("newNameEn"),
    level: LEVELS.find((each) => each === level) ?? null,
    parent: text("parent"),
    problems,
    columnOf,
  };
  if (text("act") === "") wrong("act", "missing", { field: "act" });
  if (row.unitName === "") wrong("unitName", "missing", { field: "unitName" });
  if (act === "rename" && row.newName === "") wrong("newName", "missing", { field: "newName" });
  if (act === "move" && row.parent === "") wrong("parent", "missing", { field: "parent" });
  if (act === "create" && row.level === null && text("unitLevel") === "") {
    wrong("unitLevel", "missing", { field: "unitLevel" });
  }
  return row;
}

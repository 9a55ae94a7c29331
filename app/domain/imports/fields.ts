import { foldForSearch } from "~/domain/text/fold-for-search";

export const IMPORT_KINDS = ["people", "units"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** What a column of a file of people can say; one row is one posting. */
export const PEOPLE_FIELDS = [
  "staffCode",
  "fullName",
  "unit",
  "parentUnit",
  "position",
  "kind",
  "oneStop",
  "deputy",
  "from",
  "until",
  "decision",
  "employment",
  "workEmail",
  "workPhone",
] as const;
export type PeopleField = (typeof PEOPLE_FIELDS)[number];

/** What a column of a file of units can say; one row is one thing that happens to a unit. */
export const UNIT_FIELDS = [
  "act",
  "unitCode",
  "unitName",
  "unitNameEn",
  "newName",
  "newNameEn",
  "unitLevel",
  "parent",
] as const;
export type UnitField = (typeof UNIT_FIELDS)[number];

export type Field = PeopleField | UnitField;

export const FIELDS_OF: Record<ImportKind, readonly Field[]> = { people: PEOPLE_FIELDS, units: UNIT_FIELDS };

/** Without these a file says nothing that can be brought in. */
export const NEEDED_FIELDS: Record<ImportKind, readonly Field[]> = {
  people: ["staffCode", "fullName", "unit", "position"],
  units: ["act", "unitName"],
};

/** By column: what it says, or null where it is left aside. */
export type Mapping = readonly (Field | null)[];

/** How people here head such columns, folded; the longest phrase that a heading holds decides. */
const PHRASES: Record<Field, readonly string[]> = {
  staffCode: [
    "ma can bo",
    "ma nhan vien",
    "ma nv",
    "ma cb",
    "ma cbcc",
    "ma cong chuc",
    "ma so can bo",
    "so hieu cong chuc",
    "so hieu cbcc",
    "staff code",
    "employee id",
    "employee code",
    "staff id",
  ],
  fullName: ["ho va ten", "ho ten", "ten can bo", "ten nhan vien", "full name", "name"],
  unit: ["don vi", "don vi cong tac", "ten don vi", "phong ban", "noi cong tac", "unit", "office", "department"],
  parentUnit: ["don vi cap tren", "don vi quan ly", "truc thuoc", "don vi truc thuoc", "parent unit"],
  position: ["vi tri", "vi tri viec lam", "chuc danh", "chuc vu", "nhiem vu", "position", "job title", "title"],
  kind: ["kiem nhiem", "chinh kiem nhiem", "loai bo tri", "hinh thuc bo tri", "concurrent", "posting kind"],
  oneStop: ["mot cua", "bo phan mot cua", "truc mot cua", "one stop"],
  deputy: ["cap pho", "du bi", "du phong", "deputy", "deputy in training"],
  from: [
    "tu ngay",
    "ngay bat dau",
    "ngay bo nhiem",
    "ngay hieu luc",
    "ngay nhan viec",
    "ngay vao",
    "tu",
    "from",
    "start date",
    "from date",
    "effective date",
  ],
  until: [
    "den ngay",
    "den het ngay",
    "het ngay",
    "ngay ket thuc",
    "ngay nghi",
    "den",
    "until",
    "to",
    "end date",
    "to date",
    "last day",
  ],
  decision: ["so quyet dinh", "quyet dinh", "so qd", "qd so", "decision", "decision number", "decision no"],
  employment: [
    "loai hop dong",
    "ngach",
    "doi tuong",
    "loai can bo",
    "loai lao dong",
    "hinh thuc tuyen dung",
    "employment",
    "contract type",
  ],
  workEmail: ["email cong vu", "email", "e mail", "thu dien tu", "hop thu", "work email"],
  workPhone: ["dien thoai", "so dien thoai", "sdt", "di dong", "dt", "phone", "work phone", "mobile"],
  act: ["thao tac", "viec", "thay doi", "loai thay doi", "hanh dong", "act", "action", "change"],
  unitCode: ["ma don vi", "unit code", "code", "ma"],
  unitName: ["ten don vi", "don vi", "ten hien tai", "ten cu", "unit", "unit name", "current name"],
  unitNameEn: ["ten tieng anh", "english name", "name in english"],
  newName: ["ten moi", "doi thanh", "new name"],
  newNameEn: ["ten moi tieng anh", "new english name", "new name in english"],
  unitLevel: ["cap", "cap don vi", "level"],
  parent: ["don vi cap tren", "truc thuoc", "cap tren", "thuoc", "parent", "parent unit", "under"],
};

/** Headings that hold one of the phrases and mean something else. */
const OTHERS = [
  "ngay sinh",
  "nam sinh",
  "gioi tinh",
  "stt",
  "ghi chu",
  "dia chi",
  "date of birth",
  "birthday",
  "note",
  "ly do",
];

/** A heading as it is compared: "Mã  CB (*)" becomes "ma cb". */
export function foldHeading(heading: string): string {
  return foldForSearch(heading.replace(/[^\p{L}\p{N}\p{M}]+/gu, " "));
}

/** What the columns seem to say, by their headings; each field once, at the column that names it best. */
export function guessMapping(kind: ImportKind, headings: readonly string[]): (Field | null)[] {
  const guesses = headings.flatMap((heading, column) => {
    const folded = foldHeading(heading);
    if (folded === "" || OTHERS.some((other) => ` ${folded} `.includes(` ${other} `))) return [];
    return FIELDS_OF[kind].flatMap((field) => {
      const weight = Math.max(0, ...PHRASES[field].map((phrase) => weightOf(folded, phrase)));
      return weight > 0 ? [{ field, column, weight }] : [];
    });
  });
  const mapping: (Field | null)[] = headings.map(() => null);
  const used = new Set<Field>();
  for (const { field, column, weight } of guesses.sort((a, b) => b.weight - a.weight || a.column - b.column)) {
    if (weight === 0 || used.has(field) || mapping[column] !== null) continue;
    mapping[column] = field;
    used.add(field);
  }
  return mapping;
}

/** The whole heading counts more than a part of it, a long part more than a short one. */
function weightOf(folded: string, phrase: string): number {
  if (folded === phrase) return 1000 + phrase.length;
  // two letters within a heading are chance
  return phrase.length > 3 && ` ${folded} `.includes(` ${phrase} `) ? phrase.length : 0;
}

/** How many columns a row of headings has that are known; the row with the most of them is the heading. */
export function knownHeadings(kind: ImportKind, headings: readonly string[]): number {
  return guessMapping(kind, headings).filter(Boolean).length;
}

/** Fields that are needed and no column gives; fields that two columns give. */
export function mappingProblems(kind: ImportKind, mapping: Mapping): { missing: Field[]; twice: Field[] } {
  const given = mapping.filter((field): field is Field => field !== null);
  return {
    missing: NEEDED_FIELDS[kind].filter((field) => !given.includes(field)),
    twice: [...new Set(given.filter((field, index) => given.indexOf(field) !== index))],
  };
}

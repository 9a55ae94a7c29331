import type { QuestionType } from "~/domain/course/question";

/** Pairs, right sides that fit nothing, options, steps, gaps, units or lines of a rubric: none has more. */
export const MOST_PARTS = 12;

type Spoken = "stem" | "explanation" | "clause" | "text" | `part${number}`;
export type FlatColumn =
  | "key"
  | "type"
  | "competency"
  | "difficulty"
  | "lesson"
  | "document"
  | "mark"
  | "use"
  | "tags"
  | "right"
  | "method"
  | "tolerance"
  | "pin"
  | "accents"
  | "case"
  | "most_words"
  | "pass_percent"
  | "files"
  | "markers"
  | "threshold_percent"
  | "other_unit"
  | "figures"
  | `${Spoken}.${"vi" | "en"}`;

/** A question as texts in columns: a row of a sheet, or the rows of a question's table in a document. */
export type FlatQuestion = Partial<Record<FlatColumn, string>>;

/** Words are part of the format: a file says the same whoever reads it, so they do not follow the reader's language. */
export interface ColumnWords {
  vi: string;
  en: string;
  /** what is written there */
  note: { vi: string; en: string };
  /** types that use it; left out: all */
  types?: readonly QuestionType[];
}

const CHOICES = ["single", "multiple", "truefalse"] as const;
const part = (number: number): ColumnWords => ({
  vi: `Mục ${number}`,
  en: `Part ${number}`,
  note: {
    vi: "Phương án, bước, cặp ghép, chỗ trống, đơn vị hoặc tiêu chí, viết theo trang hướng dẫn: a) nội dung",
    en: "An option, step, pair, gap, unit or criterion, written as the guide says: a) text",
  },
});

/** The columns of one value, by their order in a file. */
const SINGLE = {
  key: {
    vi: "Mã câu hỏi",
    en: "Key",
    note: {
      vi: "Chữ thường không dấu nối bằng “-”, không dùng lại",
      en: "Lower-case words joined by “-”, never reused",
    },
  },
  type: { vi: "Loại", en: "Type", note: { vi: "Chọn trong danh sách", en: "One of the list" } },
  competency: {
    vi: "Năng lực",
    en: "Competency",
    note: { vi: "Mã năng lực trong khung", en: "The framework's key of the competency" },
  },
  difficulty: {
    vi: "Mức độ",
    en: "Difficulty",
    note: {
      vi: "1 nhớ lại, 2 hiểu, 3 vận dụng vào tình huống",
      en: "1 recall, 2 understand, 3 apply to a case",
    },
  },
  lesson: { vi: "Bài học", en: "Lesson", note: { vi: "Mã bài để đọc lại", en: "The key of the lesson to read again" } },
  document: {
    vi: "Văn bản",
    en: "Document",
    note: { vi: "Mã văn bản làm căn cứ", en: "The key of the document cited" },
  },
  mark: {
    vi: "Cách đọc nguồn",
    en: "How it was read",
    note: {
      vi: "TEXT: toàn văn; OCR: bản quét; REPORT: bản tóm tắt; SEED: tài liệu nguồn của dự án",
      en: "TEXT: the legal text; OCR: a scan; REPORT: a summary; SEED: a source document of the project",
    },
  },
  use: {
    vi: "Dùng cho",
    en: "Used for",
    note: { vi: "Để trống: chỉ dùng khi thi", en: "Left empty: exams only" },
  },
  tags: { vi: "Nhãn", en: "Tags", note: { vi: "Cách nhau bằng dấu phẩy", en: "Parted by commas" } },
  right: {
    vi: "Đáp án đúng",
    en: "Right answer",
    types: [...CHOICES, "numeric", "short-text"],
    note: {
      vi: "Mã các phương án đúng (a, c); true hoặc false; một số (12,5); hoặc các câu được chấp nhận cách nhau bằng |",
      en: "Keys of the right options (a, c); true or false; a number (12.5); or accepted answers parted by |",
    },
  },
  method: {
    vi: "Cách tính điểm",
    en: "Scoring",
    types: ["multiple", "matching", "ordering", "judgement"],
    note: {
      vi: "Để trống: cách thường dùng của loại câu. Câu xử lý tình huống bắt buộc: best (chọn một) hoặc rank (xếp hạng)",
      en: "Left empty: what the type usually does. A judgement needs best (choose one) or rank (put in order)",
    },
  },
  tolerance: {
    vi: "Sai số",
    en: "Tolerance",
    types: ["numeric"],
    note: { vi: "0,5 hoặc 2%", en: "0.5 or 2%" },
  },
  pin: {
    vi: "Giữ ở cuối",
    en: "Keep last",
    types: CHOICES,
    note: { vi: "Mã phương án không bị trộn", en: "Keys of options that are not shuffled" },
  },
  accents: {
    vi: "Dấu tiếng Việt",
    en: "Accents",
    types: ["fill-in", "short-text"],
    note: { vi: "Để trống: phải đúng dấu", en: "Left empty: accents count" },
  },
  case: {
    vi: "Chữ hoa",
    en: "Capitals",
    types: ["fill-in", "short-text"],
    note: { vi: "Để trống: không phân biệt", en: "Left empty: capitals do not count" },
  },
  most_words: {
    vi: "Số từ tối đa",
    en: "Most words",
    types: ["short-text", "task"],
    note: { vi: "Số nguyên", en: "A whole number" },
  },
  pass_percent: {
    vi: "Tỷ lệ đạt (%)",
    en: "Pass percent",
    types: ["task"],
    note: { vi: "Số nguyên từ 1 đến 100", en: "A whole number from 1 to 100" },
  },
  files: { vi: "Số tệp nộp", en: "Files", types: ["task"], note: { vi: "0 đến 5", en: "0 to 5" } },
  markers: { vi: "Số người chấm", en: "Markers", types: ["task"], note: { vi: "1 hoặc 2", en: "1 or 2" } },
  threshold_percent: {
    vi: "Ngưỡng chênh (%)",
    en: "Difference that needs a third marker (%)",
    types: ["task"],
    note: { vi: "Để trống: 15", en: "Left empty: 15" },
  },
  other_unit: {
    vi: "Người chấm khác đơn vị",
    en: "Marker of another unit",
    types: ["task"],
    note: { vi: "có hoặc để trống", en: "yes or left empty" },
  },
  figures: {
    vi: "Hình và bảng",
    en: "Pictures and tables",
    note: {
      vi: "Do phần xuất ghi ra; giữ nguyên. Câu mới để trống và thêm hình trên trang soạn câu hỏi",
      en: "Written by the export: leave it as it is. Empty for a new question; add figures on the page that edits it",
    },
  },
} satisfies Record<string, ColumnWords>;

const SPOKEN = {
  clause: { vi: "Điều khoản", en: "Clause", note: { vi: "Ví dụ: Khoản 1 Điều 18", en: "For example: Article 18(1)" } },
  stem: { vi: "Câu hỏi", en: "Question", note: { vi: "Lời dẫn của câu hỏi", en: "What is asked" } },
  text: {
    vi: "Đoạn văn có chỗ trống",
    en: "Text with gaps",
    types: ["fill-in"],
    note: { vi: "Mỗi chỗ trống viết là [[mã]]", en: "Each gap is written [[key]]" },
  },
  ...(Object.fromEntries(Array.from({ length: MOST_PARTS }, (_, index) => [`part${index + 1}`, part(index + 1)])) as {
    [name: `part${number}`]: ColumnWords;
  }),
  explanation: {
    vi: "Giải thích",
    en: "Explanation",
    note: { vi: "Vì sao đúng và vì sao dễ nhầm", en: "Why it is right and what is tempting" },
  },
} satisfies Record<string, ColumnWords>;

type SingleName = keyof typeof SINGLE;
const BEFORE: SingleName[] = ["key", "type", "competency", "difficulty", "lesson", "document"];
const AFTER: SingleName[] = ["right", "method", "tolerance"];

/** Every field in the order of a file; `spoken`: it has a text in each language. */
export const FLAT_FIELDS: readonly { name: string; spoken: boolean; words: ColumnWords }[] = [
  ...BEFORE.map(single),
  spoken("clause"),
  ...(["mark", "use", "tags"] as const).map(single),
  spoken("stem"),
  spoken("text"),
  ...Array.from({ length: MOST_PARTS }, (_, index) => spoken(`part${index + 1}`)),
  ...AFTER.map(single),
  spoken("explanation"),
  ...(Object.keys(SINGLE) as SingleName[])
    .filter((name) => ![...BEFORE, ...AFTER, "mark", "use", "tags"].includes(name))
    .map(single),
];

function single(name: SingleName) {
  return { name, spoken: false, words: SINGLE[name] as ColumnWords };
}

function spoken(name: string) {
  return { name, spoken: true, words: SPOKEN[name as keyof typeof SPOKEN] as ColumnWords };
}

/** Every column in the order of a sheet, with its heading. */
export const FLAT_COLUMNS: readonly { column: FlatColumn; heading: string; words: ColumnWords }[] = FLAT_FIELDS.flatMap(
  ({ name, spoken, words }) =>
    spoken
      ? [
          { column: `${name}.vi` as FlatColumn, heading: `${words.vi} (Việt)`, words },
          { column: `${name}.en` as FlatColumn, heading: `${words.en} (English)`, words },
        ]
      : [{ column: name as FlatColumn, heading: `${words.vi} · ${words.en}`, words }],
);

/** What stands for a value in a file; the first is what we write. Matched without regard to capitals. */
export const TYPE_WORDS: Readonly<Record<QuestionType, { vi: string; en: string }>> = {
  single: { vi: "Chọn một", en: "Single choice" },
  multiple: { vi: "Chọn nhiều", en: "Multiple choice" },
  truefalse: { vi: "Đúng / sai", en: "True or false" },
  matching: { vi: "Ghép cặp", en: "Matching" },
  ordering: { vi: "Sắp thứ tự", en: "Ordering" },
  "fill-in": { vi: "Điền chỗ trống", en: "Fill in the gaps" },
  numeric: { vi: "Trả lời bằng số", en: "Numeric" },
  "short-text": { vi: "Trả lời ngắn", en: "Short text" },
  judgement: { vi: "Xử lý tình huống", en: "Situational judgement" },
  task: { vi: "Bài tập nộp", en: "Task" },
};

export const USE_WORDS = {
  exam: { vi: "Bài kiểm tra", en: "Exams" },
  practice: { vi: "Luyện tập", en: "Practice" },
  both: { vi: "Cả hai", en: "Both" },
} as const;
export const SPELLING_WORDS = {
  strict: { vi: "Phân biệt", en: "Counts" },
  ignore: { vi: "Bỏ qua", en: "Ignored" },
} as const;
/** `credit` and, of a judgement, `answer` */
export const METHODS = ["net", "each", "all-or-nothing", "pairs", "places", "best", "rank"] as const;
export const YES = { vi: "Có", en: "Yes" } as const;

/** The value that a word of a file means, or null. */
export function meantBy<T extends string>(
  words: Readonly<Record<T, { vi: string; en: string }>>,
  given: string,
): T | null {
  const same = (text: string) => text.toLowerCase() === given.trim().toLowerCase();
  for (const value of Object.keys(words) as T[]) {
    const { vi, en } = words[value];
    if (same(value) || same(vi) || same(en) || same(`${vi} · ${en}`)) return value;
  }
  return null;
}

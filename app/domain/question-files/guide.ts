import type { QuestionType } from "~/domain/course/question";
import { FLAT_FIELDS, TYPE_WORDS } from "./flat-columns";

/** How the numbered parts of each type are written. */
export const PART_GUIDE: Readonly<Record<QuestionType, { vi: string; en: string; sample: string }>> = {
  single: { vi: "3 đến 5 phương án", en: "3 to 5 options", sample: "a) Nội dung phương án" },
  multiple: { vi: "4 đến 6 phương án", en: "4 to 6 options", sample: "a) Nội dung phương án" },
  truefalse: { vi: "Hai mục, mã true và false", en: "Two parts, keys true and false", sample: "true) Đúng" },
  matching: {
    vi: "Vế trái => vế phải; vế phải thừa viết không có vế trái",
    en: "Left => right; a right side that fits nothing has no left",
    sample: "a) Vế trái => Vế phải",
  },
  ordering: { vi: "Các bước theo đúng thứ tự", en: "The steps in the right order", sample: "a) Bước đầu tiên" },
  "fill-in": {
    vi: "Các cách viết được chấp nhận của từng chỗ trống, cách nhau bằng |",
    en: "What is accepted in each gap, parted by |",
    sample: "nam) 2024 | hai nghìn không trăm hai mươi tư",
  },
  numeric: {
    vi: "Đơn vị => hệ số; một đơn vị có hệ số 1",
    en: "Unit => factor; one unit has the factor 1",
    sample: "dong) đồng => 1",
  },
  "short-text": {
    vi: "Tiêu chí => điểm tối đa => điểm: mô tả mức (không bắt buộc)",
    en: "Criterion => points => points: what earns them (may be left out)",
    sample: "y) Đúng ý => 2 => 0: không nêu => 2: nêu đủ",
  },
  judgement: {
    vi: "Cách xử lý => trọng số từ 0 đến 1; cách tốt nhất là 1",
    en: "What one may do => weight from 0 to 1; the best has 1",
    sample: "a) Xác minh trước rồi trả lời => 1",
  },
  task: {
    vi: "Tiêu chí => điểm tối đa => điểm: mô tả mức (không bắt buộc)",
    en: "Criterion => points => points: what earns them (may be left out)",
    sample: "y) Đúng ý => 10",
  },
};

/** The lines of a template's guide: what stands where, in both languages, and which types use it. */
export function guideLines(): string[][] {
  const typesOf = (types: readonly QuestionType[] | undefined) =>
    types?.map((type) => TYPE_WORDS[type].vi).join(", ") ?? "";
  return [
    ["Cột / Mục", "Nội dung", "What it holds", "Chỉ dùng cho loại"],
    ...FLAT_FIELDS.filter(({ name }) => !/^part([2-9]|\d\d)$/.test(name)).map(({ words }) => [
      `${words.vi} · ${words.en}`,
      words.note.vi,
      words.note.en,
      typesOf(words.types),
    ]),
    ...Object.entries(PART_GUIDE).map(([type, { vi, en, sample }]) => [
      `Mục · ${TYPE_WORDS[type as QuestionType].vi}`,
      vi,
      en,
      sample,
    ]),
    [
      "Ký hiệu",
      "Trước |, \\ hoặc => của chính nội dung, thêm dấu \\. Xuống dòng trong một mục viết \\n.",
      "Before a |, \\ or => that belongs to the text, put a \\. A line break within a part is written \\n.",
      "",
    ],
    [
      "Câu ví dụ",
      "Xoá các câu ví dụ trước khi nhập: mã của chúng không có thật nên tệp sẽ không được nhận.",
      "Delete the examples before you bring the file in: what they refer to does not exist, so it would be refused.",
      "",
    ],
  ];
}

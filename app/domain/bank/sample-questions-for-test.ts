import { type Question, type QuestionType, questionSchema } from "../course/question";

const both = (text: string) => ({ vi: text, en: `${text} (en)` });
const common = {
  competency: "conduct",
  difficulty: 2,
  lesson: "one",
  citation: { document: "law-a", clause: both("Điều 1"), mark: "TEXT" },
  stem: both("Câu hỏi?"),
  explanation: both("Vì thế"),
};
const options = (keys: string, ...right: string[]) =>
  [...keys].map((key) => ({ key, text: both(`Phương án ${key}`), correct: right.includes(key) }));
const parts = (keys: string) => [...keys].map((key) => ({ key, text: both(`Phần ${key}`) }));
const criteria = [
  {
    key: "a",
    title: both("Đúng"),
    points: 3,
    levels: [
      { points: 0, text: both("Chưa") },
      { points: 3, text: both("Rồi: đủ") },
    ],
  },
  { key: "b", title: both("Rõ"), points: 2.5 },
];

const OWN: Record<QuestionType, object> = {
  single: { options: options("abcd", "b"), pin: ["d"], tags: ["law", "counter"], use: "both" },
  multiple: { options: options("abcde", "a", "c"), credit: "each" },
  truefalse: {
    options: [
      { key: "true", text: both("Đúng") },
      { key: "false", text: both("Sai"), correct: true },
    ],
  },
  matching: {
    pairs: [...["a", "b", "c"]].map((key) => ({ key, left: both(`Trái ${key}`), right: both(`Phải ${key}`) })),
    extra: [{ key: "x", text: both("Thừa") }],
    credit: "all-or-nothing",
  },
  ordering: { steps: parts("abcd"), credit: "places" },
  "fill-in": {
    text: { vi: "Luật [[1]] có hiệu lực từ [[2]].", en: "Law [[1]] holds from [[2]]." },
    gaps: [
      { key: "1", accepted: ["41/2024", "41"] },
      { key: "2", accepted: ["01/7/2025"] },
    ],
    accents: "ignore",
    case: "strict",
  },
  numeric: {
    answer: 2.5,
    tolerance: { kind: "percent", by: 10 },
    units: [
      { key: "a", text: both("triệu đồng"), factor: 1 },
      { key: "b", text: both("nghìn đồng"), factor: 0.001 },
    ],
    figures: [
      { table: { caption: both("Mức đóng"), head: [both("Năm"), both("Tỷ lệ")], rows: [[both("2025"), both("8%")]] } },
      { picture: "chart.png", alt: both("Biểu đồ cột"), caption: both("Hình 1") },
    ],
  },
  "short-text": { accepted: ["một câu"], most_words: 80, criteria },
  judgement: {
    answer: "rank",
    options: [1, 0.5, 0].map((weight, index) => ({ key: "abc"[index], text: both(`Cách ${index}`), weight })),
  },
  task: { criteria, pass_percent: 60, most_words: 300, files: 2, markers: 2, threshold_percent: 20, other_unit: true },
};

/** A right question of a type. */
export function sampleQuestion(type: QuestionType, change: object = {}): Question {
  return questionSchema.parse({ key: `sample-${type}`, type, ...common, ...OWN[type], ...change });
}

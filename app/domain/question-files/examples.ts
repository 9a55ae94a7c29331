import { type Question, questionSchema } from "~/domain/course/question";

const common = (name: string) => ({
  key: `vi-du-${name}`,
  competency: "ma-nang-luc",
  difficulty: 1,
  lesson: "ma-bai-hoc",
  citation: { document: "ma-van-ban", clause: { vi: "Khoản 1 Điều 2", en: "Article 2(1)" }, mark: "TEXT" },
  explanation: {
    vi: "Nói vì sao đáp án đúng và vì sao phương án khác dễ nhầm.",
    en: "Say why the right answer is right and why another one is tempting.",
  },
});
const both = (vi: string, en: string) => ({ vi, en });

/** A question of each type, to be deleted from a template: what they refer to does not exist, so none is taken by mistake. */
export const EXAMPLES: readonly Question[] = [
  {
    ...common("chon-mot"),
    type: "single",
    stem: both("Câu hỏi có một phương án đúng?", "A question with one right option?"),
    options: [
      { key: "a", text: both("Phương án đúng", "The right option"), correct: true },
      { key: "b", text: both("Phương án dễ nhầm", "A tempting option") },
      { key: "c", text: both("Phương án khác", "Another option") },
    ],
  },
  {
    ...common("chon-nhieu"),
    type: "multiple",
    stem: both("Chọn tất cả phương án đúng.", "Choose all that apply."),
    options: [
      { key: "a", text: both("Đúng thứ nhất", "Right, the first"), correct: true },
      { key: "b", text: both("Đúng thứ hai", "Right, the second"), correct: true },
      { key: "c", text: both("Sai", "Wrong") },
      { key: "d", text: both("Tất cả đều sai", "None of them") },
    ],
    pin: ["d"],
  },
  {
    ...common("dung-sai"),
    type: "truefalse",
    stem: both("Một nhận định.", "A statement."),
    options: [
      { key: "true", text: both("Đúng", "True"), correct: true },
      { key: "false", text: both("Sai", "False") },
    ],
  },
  {
    ...common("ghep-cap"),
    type: "matching",
    stem: both("Ghép mỗi việc với nơi làm.", "Match each task with its place."),
    pairs: [
      { key: "a", left: both("Việc một", "Task one"), right: both("Nơi một", "Place one") },
      { key: "b", left: both("Việc hai", "Task two"), right: both("Nơi hai", "Place two") },
    ],
    extra: [{ key: "c", text: both("Nơi không ghép với việc nào", "A place of no task") }],
  },
  {
    ...common("sap-thu-tu"),
    type: "ordering",
    stem: both("Sắp các bước theo thứ tự.", "Put the steps in order."),
    steps: [
      { key: "a", text: both("Bước đầu", "The first step") },
      { key: "b", text: both("Bước giữa", "The middle step") },
      { key: "c", text: both("Bước cuối", "The last step") },
    ],
  },
  {
    ...common("dien-cho-trong"),
    type: "fill-in",
    stem: both("Điền số còn thiếu.", "Fill in the number."),
    text: both("Luật có hiệu lực từ năm [[nam]].", "The law has been in force since [[nam]]."),
    gaps: [{ key: "nam", accepted: ["2025", "hai nghìn không trăm hai mươi lăm"] }],
  },
  {
    ...common("so"),
    type: "numeric",
    stem: both("Bao nhiêu ngày?", "How many days?"),
    answer: 12.5,
    tolerance: { kind: "absolute", by: 0.5 },
    units: [{ key: "ngay", text: both("ngày", "days"), factor: 1 }],
  },
  {
    ...common("tra-loi-ngan"),
    type: "short-text",
    stem: both("Nêu lý do trong một câu.", "Say why, in a sentence."),
    most_words: 60,
    criteria: [
      {
        key: "y",
        title: both("Đúng ý", "The point is made"),
        points: 2,
        levels: [
          { points: 0, text: both("không nêu", "not made") },
          { points: 2, text: both("nêu đủ", "made in full") },
        ],
      },
    ],
  },
  {
    ...common("tinh-huong"),
    type: "judgement",
    answer: "best",
    stem: both("Bạn làm gì trước tiên?", "What do you do first?"),
    options: [
      { key: "a", text: both("Xác minh rồi trả lời", "Check, then answer"), weight: 1 },
      { key: "b", text: both("Hẹn trả lời sau", "Promise to answer later"), weight: 0.5 },
      { key: "c", text: both("Trả lời ngay theo trí nhớ", "Answer at once from memory"), weight: 0 },
    ],
  },
  {
    ...common("bai-nop"),
    type: "task",
    stem: both("Viết một đoạn giải thích cho người dân.", "Write a paragraph of explanation for citizens."),
    most_words: 300,
    pass_percent: 70,
    criteria: [
      { key: "y", title: both("Đúng nội dung", "The content is right"), points: 6 },
      { key: "loi", title: both("Lời dễ hiểu", "The words are plain"), points: 4 },
    ],
  },
].map((example) => questionSchema.parse(example));

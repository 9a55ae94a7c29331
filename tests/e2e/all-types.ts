import { createHash, randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import type { House } from "./house/house";
import { personIdOf } from "./learner";
import { MINUTE } from "./site";

const both = (text: string) => ({ vi: text, en: `${text} (en)` });
const part = (key: string, text: string) => ({ key, text: both(text) });

const common = {
  competency: "giao-tiep",
  difficulty: 1,
  lesson: "none",
  citation: { document: "none", clause: both("Điều 1"), mark: "TEXT" },
  explanation: both("Vì quy định nói vậy."),
};

/**
 * A question of each type that an exam holds, with what the tests answer and what that earns, worked out by hand: the right
 * answers, some half right, some wrong.
 */
export const QUESTIONS = [
  {
    content: {
      type: "single",
      stem: both("Mức hưởng là bao nhiêu?"),
      options: [
        { ...part("a", "Bảy mươi lăm phần trăm"), correct: true },
        { ...part("b", "Năm mươi phần trăm"), correct: false },
        { ...part("c", "Một trăm phần trăm"), correct: false },
      ],
      pin: [],
      figures: [
        {
          table: {
            caption: both("Mức hưởng theo số ngày"),
            head: [both("Đối tượng"), both("Dưới 30 ngày"), both("Từ 30 ngày"), both("Từ 60 ngày")],
            rows: [
              [both("Người lao động"), both("75%"), both("65%"), both("55%")],
              [both("Lực lượng vũ trang"), both("100%"), both("100%"), both("100%")],
            ],
          },
        },
      ],
    },
    answer: ["a"],
    earns: 1,
  },
  {
    content: {
      type: "multiple",
      stem: both("Giấy tờ nào phải có?"),
      options: [
        { ...part("a", "Sổ bảo hiểm"), correct: true },
        { ...part("b", "Giấy ra viện"), correct: true },
        { ...part("c", "Hộ khẩu"), correct: false },
        { ...part("d", "Bằng lái xe"), correct: false },
      ],
      pin: [],
    },
    answer: ["b"],
    earns: 1 / 2,
  },
  {
    content: {
      type: "truefalse",
      stem: both("Hồ sơ nộp trong 45 ngày."),
      options: [
        { ...part("true", "Đúng"), correct: true },
        { ...part("false", "Sai"), correct: false },
      ],
      pin: [],
    },
    answer: ["false"],
    earns: 0,
  },
  {
    content: {
      type: "matching",
      stem: both("Ghép việc với nơi làm."),
      pairs: [
        { key: "a", left: both("Nộp hồ sơ"), right: both("Bộ phận một cửa") },
        { key: "b", left: both("Ký quyết định"), right: both("Giám đốc") },
        { key: "c", left: both("Trả lời báo chí"), right: both("Người phát ngôn") },
      ],
      extra: [part("x", "Phòng hành chính")],
    },
    answer: { a: "a", b: "b", c: "x" },
    earns: 2 / 3,
  },
  {
    content: {
      type: "ordering",
      stem: both("Xếp các bước tiếp nhận."),
      steps: [part("a", "Nhận hồ sơ"), part("b", "Kiểm tra hồ sơ"), part("c", "Ghi sổ"), part("d", "Trả giấy hẹn")],
    },
    answer: ["a", "b", "c", "d"],
    earns: 1,
  },
  {
    content: {
      type: "fill-in",
      stem: both("Điền vào chỗ trống."),
      text: {
        vi: "Hồ sơ nộp trong [[days]] ngày tại [[where]].",
        en: "The file is handed in within [[days]] days at [[where]].",
      },
      gaps: [
        { key: "days", accepted: ["45", "bốn mươi lăm"] },
        { key: "where", accepted: ["bộ phận một cửa"] },
      ],
    },
    answer: { days: "45", where: "phòng kế toán" },
    earns: 1 / 2,
  },
  {
    content: {
      type: "numeric",
      stem: both("Tỷ lệ đóng là bao nhiêu?"),
      answer: 12.5,
      tolerance: { kind: "absolute", by: 0.1 },
      units: [
        { ...part("percent", "phần trăm"), factor: 1 },
        { ...part("permille", "phần nghìn"), factor: 0.1 },
      ],
    },
    answer: { number: "12,5", unit: "percent" },
    earns: 1,
  },
  {
    content: {
      type: "judgement",
      answer: "best",
      stem: both("Phóng viên gọi bất ngờ. Bạn làm gì?"),
      options: [
        { ...part("a", "Ghi câu hỏi và chuyển người phát ngôn"), weight: 1 },
        { ...part("b", "Hẹn gọi lại"), weight: 0.6 },
        { ...part("c", "Trả lời ngay"), weight: 0 },
      ],
    },
    answer: ["b"],
    earns: 0.6,
  },
  {
    content: {
      type: "judgement",
      answer: "rank",
      stem: both("Xếp các cách trả lời từ tốt đến kém."),
      options: [
        { ...part("a", "Giải thích và hướng dẫn"), weight: 1 },
        { ...part("b", "Đưa tờ rơi"), weight: 0.5 },
        { ...part("c", "Bảo về nhà"), weight: 0 },
      ],
    },
    answer: ["a", "b", "c"],
    earns: 1,
  },
  {
    content: {
      type: "short-text",
      stem: both("Nêu nguyên tắc đầu tiên."),
      accepted: ["Tôn trọng người dân"],
      most_words: 30,
      criteria: [{ key: "facts", title: both("Nêu đúng"), points: 2 }],
    },
    answer: "Tôn trọng người dân",
    earns: 1,
  },
  {
    content: {
      type: "numeric",
      stem: both("Bao nhiêu ngày?"),
      answer: 30,
      units: [{ ...part("days", "ngày"), factor: 1 }],
    },
    answer: { number: "30" },
    earns: 1,
  },
] as const;

export type GivenAnswer = string | readonly string[] | Readonly<Record<string, string>>;

export const PER_PAGE = 4;
export const TOTAL_EARNED = QUESTIONS.reduce((sum, { earns }) => sum + earns, 0);

/** An attempt at a paper of all types, and the tokens under which the paper names its parts. */
export interface AllTypes {
  attempt: string;
  /** of an item: author's key to token */
  tokens: ReadonlyMap<number, ReadonlyMap<string, string>>;
}

/** Begins an attempt of the person at a paper that holds every type, written into the house's database as a start would. */
export function beginAllTypes(house: House, staffCode: string, course: string, minutes = 60): AllTypes {
  const { id: change } = house.row<{ id: number }>("SELECT MAX(id) AS id FROM change");
  const enrolment = house.row<{ id: number; course_version_id: number }>(
    `SELECT e.id, e.course_version_id FROM enrolment e JOIN course c ON c.id = e.course_id
     WHERE e.person_id = ? AND c.slug = ? ORDER BY e.id DESC`,
    personIdOf(house, staffCode),
    course,
  );
  const tokens = new Map<number, Map<string, string>>();
  const items = QUESTIONS.map(({ content }, index) => {
    const number = index + 1;
    const named = new Map<string, string>();
    tokens.set(number, named);
    const name = (list: readonly { key: string }[]) =>
      [...list]
        .map(({ key }): [string, string] => [key, `t${randomBytes(4).toString("hex")}`])
        // never in the right order
        .reverse();
    const parts =
      "options" in content
        ? name(content.options)
        : "pairs" in content
          ? name(content.pairs)
          : "steps" in content
            ? name(content.steps)
            : "gaps" in content
              ? name(content.gaps)
              : "units" in content
                ? name(content.units)
                : [];
    const others = "pairs" in content ? name([...content.pairs, ...content.extra]) : undefined;
    for (const [key, token] of parts) named.set(key, token);
    for (const [key, token] of others ?? []) named.set(`right ${key}`, token);
    return { number, question: storeQuestion(house, content, change), marks: 1, parts, ...(others && { others }) };
  });
  const paper = {
    form: 2,
    title: both("Bài kiểm tra đủ loại câu hỏi"),
    passPercent: 60,
    minutes,
    perPage: PER_PAGE,
    review: { ownAnswers: "after-submit", rightAnswers: "after-submit", explanations: "after-submit" },
    items,
  };
  const attempt = `all-${randomBytes(8).toString("hex")}`;
  const { n } = house.row<{ n: number }>(
    "SELECT COALESCE(MAX(number), 0) AS n FROM attempt WHERE person_id = ? AND course_version_id = ?",
    personIdOf(house, staffCode),
    enrolment.course_version_id,
  );
  house.database
    .prepare(
      `INSERT INTO attempt (public_id, person_id, enrolment_id, course_version_id, number, started_at, deadline_at, paper, recorded_change)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      attempt,
      personIdOf(house, staffCode),
      enrolment.id,
      enrolment.course_version_id,
      n + 1,
      house.now().toISOString(),
      new Date(house.now().getTime() + minutes * MINUTE).toISOString(),
      JSON.stringify(paper),
      change,
    );
  return { attempt, tokens };
}

function storeQuestion(house: House, content: object, change: number): number {
  const hash = createHash("sha256").update(JSON.stringify(content)).digest("hex");
  const key = `e2e-${hash.slice(0, 12)}`;
  const question = { key, bank: "onboarding", ...common, ...content };
  house.database
    .prepare(
      "INSERT INTO question_version (key, hash, content, recorded_change) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
    )
    .run(key, hash, JSON.stringify(question), change);
  return house.row<{ id: number }>("SELECT id FROM question_version WHERE key = ?", key).id;
}

/** The answer of an item in the paper's tokens, as the database keeps it. */
export function inTokens({ tokens }: AllTypes, item: number, answer: GivenAnswer): unknown {
  const content = QUESTIONS[item - 1]?.content;
  const token = (key: string) => tokens.get(item)?.get(key) ?? `no ${key}`;
  if (typeof answer === "string") return answer;
  if (Array.isArray(answer)) return answer.map(token);
  const pairs = Object.entries(answer as Record<string, string>);
  switch (content?.type) {
    case "matching":
      return Object.fromEntries(pairs.map(([left, right]) => [token(left), token(`right ${right}`)]));
    case "fill-in":
      return Object.fromEntries(pairs.map(([gap, text]) => [token(gap), text]));
    default:
      return Object.fromEntries(pairs.map(([name, text]) => [name, name === "unit" ? token(text) : text]));
  }
}

/** The newest saved answer of an item, as the database has it; undefined: none. */
export function savedAnswer(house: House, attempt: string, item: number): unknown {
  const [row] = house.rows<{ value: string }>(
    `SELECT r.value FROM response r JOIN attempt a ON a.id = r.attempt_id
     WHERE a.public_id = ? AND r.item = ? ORDER BY r.id DESC LIMIT 1`,
    attempt,
    item,
  );
  return row && JSON.parse(row.value);
}

/** How the fields of an item look. */
export function howAnswered(item: number): "choice" | "order" | "matching" | "fill-in" | "numeric" | "short-text" {
  const content = QUESTIONS[item - 1]?.content;
  switch (content?.type) {
    case "matching":
    case "fill-in":
    case "numeric":
    case "short-text":
      return content.type;
    case "ordering":
      return "order";
    case "judgement":
      return content.answer === "rank" ? "order" : "choice";
    default:
      return "choice";
  }
}

/** Gives an answer on the open page, as a person would with a mouse and keys; works without JavaScript. */
export async function giveAnswer(page: Page, all: AllTypes, item: number, answer: GivenAnswer): Promise<void> {
  const field = (part: string) => page.locator(`[name="a${item}.${part}"]`);
  const given = inTokens(all, item, answer);
  switch (howAnswered(item)) {
    case "choice":
      for (const token of given as string[]) await page.locator(`[name="a${item}"][value="${token}"]`).check();
      return;
    case "order":
      for (const [index, token] of (given as string[]).entries()) await field(token).selectOption(String(index + 1));
      return;
    case "matching":
      for (const [left, right] of Object.entries(given as Record<string, string>))
        await field(left).selectOption(right);
      return;
    case "fill-in":
      for (const [gap, text] of Object.entries(given as Record<string, string>)) await field(gap).fill(text);
      return;
    case "numeric":
      for (const [name, text] of Object.entries(given as Record<string, string>)) {
        if (name === "unit") await field(name).selectOption(text);
        else await field(name).fill(text);
      }
      return;
    default:
      await page.locator(`[name="a${item}"]`).fill(given as string);
  }
}

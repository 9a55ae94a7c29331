import type { Caller } from "./caller";
import type { House } from "./house/house";

/** An item of a paper with its key, as only the server's database knows it. */
export interface KeyedItem {
  number: number;
  type: string;
  /** by the paper's tokens, in the paper's order; empty for what is not chosen */
  options: { token: string; text: { vi: string; en: string } }[];
  key: { correct: string[]; explanation: { vi: string; en: string } };
  /** the fields of a plain form that answer it rightly, what they show included */
  right: Record<string, string | readonly string[]>;
}

interface StoredItem {
  number: number;
  question: number;
  parts: [string, string][];
  others?: [string, string][];
}

interface StoredQuestion {
  type: string;
  answer?: unknown;
  explanation: { vi: string; en: string };
  options?: { key: string; text: { vi: string; en: string }; correct?: boolean; weight?: number }[];
  steps?: { key: string }[];
  gaps?: { key: string; accepted: string[] }[];
  units?: { key: string; factor: number }[];
  accepted?: string[];
}

/** The frozen paper of an attempt, key included, read from the house's database file. */
export function paperOf(house: House, publicId: string): { items: KeyedItem[]; perPage: number; minutes: number } {
  const stored = house.row<{ paper: string }>("SELECT paper FROM attempt WHERE public_id = ?", publicId).paper;
  const { items, perPage, minutes } = JSON.parse(stored) as { items: StoredItem[]; perPage: number; minutes: number };
  return { perPage, minutes, items: items.map((item) => keyedItem(house, item)) };
}

/** The paper of a practice run, key included; `lesson` as the question's own bank names it. */
export function practiceItemsOf(house: House, publicId: string): (KeyedItem & { lesson: string })[] {
  const { paper } = house.row<{ paper: string }>("SELECT paper FROM practice_run WHERE public_id = ?", publicId);
  const { items } = JSON.parse(paper) as { items: StoredItem[] };
  return items.map((item) => {
    const { content } = house.row<{ content: string }>(
      "SELECT content FROM question_version WHERE id = ?",
      item.question,
    );
    return { ...keyedItem(house, item), lesson: (JSON.parse(content) as { lesson: string }).lesson };
  });
}

function keyedItem(house: House, { number, question: id, parts, others = [] }: StoredItem): KeyedItem {
  const { content } = house.row<{ content: string }>("SELECT content FROM question_version WHERE id = ?", id);
  const question = JSON.parse(content) as StoredQuestion;
  const tokens = new Map(parts);
  const options = parts.flatMap(([key, token]) => {
    const found = question.options?.find((option) => option.key === key);
    return found ? [{ token, text: found.text }] : [];
  });
  const correct = (question.options ?? [])
    .filter((option) => option.correct || (question.type === "judgement" && option.weight === 1))
    .map(({ key }) => tokens.get(key) ?? "");
  const fields = Object.entries(rightFields(question, tokens, new Map(others)));
  const right = Object.fromEntries(
    fields.map(([part, value]) => [part === "" ? `a${number}` : `a${number}.${part}`, value]),
  );
  return {
    number,
    type: question.type,
    options,
    key: { correct, explanation: question.explanation },
    right: { [`s${number}`]: JSON.stringify(shownEmpty(question)), ...right },
  };
}

const shownEmpty = ({ type, answer }: StoredQuestion) => {
  if (type === "short-text") return ["text", "", 0];
  if (type === "matching" || type === "fill-in" || type === "numeric") return ["pairs", {}, 0];
  return [type === "ordering" || (type === "judgement" && answer === "rank") ? "order" : "tokens", [], 0];
};

/** By part of the field's name; "" for the item's own field. */
function rightFields(
  question: StoredQuestion,
  tokens: ReadonlyMap<string, string>,
  others: ReadonlyMap<string, string>,
): Record<string, string | readonly string[]> {
  const token = (key: string) => tokens.get(key) ?? "";
  const places = (keys: readonly string[]) =>
    Object.fromEntries(keys.map((key, place) => [token(key), String(place + 1)]));
  switch (question.type) {
    case "matching":
      return Object.fromEntries([...tokens].map(([key, left]) => [left, others.get(key) ?? ""]));
    case "ordering":
      return places((question.steps ?? []).map(({ key }) => key));
    case "fill-in":
      return Object.fromEntries((question.gaps ?? []).map(({ key, accepted }) => [token(key), accepted[0] ?? ""]));
    case "numeric": {
      const unit = question.units?.find(({ factor }) => factor === 1)?.key;
      const number = String(question.answer).replace(".", ",");
      return unit !== undefined && (question.units?.length ?? 0) > 1 ? { number, unit: token(unit) } : { number };
    }
    case "short-text":
      return { "": question.accepted?.[0] ?? "" };
    case "judgement": {
      const byWeight = [...(question.options ?? [])]
        .sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0))
        .map(({ key }) => key);
      return question.answer === "rank" ? places(byWeight) : { "": [token(byWeight[0] ?? "")] };
    }
    default:
      return { "": (question.options ?? []).filter(({ correct }) => correct).map(({ key }) => token(key)) };
  }
}

export function personIdOf(house: House, staffCode: string): number {
  return house.row<{ id: number }>("SELECT id FROM person WHERE staff_code = ?", staffCode).id;
}

export function personPublicId(house: House, staffCode: string): string {
  return house.row<{ public_id: string }>("SELECT public_id FROM person WHERE staff_code = ?", staffCode).public_id;
}

export function unitPublicId(house: House, key: string): string {
  return house.row<{ public_id: string }>("SELECT public_id FROM unit WHERE key = ?", key).public_id;
}

/** The keys of a course's lessons, in their order. */
export function lessonsOf(house: House, slug: string): string[] {
  return house
    .rows<{ key: string }>(
      `SELECT l.key FROM lesson l JOIN course_version v ON v.id = l.course_version_id JOIN course c ON c.id = v.course_id
       WHERE c.slug = ? ORDER BY l.ordinal`,
      slug,
    )
    .map(({ key }) => key);
}

/** Marks every lesson of the course as done, by plain form posts. */
export async function learnAll(house: House, caller: Caller, slug: string): Promise<void> {
  for (const key of lessonsOf(house, slug))
    await caller.post(`/courses/${slug}/lessons/${key}`, { form: { done: "1" } });
}

/** Starts the course's exam; the public id of the attempt. */
export async function startExam(caller: Caller, slug: string): Promise<string> {
  const answer = await caller.post(`/courses/${slug}/exam`, { form: { start: "1" } });
  const id = /^\/attempts\/([^/]+)$/.exec(answer.headers.get("Location") ?? "")?.[1];
  if (!id) throw new Error(`the exam of ${slug} did not start: ${answer.status} ${answer.headers.get("Location")}`);
  return id;
}

/** Answers by plain form posts: everything right, or nothing. Does not hand in. */
export async function answerAll(house: House, caller: Caller, attempt: string): Promise<void> {
  const { items, perPage } = paperOf(house, attempt);
  const form: Record<string, string | readonly string[]> = { perPage: String(perPage), to: "end" };
  for (const { right } of items) Object.assign(form, right);
  const answer = await caller.post(`/attempts/${attempt}`, { form });
  if (answer.headers.get("Location") !== `/attempts/${attempt}/hand-in`)
    throw new Error(`the answers were refused: ${answer.status}`);
}

export async function handIn(caller: Caller, attempt: string): Promise<Response> {
  return caller.post(`/attempts/${attempt}/hand-in`, { form: { sure: "1" } });
}

/** From the first lesson to the result. */
export async function takeCourse(
  house: House,
  caller: Caller,
  slug: string,
  outcome: "pass" | "fail",
): Promise<{ attempt: string }> {
  await learnAll(house, caller, slug);
  const attempt = await startExam(caller, slug);
  if (outcome === "pass") await answerAll(house, caller, attempt);
  await handIn(caller, attempt);
  return { attempt };
}

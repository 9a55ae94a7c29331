import type { Caller } from "./caller";
import type { House } from "./house/house";

/** An item of a paper with its key, as only the server's database knows it. */
export interface KeyedItem {
  number: number;
  options: { token: string; text: { vi: string; en: string } }[];
  key: { correct: string[]; explanation: { vi: string; en: string } };
}

/** The frozen paper of an attempt, key included, read from the house's database file. */
export function paperOf(house: House, publicId: string): { items: KeyedItem[]; perPage: number; minutes: number } {
  return JSON.parse(house.row<{ paper: string }>("SELECT paper FROM attempt WHERE public_id = ?", publicId).paper);
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
  for (const { number, key } of items) {
    form[`s${number}`] = "|";
    form[`a${number}`] = key.correct;
  }
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

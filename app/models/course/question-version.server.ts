import type { BankQuestion } from "~/domain/course/question";
import { loadOnce } from "./immutable-rows.server";

/** A question as it was recorded once, with its key: never for a learner's browser. @throws Error when there is none */
export function questionVersion(id: number): Promise<BankQuestion> {
  return loadOnce(`question version ${id}`, async (client) => {
    const select = { content: true };
    const { content } = await client.question_version.findUniqueOrThrow({ where: { id }, select });
    return JSON.parse(content) as BankQuestion;
  });
}

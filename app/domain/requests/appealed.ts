import type { RequestContent } from "./request-kind";

/** What an appeal is against. */
type Appealed = Pick<Extract<RequestContent, { kind: "appeal-mark" }>, "attempt" | "what">;

const OF_TASK = "task-";

/** As a form names it: the id of an attempt, or that of the work on a task after a word. */
export function writeAppealed({ attempt, what }: Appealed): string {
  return what === "task" ? `${OF_TASK}${attempt}` : attempt;
}

export function readAppealed(text: string): Appealed {
  return text.startsWith(OF_TASK) ? { attempt: text.slice(OF_TASK.length), what: "task" } : { attempt: text };
}

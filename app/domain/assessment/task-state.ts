import type { Instant } from "../time/civil-date";

export const TASK_STATES = ["not-begun", "draft", "handed-in", "being-marked", "returned", "released"] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** What is recorded of a person's work on a task. Rounds count from 0; each return opens the next. */
export interface TaskFacts {
  begun: boolean;
  handIns: readonly { round: number; at: Instant }[];
  returns: readonly { round: number; at: Instant }[];
  /** a marker has taken a place at what was handed in last */
  taken: boolean;
  /** the marks that were told, of any round, an appeal's included, in the order in which they were told */
  releases: readonly { round: number; passed: boolean }[];
}

export interface TaskStanding {
  state: TaskState;
  /** the round that is worked on, waits, or was marked */
  round: number;
  /** by the last mark told of this round; null while there is none */
  passed: boolean | null;
}

/** Where a task stands. Draft and returned are the person's to go on with; in all other states the work is frozen. */
export function taskStanding({ begun, handIns, returns, taken, releases }: TaskFacts): TaskStanding {
  const round = returns.reduce((next, back) => Math.max(next, back.round + 1), 0);
  const told = releases.findLast((release) => release.round === round);
  const handedIn = handIns.some((one) => one.round === round);
  const as = (state: TaskState): TaskStanding => ({ state, round, passed: told?.passed ?? null });
  if (!begun) return as("not-begun");
  if (told) return as("released");
  if (handedIn) return as(taken ? "being-marked" : "handed-in");
  return as(round > 0 ? "returned" : "draft");
}

/** Whether the person can write, add files and hand in. */
export function isOpenForWork(state: TaskState): boolean {
  return state === "draft" || state === "returned";
}

/** Words as people count them: parts between white space. */
export function wordCount(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0;
}

/** What stands in the way of handing in. */
export type HandInProblem =
  | "empty"
  | "too-many-words"
  /** that it holds no secret and nobody's personal case was not confirmed */
  | "not-confirmed";

/** `mostWords` null: the task takes no text. */
export function handInProblems(
  work: { text: string; files: number },
  mostWords: number | null,
  confirmed: boolean,
): HandInProblem[] {
  const problems: HandInProblem[] = [];
  if (work.text.trim() === "" && work.files === 0) problems.push("empty");
  if (mostWords !== null && wordCount(work.text) > mostWords) problems.push("too-many-words");
  if (!confirmed) problems.push("not-confirmed");
  return problems;
}

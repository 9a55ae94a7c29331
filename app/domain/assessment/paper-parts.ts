import type { VersionQuestion, VersionQuestionOf } from "../course/course-version";
import { type Random, shuffled } from "./random";

/**
 * The keys of a question's parts as a paper shows them. Pinned options come last, in the author's order. "True" always stands
 * before "false": readers expect it. Left sides, gaps and units keep the author's order.
 * @throws Error for a task: it is done outside of exams
 */
export function partsInOrder(question: VersionQuestion, random: Random): string[] {
  switch (question.type) {
    case "truefalse":
      return ["true", "false"];
    case "single":
    case "multiple": {
      const keys = question.options.map(({ key }) => key);
      const pinned = keys.filter((key) => question.pin.includes(key));
      const free = keys.filter((key) => !question.pin.includes(key));
      return [...shuffled(free, random), ...pinned];
    }
    case "judgement":
      return shuffled(keysOf(question.options), random);
    case "ordering":
      return shuffled(keysOf(question.steps), random);
    case "matching":
      return keysOf(question.pairs);
    case "fill-in":
      return keysOf(question.gaps);
    case "numeric":
      return keysOf(question.units ?? []);
    case "short-text":
      return [];
    case "task":
      throw new Error(`${question.key} is a task: no exam holds it`);
  }
}

/** The keys of a matching's right sides: a pair's bears the pair's key; the others fit nothing. */
export function rightsOf(question: VersionQuestionOf<"matching">): string[] {
  return [...keysOf(question.pairs), ...keysOf(question.extra ?? [])];
}

function keysOf(parts: readonly { key: string }[]): string[] {
  return parts.map(({ key }) => key);
}

import type { AnswerValue } from "../assessment/answer-value";
import type { QuestionType } from "../course/question";

/**
 * A text that two answers to a question share when they say the same: capitals, spaces and the order in which options were
 * ticked say nothing. "" for no answer.
 */
export function answerCode(type: QuestionType, value: AnswerValue): string {
  if (typeof value === "string") return plain(value);
  if (Array.isArray(value)) {
    if (value.length < 2) return value[0] ?? "";
    return (type === "multiple" ? [...value].sort() : value).join(">");
  }
  const given = Object.entries(value).filter(([, text]) => text !== "");
  return given
    .map(([key, text]) => `${key}=${plain(text)}`)
    .sort()
    .join(";");
}

function plain(text: string): string {
  return text.normalize("NFC").trim().replace(/\s+/g, " ").toLocaleLowerCase("vi");
}

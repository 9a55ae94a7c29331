import type { Question } from "~/domain/course/question";

/** What stands for a text that a file of another house did not have. A question with it is not ready to be approved. */
export const TO_TRANSLATE = "[cần dịch]";
export const TO_WRITE = { vi: "[cần bổ sung]", en: "[to be written]" };

/** Whether a question still has a text that stands for one to come. */
export function isToComplete(question: Question): boolean {
  const text = JSON.stringify(question);
  return [TO_TRANSLATE, TO_WRITE.vi, TO_WRITE.en].some((sign) => text.includes(sign));
}

/** What a whole file is given where its questions do not say it. */
export interface FileDefaults {
  competency?: string;
  lesson?: string;
  difficulty?: number;
  citation?: { document: string; clause: { vi: string; en: string }; mark: string };
  /** texts that are missing are marked as to come */
  marked: boolean;
}

type Content = Record<string, unknown>;

/** A question as a file says it, with what the file does not say. */
export function withDefaults(content: Content, { marked, ...defaults }: FileDefaults): Content {
  const whole: Content = { ...defaults, ...content };
  if (!marked) return whole;
  return translated({ ...whole, explanation: whole.explanation ?? TO_WRITE }) as Content;
}

/** Every text that has Vietnamese only gets an English that says so. */
function translated(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(translated);
  if (typeof value !== "object" || value === null) return value;
  const { vi, en } = value as { vi?: unknown; en?: unknown };
  // gaps have their places in both languages: the text stays, with its mark before it
  if (typeof vi === "string" && en === undefined) return { vi, en: `${TO_TRANSLATE} ${vi}` };
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, translated(part)]));
}

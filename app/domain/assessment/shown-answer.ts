import type { AnswerValue } from "./answer-value";
import { FIELD_KINDS, type FieldKind } from "./form-answer";

/** An answer as a plain form showed it: a hidden field carries it along, so that an old page does not clear a newer answer. */
export interface ShownAnswer {
  /** how the fields of the question carry its answer */
  kind: FieldKind;
  value: AnswerValue;
  flagged: boolean;
}

export function writeShownAnswer({ kind, value, flagged }: ShownAnswer): string {
  return JSON.stringify([kind, value, flagged]);
}

/** Null where the field says nothing that we wrote; of its value only the shape is looked at. */
export function readShownAnswer(text: string): ShownAnswer | null {
  try {
    const read: unknown = JSON.parse(text);
    if (!Array.isArray(read) || read.length !== 3) return null;
    const kind = FIELD_KINDS.find((each) => each === read[0]);
    return kind && isAnswerValue(read[1]) ? { kind, value: read[1], flagged: read[2] === true } : null;
  } catch {
    return null;
  }
}

function isAnswerValue(value: unknown): value is AnswerValue {
  if (typeof value === "string") return true;
  return typeof value === "object" && value !== null && Object.values(value).every((each) => typeof each === "string");
}

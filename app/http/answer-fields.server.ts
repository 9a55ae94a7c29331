import type { AnswerValue } from "~/domain/assessment/answer-value";
import { flagName, readFormAnswer } from "~/domain/assessment/form-answer";
import { readShownAnswer } from "~/domain/assessment/shown-answer";

/** Most items that a page can hold; a larger form is none of ours. */
const MOST_ITEMS = 200;

/** What a plain form says of one item, and what it showed when it was drawn. */
export interface AnswerField {
  item: number;
  value: AnswerValue;
  flagged: boolean;
  shown: { value: AnswerValue; flagged: boolean };
}

/**
 * Reads the answers of a form: for each `s<n>` (what was shown) the fields a<n>, a<n>.<part> and f<n>. Raw: whether the paper has
 * such parts is the domain's to say. Null when it is no form of ours.
 */
export function readAnswerFields(form: FormData): AnswerField[] | null {
  const fields: AnswerField[] = [];
  for (const [name, text] of form) {
    const item = Number(/^s(\d{1,4})$/.exec(name)?.[1] ?? 0);
    if (item === 0) continue;
    const shown = readShownAnswer(String(text));
    if (!shown || fields.length >= MOST_ITEMS) return null;
    fields.push({
      item,
      value: readFormAnswer(form, item, shown.kind),
      flagged: form.get(flagName(item)) === "yes",
      shown: { value: shown.value, flagged: shown.flagged },
    });
  }
  return fields;
}

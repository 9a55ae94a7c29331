import { type AnswerValue, isEmptyAnswer } from "~/domain/assessment/answer-value";
import { type FieldKind, shownName } from "~/domain/assessment/form-answer";
import { writeShownAnswer } from "~/domain/assessment/shown-answer";
import type { ShownItem } from "~/domain/assessment/shown-item";
import { ChoiceField } from "./choice";
import { FillInFields } from "./fill-in";
import { MatchingFields } from "./matching";
import { NumericFields } from "./numeric";
import { OrderingFields } from "./ordering";
import { ShortTextField } from "./short-text";

export interface QuestionFieldsProps {
  item: ShownItem;
  /** the answer as it is kept; left out: none yet */
  value?: AnswerValue;
  /** the flag as it is kept, where the form has one */
  flagged?: boolean;
  /** what is wrong with the answer, and how to put it right */
  errors?: readonly string[];
}

/** What the fields of a type make: where several shapes are possible, the form says which it has. */
export function fieldKind(item: ShownItem): FieldKind {
  switch (item.type) {
    case "single":
    case "multiple":
    case "truefalse":
      return "tokens";
    case "judgement":
      return item.answer === "best" ? "tokens" : "order";
    case "ordering":
      return "order";
    case "matching":
    case "fill-in":
    case "numeric":
      return "pairs";
    case "short-text":
      return "text";
  }
}

/** The value that stands for "not answered". */
export function noAnswer(kind: FieldKind): AnswerValue {
  return kind === "text" ? "" : kind === "pairs" ? {} : [];
}

/**
 * A question with its fields, for any form: plain inputs named a<number>…, and what they showed in s<number>, so that
 * `readAnswerFields` can read them. They are uncontrolled: another value comes in by another `key`.
 */
export function QuestionFields({ item, value, flagged = false, errors }: QuestionFieldsProps) {
  const kind = fieldKind(item);
  const shown = value === undefined || isEmptyAnswer(value) ? noAnswer(kind) : value;
  return (
    <>
      <input
        type="hidden"
        name={shownName(item.number)}
        value={writeShownAnswer({ kind, value: shown, flagged })}
        readOnly
      />
      <Fields item={item} value={shown} errors={errors} />
    </>
  );
}

function Fields({ item, value, errors }: { item: ShownItem; value: AnswerValue; errors?: readonly string[] }) {
  const tokens = Array.isArray(value) ? value : [];
  const pairs = typeof value === "object" && !Array.isArray(value) ? value : {};
  switch (item.type) {
    case "single":
    case "multiple":
    case "truefalse":
      return <ChoiceField item={item} chosen={tokens} errors={errors} />;
    case "matching":
      return <MatchingFields item={item} chosen={pairs} errors={errors} />;
    case "ordering":
      return <OrderingFields item={item} parts={item.steps} order={tokens} errors={errors} />;
    case "fill-in":
      return <FillInFields item={item} typed={pairs} errors={errors} />;
    case "numeric":
      return <NumericFields item={item} typed={pairs} errors={errors} />;
    case "short-text":
      return <ShortTextField item={item} typed={typeof value === "string" ? value : ""} errors={errors} />;
    case "judgement":
      return item.answer === "best" ? (
        <ChoiceField item={item} chosen={tokens} errors={errors} />
      ) : (
        <OrderingFields item={item} parts={item.options} order={tokens} errors={errors} />
      );
  }
}

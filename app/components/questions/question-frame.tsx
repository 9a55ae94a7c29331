import type { ReactNode } from "react";
import type { ShownItem } from "~/domain/assessment/shown-item";
import { FieldError } from "../field";
import { Figures } from "./figures";

export interface QuestionFrameProps {
  item: ShownItem;
  /** how it is answered, in a sentence */
  hint: ReactNode;
  errors?: readonly string[];
  children: ReactNode;
}

/** The id of what is said about how to answer an item, for inputs that are far from it. */
export const hintId = (item: number) => `question-${item}-hint`;

/** A question: its text as the legend, its pictures and tables, how to answer it, and the fields. */
export function QuestionFrame({ item, hint, errors, children }: QuestionFrameProps) {
  const wrong = errors !== undefined && errors.length > 0;
  const errorId = `question-${item.number}-error`;
  const describedBy = wrong ? `${hintId(item.number)} ${errorId}` : hintId(item.number);
  return (
    <fieldset id={`question-${item.number}`} className="question-frame" aria-describedby={describedBy} tabIndex={-1}>
      <legend className="label">
        <span className="question">{item.stem}</span>
      </legend>
      <Figures figures={item.figures} />
      <p className="hint" id={hintId(item.number)}>
        {hint}
      </p>
      {wrong && <FieldError id={errorId} errors={errors} />}
      {children}
    </fieldset>
  );
}

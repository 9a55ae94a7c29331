import { type ComponentPropsWithoutRef, type ReactNode, useId } from "react";
import { FieldError } from "./field";

export interface ChoicesProps {
  legend: ReactNode;
  /** How the legend is shown: as a label, as a quiet hint, or only to screen readers. */
  legendAs?: "label" | "hint" | "hidden";
  hint?: ReactNode;
  errors?: readonly string[];
  /** The id that an error summary links to. */
  id?: string;
  children: ReactNode;
}

const legends = { label: "label", hint: "hint", hidden: "sr" } as const;

/** A question with its choices. */
export function Choices({ legend, legendAs = "label", hint, errors, id, children }: ChoicesProps) {
  const own = useId();
  const base = id ?? own;
  const wrong = errors !== undefined && errors.length > 0;
  const describedBy = [hint && `${base}-hint`, wrong && `${base}-error`].filter(Boolean).join(" ");
  return (
    <fieldset id={base} aria-describedby={describedBy || undefined} tabIndex={id ? -1 : undefined}>
      <legend className={legends[legendAs]}>{legend}</legend>
      {hint && (
        <p className="hint" id={`${base}-hint`}>
          {hint}
        </p>
      )}
      {wrong && <FieldError id={`${base}-error`} errors={errors} />}
      <div className="choices">{children}</div>
    </fieldset>
  );
}

type Input = Omit<ComponentPropsWithoutRef<"input">, "className" | "type">;

/** A choice as a card: all of it can be tapped. */
export function Choice({
  type = "radio",
  note,
  children,
  ...input
}: Input & { type?: "radio" | "checkbox"; note?: ReactNode; children: ReactNode }) {
  return (
    <label className="choice">
      <input {...input} type={type} />
      <span>
        {children}
        {note && <span className="choice-note meta">{note}</span>}
      </span>
    </label>
  );
}

/** A single box to tick. */
export function Check({ children, ...input }: Input & { children: ReactNode }) {
  return (
    <label className="check">
      <input {...input} type="checkbox" />
      <span>{children}</span>
    </label>
  );
}

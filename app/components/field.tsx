import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "./icon";

export interface FieldFace {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and how to put it right. */
  errors?: readonly string[];
  /** Said beside the label; fields are required unless they say so. */
  optional?: boolean;
}

/** What an input needs to be read together with its hint and its error. */
export interface ControlAria {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

/** Label, hint, error, input, in that order. `children` draws the input with the attributes it is given. */
export function FieldFrame({
  id,
  label,
  hint,
  errors,
  optional = false,
  children,
}: FieldFace & { children: (aria: ControlAria) => ReactNode }) {
  const { t } = useTranslation("parts");
  const wrong = errors !== undefined && errors.length > 0;
  const describedBy = [hint && `${id}-hint`, wrong && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {optional && <span className="hint"> ({t("field.optional")})</span>}
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong && <FieldError id={`${id}-error`} errors={errors} />}
      {children({ id, "aria-describedby": describedBy || undefined, "aria-invalid": wrong || undefined })}
    </div>
  );
}

/** The words of an error, with a sign before them. */
export function FieldError({ id, errors }: { id: string; errors: readonly string[] }) {
  return (
    <p className="error" id={id}>
      <Icon name="alert" />
      <span>{errors.join(" ")}</span>
    </p>
  );
}

export type FieldProps = FieldFace & {
  /** For short values: a date, a number. */
  short?: boolean;
  /** Codes are shown in capitals. */
  code?: boolean;
} & Omit<ComponentPropsWithoutRef<"input">, "id" | "className">;

/** A one-line input. Takes any attribute of `<input>`. */
export function Field({ id, label, hint, errors, optional, short, code, ...input }: FieldProps) {
  const names = ["input", short && "input-s", code && "code"].filter(Boolean).join(" ");
  return (
    <FieldFrame id={id} label={label} hint={hint} errors={errors} optional={optional}>
      {(aria) => <input {...input} {...aria} className={names} />}
    </FieldFrame>
  );
}

/** One of a list. `options` in the order shown. */
export function SelectField({
  id,
  label,
  hint,
  errors,
  optional,
  options,
  ...select
}: FieldFace & {
  options: readonly { value: string; label: string }[];
} & Omit<ComponentPropsWithoutRef<"select">, "id" | "className" | "children">) {
  return (
    <FieldFrame id={id} label={label} hint={hint} errors={errors} optional={optional}>
      {(aria) => (
        <select {...select} {...aria} className="input">
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

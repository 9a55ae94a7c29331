import type { ComponentPropsWithoutRef } from "react";
import { type FieldFace, FieldFrame } from "./field";

/** A text of several lines. */
export function TextArea({
  id,
  label,
  hint,
  errors,
  optional,
  ...area
}: FieldFace & Omit<ComponentPropsWithoutRef<"textarea">, "id" | "className">) {
  return (
    <FieldFrame id={id} label={label} hint={hint} errors={errors} optional={optional}>
      {(aria) => <textarea rows={3} maxLength={500} {...area} {...aria} className="input" />}
    </FieldFrame>
  );
}

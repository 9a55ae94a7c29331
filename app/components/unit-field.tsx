import type { ComponentPropsWithoutRef } from "react";
import { type FieldFace, FieldFrame } from "./field";

/** Units below one heading, by the order of the tree; `value` is the unit's public id. */
export interface UnitOptionGroup {
  label: string;
  options: readonly { value: string; label: string }[];
}

/** One unit of many: a list grouped by the unit above. `none`: the words of the empty choice, where there is one. */
export function UnitField({
  id,
  label,
  hint,
  errors,
  optional,
  groups,
  none,
  ...select
}: FieldFace & {
  groups: readonly UnitOptionGroup[];
  none?: string;
} & Omit<ComponentPropsWithoutRef<"select">, "id" | "className" | "children">) {
  return (
    <FieldFrame id={id} label={label} hint={hint} errors={errors} optional={optional}>
      {(aria) => (
        <select {...select} {...aria} className="input">
          {none !== undefined && <option value="">{none}</option>}
          {groups.map((group) => (
            <optgroup key={group.label} label={group.label}>
              {group.options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

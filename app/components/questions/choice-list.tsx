import { fieldName } from "~/domain/assessment/form-answer";
import type { ShownPart } from "~/domain/assessment/shown-item";
import { Choice } from "../choice";

/** The choices of a question as cards. */
export function ChoiceList({
  item,
  options,
  chosen,
  several = false,
}: {
  item: number;
  options: readonly ShownPart[];
  chosen: readonly string[];
  several?: boolean;
}) {
  return (
    <div className="choices">
      {options.map(({ token, text }) => (
        <Choice
          key={token}
          type={several ? "checkbox" : "radio"}
          name={fieldName(item)}
          value={token}
          defaultChecked={chosen.includes(token)}
        >
          {text}
        </Choice>
      ))}
    </div>
  );
}

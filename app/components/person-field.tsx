import { useTranslation } from "react-i18next";
import { Choice, Choices } from "./choice";
import { Field, type FieldProps } from "./field";

/** Someone who was found by what was typed; `staffCode` is what the form sends. */
export interface PersonChoice {
  staffCode: string;
  name: string;
  /** post and unit */
  place: string;
}

/**
 * One person, typed as staff code, e-mail or name, with or without accents. Where several answer to the name the form comes back
 * with `choices`, and one is picked by `<name>Code`, which the server reads first.
 */
export function PersonField({
  choices = [],
  name,
  ...field
}: FieldProps & { name: string; choices?: readonly PersonChoice[] }) {
  const { t } = useTranslation("parts");
  return (
    <div className="flow-s">
      <Field {...field} name={name} hint={field.hint ?? t("person.hint")} autoComplete="off" />
      {choices.length > 0 && (
        <Choices legend={t("person.which", { count: choices.length })}>
          {choices.map((choice) => (
            <Choice key={choice.staffCode} name={`${name}Code`} value={choice.staffCode}>
              {choice.name} ({choice.staffCode}), {choice.place}
            </Choice>
          ))}
        </Choices>
      )}
    </div>
  );
}

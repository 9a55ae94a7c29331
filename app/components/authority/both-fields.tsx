import { LANGUAGES } from "~/domain/text/language";
import { Field, type FieldProps } from "../field";

/** One text of a paper in both languages, side by side where there is room. */
export function BothFields({ of }: { of: (language: (typeof LANGUAGES)[number]) => FieldProps }) {
  return (
    <div className="grid-2 both-texts">
      {LANGUAGES.map((language) => (
        <Field key={language} lang={language} maxLength={200} {...of(language)} />
      ))}
    </div>
  );
}

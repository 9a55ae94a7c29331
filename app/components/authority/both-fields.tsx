import { LANGUAGES, type Language } from "~/domain/text/language";
import { Field, type FieldProps } from "../field";

/** One text of a paper in both languages, side by side where there is room; `long`: one below the other. */
export function BothFields({ of, long = false }: { of: (language: Language) => FieldProps; long?: boolean }) {
  const fields = LANGUAGES.map((language) => (
    <Field key={language} lang={language} maxLength={200} {...of(language)} />
  ));
  return long ? fields : <div className="grid-2 both-texts">{fields}</div>;
}

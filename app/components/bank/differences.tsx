import { useTranslation } from "react-i18next";
import type { FacetValue } from "~/domain/bank/facets";
import type { Difference } from "~/domain/bank/question-difference";
import { MARKS } from "~/domain/course/citation";
import { QUESTION_TYPES } from "~/domain/course/question-type";
import { writeNumber } from "~/domain/text/write-number";
import type { Language } from "~/i18n/language";
import { useFacetLabel } from "./question-form-context";

/** What a version says differently, one line a thing: what it said, and what it says. */
export function Differences({
  differences,
  names,
}: {
  differences: readonly Difference[];
  names: Readonly<Record<string, string>>;
}) {
  const { t } = useTranslation();
  const label = useFacetLabel();
  const words = useFacetValue(names);
  return (
    <ul className="plain differences">
      {differences.map(({ facet, number, language, before, after }) => (
        <li key={`${facet} ${number} ${language}`}>
          <p className="label">{label({ facet, number, language })}</p>
          {before && (
            <p>
              <span className="meta">{t("bank:difference.before")}</span>{" "}
              <del lang={language ?? undefined}>{words(before)}</del>
            </p>
          )}
          <p>
            {after ? (
              <>
                <span className="meta">{t(before ? "bank:difference.after" : "bank:difference.added")}</span>{" "}
                <ins lang={language ?? undefined}>{words(after)}</ins>
              </>
            ) : (
              <span className="meta">{t("bank:difference.gone")}</span>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

function useFacetValue(names: Readonly<Record<string, string>>): (value: FacetValue) => string {
  const { t, i18n } = useTranslation();
  return (value) => {
    if ("text" in value) return value.text;
    if ("word" in value) return t(`bank:word.${value.word}`);
    if ("number" in value) {
      const number = writeNumber(value.number, i18n.language as Language, { maximumFractionDigits: 6 });
      if (value.unit === "percent") return `${number} %`;
      return value.unit === "absolute" ? `± ${number}` : number;
    }
    switch (value.named) {
      case "type": {
        const type = QUESTION_TYPES.find((each) => each === value.key);
        return type ? t(`bank:type.${type}`) : value.key;
      }
      case "mark": {
        const mark = MARKS.find((each) => each === value.key);
        return mark && mark !== "MEMORY" ? t(`bank:mark.${mark}`) : value.key;
      }
      case "difficulty": {
        const difficulty = (["1", "2", "3"] as const).find((each) => each === value.key);
        return difficulty ? t(`bank:difficulty.${difficulty}`) : value.key;
      }
      default:
        return names[`${value.named}/${value.key}`] ?? value.key;
    }
  };
}

import { useTranslation } from "react-i18next";
import type { Difference } from "~/domain/bank/question-difference";
import type { QuestionType } from "~/domain/course/question";
import type { Bilingual } from "~/domain/text/bilingual";
import type { Language } from "~/i18n/language";
import { Fold } from "../fold";
import { Row, Rows } from "../rows";
import { Section } from "../section";
import { Differences } from "./differences";

export interface ImportedQuestion {
  key: string;
  type: QuestionType;
  stem: Bilingual;
}

/** What a file brings: the new questions, and what it says otherwise of those that are there. */
export function ImportLists({
  fresh,
  changed,
  names,
}: {
  fresh: readonly ImportedQuestion[];
  changed: readonly (ImportedQuestion & { differences: readonly Difference[] })[];
  names: Readonly<Record<string, string>>;
}) {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === "en" ? "en" : "vi";
  return (
    <>
      {fresh.length > 0 && (
        <Section className="section" title={t("bank:import.fresh", { count: fresh.length })}>
          <Rows>
            {fresh.map(({ key, type, stem }) => (
              <Row key={key} title={stem[language]} meta={`${t(`bank:type.${type}`)} · ${key}`} />
            ))}
          </Rows>
        </Section>
      )}
      {changed.length > 0 && (
        <Section className="section" title={t("bank:import.changed", { count: changed.length })}>
          {changed.map(({ key, stem, differences }) => (
            <Fold
              key={key}
              summary={`${stem[language]} (${t("bank:import.differences", { count: differences.length })})`}
            >
              <Differences differences={differences} names={names} />
            </Fold>
          ))}
        </Section>
      )}
    </>
  );
}

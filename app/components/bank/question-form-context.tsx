import { createContext, useContext } from "react";
import { useTranslation } from "react-i18next";
import type { Facet } from "~/domain/bank/facets";
import type { QuestionFields, QuestionList, RowCounts } from "~/domain/bank/question-fields";
import { facetOfField, type QuestionProblem } from "~/domain/bank/question-problems";
import type { SummaryError } from "../error-summary";
import { errorsByField } from "../errors-by-field";

export interface QuestionFormState {
  fields: QuestionFields;
  rows: RowCounts;
  problems: readonly QuestionProblem[];
}

const State = createContext<QuestionFormState>({ fields: {}, rows: {}, problems: [] });
export const QuestionFormProvider = State.Provider;

/** What a field of the question's form needs: its name is its id. */
export function useQuestionField(): {
  of: (name: string) => { id: string; name: string; defaultValue: string | undefined; errors: string[] | undefined };
  checked: (name: string, value?: string) => boolean;
  /** the rows that a list shows */
  rows: (list: QuestionList) => number[];
  errors: (name: string) => string[] | undefined;
} {
  const { fields, rows, problems } = useContext(State);
  const { t } = useTranslation();
  const errors = errorsByField(
    problems.map(({ field, problem }) => ({ fieldId: field, message: capital(t(`bank:problem.${problem}`)) })),
  );
  return {
    of: (name) => ({ id: name, name, defaultValue: fields[name], errors: errors(name) }),
    checked: (name, value = "yes") => fields[name] === value,
    rows: (list) => Array.from({ length: rows[list] ?? 0 }, (_, row) => row),
    errors,
  };
}

/** The problems of a form as its summary says them: which field, and what is wrong. */
export function useQuestionSummary(): (problems: readonly QuestionProblem[]) => SummaryError[] {
  const { t } = useTranslation();
  const label = useFacetLabel();
  return (problems) =>
    problems.map(({ field, problem }) => ({
      fieldId: field,
      message:
        field === "picture"
          ? t(`bank:problem.${problem}`)
          : `${label(facetOfField(field))}: ${t(`bank:problem.${problem}`)}`,
    }));
}

/** What belongs to a row of a list is named after the row. */
const ROW_OF: Partial<Record<Facet, Facet>> = {
  "option-correct": "option-text",
  "option-pin": "option-text",
  "option-weight": "option-text",
  "pair-left": "pair",
  "pair-right": "pair",
  "step-place": "step-text",
  "unit-factor": "unit-text",
  "criterion-points": "criterion-title",
  "criterion-levels": "criterion-title",
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const small = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** What a part of a question is called: "Phương án 2 (tiếng Anh)", "Phương án 2: là đáp án đúng". */
export function useFacetLabel(): (facet: ReturnType<typeof facetOfField>) => string {
  const { t } = useTranslation();
  return ({ facet, number, language }) => {
    const name = t(`bank:facet.${facet}`);
    const row = ROW_OF[facet];
    const counted = row ? t(`bank:facet.${row}`) : name;
    const place = number === null ? name : t("bank:facetNumber", { name: counted, number });
    const numbered = row && number !== null ? `${place}: ${small(name)}` : place;
    return language === null ? numbered : t(`bank:inLanguage.${language}`, { name: numbered });
  };
}

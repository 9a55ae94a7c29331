import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Facet } from "~/domain/bank/facets";
import { QUESTION_LISTS, type QuestionList } from "~/domain/bank/question-fields";
import { Button } from "../button";
import { FieldError } from "../field";
import { useFacetLabel, useQuestionField } from "./question-form-context";

/**
 * The rows of a list, each a group with a name; a row that is left empty is no row. "Add a row" posts the form and shows it again
 * with one more.
 */
export function RowList({
  list,
  facet,
  fixed = false,
  children,
}: {
  list: QuestionList;
  facet: Facet;
  /** no row is added */
  fixed?: boolean;
  children: (row: number, name: string) => ReactNode;
}) {
  const { t } = useTranslation();
  const label = useFacetLabel();
  const { rows, of, errors } = useQuestionField();
  const shown = rows(list);
  const wrong = errors(list);
  return (
    <div id={list} tabIndex={-1} className="flow">
      <input type="hidden" name={`rows.${list}`} value={shown.length} readOnly />
      {wrong && <FieldError id={`${list}-error`} errors={wrong} />}
      {shown.map((row) => {
        const name = `${list}.${row}`;
        const own = errors(name);
        return (
          <fieldset key={row} id={name} className="question-row" tabIndex={-1}>
            <legend className="label">{label({ facet, number: row + 1, language: null })}</legend>
            {own && <FieldError id={`${name}-error`} errors={own} />}
            {of(`${name}.key`).defaultValue && (
              <input type="hidden" name={`${name}.key`} value={of(`${name}.key`).defaultValue} readOnly />
            )}
            {children(row, name)}
          </fieldset>
        );
      })}
      {!fixed && shown.length < QUESTION_LISTS[list].most && (
        <p>
          <Button variant="secondary" name="act" value={`add.${list}`} formNoValidate>
            {t(`bank:form.add.${list}`)}
          </Button>
        </p>
      )}
    </div>
  );
}

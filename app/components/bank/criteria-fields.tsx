import { useTranslation } from "react-i18next";
import { Field } from "../field";
import { BothTexts } from "./both-texts";
import { useFacetLabel, useQuestionField } from "./question-form-context";
import { RowList } from "./row-list";

/** The lines of a rubric: what is looked at, how much it earns, what a number of points means. */
export function CriteriaFields() {
  const { t } = useTranslation();
  const { of } = useQuestionField();
  const label = useFacetLabel();
  const name = (facet: "criterion-points" | "criterion-levels") => label({ facet, number: null, language: null });
  return (
    <RowList list="criteria" facet="criterion-title">
      {(_, field) => (
        <>
          <BothTexts name={`${field}.title`} label={t("bank:form.words")} />
          <Field {...of(`${field}.points`)} label={name("criterion-points")} inputMode="decimal" short />
          <BothTexts
            name={`${field}.levels`}
            label={name("criterion-levels")}
            hint={t("bank:form.levelsHint")}
            lines={3}
            optional
          />
        </>
      )}
    </RowList>
  );
}

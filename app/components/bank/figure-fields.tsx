import { useTranslation } from "react-i18next";
import { Check } from "../choice";
import { Field } from "../field";
import { BothTexts } from "./both-texts";
import { useQuestionField } from "./question-form-context";
import { RowList } from "./row-list";

/** Pictures and tables of a question. A picture comes with the form; a table is lines with “|” between their cells. */
export function FigureFields() {
  const { t } = useTranslation();
  const { of, errors } = useQuestionField();
  return (
    <div className="flow">
      <RowList list="figures" facet="figure">
        {(_, field) => {
          const picture = of(`${field}.picture`).defaultValue;
          return (
            <>
              {picture ? (
                <>
                  <input type="hidden" name={`${field}.picture`} value={picture} readOnly />
                  <img className="figure-small" src={`/pictures/${picture}`} alt="" />
                  <BothTexts name={`${field}.alt`} label={t("bank:form.alt")} hint={t("bank:form.altHint")} lines={2} />
                  <BothTexts name={`${field}.caption`} label={t("bank:form.caption")} optional />
                </>
              ) : (
                <>
                  <BothTexts name={`${field}.caption`} label={t("bank:form.caption")} />
                  <BothTexts
                    name={`${field}.cells`}
                    label={t("bank:form.cells")}
                    hint={t("bank:form.cellsHint")}
                    lines={4}
                  />
                </>
              )}
              <Check name={`${field}.remove`} value="yes">
                {t("bank:form.remove")}
              </Check>
            </>
          );
        }}
      </RowList>
      <Field
        id="picture"
        name="picture"
        type="file"
        accept="image/png,image/jpeg,image/webp"
        label={t("bank:form.picture")}
        hint={t("bank:form.pictureHint")}
        errors={errors("picture")}
        optional
      />
    </div>
  );
}

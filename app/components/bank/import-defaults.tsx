import { useTranslation } from "react-i18next";
import { MARKS } from "~/domain/course/citation";
import { Button } from "../button";
import { Check } from "../choice";
import { Field, SelectField } from "../field";
import { Fold } from "../fold";

export interface DefaultValues {
  competency: string;
  lesson: string;
  difficulty: string;
  document: string;
  clauseVi: string;
  clauseEn: string;
  mark: string;
  marked: boolean;
}

type Options = readonly { value: string; label: string }[];

/** What a file of another house does not say, given to all its questions: a GET form, so that the preview has an address. */
export function ImportDefaults({
  values,
  competencies,
  lessons,
  documents,
  open,
}: {
  values: DefaultValues;
  competencies: Options;
  lessons: Options;
  documents: Options;
  open: boolean;
}) {
  const { t } = useTranslation();
  const none = { value: "", label: t("bank:import.defaults.none") };
  return (
    <Fold summary={t("bank:import.defaults.title")} open={open}>
      <form method="get" className="flow">
        <p>{t("bank:import.defaults.text")}</p>
        <SelectField
          id="competency"
          name="competency"
          label={t("bank:facet.competency")}
          options={[none, ...competencies]}
          defaultValue={values.competency}
        />
        <SelectField
          id="lesson"
          name="lesson"
          label={t("bank:facet.lesson")}
          options={[none, ...lessons]}
          defaultValue={values.lesson}
        />
        <SelectField
          id="difficulty"
          name="difficulty"
          label={t("bank:facet.difficulty")}
          options={[
            none,
            ...(["1", "2", "3"] as const).map((value) => ({ value, label: t(`bank:difficulty.${value}`) })),
          ]}
          defaultValue={values.difficulty}
        />
        <SelectField
          id="document"
          name="document"
          label={t("bank:facet.citation-document")}
          hint={t("bank:import.defaults.citationHint")}
          options={[none, ...documents]}
          defaultValue={values.document}
        />
        <Field
          id="clauseVi"
          name="clauseVi"
          label={t("bank:import.defaults.clauseVi")}
          defaultValue={values.clauseVi}
        />
        <Field
          id="clauseEn"
          name="clauseEn"
          label={t("bank:import.defaults.clauseEn")}
          defaultValue={values.clauseEn}
        />
        <SelectField
          id="mark"
          name="mark"
          label={t("bank:facet.citation-mark")}
          options={[
            none,
            ...MARKS.flatMap((value) => (value === "MEMORY" ? [] : [{ value, label: t(`bank:mark.${value}`) }])),
          ]}
          defaultValue={values.mark}
        />
        <Check name="marked" value="yes" defaultChecked={values.marked}>
          {t("bank:import.defaults.marked")}
        </Check>
        <Button variant="secondary">{t("bank:import.defaults.submit")}</Button>
      </form>
    </Fold>
  );
}

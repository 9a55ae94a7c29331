import { useTranslation } from "react-i18next";
import { PURPOSES, type Purpose } from "~/domain/bank/bank-check";
import type { Difficulty, QuestionType } from "~/domain/course/question";
import { QUESTION_TYPES } from "~/domain/course/question-type";
import { Check } from "../choice";
import { Field, SelectField } from "../field";
import { FilterForm } from "../filter-form";

export interface BankFilterProps {
  filter: {
    text: string;
    tag: string | null;
    competency: string | null;
    difficulty: Difficulty | null;
    type: QuestionType | null;
    status: "active" | "retired" | null;
    purpose: Purpose | null;
    stale: boolean;
  };
  tags: readonly string[];
  competencies: readonly { value: string; label: string }[];
}

/** Narrows the list of a bank's questions. */
export function BankFilter({ filter, tags, competencies }: BankFilterProps) {
  const { t } = useTranslation();
  const any = { value: "", label: t("bank:filter.any") };
  return (
    <FilterForm submit={t("bank:filter.submit")}>
      <Field id="q" name="q" label={t("bank:filter.text")} defaultValue={filter.text} type="search" maxLength={200} />
      <SelectField
        id="competency"
        name="competency"
        label={t("bank:facet.competency")}
        defaultValue={filter.competency ?? ""}
        options={[any, ...competencies]}
      />
      <SelectField
        id="difficulty"
        name="difficulty"
        label={t("bank:facet.difficulty")}
        defaultValue={filter.difficulty ?? ""}
        options={[any, ...(["1", "2", "3"] as const).map((value) => ({ value, label: t(`bank:difficulty.${value}`) }))]}
      />
      <SelectField
        id="type"
        name="type"
        label={t("bank:facet.type")}
        defaultValue={filter.type ?? ""}
        options={[any, ...QUESTION_TYPES.map((value) => ({ value, label: t(`bank:type.${value}`) }))]}
      />
      <SelectField
        id="purpose"
        name="purpose"
        label={t("bank:facet.use")}
        defaultValue={filter.purpose ?? ""}
        options={[any, ...PURPOSES.map((value) => ({ value, label: t(`bank:purpose.${value}`) }))]}
      />
      <SelectField
        id="status"
        name="status"
        label={t("bank:filter.status")}
        defaultValue={filter.status ?? ""}
        options={[
          any,
          ...(["active", "retired"] as const).map((value) => ({ value, label: t(`bank:status.${value}`) })),
        ]}
      />
      {tags.length > 0 && (
        <SelectField
          id="tag"
          name="tag"
          label={t("bank:facet.tags")}
          defaultValue={filter.tag ?? ""}
          options={[any, ...tags.map((value) => ({ value, label: value }))]}
        />
      )}
      <Check name="stale" value="yes" defaultChecked={filter.stale}>
        {t("bank:filter.stale")}
      </Check>
    </FilterForm>
  );
}

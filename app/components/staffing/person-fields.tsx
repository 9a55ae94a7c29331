import { useTranslation } from "react-i18next";
import { EMPLOYMENTS } from "~/domain/people/people-batch";
import { Field, SelectField } from "../field";
import type { StaffingField } from "./staffing-form";

/** What is recorded of someone new. */
export function PersonFields({
  typed,
  errorOf,
}: {
  typed: Readonly<Record<string, string>>;
  errorOf: (field: StaffingField) => string[] | undefined;
}) {
  const { t } = useTranslation();
  const field = (name: "staffCode" | "fullName" | "workEmail" | "workPhone") => ({
    id: name,
    name,
    label: t(`staffing:field.${name}`),
    errors: errorOf(name),
    defaultValue: typed[name],
    autoComplete: "off",
  });
  return (
    <>
      <Field {...field("staffCode")} hint={t("staffing:field.staffCodeHint")} maxLength={40} short code required />
      <Field {...field("fullName")} maxLength={200} required />
      <SelectField
        id="employment"
        name="employment"
        label={t("staffing:field.employment")}
        errors={errorOf("employment")}
        defaultValue={typed.employment ?? "public-employee"}
        options={EMPLOYMENTS.map((value) => ({ value, label: t(`staffing:employment.${value}`) }))}
      />
      <Field {...field("workEmail")} hint={t("staffing:field.workEmailHint")} type="email" maxLength={200} optional />
      <Field {...field("workPhone")} type="tel" maxLength={40} optional />
    </>
  );
}

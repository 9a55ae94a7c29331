import { useTranslation } from "react-i18next";
import { DateField } from "../date-field";
import type { StaffingField } from "./staffing-form";

/** From when, and to the end of which day where that is set. */
export function TermFields({
  typed,
  today,
  errorOf,
}: {
  typed: Readonly<Record<string, string>>;
  today: string;
  errorOf: (field: StaffingField) => string[] | undefined;
}) {
  const { t } = useTranslation();
  return (
    <>
      <DateField
        id="from"
        name="from"
        label={t("staffing:field.from")}
        errors={errorOf("from")}
        defaultValue={typed.from ?? today}
        required
      />
      <DateField
        id="lastDay"
        name="lastDay"
        label={t("staffing:field.lastDay")}
        errors={errorOf("lastDay")}
        defaultValue={typed.lastDay}
        optional
      />
    </>
  );
}

import { useTranslation } from "react-i18next";
import { DateField } from "./date-field";
import { Field, SelectField } from "./field";

/** One span of days of the calendar's form: from, to, what kind, and what it is called. */
export function CalendarRow({
  row,
  typed,
  errorsOf,
}: {
  row: number;
  typed: Readonly<Record<string, string>>;
  errorsOf: (field: string) => string[] | undefined;
}) {
  const { t } = useTranslation();
  const field = (name: "from" | "to" | "vi" | "en") => ({
    id: `${name}-${row}`,
    name: `${name}-${row}`,
    errors: errorsOf(`${name}-${row}`),
    defaultValue: typed[`${name}-${row}`],
  });
  return (
    <fieldset className="section-s">
      <legend className="kicker">{t("rules:calendar.row", { number: row + 1 })}</legend>
      <div className="inline-form">
        <DateField {...field("from")} label={t("rules:calendar.from")} />
        <DateField {...field("to")} label={t("rules:calendar.to")} optional />
        <SelectField
          id={`kind-${row}`}
          name={`kind-${row}`}
          label={t("rules:calendar.kind")}
          defaultValue={typed[`kind-${row}`] ?? "holiday"}
          options={[
            { value: "holiday", label: t("rules:calendar.holiday") },
            { value: "working", label: t("rules:calendar.working") },
          ]}
        />
        <Field {...field("vi")} label={t("rules:calendar.nameVi")} maxLength={100} />
        <Field {...field("en")} label={t("rules:calendar.nameEn")} maxLength={100} />
      </div>
    </fieldset>
  );
}

import { useTranslation } from "react-i18next";
import { SpanFields } from "../span-fields";
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
  const words = { from: t("staffing:field.from"), lastDay: t("staffing:field.lastDay") };
  return <SpanFields typed={typed} today={today} errorOf={errorOf} words={words} />;
}

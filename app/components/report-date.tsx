import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ReportQuery } from "~/domain/reporting/report-query";
import { AsOfForm } from "./as-of-form";

/** The date of a report, with the rest of its question kept. `keep`: what the page adds to the question. */
export function ReportDate({
  query,
  keep = {},
  label,
  children,
}: {
  query: ReportQuery;
  keep?: Readonly<Record<string, string | null>>;
  label?: string;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const { unit, position, programme, map = null, employment = null, known = null } = query;
  const parts = Object.entries({ unit, position, programme, map, employment, biet: known, ...keep });
  return (
    <AsOfForm
      label={label ?? t("hr:asOf.label")}
      date={query.asOf}
      name="ngay"
      keep={parts.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]))}
    >
      {children}
    </AsOfForm>
  );
}

import { useTranslation } from "react-i18next";
import type { ReportQuery } from "~/domain/reporting/report-query";
import { type CivilDate, showCivilDate } from "~/domain/time/civil-date";
import { Button } from "../button";

/** The two dates that are put side by side: a GET form, so that the answer has an address. */
export function CompareForm({
  query,
  before,
  keep = {},
}: {
  query: ReportQuery;
  before: CivilDate;
  /** parts of the page's own */
  keep?: Readonly<Record<string, string>>;
}) {
  const { t } = useTranslation();
  const { unit, position, programme, map = null, employment = null, known = null } = query;
  const kept = Object.entries({ unit, position, programme, map, employment, biet: known, ...keep });
  const field = (id: string, name: string, label: string, date: CivilDate) => (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        // a new date from the server replaces what was typed
        key={date}
        className="input"
        id={id}
        name={name}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={showCivilDate(date)}
      />
    </div>
  );
  return (
    <form className="asof" method="get">
      {kept.map(([name, value]) => value !== null && <input key={name} type="hidden" name={name} value={value} />)}
      {field("before", "truoc", t("reports:compare.before"), before)}
      {field("as-of", "ngay", t("reports:compare.after"), query.asOf)}
      <Button variant="secondary">{t("reports:compare.show")}</Button>
    </form>
  );
}

import { useTranslation } from "react-i18next";
import { type ReportQuery, reportAddress } from "~/domain/reporting/report-query";
import { showCivilDate } from "~/domain/time/civil-date";
import { Anchor } from "./anchor";

/** Under whose units the people of a past day are counted: the map of that day, or today's. Nothing to choose for today. */
export function MapSwitch({
  path,
  query,
  keep = {},
}: {
  path: string;
  query: ReportQuery;
  keep?: Readonly<Record<string, string | null>>;
}) {
  const { t } = useTranslation();
  if (query.asOf === query.today) return null;
  const byToday = query.map === "today";
  const date = showCivilDate(query.asOf);
  return (
    <p className="meta section-s">
      {byToday ? t("hr:map.today", { date }) : t("hr:map.then", { date })}{" "}
      <Anchor className="tap" href={reportAddress(path, query, { ...keep, map: byToday ? null : "today" })}>
        {byToday ? t("hr:map.toThen") : t("hr:map.toToday")}
      </Anchor>
    </p>
  );
}

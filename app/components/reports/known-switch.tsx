import { useTranslation } from "react-i18next";
import { type ReportQuery, reportAddress } from "~/domain/reporting/report-query";
import { showCivilDate } from "~/domain/time/civil-date";
import { Anchor } from "../anchor";

/** Whether what was recorded after a past day counts: as it is known now, or as it was known then. Nothing to choose for today. */
export function KnownSwitch({
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
  const then = query.known === "then";
  const date = showCivilDate(query.asOf);
  return (
    <p className="meta">
      {then ? t("reports:known.then", { date }) : t("reports:known.now", { date })}{" "}
      <Anchor className="tap" href={reportAddress(path, query, { ...keep, biet: then ? null : "then" })}>
        {then ? t("reports:known.toNow") : t("reports:known.toThen")}
      </Anchor>
    </p>
  );
}

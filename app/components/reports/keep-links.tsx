import { useTranslation } from "react-i18next";
import { type ReportQuery, reportAddress } from "~/domain/reporting/report-query";
import { Anchor } from "../anchor";
import { CivilDate } from "../civil-date";

/** Below a report: where its figures come from, and how to keep the question, or the answer. */
export function KeepLinks({
  query,
  address,
}: {
  query: ReportQuery;
  /** of the page with its question */
  address: string;
}) {
  const { t } = useTranslation();
  return (
    <div className="section-s">
      <p className="meta">
        {t("hr:source.date")} <CivilDate date={query.asOf} />. {t("hr:source.text")}{" "}
        <span className="no-print">{t("hr:source.choose")}</span>
      </p>
      <p className="row meta no-print">
        <Anchor className="tap" href={`/reports/views/new?address=${encodeURIComponent(address)}`}>
          {t("reports:keep")}
        </Anchor>
        <Anchor className="tap" href={reportAddress("/reports/saved/new", query)}>
          {t("reports:keepReport")}
        </Anchor>
      </p>
    </div>
  );
}

import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type FileFormat, type FileReport, formatsOf } from "~/domain/exports/report-file";
import { pageOf } from "~/domain/exports/report-pages";
import { type ReportQuery, reportAddress } from "~/domain/reporting/report-query";
import { LinkButton } from "./button";

export interface ReportDownloadsProps {
  report: FileReport;
  query: ReportQuery;
  /** parts of the question beside those that all reports share */
  keep?: Readonly<Record<string, string | null>>;
  formats?: readonly FileFormat[];
  /** offers to have the same report sent by mail at times */
  schedule?: boolean;
  /** buttons before them */
  children?: ReactNode;
}

/** The same answer as files, for whoever may export lists of people. */
export function ReportDownloads({ report, query, keep, formats, schedule = false, children }: ReportDownloadsProps) {
  const { t } = useTranslation();
  const page = reportAddress(pageOf(report), query, keep);
  return (
    <p className="row section-xs">
      {children}
      {(formats ?? formatsOf(report)).map((format) => (
        <LinkButton
          key={format}
          href={reportAddress(`/reports/files/${report}/${format}`, query, keep)}
          variant="secondary"
          icon="download"
          reload
        >
          {t(report === "provinces" ? "exports:download.provinces" : `exports:download.${format}`)}
        </LinkButton>
      ))}
      {schedule && (
        <LinkButton
          href={`/reports/schedules/new?address=${encodeURIComponent(page)}`}
          variant="secondary"
          icon="clock"
        >
          {t("exports:download.schedule")}
        </LinkButton>
      )}
    </p>
  );
}

import { useTranslation } from "react-i18next";
import { type ReportQuery, recordAddress } from "~/domain/reporting/report-query";
import { type CertificationRowData, CertificationRows } from "../certification-rows";
import { EmptyState } from "../empty-state";
import { Pages } from "../pages";
import { Section } from "../section";

/** The people behind a figure: as many lines as the figure said, a page at a time, each leading to the person and the facts. */
export function PeopleList({
  title,
  total,
  lines,
  query,
  page,
  pages,
  hrefOf,
}: {
  title: string;
  total: number;
  lines: readonly Omit<CertificationRowData, "href">[];
  query: ReportQuery;
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
}) {
  const { t } = useTranslation();
  return (
    <Section className="section" title={title} meta={t("hr:certification.count", { count: total })}>
      {total === 0 && (
        <div className="section-s">
          <EmptyState title={t("hr:certification.none")}>
            <p>{t("hr:certification.noneText")}</p>
          </EmptyState>
        </div>
      )}
      <CertificationRows
        rows={lines.map((line) => ({ ...line, href: recordAddress(`/people/${line.person}`, query) }))}
      />
      <Pages page={page} count={pages} hrefOf={hrefOf} />
    </Section>
  );
}

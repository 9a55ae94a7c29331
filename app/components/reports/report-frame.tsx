import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { FileReport } from "~/domain/exports/report-file";
import { type AsOfProblem, type ReportQuery, reportAddress } from "~/domain/reporting/report-query";
import { Anchor } from "../anchor";
import { AsOfProblemNote } from "../as-of-problem";
import type { Crumb } from "../crumbs";
import { EmptyState } from "../empty-state";
import { PageTitle } from "../page-title";
import { ReportDate } from "../report-date";
import { ReportDownloads } from "../report-downloads";
import { ReportFilters } from "../report-filters";
import { ReportSwitches } from "../report-switches";
import { ScopeCrumbs } from "../scope-crumbs";
import { KeepLinks } from "./keep-links";

type Options = readonly { value: string; label: string }[];

export interface ReportFrameProps {
  /** address of the page, without its question */
  path: string;
  query: ReportQuery;
  dateProblem: AsOfProblem | null;
  head: {
    name: string | null;
    crumbs: readonly { unit: string; name: string }[];
    options: { positions: Options; programmes: Options; units: Options };
  };
  title: string;
  /** the answer in a sentence */
  lead?: ReactNode;
  meta?: ReactNode;
  /** pages between the overview and this one */
  above?: readonly Crumb[];
  /** parts of the question that are this page's own */
  keep?: Readonly<Record<string, string | null>>;
  /** in place of the one date: a form of its own */
  dates?: ReactNode;
  /** null: the viewer may not take files away, or there is none of this answer */
  downloads?: FileReport | null;
  /** nobody is counted: what that means stands in place of the page */
  empty?: boolean;
  children: ReactNode;
}

/** A report: where it stands, its answer, its date, how it counts, what it is narrowed to; below it, where the figures come from. */
export function ReportFrame(props: ReportFrameProps) {
  const { path, query, dateProblem, head, title, lead, meta, above = [], keep = {}, dates, downloads, empty } = props;
  const { t } = useTranslation();
  return (
    <main id="main" className="wrap">
      <ScopeCrumbs path="/hr" query={query} above={head.crumbs} name={head.name} more={[...above, { label: title }]} />
      <AsOfProblemNote problem={dateProblem} />
      <PageTitle
        kicker={head.name ?? undefined}
        title={title}
        lead={empty ? t("reports:empty.lead") : lead}
        meta={meta}
        actions={dates ?? <ReportDate query={query} keep={keep} />}
      />
      <ReportSwitches path={path} query={query} keep={keep} />
      <ReportFilters query={query} {...head.options} unitName={head.name} keep={keep} />
      {empty ? (
        <div className="section">
          <EmptyState title={t("reports:empty.title")} level={2}>
            <p>{t("reports:empty.text")}</p>
            <p>
              <Anchor href={path}>{t("reports:empty.whole")}</Anchor>
            </p>
          </EmptyState>
        </div>
      ) : (
        props.children
      )}
      {downloads && !empty && (
        <div className="section-s no-print">
          {/* a month ends once: nothing to be sent again and again */}
          <ReportDownloads report={downloads} query={query} keep={keep} schedule={downloads !== "ending"} />
        </div>
      )}
      <KeepLinks query={query} address={reportAddress(path, query, keep)} />
    </main>
  );
}

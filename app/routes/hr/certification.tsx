import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AsOfProblemNote } from "~/components/as-of-problem";
import { LinkButton } from "~/components/button";
import { CertificationPrint } from "~/components/certification-print";
import { CertificationRows } from "~/components/certification-rows";
import { ChoosePeople } from "~/components/choose-people";
import { EmptyState } from "~/components/empty-state";
import { PageTitle } from "~/components/page-title";
import { Pages } from "~/components/pages";
import { ReportDate } from "~/components/report-date";
import { ReportDownloads } from "~/components/report-downloads";
import { ReportFilters } from "~/components/report-filters";
import { ReportSwitches } from "~/components/report-switches";
import { KeepLinks } from "~/components/reports/keep-links";
import { ScopeCrumbs } from "~/components/scope-crumbs";
import { Section } from "~/components/section";
import { now } from "~/config/clock.server";
import { hasPower } from "~/domain/permissions/viewer";
import { CERTIFICATION_STATES } from "~/domain/reporting/certification-list";
import { recordAddress, reportAddress } from "~/domain/reporting/report-query";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { readChoice, readReportQuery } from "~/http/report-query.server";
import { requirePower } from "~/http/viewer.server";
import { loadCertification } from "~/models/reporting/certification.server";

const PAGE = 50;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "see-people");
  const { query: part, dateProblem, page } = readReportQuery(request);
  const query = { ...part, state: readChoice(request, "state", ["open", "all", ...CERTIFICATION_STATES]) };
  const print = readChoice(request, "print", ["0", "1"]) === "1";
  const slice = print ? undefined : { from: (page - 1) * PAGE, count: PAGE };
  const view = await loadCertification(viewer, "see-people", query, languageOf(request, viewer), slice);
  if (!view) throw notFound();
  const pages = Math.max(1, Math.ceil(view.total / PAGE));
  if (page > pages) throw notFound();
  const title = await pageTitle(request, context, "hr:certification.title");
  const printed = print ? { at: now(), by: viewer.fullName } : null;
  const may = {
    // orders are for today: a list of the past is read only
    order: hasPower(viewer, "assign-duties") && query.asOf === query.today,
    exportPeople: hasPower(viewer, "export-people"),
  };
  return data({ title, query, dateProblem, view, page, pages, printed, may }, { status: dateProblem ? 400 : 200 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Certification() {
  const { query, dateProblem, view, page, pages, printed, may } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const state = query.state === "open" ? null : query.state;
  const address = (path: string, change: Record<string, string | null> = {}) =>
    reportAddress(path, query, { state, ...change });
  const title = view.name === null ? t("hr:certification.title") : t("hr:certification.titleOf", { unit: view.name });
  if (printed)
    return (
      <CertificationPrint
        title={title}
        asOf={query.asOf}
        printed={printed}
        lines={view.lines}
        back={address("/hr/certification")}
      />
    );
  const print = (
    <LinkButton href={address("/hr/certification", { print: "1" })} variant="secondary" icon="print">
      {t("hr:certification.print")}
    </LinkButton>
  );
  const states = ["open", "all", ...CERTIFICATION_STATES] as const;
  return (
    <main id="main" className="wrap">
      <ScopeCrumbs
        path="/hr"
        query={query}
        above={view.crumbs}
        name={view.name}
        more={[{ label: t("hr:certification.title") }]}
      />
      <AsOfProblemNote problem={dateProblem} />
      <PageTitle
        title={title}
        lead={t("hr:certification.lead", {
          count: view.counts.never + view.counts.expired + view.counts.revoked + view.counts.eligible,
          expiring: view.counts.expiring,
          valid: view.counts.valid,
        })}
        actions={<ReportDate query={query} keep={{ state }} />}
      />
      <ReportSwitches path="/hr/certification" query={query} keep={{ state }} />
      <ReportFilters
        query={query}
        {...view.options}
        unitName={view.name}
        states={{ chosen: query.state, options: states.map((value) => ({ value, label: t(`hr:state.${value}`) })) }}
      />
      <Section
        className="section"
        title={t(`hr:state.${query.state}`)}
        meta={t("hr:certification.count", { count: view.total })}
      >
        {may.exportPeople ? (
          <ReportDownloads report="certification" query={query} keep={{ state }} schedule>
            {print}
          </ReportDownloads>
        ) : (
          <p className="row section-xs">{print}</p>
        )}
        {view.total === 0 && (
          <div className="section-s">
            <EmptyState title={t("hr:certification.none")}>
              <p>{t("hr:certification.noneText")}</p>
            </EmptyState>
          </div>
        )}
        <ChoosePeople
          offered={may.order && view.total > 0}
          all={view.total}
          list={(["unit", "position", "programme", "state"] as const).map((name) => ({ name, value: query[name] }))}
        >
          <CertificationRows
            rows={view.lines.map((row) => ({ ...row, href: recordAddress(`/people/${row.person}`, query) }))}
            choose={may.order}
          />
        </ChoosePeople>
        <Pages
          page={page}
          count={pages}
          hrefOf={(other) => address("/hr/certification", { page: other === 1 ? null : String(other) })}
        />
      </Section>
      {may.exportPeople && view.options.units.length > 1 && (
        <ReportDownloads report="provinces" query={query} keep={{ state: query.state }} />
      )}
      <KeepLinks query={query} address={address("/hr/certification")} />
    </main>
  );
}

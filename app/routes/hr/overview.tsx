import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { AsOfProblemNote } from "~/components/as-of-problem";
import { LinkButton } from "~/components/button";
import { CertificationRows } from "~/components/certification-rows";
import { CivilDate } from "~/components/civil-date";
import { FocalSection } from "~/components/focal-section";
import { HeatSection } from "~/components/heat-section";
import { MapSwitch } from "~/components/map-switch";
import { PageTitle } from "~/components/page-title";
import { ReportDate } from "~/components/report-date";
import { ReportFilters } from "~/components/report-filters";
import { ScopeCrumbs } from "~/components/scope-crumbs";
import { Section } from "~/components/section";
import { UnitsBelow } from "~/components/units-below";
import { recordAddress, reportAddress } from "~/domain/reporting/report-query";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { readChoice, readReportQuery } from "~/http/report-query.server";
import { requirePower } from "~/http/viewer.server";
import { loadOverview } from "~/models/reporting/overview.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "see-people");
  const { query, dateProblem } = readReportQuery(request);
  const opened = readChoice(request, "show", ["", "units", "focal"]);
  const view = await loadOverview(viewer, query, opened || null, languageOf(request, viewer));
  if (!view) throw notFound();
  const title = await pageTitle(request, context, "hr:overview.title");
  return data({ title, query, dateProblem, view }, { status: dateProblem ? 400 : 200 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Overview() {
  const { query, dateProblem, view } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const address = (path: string, change?: Record<string, string | null>) => reportAddress(path, query, change);
  const units = view.network.length;
  const certified = view.focal.certified + view.focal.expiring;
  return (
    <main id="main" className="wrap">
      <ScopeCrumbs path="/hr" query={query} above={view.crumbs} name={view.name} />
      <AsOfProblemNote problem={dateProblem} />
      <PageTitle
        title={view.name === null ? t("hr:overview.titleAll") : t("hr:overview.titleOf", { unit: view.name })}
        lead={
          <>
            {units > 1 && `${t("hr:overview.network", { units, held: units - view.focal.vacant, certified })} `}
            {t("hr:overview.people", { count: view.people, short: view.short })}
            {view.collaborators > 0 && ` ${t("hr:overview.collaborators", { count: view.collaborators })}`}
          </>
        }
        actions={
          <ReportDate query={query}>
            <LinkButton href={address("/hr/certification", { print: "1" })} variant="secondary" icon="file">
              {t("hr:overview.print")}
            </LinkButton>
          </ReportDate>
        }
      />
      <MapSwitch path="/hr" query={query} />
      <ReportFilters query={query} {...view.options} />
      <FocalSection
        network={view.network}
        problems={view.problems}
        hidden={view.hiddenProblems}
        moreHref={address("/hr", { show: "focal" })}
        networkHref={recordAddress("/focal", query)}
        reportHref={(unit) => address("/hr", { unit })}
        unitHref={(unit) => recordAddress(`/units/${unit}`, query)}
      />
      <div className="split-3-2 section">
        <HeatSection
          heat={view.heat}
          labels={view.labels}
          hrefOf={(competency, level) => address("/hr/cell", { competency, level })}
        />
        <UnitsBelow
          units={view.units}
          hidden={view.hiddenUnits}
          allHref={address("/hr", { show: "units" })}
          unitHref={(unit) => address("/hr", { unit })}
          staff={view.staff}
          personHref={(person) => recordAddress(`/people/${person}`, query)}
        />
      </div>
      <Section className="section" title={t("hr:attention.title")} meta={t("hr:attention.meta", view.counts)}>
        {view.attention.length === 0 && (
          <p className="section-s">{t(view.counts.asked === 0 ? "hr:attention.nothingAsked" : "hr:attention.none")}</p>
        )}
        <CertificationRows
          rows={view.attention.map((row) => ({ ...row, href: recordAddress(`/people/${row.person}`, query) }))}
        />
        <p>
          <Anchor className="tap" href={address("/hr/certification")}>
            {view.attention.length === 0
              ? t("hr:attention.list")
              : t("hr:attention.all", { count: view.counts.open + view.counts.expiring })}
          </Anchor>
        </p>
      </Section>
      <p className="meta section-s">
        {t("hr:source.date")} <CivilDate date={query.asOf} />. {t("hr:source.text")}
      </p>
    </main>
  );
}

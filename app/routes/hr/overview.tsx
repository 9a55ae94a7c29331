import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { AsOfProblemNote } from "~/components/as-of-problem";
import { LinkButton } from "~/components/button";
import { CertificationRows } from "~/components/certification-rows";
import { FocalSection } from "~/components/focal-section";
import { HeatSection } from "~/components/heat-section";
import { PageTitle } from "~/components/page-title";
import { ReportDate } from "~/components/report-date";
import { ReportDownloads } from "~/components/report-downloads";
import { ReportFilters } from "~/components/report-filters";
import { ReportSwitches } from "~/components/report-switches";
import { BoardFigures } from "~/components/reports/board-figures";
import { KeepLinks } from "~/components/reports/keep-links";
import { PeopleLinks } from "~/components/reports/people-links";
import { ANSWERS, ReportLinks } from "~/components/reports/report-links";
import { ScopeCrumbs } from "~/components/scope-crumbs";
import { Section } from "~/components/section";
import { UnitsBelow } from "~/components/units-below";
import { hasPower } from "~/domain/permissions/viewer";
import { recordAddress, reportAddress } from "~/domain/reporting/report-query";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { readChoice, readReportQuery } from "~/http/report-query.server";
import { requirePower } from "~/http/viewer.server";
import { loadBoard } from "~/models/reporting/board.server";
import { loadOverview } from "~/models/reporting/overview.server";
import { loadProgrammeMap } from "~/models/reporting/programme-map.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "see-people");
  const { query, dateProblem } = readReportQuery(request);
  const opened = readChoice(request, "show", ["", "units", "focal"]);
  const language = languageOf(request, viewer);
  const view = await loadOverview(viewer, query, opened || null, language);
  const board = view && (await loadBoard(viewer, query, language));
  const map = board && (await loadProgrammeMap(viewer, query, language));
  if (!view || !board || !map) throw notFound();
  const title = await pageTitle(request, context, "hr:overview.title");
  const { counts, total, overdue } = board;
  const programmes = { levels: map.levels, rows: map.rows };
  const figures = { counts, total, overdue };
  return data(
    {
      title,
      query,
      dateProblem,
      view,
      programmes,
      figures,
      oneStop: map.oneStop,
      mayExport: hasPower(viewer, "export-people"),
    },
    { status: dateProblem ? 400 : 200 },
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Overview() {
  const { query, dateProblem, view, programmes, figures, oneStop, mayExport } = useLoaderData<typeof loader>();
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
            {view.people === 0
              ? t("hr:overview.nobody")
              : t("hr:overview.people", { count: view.people, short: view.short })}
            {view.collaborators > 0 && ` ${t("hr:overview.collaborators", { count: view.collaborators })}`}
          </>
        }
        meta={<PeopleLinks people={view} hrefOf={(list) => address("/reports/people", { list })} />}
        actions={
          <ReportDate query={query}>
            <LinkButton href={address("/hr/certification", { print: "1" })} variant="secondary" icon="file">
              {t("hr:overview.print")}
            </LinkButton>
          </ReportDate>
        }
      />
      <ReportSwitches path="/hr" query={query} />
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
          missingHref={(unit) => address("/reports/people", { unit, list: "gaps" })}
          openHref={(unit) => address("/hr/certification", { unit })}
          staff={view.staff}
          personHref={(person) => recordAddress(`/people/${person}`, query)}
        />
      </div>
      <div className="split-3-2 section">
        <HeatSection
          of="programmes"
          heat={programmes}
          hrefOf={(programme, level) => address("/reports/programmes/people", { programme, level })}
        />
        <Section title={t("reports:board.title")} meta={t("reports:board.totalOf", { count: figures.total })}>
          <BoardFigures
            counts={figures.counts}
            overdue={figures.overdue}
            hrefOf={(board) => address("/reports/board/people", { board })}
          />
          <p>
            <Anchor className="tap" href={address("/reports/board")}>
              {t("reports:board.open")}
            </Anchor>
          </p>
          {oneStop.posts > 0 && (
            <p>
              {t("reports:posts.lead", {
                count: oneStop.posts,
                covered: oneStop.covered,
                missing: oneStop.filled - oneStop.covered,
                vacant: oneStop.vacant,
              })}
              <br />
              <Anchor className="tap" href={address("/reports/posts")}>
                {t("reports:posts.open")}
              </Anchor>
            </p>
          )}
        </Section>
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
      <Section className="section no-print" title={t("reports:links.title")} meta={t("reports:links.meta")}>
        <ReportLinks hrefOf={(path) => (path === "/reports" ? path : address(path))} only={[...ANSWERS, "saved"]} />
      </Section>
      {mayExport && <ReportDownloads report="heat" query={query} schedule />}
      <KeepLinks query={query} address={address("/hr")} />
    </main>
  );
}

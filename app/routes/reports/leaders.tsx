import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type LeaderFigure, LeaderTable } from "~/components/reports/leader-table";
import { ReportFrame } from "~/components/reports/report-frame";
import { Section } from "~/components/section";
import { recordAddress, reportAddress } from "~/domain/reporting/report-query";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { reportAtTheDoor } from "~/http/report-at-the-door.server";
import { SCORE_MONTHS } from "~/models/reporting/decided-requests.server";
import { loadLeaders } from "~/models/reporting/leaders.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer, language, query, dateProblem, status } = await reportAtTheDoor({ request, context });
  const view = await loadLeaders(viewer, query, language);
  if (!view) throw notFound();
  const title = await pageTitle(request, context, "reports:leaders.title");
  return data({ title, query, dateProblem, view, months: SCORE_MONTHS }, status);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** The list behind each figure. */
const LISTS: Record<LeaderFigure, [path: string, parts: Record<string, string>]> = {
  asked: ["/reports/board/people", { board: "asked" }],
  held: ["/reports/board/people", { board: "held" }],
  overdue: ["/reports/board/people", { board: "overdue" }],
  gaps: ["/reports/people", { list: "gaps" }],
  gapsBefore: ["/reports/people", { list: "gaps" }],
  decided: ["/reports/leaders/requests", {}],
  inTime: ["/reports/leaders/requests", { list: "in-time" }],
};

export default function Leaders() {
  const { query, dateProblem, view, months } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { held, asked, inTime, decided, gaps, gapsBefore } = view.all;
  // the lists, as this page, go by today's map
  const figureHref = (figure: LeaderFigure, unit: string | null) => {
    const [path, parts] = LISTS[figure];
    const of = figure === "gapsBefore" ? { ...query, asOf: view.began } : query;
    return reportAddress(path, { ...of, map: "today", unit: unit ?? query.unit }, parts);
  };
  return (
    <ReportFrame
      path="/reports/leaders"
      query={query}
      dateProblem={dateProblem}
      head={view}
      title={t("reports:leaders.title")}
      lead={
        <>
          {t("reports:leaders.lead", { count: view.lines.length, held, asked })}{" "}
          {decided > 0 && t("reports:leaders.inTime", { count: decided, inTime })}
        </>
      }
      empty={view.lines.length === 0 || asked + gaps + decided + (gapsBefore ?? 0) === 0}
    >
      <Section
        className="section"
        title={t("reports:leaders.byUnit")}
        meta={t("reports:leaders.meta", { count: months })}
      >
        <LeaderTable
          lines={view.lines}
          all={view.all}
          allName={view.name ?? t("hr:all")}
          figureHref={figureHref}
          unitHref={(unit) => reportAddress("/reports/leaders", query, { unit })}
          personHref={(person) => recordAddress(`/people/${person}`, query)}
        />
        <p className="meta section-xs">{t("reports:leaders.explain")}</p>
      </Section>
    </ReportFrame>
  );
}

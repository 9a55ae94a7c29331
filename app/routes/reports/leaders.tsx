import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LeaderTable } from "~/components/reports/leader-table";
import { ReportFrame } from "~/components/reports/report-frame";
import { Section } from "~/components/section";
import { recordAddress, reportAddress } from "~/domain/reporting/report-query";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { reportAtTheDoor } from "~/http/report-at-the-door.server";
import { loadLeaders, SCORE_MONTHS } from "~/models/reporting/leaders.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer, language, query, dateProblem, status } = await reportAtTheDoor({ request, context });
  const view = await loadLeaders(viewer, query, language);
  if (!view) throw notFound();
  const title = await pageTitle(request, context, "reports:leaders.title");
  return data({ title, query, dateProblem, view, months: SCORE_MONTHS }, status);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Leaders() {
  const { query, dateProblem, view, months } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const sum = (key: "asked" | "held" | "decided" | "inTime") => view.lines.reduce((all, line) => all + line[key], 0);
  return (
    <ReportFrame
      path="/reports/leaders"
      query={query}
      dateProblem={dateProblem}
      head={view}
      title={t("reports:leaders.title")}
      lead={t("reports:leaders.lead", {
        count: view.lines.length,
        held: sum("held"),
        asked: sum("asked"),
        inTime: sum("inTime"),
        decided: sum("decided"),
      })}
      empty={view.lines.length === 0}
    >
      <Section
        className="section"
        title={t("reports:leaders.byUnit")}
        meta={t("reports:leaders.meta", { count: months })}
      >
        <LeaderTable
          lines={view.lines}
          unitHref={(unit) => reportAddress("/reports/leaders", query, { unit })}
          boardHref={(unit, overdue) =>
            reportAddress(overdue ? "/reports/board/people" : "/reports/board", query, {
              unit,
              map: query.asOf === query.today ? null : "today",
              board: overdue ? "overdue" : null,
            })
          }
          personHref={(person) => recordAddress(`/people/${person}`, query)}
        />
        <p className="meta section-xs">{t("reports:leaders.explain")}</p>
      </Section>
    </ReportFrame>
  );
}

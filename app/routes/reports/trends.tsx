import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CoverageChart } from "~/components/reports/coverage-chart";
import { ForecastChart } from "~/components/reports/forecast-chart";
import { ReportFrame } from "~/components/reports/report-frame";
import { Section } from "~/components/section";
import { percentMet } from "~/domain/competency/coverage";
import { reportAddress } from "~/domain/reporting/report-query";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { reportAtTheDoor } from "~/http/report-at-the-door.server";
import { loadCoverageSeries } from "~/models/reporting/coverage-series.server";
import { loadForecast } from "~/models/reporting/forecast.server";

const MONTHS = 13;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer, language, query, dateProblem, status } = await reportAtTheDoor({ request, context });
  const forecast = await loadForecast(viewer, query, language);
  const series = forecast && (await loadCoverageSeries(viewer, query, MONTHS, language));
  if (!forecast || !series) throw notFound();
  const title = await pageTitle(request, context, "reports:trends.title");
  return data({ title, query, dateProblem, forecast, points: series.points }, status);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Trends() {
  const { query, dateProblem, forecast, points } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const last = points.at(-1);
  return (
    <ReportFrame
      path="/reports/trends"
      query={query}
      dateProblem={dateProblem}
      head={forecast}
      title={t("reports:trends.title")}
      lead={t("reports:trends.lead", {
        percent: last ? percentMet({ required: last.asked, met: last.inForce }) : 0,
        count: forecast.total,
      })}
      empty={points.every(({ asked }) => asked === 0)}
    >
      <Section
        className="section"
        title={t("reports:coverage.title")}
        meta={t(query.known === "then" ? "reports:coverage.metaNow" : "reports:coverage.meta")}
      >
        <CoverageChart
          points={points}
          hrefOf={(date, list) => {
            // the chart counts by what is known now, whichever the page asks for
            const { known: _, ...now } = query;
            const of = { ...now, asOf: date };
            return list
              ? reportAddress("/reports/board/people", of, { board: list })
              : reportAddress("/reports/board", of);
          }}
        />
      </Section>
      <Section className="section" title={t("reports:forecast.title")} meta={t("reports:forecast.meta")}>
        <ForecastChart
          months={forecast.months}
          total={forecast.total}
          hrefOf={(month, programme) =>
            reportAddress("/reports/trends/people", query, { month, programme: programme ?? query.programme })
          }
        />
      </Section>
    </ReportFrame>
  );
}

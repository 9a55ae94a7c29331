import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PeopleList } from "~/components/reports/people-list";
import { ReportFrame } from "~/components/reports/report-frame";
import { pageAddresses, reportAddress } from "~/domain/reporting/report-query";
import { showMonth } from "~/domain/time/civil-date";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { reportAtTheDoor } from "~/http/report-at-the-door.server";
import { loadForecastPeople } from "~/models/reporting/forecast.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer, language, query, dateProblem, page, status, mayExport } = await reportAtTheDoor({
    request,
    context,
  });
  const month = new URL(request.url).searchParams.get("month") ?? "";
  const view = await loadForecastPeople(viewer, { ...query, month, page }, language);
  if (!view || page > view.pages) throw notFound();
  const shown = showMonth(month);
  const title = await pageTitle(request, context, "reports:forecast.ofMonth", { month: shown });
  return data({ title, query, dateProblem, view, mayExport, month, shown, page }, status);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function TrendsPeople() {
  const { query, dateProblem, view, mayExport, month, shown, page } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const path = "/reports/trends/people";
  return (
    <ReportFrame
      path={path}
      query={query}
      dateProblem={dateProblem}
      head={view}
      title={t("reports:forecast.ofMonth", { month: shown })}
      lead={t("reports:board.people", { count: view.total })}
      above={[{ label: t("reports:trends.title"), href: reportAddress("/reports/trends", query) }]}
      keep={{ month }}
      downloads={mayExport && view.total > 0 ? "ending" : null}
    >
      <PeopleList
        title={t("reports:forecast.list")}
        total={view.total}
        lines={view.lines}
        query={query}
        page={page}
        pages={view.pages}
        hrefOf={pageAddresses(path, query, { month })}
      />
    </ReportFrame>
  );
}

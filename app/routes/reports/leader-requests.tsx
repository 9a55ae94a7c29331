import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/badge";
import { CivilDate } from "~/components/civil-date";
import { Pages } from "~/components/pages";
import { ReportFrame } from "~/components/reports/report-frame";
import { Row, Rows } from "~/components/rows";
import { Section } from "~/components/section";
import { pageAddresses, recordAddress, reportAddress } from "~/domain/reporting/report-query";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { reportAtTheDoor } from "~/http/report-at-the-door.server";
import { readChoice } from "~/http/report-query.server";
import { loadDecidedRequests, REQUEST_LISTS, SCORE_MONTHS } from "~/models/reporting/decided-requests.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer, language, query, dateProblem, page, status } = await reportAtTheDoor({ request, context });
  const list = readChoice(request, "list", REQUEST_LISTS);
  const view = await loadDecidedRequests(viewer, { ...query, list, page }, language);
  if (!view || page > view.pages) throw notFound();
  const title = await pageTitle(request, context, `reports:requests.list.${list}`);
  return data({ title, query, dateProblem, view, list, page, months: SCORE_MONTHS }, status);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function LeaderRequests() {
  const { query, dateProblem, view, list, page, months } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const path = "/reports/leaders/requests";
  const keep = { list: list === "decided" ? null : list };
  const title = t(`reports:requests.list.${list}`);
  return (
    <ReportFrame
      path={path}
      query={query}
      dateProblem={dateProblem}
      head={view}
      title={title}
      lead={t("reports:requests.lead", { count: view.total })}
      above={[{ label: t("reports:leaders.title"), href: reportAddress("/reports/leaders", query) }]}
      keep={keep}
    >
      <Section className="section" title={title} meta={t("reports:leaders.meta", { count: months })}>
        {view.total === 0 && <p className="section-s">{t("reports:requests.none")}</p>}
        <Rows>
          {view.lines.map(({ person, name, position, unit, due, on, daysLate }, index) => (
            <Row
              // somebody can have several requests of one day
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is a whole of one date
              key={`${person} ${index}`}
              title={name}
              href={recordAddress(`/people/${person}`, query)}
              meta={`${position}, ${unit}`}
              cells={[
                <span key="dates">
                  {t("reports:requests.on")} <CivilDate date={on} />
                  <br />
                  {t("reports:requests.due")} <CivilDate date={due} />
                </span>,
                daysLate === 0 ? (
                  <Badge key="state" tone="ok">
                    {t("reports:requests.inTime")}
                  </Badge>
                ) : (
                  <Badge key="state" tone="bad">
                    {t("reports:requests.late", { count: daysLate })}
                  </Badge>
                ),
              ]}
            />
          ))}
        </Rows>
        <Pages page={page} count={view.pages} hrefOf={pageAddresses(path, query, keep)} />
      </Section>
    </ReportFrame>
  );
}

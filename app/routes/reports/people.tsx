import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "~/components/empty-state";
import { Pages } from "~/components/pages";
import { PersonRows } from "~/components/reports/person-rows";
import { ReportFrame } from "~/components/reports/report-frame";
import { Section } from "~/components/section";
import { PEOPLE_LISTS } from "~/domain/reporting/people-lists";
import { pageAddresses, recordAddress } from "~/domain/reporting/report-query";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { reportAtTheDoor } from "~/http/report-at-the-door.server";
import { readChoice } from "~/http/report-query.server";
import { loadPeopleList } from "~/models/reporting/people-list.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer, language, query, dateProblem, page, status, mayExport } = await reportAtTheDoor({
    request,
    context,
  });
  const list = readChoice(request, "list", PEOPLE_LISTS);
  const view = await loadPeopleList(viewer, { ...query, list, page }, language);
  if (!view || page > view.pages) throw notFound();
  const title = await pageTitle(request, context, `reports:people.list.${list}`);
  return data({ title, query, dateProblem, view, mayExport, list, page }, status);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ReportPeople() {
  const { query, dateProblem, view, mayExport, list, page } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const path = "/reports/people";
  const keep = { list: list === PEOPLE_LISTS[0] ? null : list };
  const title = t(`reports:people.list.${list}`);
  const missing = list === "short" || list === "gaps";
  return (
    <ReportFrame
      path={path}
      query={query}
      dateProblem={dateProblem}
      head={view}
      title={title}
      lead={t(`reports:people.lead.${list}`, { count: view.total })}
      keep={keep}
      downloads={mayExport && view.total > 0 ? "figure-people" : null}
      empty={view.total === 0 && !missing}
    >
      <Section className="section" title={title} meta={t("reports:people.order")}>
        {view.total === 0 && (
          <div className="section-s">
            <EmptyState title={t("hr:cell.enough")} />
          </div>
        )}
        <PersonRows
          lines={view.lines}
          oneByOne={list === "gaps"}
          hrefOf={(person) => recordAddress(`/people/${person}`, query)}
        />
        <Pages page={page} count={view.pages} hrefOf={pageAddresses(path, query, keep)} />
      </Section>
    </ReportFrame>
  );
}

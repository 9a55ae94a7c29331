import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Pages } from "~/components/pages";
import { CompareForm } from "~/components/reports/compare-form";
import { CompareRows } from "~/components/reports/compare-rows";
import { ReportFrame } from "~/components/reports/report-frame";
import { Section } from "~/components/section";
import { COMPARE_KINDS } from "~/domain/reporting/compare-dates";
import { pageAddresses, recordAddress, reportAddress } from "~/domain/reporting/report-query";
import { showCivilDate } from "~/domain/time/civil-date";
import { compareAtTheDoor } from "~/http/compare-query.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { readChoice } from "~/http/report-query.server";
import { loadCompareGroup } from "~/models/reporting/compare.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer, language, query, dateProblem, before, page, status } = await compareAtTheDoor({ request, context });
  const kind = readChoice(request, "kind", COMPARE_KINDS);
  const view = await loadCompareGroup(viewer, query, before, kind, language, page);
  if (!view || page > view.pages) throw notFound();
  const title = await pageTitle(request, context, `reports:compare.kind.${kind}`);
  return data({ title, query, dateProblem, before, kind, page, view }, status);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ComparePeople() {
  const { query, dateProblem, before, kind, page, view } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const path = "/reports/compare/people";
  const keep = { truoc: before, kind };
  return (
    <ReportFrame
      path={path}
      query={query}
      dateProblem={dateProblem}
      head={view}
      title={t(`reports:compare.kind.${kind}`)}
      lead={t("reports:compare.between", {
        count: view.total,
        from: showCivilDate(before),
        to: showCivilDate(query.asOf),
      })}
      above={[{ label: t("reports:compare.title"), href: reportAddress("/reports/compare", query, { truoc: before }) }]}
      keep={keep}
      dates={<CompareForm query={query} before={before} keep={{ kind }} />}
    >
      <Section
        className="section"
        title={t(`reports:compare.kind.${kind}`)}
        meta={t("reports:compare.count", { count: view.total })}
      >
        {view.total === 0 && <p className="section-s">{t("reports:compare.nobody")}</p>}
        <CompareRows
          lines={view.lines}
          hrefOf={(person) => recordAddress(`/people/${person}`, kind === "left" ? { ...query, asOf: before } : query)}
        />
        <Pages page={page} count={view.pages} hrefOf={pageAddresses(path, query, keep)} />
      </Section>
    </ReportFrame>
  );
}

import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AsOfProblemNote } from "~/components/as-of-problem";
import { CompetencyRecord } from "~/components/competency/competency-record";
import { Crumbs } from "~/components/crumbs";
import { PageTitle } from "~/components/page-title";
import { ReportDate } from "~/components/report-date";
import { recordAddress } from "~/domain/reporting/report-query";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { readReportQuery } from "~/http/report-query.server";
import { requirePower } from "~/http/viewer.server";
import { loadCompetencyOf } from "~/models/competency/competency-page.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "see-people");
  const { query, dateProblem } = readReportQuery(request);
  const page = await loadCompetencyOf(viewer, params.id ?? "", query, languageOf(request, viewer));
  if (!page) throw notFound();
  const title = await pageTitle(request, context, "competency:page.titleOf", { name: page.name });
  return data({ title, query, dateProblem, page }, { status: dateProblem ? 400 : 200 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PersonCompetency() {
  const { query, dateProblem, page } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <main id="main" className="wrap">
      <Crumbs
        items={[
          { label: t("people:list.title"), href: recordAddress("/people", query) },
          { label: page.name, href: recordAddress(`/people/${page.person}`, query) },
          { label: t("people:competencies.title") },
        ]}
      />
      <AsOfProblemNote problem={dateProblem} />
      <PageTitle
        title={t("competency:page.titleOf", { name: page.name })}
        lead={
          page.required === 0
            ? t("competency:page.leadNoneOf")
            : t("competency:page.leadOf", { count: page.required, met: page.met })
        }
        meta={t("competency:page.meta")}
        actions={
          <ReportDate query={{ ...query, unit: null, position: null, programme: null }} label={t("people:asOf")} />
        }
      />
      <CompetencyRecord page={page} own={false} />
    </main>
  );
}

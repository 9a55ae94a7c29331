import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { AsOfProblemNote } from "~/components/as-of-problem";
import { CompetencyRecord } from "~/components/competency/competency-record";
import { PageTitle } from "~/components/page-title";
import { ReportDate } from "~/components/report-date";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { readReportQuery } from "~/http/report-query.server";
import { requireViewer } from "~/http/viewer.server";
import { loadOwnCompetency } from "~/models/competency/competency-page.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const { query, dateProblem } = readReportQuery(request);
  const page = await loadOwnCompetency(viewer, query, languageOf(request, viewer));
  const title = await pageTitle(request, context, "competency:page.title");
  return data({ title, query, dateProblem, page }, { status: dateProblem ? 400 : 200 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function OwnCompetency() {
  const { query, dateProblem, page } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <main id="main" className="wrap">
      <AsOfProblemNote problem={dateProblem} />
      <PageTitle
        title={t("competency:page.title")}
        lead={
          page.required === 0
            ? t("competency:page.leadNone")
            : t("competency:page.lead", { count: page.required, met: page.met })
        }
        meta={t("competency:page.meta")}
        actions={
          <ReportDate query={{ ...query, unit: null, position: null, programme: null }} label={t("people:asOf")} />
        }
      >
        <p>
          <Anchor className="tap" href="/log">
            {t("competency:log.title")}
          </Anchor>
        </p>
      </PageTitle>
      <CompetencyRecord page={page} own />
    </main>
  );
}

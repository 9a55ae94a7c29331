import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { Crumbs } from "~/components/crumbs";
import { EmptyState } from "~/components/empty-state";
import { ReportFilterForm } from "~/components/exams/report-filter-form";
import { ReportState } from "~/components/exams/report-state";
import { useFigures } from "~/components/figures";
import { Note } from "~/components/note";
import { PageTitle } from "~/components/page-title";
import { Table } from "~/components/table";
import { now, today } from "~/config/clock.server";
import { SIMILAR_FROM } from "~/domain/statistics/similar-papers";
import { examOf } from "~/http/exam-at-the-door.server";
import { pageTitle } from "~/http/page-title.server";
import { filterAddress, readReportFilter } from "~/http/report-filter.server";
import { askReport } from "~/jobs/ask-exam-report.server";
import { shownPairs } from "~/models/statistics/similar-view.server";

export async function loader(given: LoaderFunctionArgs) {
  const { viewer, head } = await examOf(given, "see-statistics");
  const filter = readReportFilter(given.request, head);
  const { kept, state } = await askReport({ kind: "similarity", courseSlug: head.slug, filter }, now());
  return {
    title: await pageTitle(given.request, given.context, "statistics:similar.title"),
    head,
    filter,
    state,
    at: kept?.at ?? null,
    again: filterAddress(`/exams/${head.slug}/similarity`, filter),
    report: kept && { ...kept.report, pairs: await shownPairs(viewer, kept.report.pairs, today()) },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Similarity() {
  const { head, filter, state, at, again, report } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { count, figure } = useFigures();
  const side = (who: { attempt: string; name: string } | null) =>
    who ? <Anchor href={`/exams/attempts/${who.attempt}`}>{who.name}</Anchor> : t("statistics:similar.withheld");
  return (
    <main id="main" className="wrap flow-l">
      <div>
        <Crumbs
          items={[
            { label: t("statistics:heading", { course: head.course }), href: `/exams/${head.slug}/statistics` },
            { label: t("statistics:similar.title") },
          ]}
        />
        <PageTitle
          title={t("statistics:similar.heading", { course: head.course })}
          lead={
            report
              ? t("statistics:similar.lead", { count: report.pairs.length, attempts: count(report.attempts) })
              : undefined
          }
        />
        <ReportState state={state} at={at} again={again} />
      </div>
      <Note tone="warn" icon="alert" title={t("statistics:similar.hint")}>
        <p>{t("statistics:similar.hintText")}</p>
      </Note>
      <ReportFilterForm filter={filter} versions={head.versions} sittings={head.sittings} counting={false} />
      {report && report.pairs.length === 0 && (
        <EmptyState title={t("statistics:similar.none")}>
          <p>{t("statistics:similar.noneText")}</p>
        </EmptyState>
      )}
      {report && report.pairs.length > 0 && (
        <Table
          caption={t("statistics:similar.title")}
          columns={[
            { key: "a", label: t("statistics:similar.one") },
            { key: "b", label: t("statistics:similar.other") },
            { key: "same", label: t("statistics:similar.same"), num: true },
            { key: "bothWrong", label: t("statistics:similar.bothWrong"), num: true },
            { key: "above", label: t("statistics:similar.above"), num: true },
          ]}
          rows={report.pairs.map((pair, index) => ({
            key: `${index}`,
            cells: [
              side(pair.sides[0]),
              side(pair.sides[1]),
              count(pair.same),
              count(pair.bothWrong),
              figure(pair.above, 1),
            ],
          }))}
        />
      )}
      <Note title={t("statistics:similar.how")}>
        <p>{t("statistics:similar.measure", { same: SIMILAR_FROM.same, above: SIMILAR_FROM.above })}</p>
        {report && report.tooCommon > 0 && <p>{t("statistics:similar.tooCommon", { count: report.tooCommon })}</p>}
        <p>{t("statistics:similar.viewers")}</p>
        <p>{t("statistics:similar.retention")}</p>
      </Note>
    </main>
  );
}

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { EmptyState } from "~/components/empty-state";
import { HowComputed } from "~/components/exams/how-computed";
import { PageTimes } from "~/components/exams/page-times";
import { QuestionTable } from "~/components/exams/question-table";
import { ReportFilterForm } from "~/components/exams/report-filter-form";
import { ReportState } from "~/components/exams/report-state";
import { ScoreChart } from "~/components/exams/score-chart";
import { ScoreFacts } from "~/components/exams/score-facts";
import { useFigures } from "~/components/figures";
import { PageTitle } from "~/components/page-title";
import { Section } from "~/components/section";
import { now } from "~/config/clock.server";
import { hasPower } from "~/domain/permissions/viewer";
import { LEAST_ATTEMPTS } from "~/domain/statistics/exam-statistics";
import { examOf } from "~/http/exam-at-the-door.server";
import { pageTitle } from "~/http/page-title.server";
import { filterAddress, readReportFilter } from "~/http/report-filter.server";
import { askReport } from "~/jobs/ask-exam-report.server";
import { questionLines } from "~/models/statistics/statistics-view.server";

export async function loader(given: LoaderFunctionArgs) {
  const { viewer, head, language } = await examOf(given, "see-statistics");
  const filter = readReportFilter(given.request, head);
  const { kept, state } = await askReport({ kind: "statistics", courseSlug: head.slug, filter }, now());
  const path = `/exams/${head.slug}/statistics`;
  const query = filterAddress("", filter);
  return {
    title: await pageTitle(given.request, given.context, "statistics:title", { course: head.course }),
    head,
    filter,
    state,
    at: kept?.at ?? null,
    path,
    query,
    overview: hasPower(viewer, "manage-exams") || hasPower(viewer, "see-attempts"),
    report: kept && {
      score: kept.report.score,
      leftOut: kept.report.leftOut,
      passed: kept.report.passed,
      medianMinutes: kept.report.medianMinutes,
      pages: kept.report.pages,
      questions: await questionLines(kept.report.questions, language),
    },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Statistics() {
  const { head, filter, state, at, path, query, overview, report } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { percent } = useFigures();
  const flagged = report?.questions.filter(({ flags }) => flags.length > 0) ?? [];
  const rest = report?.questions.filter(({ flags }) => flags.length === 0) ?? [];
  const href = (key: string) => `${path}/${key}${query}`;
  return (
    <main id="main" className="wrap flow-l">
      <div>
        <Crumbs
          items={[
            ...(overview
              ? [
                  { label: t("exams:list.title"), href: "/exams" },
                  { label: head.course, href: `/exams/${head.slug}` },
                ]
              : [{ label: head.course }]),
            { label: t("statistics:crumb") },
          ]}
        />
        <PageTitle
          title={t("statistics:heading", { course: head.course })}
          lead={
            report && report.score.attempts > 0
              ? `${t("statistics:lead", {
                  count: report.score.attempts,
                  mean: percent(report.score.mean),
                  passed: percent(report.passed / report.score.attempts),
                })} ${t("statistics:toLookAt", { count: flagged.length, of: report.questions.length })}`
              : undefined
          }
          meta={t("statistics:noNames")}
        />
        <ReportState state={state} at={at} again={`${path}${query}`} />
      </div>
      <ReportFilterForm filter={filter} versions={head.versions} sittings={head.sittings} />
      {report && report.score.attempts === 0 && (
        <EmptyState title={t("statistics:empty")}>
          <p>{t("statistics:emptyText")}</p>
        </EmptyState>
      )}
      {report && report.score.attempts > 0 && (
        <>
          <Section title={t("statistics:flagged.title")} meta={t("statistics:questions", { count: flagged.length })}>
            <p className="section-s">
              {flagged.length > 0 ? t("statistics:flagged.lead") : t("statistics:flagged.none")}
            </p>
            {flagged.length > 0 && (
              <QuestionTable caption={t("statistics:flagged.title")} lines={flagged} href={href} />
            )}
          </Section>
          <Section title={t("statistics:score.title")}>
            <ScoreFacts report={report} counted={filter.counted} />
          </Section>
          <Section title={t("statistics:score.chart")}>
            <ScoreChart tenths={report.score.tenths} />
          </Section>
          {rest.length > 0 && (
            <Section title={t("statistics:others.title")} meta={t("statistics:questions", { count: rest.length })}>
              <QuestionTable caption={t("statistics:others.title")} lines={rest} href={href} />
            </Section>
          )}
          <PageTimes pages={report.pages} />
          <HowComputed least={LEAST_ATTEMPTS} />
          <p className="row no-print">
            <LinkButton href={`${path}/export/xlsx${query}`} variant="secondary" icon="download" reload>
              {t("statistics:export.xlsx")}
            </LinkButton>
            <LinkButton href={`${path}/export/csv${query}`} variant="secondary" icon="download" reload>
              {t("statistics:export.csv")}
            </LinkButton>
            <LinkButton href={`/exams/${head.slug}/similarity`} variant="secondary">
              {t("statistics:similar.link")}
            </LinkButton>
          </p>
        </>
      )}
    </main>
  );
}

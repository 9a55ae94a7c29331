import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { AnswerTable } from "~/components/exams/answer-table";
import { HowComputed } from "~/components/exams/how-computed";
import { ReportState } from "~/components/exams/report-state";
import { Facts } from "~/components/facts";
import { useFigures } from "~/components/figures";
import { Note } from "~/components/note";
import { PageTitle } from "~/components/page-title";
import { Section } from "~/components/section";
import { Table } from "~/components/table";
import { now } from "~/config/clock.server";
import { hasPower } from "~/domain/permissions/viewer";
import { LEAST_ATTEMPTS } from "~/domain/statistics/exam-statistics";
import { showCivilDate } from "~/domain/time/civil-date";
import { examOf } from "~/http/exam-at-the-door.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { filterAddress, readReportFilter } from "~/http/report-filter.server";
import { askReport } from "~/jobs/ask-exam-report.server";
import { questionFigures } from "~/models/statistics/statistics-view.server";

export async function loader(given: LoaderFunctionArgs) {
  const { viewer, head, language } = await examOf(given, "see-statistics");
  const filter = readReportFilter(given.request, head);
  const { kept, state } = await askReport({ kind: "statistics", courseSlug: head.slug, filter }, now());
  const question = kept && (await questionFigures(kept.report.questions, given.params.key ?? "", language));
  if (kept && !question) throw notFound();
  return {
    title: await pageTitle(given.request, given.context, "statistics:question.title"),
    head,
    question,
    state,
    at: kept?.at ?? null,
    query: filterAddress("", filter),
    mayRegrade: hasPower(viewer, "regrade-exams"),
    seesBank: hasPower(viewer, "see-course-sources"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function QuestionStatistics() {
  const { head, question, state, at, query, mayRegrade, seesBank } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { count, percent, figure } = useFigures();
  const path = `/exams/${head.slug}/statistics`;
  const lead = question && t("statistics:question.lead", { count: question.n, facility: percent(question.facility) });
  return (
    <main id="main" className="wrap flow-l">
      <div>
        <Crumbs
          items={[
            { label: t("statistics:heading", { course: head.course }), href: `${path}${query}` },
            { label: t("statistics:question.title") },
          ]}
        />
        <PageTitle title={question?.stem ?? t("statistics:question.title")} lead={lead} />
        <ReportState state={state} at={at} again={`${path}${query}`} />
      </div>
      {question && (
        <>
          {question.flags.map((flag) => (
            <Note
              key={flag}
              tone={flag === "negative" || flag === "wrong-option-stronger" ? "bad" : "warn"}
              icon="alert"
              title={t(`statistics:flag.${flag}`)}
            >
              <p>{t(`statistics:advice.${flag}`)}</p>
            </Note>
          ))}
          <Section title={t("statistics:question.figures")}>
            <Facts
              items={[
                { term: t("statistics:column.n"), value: count(question.n) },
                { term: t("statistics:column.facility"), value: percent(question.facility, 1) },
                { term: t("statistics:score.deviation"), value: percent(question.deviation, 1) },
                { term: t("statistics:column.discrimination"), value: figure(question.discrimination) },
                { term: t("statistics:column.correlation"), value: figure(question.correlation) },
                { term: t("statistics:column.planned"), value: percent(question.planned, 1) },
                {
                  term: t("statistics:column.effective"),
                  value: question.against ? t("statistics:question.against") : percent(question.effective, 1),
                },
              ]}
            />
          </Section>
          <AnswerTable answers={question.answers} />
          {question.versions.length > 1 && (
            <Section title={t("statistics:question.versions")}>
              <Table
                caption={t("statistics:question.versions")}
                columns={[
                  { key: "since", label: t("statistics:question.since") },
                  { key: "n", label: t("statistics:column.n"), num: true },
                  { key: "facility", label: t("statistics:column.facility"), num: true },
                  { key: "correlation", label: t("statistics:column.correlation"), num: true },
                ]}
                rows={question.versions.map((version) => ({
                  key: String(version.version),
                  cells: [
                    showCivilDate(version.since),
                    count(version.n),
                    percent(version.facility),
                    figure(version.correlation),
                  ],
                }))}
              />
            </Section>
          )}
          <HowComputed least={LEAST_ATTEMPTS} />
          {(mayRegrade || seesBank) && (
            <p className="row no-print">
              {seesBank && (
                <LinkButton href={`/bank/${question.bank}/questions/${question.key}`} variant="secondary">
                  {t("statistics:question.bank")}
                </LinkButton>
              )}
              {mayRegrade && (
                <LinkButton href={`/exams/${head.slug}/regrade/new?question=${question.key}`} variant="secondary">
                  {t("statistics:question.regrade")}
                </LinkButton>
              )}
            </p>
          )}
        </>
      )}
    </main>
  );
}

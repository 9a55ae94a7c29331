import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { ErrorSummary } from "~/components/error-summary";
import { CompareForm } from "~/components/reports/compare-form";
import { CompareRows } from "~/components/reports/compare-rows";
import { CompareTable, Reckoning } from "~/components/reports/compare-table";
import { ReportFrame } from "~/components/reports/report-frame";
import { Section } from "~/components/section";
import type { CompareFigure, CompareKind } from "~/domain/reporting/compare-dates";
import { listOfFigure } from "~/domain/reporting/figure-lists";
import { recordAddress, reportAddress } from "~/domain/reporting/report-query";
import { type CivilDate, showCivilDate } from "~/domain/time/civil-date";
import { compareAtTheDoor } from "~/http/compare-query.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { loadCompare } from "~/models/reporting/compare.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = await compareAtTheDoor({ request, context });
  const { viewer, language, query, dateProblem, before, beforeProblem, status } = asked;
  const view = await loadCompare(viewer, query, before, language);
  if (!view) throw notFound();
  const title = await pageTitle(request, context, "reports:compare.title");
  return data({ title, query, dateProblem, before, beforeProblem, view }, status);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Compare() {
  const { query, dateProblem, before, beforeProblem, view } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const truoc = showCivilDate(before);
  const counts = Object.fromEntries(view.groups.map(({ kind, total }) => [kind, total])) as Record<CompareKind, number>;
  const sum = (date: "before" | "after", ...keys: CompareFigure[]) =>
    view.figures.filter(({ key }) => keys.includes(key)).reduce((all, each) => all + each[date], 0);
  const both = (...keys: CompareFigure[]) => ({ before: sum("before", ...keys), after: sum("after", ...keys) });
  const people = both("people", "collaborators");
  const listOf = (figure: CompareFigure, date: CivilDate) => {
    const { path, parts } = listOfFigure(figure);
    return reportAddress(path, { ...query, asOf: date }, parts);
  };
  return (
    <ReportFrame
      path="/reports/compare"
      query={query}
      dateProblem={dateProblem}
      head={view}
      title={t("reports:compare.title")}
      lead={t("reports:compare.lead", {
        from: truoc,
        to: showCivilDate(query.asOf),
        joined: counts.joined,
        left: counts.left,
        certified: counts.certified,
        lapsed: counts.lapsed,
      })}
      keep={{ truoc: before }}
      dates={<CompareForm query={query} before={before} />}
      empty={people.before + people.after === 0}
    >
      {beforeProblem && (
        <ErrorSummary
          title={t("reports:compare.problem")}
          errors={[
            {
              fieldId: "before",
              message: beforeProblem === "not-before" ? t("reports:compare.notBefore") : t(`hr:asOf.${beforeProblem}`),
            },
          ]}
        />
      )}
      <Section
        className="section"
        title={t("reports:compare.figures")}
        meta={<span className="no-print">{t("reports:compare.figuresMeta")}</span>}
      >
        <CompareTable before={before} after={query.asOf} figures={view.figures} hrefOf={listOf} />
        <Reckoning people={people} held={both("held")} counts={counts} />
      </Section>
      {view.groups.map(({ kind, total, lines }) => (
        <Section
          key={kind}
          id={kind}
          className="section"
          title={t(`reports:compare.kind.${kind}`)}
          meta={t("reports:compare.count", { count: total })}
        >
          {total === 0 && <p className="section-s">{t("reports:compare.nobody")}</p>}
          <CompareRows
            lines={lines}
            hrefOf={(person) =>
              recordAddress(`/people/${person}`, kind === "left" ? { ...query, asOf: before } : query)
            }
          />
          {total > lines.length && (
            <p>
              <Anchor className="tap" href={reportAddress("/reports/compare/people", query, { truoc: before, kind })}>
                {t("reports:compare.all", { count: total })}
              </Anchor>
            </p>
          )}
        </Section>
      ))}
    </ReportFrame>
  );
}

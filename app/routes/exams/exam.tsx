import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { EmptyState } from "~/components/empty-state";
import { AttemptRows } from "~/components/exams/attempt-rows";
import { Field, SelectField } from "~/components/field";
import { FilterForm } from "~/components/filter-form";
import { PageTitle } from "~/components/page-title";
import { Pages } from "~/components/pages";
import { Section } from "~/components/section";
import { Toast } from "~/components/toast";
import { UnitField } from "~/components/unit-field";
import { now, today } from "~/config/clock.server";
import { hasPower } from "~/domain/permissions/viewer";
import { readDone } from "~/http/done.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { readChoice, readReportQuery } from "~/http/report-query.server";
import { requireViewer } from "~/http/viewer.server";
import { ATTEMPT_FILTERS, examAttempts } from "~/models/assessment/exam-lists.server";
import { unitOptions } from "~/models/organisation/unit-options.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const manages = hasPower(viewer, "manage-exams");
  if (!manages && !hasPower(viewer, "see-attempts")) throw notFound();
  const language = languageOf(request, viewer);
  const { query, page } = readReportQuery(request);
  const search = (new URL(request.url).searchParams.get("q") ?? "").slice(0, 100);
  const filter = readChoice(request, "state", ATTEMPT_FILTERS);
  const asked = { filter, search, unit: query.unit, page };
  const view = await examAttempts(viewer, params.slug ?? "", asked, now(), language);
  if (!view || (page > 1 && view.lines.length === 0)) throw notFound();
  return {
    title: await pageTitle(request, context, "exams:exam.title", { title: view.title }),
    view,
    asked,
    may: {
      manage: manages,
      statistics: hasPower(viewer, "see-statistics"),
      regrade: hasPower(viewer, "regrade-exams"),
    },
    units: await unitOptions(viewer, manages ? "manage-exams" : "see-attempts", today(), language),
    done: readDone(request, ["granted"]),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Exam() {
  const { view, asked, may, units, done } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const path = `/exams/${view.slug}`;
  const hrefOf = (page: number) => {
    const given = { q: asked.search, state: asked.filter === "all" ? "" : asked.filter, unit: asked.unit ?? "" };
    const kept = Object.entries({ ...given, page: page === 1 ? "" : String(page) }).filter(([, value]) => value !== "");
    return kept.length > 0 ? `${path}?${new URLSearchParams(kept)}` : path;
  };
  return (
    <main id="main" className="wrap">
      <Crumbs items={[{ label: t("exams:list.title"), href: "/exams" }, { label: view.title }]} />
      {done && (
        <Toast tone="ok" closeHref={path}>
          {t("exams:grant.done")}
        </Toast>
      )}
      <PageTitle
        title={view.exam}
        lead={t("exams:exam.lead", { title: view.title })}
        actions={
          <div className="row actions">
            {may.statistics && (
              <LinkButton href={`${path}/statistics`} variant="secondary">
                {t("exams:exam.statistics")}
              </LinkButton>
            )}
            {may.statistics && (
              <LinkButton href={`${path}/similarity`} variant="secondary">
                {t("exams:exam.similarity")}
              </LinkButton>
            )}
            {may.regrade && (
              <LinkButton href={`${path}/regrade`} variant="secondary">
                {t("exams:exam.regrade")}
              </LinkButton>
            )}
          </div>
        }
      />
      <FilterForm submit={t("exams:exam.filter")}>
        <Field
          id="q"
          name="q"
          type="search"
          label={t("exams:exam.search")}
          hint={t("exams:exam.searchHint")}
          defaultValue={asked.search}
        />
        <SelectField
          id="state"
          name="state"
          label={t("exams:exam.state")}
          defaultValue={asked.filter}
          options={(["all", "running", "ended", "pending", "void"] as const).map((value) => ({
            value,
            label: t(`exams:filter.${value}`),
          }))}
        />
        <UnitField
          id="unit"
          name="unit"
          label={t("exams:exam.unit")}
          groups={units}
          none={t("exams:exam.everywhere")}
          defaultValue={asked.unit ?? ""}
        />
      </FilterForm>
      <Section className="section" title={t("exams:exam.attempts")} meta={t("exams:exam.order")}>
        {view.lines.length === 0 && (
          <div className="section-s">
            <EmptyState title={t("exams:exam.none")}>
              <p>{t("exams:exam.noneText")}</p>
            </EmptyState>
          </div>
        )}
        <AttemptRows lines={view.lines} slug={view.slug} manages={may.manage} />
        <Pages page={asked.page} count={view.more ? asked.page + 1 : asked.page} hrefOf={hrefOf} />
      </Section>
    </main>
  );
}

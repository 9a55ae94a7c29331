import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { AsOfProblemNote } from "~/components/as-of-problem";
import { LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { Note } from "~/components/note";
import { PageTitle } from "~/components/page-title";
import { ReportDate } from "~/components/report-date";
import { Row, Rows } from "~/components/rows";
import { Section } from "~/components/section";
import { UnitHistory } from "~/components/unit-history";
import { UnitReport } from "~/components/unit-report";
import { isStaff } from "~/domain/permissions/viewer";
import { recordAddress, reportAddress } from "~/domain/reporting/report-query";
import { languageOf } from "~/http/language.server";
import { notFound } from "~/http/refusals.server";
import { readReportQuery } from "~/http/report-query.server";
import { requireViewer } from "~/http/viewer.server";
import { mayReorganiseUnit } from "~/models/organisation/plan-scope.server";
import { loadUnitPage } from "~/models/reporting/unit-report.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  if (!isStaff(viewer)) throw notFound();
  const { query, dateProblem } = readReportQuery(request);
  const view = await loadUnitPage(viewer, params.id ?? "", query, languageOf(request, viewer));
  if (!view) throw notFound();
  const mayReorganise = await mayReorganiseUnit(viewer, view.unit, query.today);
  return data(
    { title: `${view.name} · Cầu Nối`, query: { ...query, unit: view.unit }, dateProblem, view, mayReorganise },
    { status: dateProblem ? 400 : 200 },
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Unit() {
  const { query, dateProblem, view, mayReorganise } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const unitHref = (unit: string) => recordAddress(`/units/${unit}`, query);
  const { report } = view;
  const facts = [
    view.levelLabel,
    view.area && t("people:unit.area", view.area),
    view.sample && t("people:unit.sample"),
  ].filter(Boolean);
  return (
    <main id="main" className="wrap">
      <Crumbs
        items={[
          { label: t("people:units.title"), href: recordAddress("/units", query) },
          ...view.above.map(({ unit, name }) => ({ label: name, href: unitHref(unit) })),
          { label: view.name },
        ]}
      />
      <AsOfProblemNote problem={dateProblem} />
      <PageTitle
        title={view.name}
        lead={report ? t("hr:unit.lead", { count: report.people, short: report.short, open: report.open }) : undefined}
        meta={facts.join(" · ")}
        actions={
          <ReportDate query={{ ...query, unit: null }}>
            {report && (
              <LinkButton
                href={reportAddress("/hr/certification", query, { print: "1" })}
                variant="secondary"
                icon="file"
              >
                {t("hr:overview.print")}
              </LinkButton>
            )}
            {report && (
              <LinkButton href={recordAddress(`/units/${view.unit}/posts`, query)} variant="secondary" icon="people">
                {t("staffing:posts.crumb")}
              </LinkButton>
            )}
          </ReportDate>
        }
      />
      {!view.exists && (
        <Note tone="warn" icon="info" title={t("people:unit.absent")}>
          <p>{t("people:unit.absentText")}</p>
        </Note>
      )}
      {report && <UnitReport report={report} query={query} />}
      <div className="grid-2 section">
        <Section title={t("people:unit.history")} meta={t("people:unit.historyMeta")}>
          <UnitHistory events={view.history} />
          {mayReorganise && (
            <p className="section-s">
              <Anchor className="tap" href={`/reorganisations/new?unit=${view.unit}`}>
                {t("reorganisation:list.prepare")}
              </Anchor>
            </p>
          )}
        </Section>
        {!report && view.below.length > 0 && (
          <Section title={t("people:unit.below")}>
            <Rows>
              {view.below.map(({ unit, name }) => (
                <Row key={unit} title={name} href={unitHref(unit)} />
              ))}
            </Rows>
          </Section>
        )}
      </div>
    </main>
  );
}

import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { AsOfProblemNote } from "~/components/as-of-problem";
import { EmptyState } from "~/components/empty-state";
import { Field } from "~/components/field";
import { FilterForm } from "~/components/filter-form";
import { PageTitle } from "~/components/page-title";
import { ReportDate } from "~/components/report-date";
import { Row, Rows } from "~/components/rows";
import { Section } from "~/components/section";
import { UnitTree } from "~/components/unit-tree";
import { hasPower, isStaff } from "~/domain/permissions/viewer";
import { recordAddress } from "~/domain/reporting/report-query";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { readReportQuery } from "~/http/report-query.server";
import { requireViewer } from "~/http/viewer.server";
import { loadUnitTree } from "~/models/reporting/unit-tree.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  if (!isStaff(viewer)) throw notFound();
  const { query, dateProblem } = readReportQuery(request);
  const search = (new URL(request.url).searchParams.get("q") ?? "").slice(0, 100);
  const view = await loadUnitTree(query.asOf, search, languageOf(request, viewer));
  const title = await pageTitle(request, context, "people:units.title");
  const mayReorganise = hasPower(viewer, "change-organisation");
  return data({ title, query, dateProblem, search, view, mayReorganise }, { status: dateProblem ? 400 : 200 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Tree() {
  const { query, dateProblem, search, view, mayReorganise } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const hrefOf = (unit: string) => recordAddress(`/units/${unit}`, query);
  const { counts } = view;
  return (
    <main id="main" className="wrap">
      <AsOfProblemNote problem={dateProblem} />
      <PageTitle
        title={t("people:units.title")}
        lead={t("people:units.lead", { count: counts.provincial, provinces: counts.provinces, cities: counts.cities })}
        meta={t("people:units.counts", { central: counts.central, grassroots: counts.grassroots })}
        actions={<ReportDate query={query} keep={{ q: search || null }} />}
      />
      <FilterForm
        submit={t("people:units.search")}
        keep={[{ name: "ngay", value: query.asOf === query.today ? null : query.asOf }]}
      >
        <Field id="q" name="q" type="search" label={t("people:units.searchLabel")} defaultValue={search} />
      </FilterForm>
      {view.matches && (
        <Section className="section" title={t("people:units.found", { count: view.matches.length })}>
          {view.matches.length === 0 ? (
            <div className="section-s">
              <EmptyState title={t("people:units.none")}>
                <p>{t("people:units.noneText")}</p>
              </EmptyState>
            </div>
          ) : (
            <Rows columns={2}>
              {view.matches.map(({ unit, name }) => (
                <Row key={unit} title={name} href={hrefOf(unit)} />
              ))}
            </Rows>
          )}
        </Section>
      )}
      {view.matches === null &&
        view.roots.map((root) => (
          <div className="grid-2 section" key={root.unit}>
            <Section
              title={t("people:units.provincial")}
              meta={view.labels.find(({ level }) => level === "PROVINCIAL")?.label}
            >
              <UnitTree units={root.provincial} hrefOf={hrefOf} />
            </Section>
            <div className="flow-l">
              <Section
                title={t("people:units.central")}
                meta={view.labels.find(({ level }) => level === "CENTRAL")?.label}
              >
                <UnitTree
                  units={[
                    { unit: root.unit, name: root.name, code: null, sample: false, children: [] },
                    ...root.central,
                  ]}
                  hrefOf={hrefOf}
                />
              </Section>
              <Section title={t("people:units.special")} meta={t("people:units.specialMeta")}>
                <UnitTree units={view.special} hrefOf={hrefOf} />
              </Section>
            </div>
          </div>
        ))}
      {mayReorganise && (
        <p className="section">
          <Anchor className="tap" href="/reorganisations">
            {t("reorganisation:list.link")}
          </Anchor>
        </p>
      )}
      <p className="meta section-s">{t("people:units.source")}</p>
    </main>
  );
}

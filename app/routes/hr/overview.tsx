import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { AsOfForm } from "~/components/as-of-form";
import { AsOfProblemNote } from "~/components/as-of-problem";
import { LinkButton } from "~/components/button";
import { CertificationRows } from "~/components/certification-rows";
import { CivilDate } from "~/components/civil-date";
import { Crumbs } from "~/components/crumbs";
import { EmptyState } from "~/components/empty-state";
import { SelectField } from "~/components/field";
import { FilterForm } from "~/components/filter-form";
import { FocalBadge, FocalRows, FocalWords, networkStateOf } from "~/components/focal-rows";
import { HeatTable } from "~/components/heat-table";
import { Network } from "~/components/network";
import { PageTitle } from "~/components/page-title";
import { Section } from "~/components/section";
import { StaffRows } from "~/components/staff-rows";
import { UnitTable } from "~/components/unit-table";
import { reportAddress } from "~/domain/reporting/report-query";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { readChoice, readReportQuery } from "~/http/report-query.server";
import { requirePower } from "~/http/viewer.server";
import { loadOverview } from "~/models/reporting/overview.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "see-people");
  const { query, dateProblem } = readReportQuery(request);
  const opened = readChoice(request, "show", ["", "units", "focal"]);
  const view = await loadOverview(viewer, query, opened || null, languageOf(request, viewer));
  if (!view) throw notFound();
  const title = await pageTitle(request, context, "hr:overview.document");
  return data({ title, query, dateProblem, view }, { status: dateProblem ? 400 : 200 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Overview() {
  const { query, dateProblem, view } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const address = (path: string, change?: Record<string, string | null>) => reportAddress(path, query, change);
  return (
    <main id="main" className="wrap">
      {(view.crumbs.length > 0 || query.unit) && (
        <Crumbs
          label={t("hr:scope")}
          items={[
            ...(view.crumbs.length === 0 ? [{ label: t("hr:all"), href: address("/hr", { unit: null }) }] : []),
            ...view.crumbs.map(({ unit, name }) => ({ label: name, href: address("/hr", { unit }) })),
            { label: view.name ?? "" },
          ]}
        />
      )}
      <AsOfProblemNote problem={dateProblem} />
      <PageTitle
        title={view.name === null ? t("hr:overview.title") : t("hr:overview.titleOf", { unit: view.name })}
        lead={<Lead />}
        actions={
          <AsOfForm
            label={t("hr:asOf.label")}
            date={query.asOf}
            name="ngay"
            keep={[
              { name: "unit", value: query.unit },
              { name: "position", value: query.position },
              { name: "programme", value: query.programme },
            ].flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]))}
          >
            <LinkButton href={address("/hr/certification", { print: "1" })} variant="secondary" icon="file">
              {t("hr:overview.print")}
            </LinkButton>
          </AsOfForm>
        }
      />
      <Filters />
      <FocalSection />
      <div className="split-3-2 section">
        <Section title={t("hr:heat.title")} meta={t("hr:heat.meta")}>
          {view.heat.rows.length === 0 ? (
            <p className="section-s">{t("hr:heat.none")}</p>
          ) : (
            <HeatTable
              caption={t("hr:heat.caption")}
              rowHead={t("hr:heat.competency")}
              columns={view.heat.levels.map((key) => ({ key, label: t(`hr:level.${key}`) }))}
              rows={view.heat.rows.map((row) => ({
                key: row.key,
                label: row.title,
                cells: row.cells.map(
                  (cell, index) =>
                    cell && {
                      ...cell,
                      href: address("/hr/cell", { competency: row.key, level: view.heat.levels[index] ?? "" }),
                    },
                ),
              }))}
            />
          )}
          <p className="meta section-xs">
            {t("hr:heat.labels")} {view.labels.join("; ")}.
          </p>
        </Section>
        <Below />
      </div>
      <Section
        className="section"
        title={t("hr:attention.title")}
        meta={t("hr:attention.meta", { open: view.counts.open, expiring: view.counts.expiring })}
      >
        {view.attention.length === 0 ? (
          <p className="section-s">{t("hr:attention.none")}</p>
        ) : (
          <CertificationRows rows={view.attention.map((row) => ({ ...row, href: personAddress(row.person) }))} />
        )}
        <p>
          <Anchor className="tap" href={address("/hr/certification")}>
            {t("hr:attention.all", { count: view.counts.open + view.counts.expiring })}
          </Anchor>
        </p>
      </Section>
      <p className="meta section-s">
        {t("hr:source")} <CivilDate date={query.asOf} />. {t("hr:sourceText")}
      </p>
    </main>
  );

  function personAddress(person: string) {
    return reportAddress(`/people/${person}`, { ...query, unit: null, position: null, programme: null });
  }

  function Lead() {
    const units = view.network.length;
    const { vacant, certified, expiring } = view.focal;
    return (
      <>
        {units > 1 && `${t("hr:overview.network", { units, held: units - vacant, certified: certified + expiring })} `}
        {t("hr:overview.people", { count: view.people, short: view.short })}
      </>
    );
  }

  function Filters() {
    const any = [{ value: "", label: t("hr:filter.any") }];
    return (
      <FilterForm
        submit={t("hr:filter.submit")}
        keep={[
          { name: "unit", value: query.unit },
          { name: "ngay", value: query.asOf === query.today ? null : query.asOf },
        ]}
      >
        <SelectField
          id="position"
          name="position"
          label={t("hr:filter.position")}
          defaultValue={query.position ?? ""}
          options={[...any, ...view.options.positions]}
        />
        <SelectField
          id="programme"
          name="programme"
          label={t("hr:filter.programme")}
          defaultValue={query.programme ?? ""}
          options={[...any, ...view.options.programmes]}
        />
      </FilterForm>
    );
  }

  function FocalSection() {
    const only = view.network.length === 1 ? view.problems[0] : undefined;
    if (view.network.length === 0) return null;
    return (
      <Section
        className="section"
        title={t("hr:focal.title")}
        meta={view.network.length > 1 ? t("hr:focal.meta", { count: view.network.length }) : undefined}
      >
        {view.network.length > 1 ? (
          <Network
            places={view.network.map(({ unit, name, state }) => ({
              id: unit,
              name,
              href: address("/hr", { unit, show: null }),
              state: networkStateOf[state],
            }))}
          />
        ) : (
          <p className="row section-s">
            <FocalBadge state={view.network[0]?.state ?? "vacant"} /> {only && <FocalWords place={only} />}
          </p>
        )}
        {view.network.length > 1 && view.problems.length > 0 && (
          <div className="section-s">
            <FocalRows places={view.problems} hrefOf={(unit) => reportAddress(`/units/${unit}`, { ...query, unit: null, position: null, programme: null })} />
          </div>
        )}
        {view.hiddenProblems > 0 && (
          <p>
            <Anchor className="tap" href={address("/hr", { show: "focal" })}>
              {t("hr:focal.more", { count: view.hiddenProblems })}
            </Anchor>
          </p>
        )}
      </Section>
    );
  }

  function Below() {
    return (
      <Section title={view.units.length > 0 ? t("hr:units.title") : t("hr:staff.title")} meta={view.hiddenUnits > 0 ? t("hr:units.worst") : undefined}>
        {view.units.length > 0 && (
          <UnitTable caption={t("hr:units.title")} units={view.units} hrefOf={(unit) => address("/hr", { unit })} />
        )}
        {view.hiddenUnits > 0 && (
          <p>
            <Anchor className="tap" href={address("/hr", { show: "units" })}>
              {t("hr:units.all", { count: view.hiddenUnits + view.units.length })}
            </Anchor>
          </p>
        )}
        {view.staff !== null && view.staff.length > 0 && (
          <>
            {view.units.length > 0 && <h3 className="h4 section-s">{t("hr:staff.title")}</h3>}
            <StaffRows people={view.staff} hrefOf={personAddress} />
          </>
        )}
        {view.people === 0 && (
          <div className="section-s">
            <EmptyState title={t("hr:staff.none")}>
              <p>{t("hr:staff.noneText")}</p>
            </EmptyState>
          </div>
        )}
      </Section>
    );
  }
}

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { Crumbs } from "~/components/crumbs";
import { EmptyState } from "~/components/empty-state";
import { SelectField } from "~/components/field";
import { useFigures } from "~/components/figures";
import { FilterForm } from "~/components/filter-form";
import { PageTitle } from "~/components/page-title";
import { Pages } from "~/components/pages";
import { PrintButton } from "~/components/print-button";
import { Section } from "~/components/section";
import { Table } from "~/components/table";
import { today } from "~/config/clock.server";
import { FIRST_DATE } from "~/domain/reporting/report-query";
import { showCivilDate } from "~/domain/time/civil-date";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { readChoice, readReportQuery } from "~/http/report-query.server";
import { requirePower } from "~/http/viewer.server";
import { EMPLOYMENTS, hoursLedger, LEDGER_PAGE } from "~/models/proofs/hours-ledger.server";

/** The years that have records, newest first. */
function years(): string[] {
  const [first, last] = [Number(FIRST_DATE.slice(0, 4)), Number(today().slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, index) => String(last - index));
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "see-people");
  const [newest = "", ...older] = years();
  const year = Number(readChoice(request, "year", [newest, ...older]));
  const employment = readChoice(request, "employment", ["all", ...EMPLOYMENTS]);
  const { page } = readReportQuery(request);
  const asked = { year, employment: employment === "all" ? null : employment, page };
  const ledger = await hoursLedger(viewer, asked, today());
  if (page > 1 && ledger.lines.length === 0) throw notFound();
  const title = await pageTitle(request, context, "proofs:hours.title");
  return { title, ledger, employment, page, years: years(), pages: Math.max(1, Math.ceil(ledger.total / LEDGER_PAGE)) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Hours() {
  const { ledger, employment, page, pages, years } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { marks } = useFigures();
  const { year, categories, lines, total } = ledger;
  const people = categories.reduce((sum, each) => sum + each.people, 0);
  const href = (change: Record<string, string>) =>
    `/proofs/hours?${new URLSearchParams({ year: String(year), employment, ...change })}`;
  const figure = (hours: number | null) => (hours === null ? t("proofs:hours.notSet") : marks(hours));
  return (
    <main id="main" className="wrap">
      <Crumbs items={[{ label: t("common:nav.desk"), href: "/desk" }, { label: t("proofs:hours.title") }]} />
      <PageTitle
        title={t("proofs:hours.title")}
        lead={t("proofs:hours.lead", { count: people, year })}
        meta={t("proofs:hours.meta", { date: showCivilDate(ledger.asOf) })}
        actions={<PrintButton />}
      />
      <FilterForm submit={t("proofs:hours.show")}>
        <SelectField
          id="year"
          name="year"
          label={t("proofs:hours.year")}
          defaultValue={String(year)}
          options={years.map((value) => ({ value, label: value }))}
        />
        <SelectField
          id="employment"
          name="employment"
          label={t("proofs:hours.employment")}
          defaultValue={employment}
          options={(["all", "civil-servant", "public-employee", "contract"] as const).map((value) => ({
            value,
            label: t(`proofs:employment.${value}`),
          }))}
        />
      </FilterForm>
      <div className="section flow-l">
        <Section title={t("proofs:hours.byCategory")}>
          <Table
            caption={t("proofs:hours.byCategory")}
            columns={[
              { key: "category", label: t("proofs:hours.employment") },
              { key: "people", label: t("proofs:hours.people"), num: true },
              { key: "hours", label: t("proofs:hours.hours"), num: true },
              { key: "asked", label: t("proofs:hours.asked"), num: true },
              { key: "met", label: t("proofs:hours.met"), num: true },
            ]}
            rows={categories.map((each) => ({
              key: each.employment,
              cells: [
                <Anchor key="link" href={href({ employment: each.employment })}>
                  {t(`proofs:employment.${each.employment}`)}
                </Anchor>,
                each.people,
                figure(each.hours),
                figure(each.asked),
                each.met === null ? t("proofs:hours.notSet") : each.met,
              ],
            }))}
          />
        </Section>
        <Section title={t("proofs:hours.list", { count: total })}>
          {lines.length === 0 ? (
            <div className="section-s">
              <EmptyState title={t("proofs:hours.none")} />
            </div>
          ) : (
            <Table
              caption={t("proofs:hours.list", { count: total })}
              columns={[
                { key: "name", label: t("proofs:hours.name") },
                { key: "category", label: t("proofs:hours.employment") },
                { key: "outside", label: t("proofs:hours.outside"), num: true },
                { key: "course", label: t("proofs:hours.course"), num: true },
                { key: "total", label: t("proofs:hours.total"), num: true },
                { key: "asked", label: t("proofs:hours.asked"), num: true },
              ]}
              rows={lines.map((line) => ({
                key: line.person,
                cells: [
                  <span key="name">
                    <Anchor href={`/people/${line.person}`}>{line.name}</Anchor>{" "}
                    <span className="meta">{line.staffCode}</span>
                  </span>,
                  t(`proofs:employment.${line.employment}`),
                  figure(line.outside),
                  figure(line.course),
                  figure(line.total),
                  figure(line.asked),
                ],
              }))}
            />
          )}
          <Pages page={page} count={pages} hrefOf={(other) => href({ page: String(other) })} />
        </Section>
      </div>
    </main>
  );
}

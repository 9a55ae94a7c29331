import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { Became } from "~/components/authority/register-words";
import { LinkButton } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { SelectField } from "~/components/field";
import { FilterForm } from "~/components/filter-form";
import { PageTitle } from "~/components/page-title";
import { Pages } from "~/components/pages";
import { Section } from "~/components/section";
import { Table } from "~/components/table";
import { UnitField } from "~/components/unit-field";
import { today } from "~/config/clock.server";
import { hasPower } from "~/domain/permissions/viewer";
import { showCivilDate } from "~/domain/time/civil-date";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { readRegisterQuery, registerAddress } from "~/http/register-query.server";
import { requireViewer } from "~/http/viewer.server";
import { registerPage } from "~/models/certification/register-page.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  if (!hasPower(viewer, "prepare-certificates") && !hasPower(viewer, "sign-certificates")) throw notFound();
  const query = readRegisterQuery(request);
  const view = await registerPage(viewer, query, today(), languageOf(request, viewer));
  if (!view || (query.page > 1 && view.lines.length === 0)) throw notFound();
  return {
    title: await pageTitle(request, context, "authority:register.short"),
    query,
    view,
    hrefs: Array.from({ length: view.pages }, (_, index) => registerAddress("/register", query, index + 1)),
    print: registerAddress("/register/print", query),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Register() {
  const { query, view, hrefs, print } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <main id="main" className="wrap flow-l">
      <PageTitle
        title={t("authority:register.short")}
        lead={
          view.total === 0
            ? t("authority:register.leadNone", { year: query.year })
            : t("authority:register.lead", { count: view.total, year: query.year })
        }
        meta={t("authority:register.meta")}
        actions={
          view.total > 0 && (
            <LinkButton href={print} variant="secondary" icon="print">
              {t("authority:register.print")}
            </LinkButton>
          )
        }
      />
      <FilterForm submit={t("authority:register.show")}>
        <SelectField
          id="year"
          name="year"
          label={t("authority:register.year")}
          defaultValue={query.year}
          options={[...new Set([query.year, ...view.years])]
            .sort()
            .reverse()
            .map((year) => ({ value: year, label: year }))}
        />
        <SelectField
          id="programme"
          name="programme"
          label={t("authority:field.programme")}
          defaultValue={query.programme ?? ""}
          options={[{ value: "", label: t("authority:register.all") }, ...view.programmes]}
        />
        <UnitField
          id="unit"
          name="unit"
          label={t("authority:field.unit")}
          groups={view.units}
          none={t("authority:register.all")}
          defaultValue={query.unit ?? ""}
        />
      </FilterForm>
      {view.total === 0 ? (
        <EmptyState title={t("authority:register.none")} level={2}>
          <p>{t("authority:register.noneText")}</p>
        </EmptyState>
      ) : (
        <Section title={t("authority:register.lines")}>
          <Table
            caption={view.heading}
            columns={[
              { key: "serial", label: t("authority:column.serial") },
              { key: "name", label: t("authority:column.name") },
              { key: "programme", label: t("authority:field.programme") },
              { key: "issued", label: t("authority:column.issued") },
              { key: "decision", label: t("authority:column.decision") },
              { key: "became", label: t("authority:column.became") },
            ]}
            rows={view.lines.map((line) => ({
              key: line.id,
              cells: [
                <Anchor key="serial" className="nowrap" href={`/certificates/${line.id}`}>
                  {line.serial}
                </Anchor>,
                <span key="name">
                  {line.holder}
                  <br />
                  <span className="meta">{line.unit}</span>
                </span>,
                line.programme,
                <span key="issued" className="nowrap">
                  {showCivilDate(line.issuedOn)}
                  <br />
                  <span className="meta">
                    {line.lastDay === null
                      ? t("authority:register.open")
                      : t("authority:register.through", { date: showCivilDate(line.lastDay) })}
                  </span>
                </span>,
                t("authority:decisionOf", {
                  number: line.decision.number,
                  date: showCivilDate(line.decision.signedOn),
                }),
                <Became key="became" line={line} />,
              ],
            }))}
          />
          <Pages page={query.page} count={view.pages} hrefOf={(page) => hrefs[page - 1] ?? "/register"} />
        </Section>
      )}
    </main>
  );
}

import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { AsOfProblemNote } from "~/components/as-of-problem";
import { LinkButton } from "~/components/button";
import { Check } from "~/components/choice";
import { EmptyState } from "~/components/empty-state";
import { Field, SelectField } from "~/components/field";
import { FilterForm } from "~/components/filter-form";
import { LoanRows } from "~/components/loan-rows";
import { PageTitle } from "~/components/page-title";
import { Pages } from "~/components/pages";
import { GrantDates, GrantStateBadge } from "~/components/permission-words";
import { ReportDate } from "~/components/report-date";
import { Section } from "~/components/section";
import { Table } from "~/components/table";
import { Toast } from "~/components/toast";
import { UnitField } from "~/components/unit-field";
import { ROLES } from "~/domain/permissions/role";
import { hasPower } from "~/domain/permissions/viewer";
import { pageAddresses, reportAddress } from "~/domain/reporting/report-query";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { readChoice, readReportQuery } from "~/http/report-query.server";
import { requirePower } from "~/http/viewer.server";
import { GRANT_ORDERS, GRANTS_PAGE, listGrants } from "~/models/access/list-grants.server";
import { loansInScope } from "~/models/access/loans.server";
import { unitOptions } from "~/models/organisation/unit-options.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "see-grants");
  const language = languageOf(request, viewer);
  const { query, dateProblem, page } = readReportQuery(request);
  const search = (new URL(request.url).searchParams.get("q") ?? "").slice(0, 100);
  const role = readChoice(request, "role", ["", ...ROLES]);
  const order = readChoice(request, "order", GRANT_ORDERS);
  const ended = readChoice(request, "ended", ["", "yes"]) === "yes";
  const asked = { ...query, role: role || null, search, order, ended, page };
  const view = await listGrants(viewer, asked, language);
  if (page > 1 && view.lines.length === 0) throw notFound();
  return data(
    {
      title: await pageTitle(request, context, "permissions:list.title"),
      query,
      dateProblem,
      asked: { role, order, ended, search },
      view,
      page,
      pages: Math.max(1, Math.ceil(view.total / GRANTS_PAGE)),
      loans: await loansInScope(viewer, query, language),
      units: await unitOptions(viewer, "see-grants", query.asOf, language, query.today),
      mayGive: hasPower(viewer, "manage-grants"),
      done: readChoice(request, "done", ["", "given", "ended"]),
    },
    { status: dateProblem ? 400 : 200 },
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Permissions() {
  const { query, dateProblem, asked, view, page, pages, loans, units, mayGive, done } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const keep = {
    q: asked.search || null,
    role: asked.role || null,
    order: asked.order === "role" ? null : asked.order,
    ended: asked.ended ? "yes" : null,
  };
  return (
    <main id="main" className="wrap">
      <AsOfProblemNote problem={dateProblem} />
      {done && (
        <Toast tone="ok" closeHref={reportAddress("/permissions", query, keep)}>
          {t(`permissions:done.${done}`)}
        </Toast>
      )}
      <PageTitle
        title={t("permissions:list.title")}
        lead={t("permissions:list.lead", { count: view.total })}
        meta={t("permissions:list.meta")}
        actions={
          <ReportDate query={query} keep={keep} label={t("permissions:list.asOf")}>
            {mayGive && <LinkButton href="/permissions/new">{t("permissions:give.title")}</LinkButton>}
          </ReportDate>
        }
      />
      <FilterForm
        submit={t("permissions:list.submit")}
        keep={[{ name: "ngay", value: query.asOf === query.today ? null : query.asOf }]}
      >
        <Field id="q" name="q" type="search" label={t("permissions:list.search")} defaultValue={asked.search} />
        <SelectField
          id="role"
          name="role"
          label={t("permissions:field.role")}
          defaultValue={asked.role}
          options={[
            { value: "", label: t("permissions:list.any") },
            ...ROLES.map((role) => ({ value: role, label: t(`permissions:role.${role}`) })),
          ]}
        />
        <UnitField
          id="unit"
          name="unit"
          label={t("permissions:field.unit")}
          groups={units}
          none={t("permissions:list.any")}
          defaultValue={query.unit ?? ""}
        />
        <SelectField
          id="order"
          name="order"
          label={t("permissions:list.order")}
          defaultValue={asked.order}
          options={ORDERS.map((order) => ({ value: order, label: t(`permissions:order.${order}`) }))}
        />
        <Check name="ended" value="yes" defaultChecked={asked.ended}>
          {t("permissions:list.ended")}
        </Check>
      </FilterForm>
      <Section className="section" title={t("permissions:list.found", { count: view.total })}>
        {view.lines.length === 0 ? (
          <div className="section-s">
            <EmptyState title={t("permissions:list.none")}>
              <p>{t("permissions:list.noneText")}</p>
            </EmptyState>
          </div>
        ) : (
          <Table
            caption={t("permissions:list.title")}
            columns={[
              { key: "holder", label: t("permissions:column.holder") },
              { key: "role", label: t("permissions:field.role") },
              { key: "unit", label: t("permissions:column.unit") },
              { key: "dates", label: t("permissions:column.dates") },
              { key: "state", label: t("permissions:column.state") },
            ]}
            rows={view.lines.map((line, index) => ({
              key: `${line.id ?? "post"} ${index}`,
              cells: [
                <>
                  {line.holder.name} <span className="meta">{line.holder.staffCode}</span>
                  {line.holder.place && (
                    <>
                      <br />
                      <span className="meta">{line.holder.place}</span>
                    </>
                  )}
                </>,
                t(`permissions:role.${line.role}`),
                line.unit,
                <>
                  <GrantDates from={line.from} lastDay={line.lastDay} />
                  <br />
                  <span className="meta">
                    {line.id === null
                      ? t("permissions:list.byPost")
                      : (line.document ?? t("permissions:list.noDocument"))}
                  </span>
                </>,
                <>
                  <GrantStateBadge state={line.state} />
                  {line.mayEnd && line.id && (
                    <Anchor className="tap" href={`/permissions/${line.id}/end`}>
                      {t("permissions:end.link")}
                      <span className="sr"> {line.holder.name}</span>
                    </Anchor>
                  )}
                </>,
              ],
            }))}
          />
        )}
        <Pages page={page} count={pages} hrefOf={pageAddresses("/permissions", query, keep)} />
      </Section>
      <Section className="section" title={t("permissions:lent.inScope")} meta={t("permissions:lent.inScopeMeta")}>
        <LoanRows loans={loans} sides="both" />
      </Section>
    </main>
  );
}

/** as the address names them */
const ORDERS = ["role", "person", "unit"] as const;

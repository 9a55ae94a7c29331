import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AsOfProblemNote } from "~/components/as-of-problem";
import { ChoosePeople, ChoosePerson } from "~/components/choose-people";
import { EmptyState } from "~/components/empty-state";
import { Field, SelectField } from "~/components/field";
import { FilterForm } from "~/components/filter-form";
import { PageTitle } from "~/components/page-title";
import { Pages } from "~/components/pages";
import { ReportDate } from "~/components/report-date";
import { Row, Rows } from "~/components/rows";
import { Section } from "~/components/section";
import { hasPower } from "~/domain/permissions/viewer";
import { pageAddresses, recordAddress } from "~/domain/reporting/report-query";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { readReportQuery } from "~/http/report-query.server";
import { requireViewer } from "~/http/viewer.server";
import { PEOPLE_PAGE, searchPeople } from "~/models/people/search-people.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  if (!hasPower(viewer, "see-people") && !hasPower(viewer, "reset-password")) throw notFound();
  const { query, dateProblem, page } = readReportQuery(request);
  const search = (new URL(request.url).searchParams.get("q") ?? "").slice(0, 100);
  const view = await searchPeople(viewer, { ...query, search, page }, languageOf(request, viewer));
  if (!view || (page > 1 && view.people.length === 0)) throw notFound();
  const title = await pageTitle(request, context, "people:list.title");
  const pages = Math.max(1, Math.ceil(view.total / PEOPLE_PAGE));
  // orders are for today: a list of the past is read only
  const mayOrder = hasPower(viewer, "assign-duties") && view.records && query.asOf === query.today;
  return data({ title, query, dateProblem, search, view, page, pages, mayOrder }, { status: dateProblem ? 400 : 200 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function People() {
  const { query, dateProblem, search, view, page, pages, mayOrder } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const keep = { q: search || null };
  return (
    <main id="main" className="wrap">
      <AsOfProblemNote problem={dateProblem} />
      <PageTitle
        title={view.unitName ? t("people:list.titleOf", { unit: view.unitName }) : t("people:list.title")}
        lead={t("people:list.lead", { count: view.total })}
        actions={<ReportDate query={query} keep={keep} />}
      />
      <FilterForm
        submit={t("people:list.submit")}
        keep={[
          { name: "unit", value: query.unit },
          { name: "ngay", value: query.asOf === query.today ? null : query.asOf },
        ]}
      >
        <Field
          id="q"
          name="q"
          type="search"
          label={t("people:list.search")}
          hint={t("people:list.hint")}
          defaultValue={search}
        />
        <SelectField
          id="position"
          name="position"
          label={t("hr:filter.position")}
          defaultValue={query.position ?? ""}
          options={[{ value: "", label: t("hr:filter.any") }, ...view.positions]}
        />
      </FilterForm>
      <Section className="section" title={t("people:list.found", { count: view.total })} meta={t("people:list.order")}>
        {view.people.length === 0 && (
          <div className="section-s">
            <EmptyState title={t("people:list.none")}>
              <p>{t("people:list.noneText")}</p>
            </EmptyState>
          </div>
        )}
        <ChoosePeople offered={mayOrder && view.people.length > 0}>
          <Rows>
            {view.people.map((person) => (
              <Row
                key={person.person}
                lead={mayOrder && <ChoosePerson person={person.person} name={person.name} />}
                title={person.name}
                href={view.records ? recordAddress(`/people/${person.person}`, query) : `/people/${person.person}/slip`}
                meta={
                  person.formerly
                    ? `${person.post}, ${person.unit} · ${t("people:list.formerly", { name: person.formerly })}`
                    : `${person.post}, ${person.unit}`
                }
                cells={[person.staffCode]}
              />
            ))}
          </Rows>
        </ChoosePeople>
        <Pages page={page} count={pages} hrefOf={pageAddresses("/people", query, keep)} />
      </Section>
    </main>
  );
}

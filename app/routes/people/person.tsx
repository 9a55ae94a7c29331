import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AsOfProblemNote } from "~/components/as-of-problem";
import { LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { PageTitle } from "~/components/page-title";
import { PersonPosts } from "~/components/person-posts";
import { PersonRecord } from "~/components/person-record";
import { ReportDate } from "~/components/report-date";
import { recordAddress } from "~/domain/reporting/report-query";
import { languageOf } from "~/http/language.server";
import { notFound } from "~/http/refusals.server";
import { readReportQuery } from "~/http/report-query.server";
import { requirePower } from "~/http/viewer.server";
import { loadPersonRecord } from "~/models/people/person-record.server";
import { slipTarget } from "~/models/people/slip-target.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "see-people");
  const { query, dateProblem } = readReportQuery(request);
  const language = languageOf(request, viewer);
  const id = params.id ?? "";
  const record = await loadPersonRecord(viewer, id, query, language);
  if (!record) throw notFound();
  const maySlip = (await slipTarget(viewer, id, query.today, language)) !== null;
  return data(
    { title: `${record.name} · Cầu Nối`, query, dateProblem, record, maySlip },
    { status: dateProblem ? 400 : 200 },
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Person() {
  const { query, dateProblem, record, maySlip } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const unit = record.posts[0];
  return (
    <main id="main" className="wrap">
      <Crumbs
        items={[
          { label: t("people:list.title"), href: recordAddress("/people", query) },
          ...(unit?.unitId ? [{ label: unit.unit, href: recordAddress(`/units/${unit.unitId}`, query) }] : []),
          { label: record.name },
        ]}
      />
      <AsOfProblemNote problem={dateProblem} />
      <PageTitle
        title={record.name}
        lead={<PersonPosts posts={record.posts} />}
        meta={t("people:staffCode", { code: record.staffCode })}
        actions={
          <ReportDate query={{ ...query, unit: null, position: null, programme: null }} label={t("people:asOf")}>
            {maySlip && (
              <LinkButton href={`/people/${record.person}/slip`} variant="secondary" icon="lock">
                {t("people:slip.link")}
              </LinkButton>
            )}
          </ReportDate>
        }
      />
      <PersonRecord record={record} asOf={query.asOf} own={false} />
    </main>
  );
}

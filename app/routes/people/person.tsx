import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { AsOfProblemNote } from "~/components/as-of-problem";
import { LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { PageTitle } from "~/components/page-title";
import { PersonPosts } from "~/components/person-posts";
import { PersonRecord } from "~/components/person-record";
import { ReportDate } from "~/components/report-date";
import { Section } from "~/components/section";
import { MergedRecords, PersonActLinks } from "~/components/staffing/person-acts";
import { RecordedHistory } from "~/components/staffing/recorded-history";
import { STAFFING_DONE, StaffingToast } from "~/components/staffing/staffing-toast";
import { Toast } from "~/components/toast";
import { recordAddress } from "~/domain/reporting/report-query";
import { readDone } from "~/http/done.server";
import { languageOf } from "~/http/language.server";
import { notFound } from "~/http/refusals.server";
import { readReportQuery } from "~/http/report-query.server";
import { requirePower } from "~/http/viewer.server";
import { loadPersonFile } from "~/models/people/person-file.server";
import { loadPersonRecord } from "~/models/people/person-record.server";

/** What pages about a person have recorded, when they lead back here. */
const PERSON_DONE = ["renamed", "details", "absent", "returned", "merged", "unmerged"] as const;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "see-people");
  const { query, dateProblem } = readReportQuery(request);
  const language = languageOf(request, viewer);
  const id = params.id ?? "";
  const record = await loadPersonRecord(viewer, id, query, language);
  if (!record) throw notFound();
  const file = await loadPersonFile(viewer, record.person, query.today, language);
  const change = new URL(request.url).searchParams.get("change") ?? "";
  return data(
    {
      title: `${record.name} · Cầu Nối`,
      query,
      dateProblem,
      record,
      file: { ...file, history: file.history.filter(({ date }) => query.asOf === query.today || date <= query.asOf) },
      done: readDone(request, PERSON_DONE),
      staffed: readDone(request, STAFFING_DONE),
      change: /^\d{1,9}$/.test(change) ? Number(change) : null,
    },
    { status: dateProblem ? 400 : 200 },
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Person() {
  const { query, dateProblem, record, file, done, staffed, change } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const unit = record.posts[0];
  const here = recordAddress(`/people/${record.person}`, query);
  return (
    <main id="main" className="wrap">
      <Crumbs
        items={[
          { label: t("people:list.title"), href: recordAddress("/people", query) },
          ...(unit?.unitId ? [{ label: unit.unit, href: recordAddress(`/units/${unit.unitId}`, query) }] : []),
          { label: record.name },
        ]}
      />
      {done && (
        <Toast tone="ok" closeHref={here}>
          {t(`staffing:person.done.${done}`)}{" "}
          {change !== null && <Anchor href={`/people/changes/${change}/undo`}>{t("staffing:undo.link")}</Anchor>}
        </Toast>
      )}
      <StaffingToast done={staffed} change={change} href={here} />
      <AsOfProblemNote problem={dateProblem} />
      <PageTitle
        title={record.name}
        lead={<PersonPosts posts={record.posts} />}
        meta={t("people:staffCode", { code: record.staffCode })}
        actions={
          <ReportDate query={{ ...query, unit: null, position: null, programme: null }} label={t("people:asOf")}>
            {file.acts.slip && (
              <LinkButton href={`/people/${record.person}/slip`} variant="secondary" icon="lock">
                {t("people:slip.link")}
              </LinkButton>
            )}
          </ReportDate>
        }
      />
      <PersonActLinks person={record.person} acts={file.acts} />
      <div className="section-s">
        <PersonRecord
          record={record}
          asOf={query.asOf}
          own={false}
          competencyHref={recordAddress(`/people/${record.person}/competency`, query)}
        />
      </div>
      <MergedRecords person={record.person} records={file.merged} mayPart={file.acts.change} />
      <Section className="section" title={t("staffing:person.facts")} meta={t("staffing:person.factsMeta")}>
        <RecordedHistory facts={file.history} />
      </Section>
      {query.asOf === query.today && (
        <p className="section-s">
          <Anchor href={`/people/${record.person}/viewers`}>{t("permissions:seen.link")}</Anchor>
        </p>
      )}
    </main>
  );
}

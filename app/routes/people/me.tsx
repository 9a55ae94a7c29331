import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { AsOfProblemNote } from "~/components/as-of-problem";
import { PageTitle } from "~/components/page-title";
import { PersonPosts } from "~/components/person-posts";
import { PersonRecord } from "~/components/person-record";
import { ReportDate } from "~/components/report-date";
import { Section } from "~/components/section";
import { AbsenceRows } from "~/components/staffing/absence-rows";
import { recordAddress } from "~/domain/reporting/report-query";
import { showCivilDate } from "~/domain/time/civil-date";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { readReportQuery } from "~/http/report-query.server";
import { requireViewer } from "~/http/viewer.server";
import { loadOwnFile } from "~/models/people/own-file.server";
import { loadOwnRecord } from "~/models/people/person-record.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const { query, dateProblem } = readReportQuery(request);
  const record = await loadOwnRecord(viewer, query, languageOf(request, viewer));
  const own = await loadOwnFile(viewer, query.today, languageOf(request, viewer));
  const title = await pageTitle(request, context, "people:me.title");
  return data({ title, query, dateProblem, record, own }, { status: dateProblem ? 400 : 200 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Me() {
  const { query, dateProblem, record, own } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <main id="main" className="wrap">
      <AsOfProblemNote problem={dateProblem} />
      <PageTitle
        title={record.name}
        kicker={t("people:me.title")}
        lead={<PersonPosts posts={record.posts} />}
        meta={t("people:staffCode", { code: record.staffCode })}
        actions={
          <ReportDate query={{ ...query, unit: null, position: null, programme: null }} label={t("people:asOf")} />
        }
      />
      {own.handovers.map((each) => (
        <p key={each.handover} className="section-s">
          <Anchor className="tap" href={`/handovers/${each.handover}`}>
            {t("people:handover", { position: each.position, unit: each.unit, date: showCivilDate(each.on) })}
          </Anchor>
        </p>
      ))}
      <PersonRecord record={record} asOf={query.asOf} own competencyHref={recordAddress("/competency", query)} />
      {own.absences.length > 0 && (
        <Section className="section" title={t("people:absence.title")} meta={t("people:absence.meta")}>
          <AbsenceRows absences={own.absences} />
        </Section>
      )}
      <p className="section-s row">
        <Anchor className="tap" href="/log">
          {t("competency:log.title")}
        </Anchor>
        <Anchor className="tap" href="/proofs">
          {t("proofs:list.title")}
        </Anchor>
        <Anchor className="tap" href="/requests">
          {t("people:me.requests")}
        </Anchor>
        <Anchor className="tap" href={`/people/${record.person}/viewers`}>
          {t("permissions:seen.link")}
        </Anchor>
      </p>
    </main>
  );
}

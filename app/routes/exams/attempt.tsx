import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Crumbs } from "~/components/crumbs";
import { AttemptActs } from "~/components/exams/attempt-acts";
import { AttemptHistory } from "~/components/exams/attempt-history";
import { AttemptLog, useInstant } from "~/components/exams/attempt-log";
import { useSeconds } from "~/components/exams/page-times";
import { Facts } from "~/components/facts";
import { PageTitle } from "~/components/page-title";
import { Section } from "~/components/section";
import { Toast } from "~/components/toast";
import { now } from "~/config/clock.server";
import { ATTEMPT_DONE } from "~/domain/assessment/attempt-acts";
import { hasPower } from "~/domain/permissions/viewer";
import { readDone } from "~/http/done.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { loadAttemptRecord } from "~/models/assessment/attempt-record.server";
import { lateAnswers } from "~/models/assessment/late-answers.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "see-attempts");
  const language = languageOf(request, viewer);
  const id = params.id ?? "";
  const record = await loadAttemptRecord(viewer, id, now(), language);
  if (!record) throw notFound();
  // null where the viewer does not manage exams for this person
  const late = hasPower(viewer, "manage-exams") ? await lateAnswers(viewer, id, now(), language) : null;
  return {
    title: await pageTitle(request, context, "statistics:attempt.title"),
    record,
    late: late?.filter(({ decided }) => decided === null).length ?? 0,
    may: late !== null,
    done: readDone(request, ATTEMPT_DONE),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Attempt() {
  const { record, late, may, done } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const instant = useInstant();
  const seconds = useSeconds();
  const { person } = record;
  return (
    <main id="main" className="wrap flow-l">
      <div>
        <Crumbs
          items={[
            { label: t("exams:list.title"), href: "/exams" },
            { label: record.course, href: `/exams/${record.courseSlug}` },
            { label: t("exams:attempt.of", { name: person.name, number: record.number }) },
          ]}
        />
        {done && (
          <Toast tone="ok" closeHref={`/exams/attempts/${record.id}`}>
            {t(`exams:done.${done}`)}
          </Toast>
        )}
        <PageTitle
          title={t("exams:attempt.of", { name: person.name, number: record.number })}
          lead={t(`statistics:attempt.${record.void ? "void" : record.running ? "running" : "ended"}`, {
            course: record.course,
            started: instant(record.startedAt),
            ended: instant(record.endedAt ?? record.deadlineAt),
          })}
          meta={[`${person.name} (${person.staffCode})`, person.place].filter(Boolean).join(", ")}
        />
      </div>
      <AttemptActs id={record.id} open={record.running} void={record.void} may={may} late={late} />
      <AttemptHistory results={record.results} acts={record.acts} />
      {record.stays.length > 0 && (
        <Section title={t("statistics:attempt.time")}>
          <Facts
            items={record.stays.map((stay) => ({
              term: t("statistics:time.pageNumber", { page: stay.page }),
              value: seconds(stay.seconds),
            }))}
          />
        </Section>
      )}
      <AttemptLog log={record.log} devices={record.devices} months={record.months} />
    </main>
  );
}

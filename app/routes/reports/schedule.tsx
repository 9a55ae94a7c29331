import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { Badge } from "~/components/badge";
import { LinkButton } from "~/components/button";
import { CivilDate } from "~/components/civil-date";
import { Crumbs } from "~/components/crumbs";
import { Facts } from "~/components/facts";
import { PageTitle } from "~/components/page-title";
import { Section } from "~/components/section";
import { Table } from "~/components/table";
import { Toast } from "~/components/toast";
import { today } from "~/config/clock.server";
import { civilDateOf, showCivilDate, showTime } from "~/domain/time/civil-date";
import { readDone } from "~/http/done.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { scheduleOf } from "~/models/schedules/schedules-of.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const schedule = await scheduleOf(viewer, params.id ?? "", today());
  if (!schedule) throw notFound();
  const title = await pageTitle(request, context, "exports:schedules.title");
  return { title, schedule, done: readDone(request, ["set"]) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Schedule() {
  const { schedule, done } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { name, report, address, recipient, setBy, period, format, since, next, sendings } = schedule;
  return (
    <main id="main" className="narrow">
      <Crumbs items={[{ label: t("exports:schedules.title"), href: "/reports/schedules" }, { label: name }]} />
      {done && (
        <Toast tone="ok" closeHref={`/reports/schedules/${schedule.schedule}`}>
          {t("exports:schedules.set")}
        </Toast>
      )}
      <PageTitle
        title={name}
        lead={next ? t("exports:schedules.leadNext", { date: showCivilDate(next) }) : t("exports:schedules.over")}
      />
      <Facts
        items={[
          {
            term: t("exports:schedules.report"),
            value: (
              <Anchor href={address}>
                {report ? t(`exports:schedules.kind.${report}`) : t("exports:about.report")}
              </Anchor>
            ),
          },
          { term: t("exports:schedules.recipient"), value: recipient },
          { term: t("exports:schedules.periodLabel"), value: t(`exports:schedules.period.${period}`) },
          { term: t("exports:schedules.formatLabel"), value: t(`exports:schedules.format.${format}`) },
          {
            term: t("exports:schedules.setBy"),
            value: (
              <>
                {setBy}, <CivilDate date={since} />
              </>
            ),
          },
        ]}
      />
      <Section title={t("exports:schedules.history")} className="section-s">
        {sendings.length === 0 ? (
          <p>{t("exports:schedules.noHistory")}</p>
        ) : (
          <Table
            caption={t("exports:schedules.history")}
            columns={[
              { key: "due", label: t("exports:schedules.dueOn") },
              { key: "outcome", label: t("exports:schedules.result") },
              { key: "people", label: t("exports:about.count"), num: true },
              { key: "at", label: t("exports:schedules.doneAt") },
            ]}
            rows={sendings.map((each) => ({
              key: each.dueOn,
              cells: [
                <CivilDate key="due" date={each.dueOn} />,
                <Badge key="outcome" tone={each.outcome === "sent" ? "ok" : "info"}>
                  {t(`exports:schedules.outcome.${each.outcome}`)}
                </Badge>,
                each.people,
                `${showTime(each.at)} ${showCivilDate(civilDateOf(each.at))}`,
              ],
            }))}
          />
        )}
      </Section>
      {next && (
        <p className="section-s">
          <LinkButton href={`/reports/schedules/${schedule.schedule}/end`} variant="secondary">
            {t("exports:schedules.end")}
          </LinkButton>
        </p>
      )}
    </main>
  );
}

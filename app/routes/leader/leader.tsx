import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { Badge } from "~/components/badge";
import { LinkButton } from "~/components/button";
import { CivilDate } from "~/components/civil-date";
import { FocalBadge, FocalWords } from "~/components/focal-rows";
import { LeaderTasks } from "~/components/leader-tasks";
import { PageTitle } from "~/components/page-title";
import { Panel } from "~/components/panel";
import { Row, Rows } from "~/components/rows";
import { Section } from "~/components/section";
import { TurnoverSection } from "~/components/turnover-section";
import { VacancyRows } from "~/components/vacancy-rows";
import { today } from "~/config/clock.server";
import type { LeaderTask } from "~/domain/reporting/leader-tasks";
import { reportAddress } from "~/domain/reporting/report-query";
import { showCivilDate } from "~/domain/time/civil-date";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { readReportQuery } from "~/http/report-query.server";
import { requirePower } from "~/http/viewer.server";
import { loadLeaderPage } from "~/models/leader/leader-page.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "see-people");
  const { query } = readReportQuery(request);
  const view = await loadLeaderPage(viewer, query.unit, today(), languageOf(request, viewer));
  if (!view) throw notFound();
  const asked = { ...query, asOf: query.today, unit: view.unit, position: null, programme: null };
  return { title: await pageTitle(request, context, "leader:title", { unit: view.name }), query: asked, view };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const SHOWN = 6;

export default function Leader() {
  const { query, view } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { report, tasks, gaps, handovers } = view;
  const address = (path: string, change?: Record<string, string | null>) => reportAddress(path, query, change);
  const personHref = (person: string) => `/people/${person}`;
  const places: Record<LeaderTask["kind"], string> = {
    requests: "/requests/inbox",
    practice: "/log/queue",
    focal: `/focal/${view.unit}`,
    overdue: "#overdue",
    vacancies: "#vacancies",
    handovers: "#handovers",
    lastCertified: "#turnover",
    restless: "#turnover",
  };
  return (
    <main id="main" className="wrap">
      <PageTitle
        kicker={t(view.leads ? "leader:kicker" : "leader:kickerOther")}
        title={view.name}
        lead={t("hr:unit.lead", { count: report.people, short: report.short, open: report.open })}
        meta={
          <>
            {report.collaborators.length > 0 &&
              `${t("leader:collaborators", { count: report.collaborators.length + report.hiddenCollaborators })} `}
            {t("leader:date")} <CivilDate date={query.today} />.
          </>
        }
        actions={
          <LinkButton href={`/units/${view.unit}`} variant="secondary">
            {t("leader:unitPage")}
          </LinkButton>
        }
      >
        {view.others.map(({ unit, name }) => (
          <Anchor key={unit} className="tap" href={`/leader?unit=${unit}`}>
            {name}
          </Anchor>
        ))}
      </PageTitle>
      <Panel strong title={tasks.length === 0 ? t("leader:calm") : t("leader:today", { count: tasks.length })}>
        {tasks.length === 0 ? (
          <p>{t("leader:calmText")}</p>
        ) : (
          <LeaderTasks tasks={tasks} hrefOf={({ kind }) => places[kind]} />
        )}
      </Panel>
      <div className="split-3-2 section">
        <div className="flow-l">
          <Section id="overdue" title={t("hr:overdue.title")}>
            {report.overdue.length === 0 && <p className="section-s">{t("hr:overdue.none")}</p>}
            <Rows>
              {report.overdue.slice(0, SHOWN).map((row) => (
                <Row
                  key={`${row.person} ${row.programme}`}
                  title={row.name}
                  href={personHref(row.person)}
                  meta={`${row.programme}. ${row.position}, ${row.unit}`}
                  end={
                    <Badge tone="bad" icon="clock">
                      {row.due ? t("leader:due", { date: showCivilDate(row.due) }) : t(`hr:state.${row.state}`)}
                    </Badge>
                  }
                />
              ))}
            </Rows>
            <p>
              <Anchor className="tap" href={address("/hr/certification")}>
                {t("hr:overdue.list")}
              </Anchor>
            </p>
          </Section>
          <Section id="vacancies" title={t("hr:vacancies.title")} meta={t("hr:vacancies.meta")}>
            <VacancyRows vacancies={report.vacancies.slice(0, SHOWN)} />
            {report.vacancies.length > SHOWN && (
              <p>
                <Anchor className="tap" href={`/units/${view.unit}`}>
                  {t("leader:moreVacancies", { count: report.vacancies.length + report.hiddenVacancies })}
                </Anchor>
              </p>
            )}
          </Section>
        </div>
        <div className="flow-l">
          <Section title={t("leader:gaps")} meta={t("leader:gapsMeta")}>
            {gaps.length === 0 && <p className="section-s">{t("leader:noGaps")}</p>}
            <Rows>
              {gaps.map((gap) => (
                <Row
                  key={`${gap.competency} ${gap.level}`}
                  title={gap.title}
                  href={address("/hr/cell", { competency: gap.competency, level: gap.level })}
                  meta={`${t(`hr:level.${gap.level}`)}: ${t("leader:gapOf", { count: gap.missing, required: gap.required })}`}
                />
              ))}
            </Rows>
          </Section>
          {report.focal && (
            <Section title={t("hr:focal.title")}>
              <p className="row section-s">
                <FocalBadge state={report.focal.state} />{" "}
                <span>
                  <FocalWords place={report.focal} />
                </span>
              </p>
            </Section>
          )}
          {handovers.length > 0 && (
            <Section id="handovers" title={t("leader:handovers")}>
              <Rows>
                {handovers.map(({ handover, position, unit, outgoing, incoming, on, state }) => (
                  <Row
                    key={handover}
                    title={outgoing ? t("leader:fromTo", { outgoing, incoming }) : incoming}
                    href={`/handovers/${handover}`}
                    meta={
                      <>
                        {position}, {unit}, <CivilDate date={on} />
                      </>
                    }
                    end={
                      <Badge tone="warn" icon="clock">
                        {t("leader:itemsLeft", { count: Math.max(state.left.outgoing, state.left.incoming) })}
                      </Badge>
                    }
                  />
                ))}
              </Rows>
            </Section>
          )}
        </div>
      </div>
      <div id="turnover">
        <TurnoverSection turnover={report.turnover} personHref={personHref} />
      </div>
    </main>
  );
}

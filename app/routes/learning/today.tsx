import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { Badge } from "~/components/badge";
import { Bridge } from "~/components/bridge";
import { LinkButton } from "~/components/button";
import { CivilDate } from "~/components/civil-date";
import { DutyBadge } from "~/components/duty-badge";
import { EmptyState } from "~/components/empty-state";
import { EndedDuties } from "~/components/ended-duties";
import { Item } from "~/components/item";
import { PageTitle } from "~/components/page-title";
import { Panel } from "~/components/panel";
import { ReminderRows } from "~/components/reminder-rows";
import { Row, Rows } from "~/components/rows";
import { Section } from "~/components/section";
import { SpanBar } from "~/components/span-bar";
import { Why } from "~/components/why";
import { now, today } from "~/config/clock.server";
import { civilDateOf, showCivilDate, showTime } from "~/domain/time/civil-date";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { requireViewer } from "~/http/viewer.server";
import { todayOf } from "~/models/enrolment/today.server";
import { remindersOf } from "~/models/reminders/reminders-of.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const language = languageOf(request, viewer);
  const { holdsCertificates, ...view } = await todayOf(viewer, language, now());
  return {
    title: await pageTitle(request, context, "common:nav.today"),
    ...view,
    reminders: holdsCertificates ? await remindersOf(viewer, today(), language, "holder") : [],
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Today() {
  const { fullName, date, weekday, posts, next, due, expiring, done, ended, reminders } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <main id="main" className="wrap">
      <PageTitle
        title={t("learning:today.greeting", { name: fullName })}
        meta={
          <>
            {t(`learning:weekday.${weekday}`)}, <CivilDate date={date} />
            {posts.map((post) => (
              <span key={post}> · {post}</span>
            ))}
          </>
        }
      />
      {next ? (
        <Panel
          strong
          kicker={t("learning:today.next")}
          title={
            next.lesson
              ? t("learning:today.lesson", next.lesson)
              : t(`learning:today.${next.exam}`, { course: next.course })
          }
          aside={next.why && <WhyThis why={next.why} />}
        >
          <p>
            {next.lesson
              ? t("learning:today.lessonOf", { course: next.course, minutes: next.lesson.minutes })
              : t(`learning:today.${next.exam}Text`, { minutes: next.examMinutes, questions: next.examQuestions })}
          </p>
          <Bridge steps={next.steps}>
            {t("learning:progress", next.progress)}
            {next.dueDate && (
              <>
                {" · "}
                {t("learning:due")} <CivilDate date={next.dueDate} />
                {next.daysLeft !== null &&
                  next.daysLeft >= 0 &&
                  `, ${t("learning:daysLeft", { count: next.daysLeft })}`}
              </>
            )}
          </Bridge>
          <p>
            <LinkButton href={next.href} iconAfter="right" stretch>
              {next.lesson
                ? t(next.progress.done === 0 ? "learning:today.beginLesson" : "learning:today.goOnLesson", next.lesson)
                : t(`learning:today.${next.exam}Button`)}
            </LinkButton>
          </p>
        </Panel>
      ) : (
        <EmptyState title={t("learning:today.nothing")} level={2}>
          <p>{t("learning:today.nothingText")}</p>
        </EmptyState>
      )}
      {reminders.length > 0 && (
        <Section title={t("learning:reminders.title")} className="section">
          <ReminderRows reminders={reminders} />
          <p>
            <Anchor className="tap" href="/reminders">
              {t("learning:reminders.link")}
            </Anchor>
          </p>
        </Section>
      )}
      <div className="grid-2 section">
        <Section title={t("learning:today.due")} meta={t("learning:today.dueCount", { count: due.length })}>
          {due.length === 0 && <p className="section-s">{t("learning:today.noneDue")}</p>}
          <Rows>
            {due.map((duty) => (
              <Row
                key={duty.href}
                title={duty.course}
                href={duty.href}
                meta={
                  <>
                    {duty.state === "paused" ? (
                      t("learning:paused")
                    ) : (
                      <>
                        {t("learning:due")} <CivilDate date={duty.due} />
                        {duty.later && `, ${t(`learning:later.${duty.later}`)}`}
                      </>
                    )}{" "}
                    ·{" "}
                    {duty.examFrom
                      ? t("learning:left.wait", {
                          time: showTime(duty.examFrom),
                          date: showCivilDate(civilDateOf(duty.examFrom)),
                        })
                      : t(`learning:left.${duty.move ?? duty.examStop ?? "none"}`, { count: duty.lessonsLeft })}
                    <br />
                    {duty.reason}
                  </>
                }
                end={<DutyBadge state={duty.state} daysLeft={duty.daysLeft} />}
              />
            ))}
          </Rows>
          <EndedDuties ended={ended} />
        </Section>
        <Section title={t("learning:today.expiring")}>
          {expiring.length === 0 && <p className="section-s">{t("learning:today.noneExpiring")}</p>}
          {expiring.map((certificate) => (
            <Item key={certificate.href} title={certificate.programme} href={certificate.href}>
              <SpanBar from={certificate.issuedOn} lastDay={certificate.lastDay} asOf={date} tone="warn" />
              <p>
                <Badge tone="warn">{t("learning:daysLeft", { count: certificate.daysLeft })}</Badge>
              </p>
              <p>
                <LinkButton href={certificate.renewHref} variant="secondary" stretch>
                  {t("learning:today.renew")}
                </LinkButton>
              </p>
            </Item>
          ))}
        </Section>
        <Section title={t("learning:today.done")} meta={t("learning:today.doneCount", { count: done.length })}>
          {done.length === 0 && <p className="section-s">{t("learning:today.noneDone")}</p>}
          <Rows>
            {done.map((course) => (
              <Row
                key={course.href}
                title={course.course}
                href={course.href}
                meta={
                  <>
                    {t("learning:today.doneOn")} <CivilDate date={course.on} />
                  </>
                }
                end={
                  course.score ? (
                    <Badge tone="ok">{t("learning:today.passed", course.score)}</Badge>
                  ) : (
                    <Badge tone="ok">{t("learning:today.learned")}</Badge>
                  )
                }
              />
            ))}
          </Rows>
          <p>
            <Anchor className="tap" href="/courses">
              {t("learning:today.browse")}
            </Anchor>
          </p>
        </Section>
      </div>
    </main>
  );
}

function WhyThis({
  why,
}: {
  why: NonNullable<NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["next"]>["why"]>;
}) {
  const { t } = useTranslation();
  return (
    <Why
      title={t("learning:why.title")}
      items={[
        { term: t("learning:why.because"), value: why.reason },
        { term: t("learning:why.rule"), value: why.rule },
        {
          term: t("learning:why.issuer"),
          value: why.since
            ? `${why.issuer} ${t("learning:why.since", { date: showCivilDate(why.since) })}`
            : why.issuer,
        },
      ]}
    />
  );
}

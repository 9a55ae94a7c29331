import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { Bridge } from "~/components/bridge";
import { LinkButton } from "~/components/button";
import { CivilDate } from "~/components/civil-date";
import { Crumbs } from "~/components/crumbs";
import { DutyBadge } from "~/components/duty-badge";
import { ExamDoor } from "~/components/exam-door";
import { Facts } from "~/components/facts";
import { PageTitle } from "~/components/page-title";
import { Section } from "~/components/section";
import { Steps } from "~/components/steps";
import { CourseTasks } from "~/components/tasks/course-tasks";
import { Why } from "~/components/why";
import { now } from "~/config/clock.server";
import { languageOf } from "~/http/language.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { coursePage } from "~/models/enrolment/course-pages.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const page = await coursePage(viewer, params.slug ?? "", languageOf(request, viewer), now());
  if (!page) throw notFound();
  return page;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Cầu Nối` }];

export default function Course() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { slug, duty, lessons, nextLesson, exam, why } = page;
  const next = lessons.find(({ key }) => key === nextLesson);
  return (
    <main id="main" className="wrap">
      <Crumbs items={[{ label: t("common:nav.courses"), href: "/courses" }, { label: page.title }]} />
      <PageTitle title={page.title} lead={page.summary}>
        {duty && (
          <p className="row">
            <DutyBadge state={duty.state} daysLeft={duty.daysLeft} />
            <span className="meta">
              {t("learning:due")} <CivilDate date={duty.due} />
            </span>
            {(duty.state === "open" || duty.state === "overdue") && (
              <Anchor href={`/requests/new?kind=extend&about=${duty.programme}`}>{t("requests:kind.extend")}</Anchor>
            )}
          </p>
        )}
      </PageTitle>
      <div className="split-3-2">
        <div className="flow-l">
          <Section title={t("learning:course.lessons")} meta={t("learning:courses.minutes", { count: page.minutes })}>
            <Bridge steps={page.steps}>{t("learning:progress", page.progress)}</Bridge>
            <Steps
              items={lessons.map((lesson) => ({
                key: lesson.key,
                state: lesson.done ? "done" : lesson.key === nextLesson ? "now" : "todo",
                title: <a href={`/courses/${slug}/lessons/${lesson.key}`}>{lesson.title}</a>,
                meta: [
                  t("learning:course.lessonMeta", { number: lesson.number, count: lesson.minutes }),
                  lesson.known && t("learning:course.known"),
                ]
                  .filter(Boolean)
                  .join(", "),
              }))}
            />
            {next && (
              <p className="section-s">
                <LinkButton href={`/courses/${slug}/lessons/${next.key}`} iconAfter="right" stretch>
                  {t(page.progress.done === 0 ? "learning:today.beginLesson" : "learning:today.goOnLesson", next)}
                </LinkButton>
              </p>
            )}
          </Section>
          {page.practice > 0 && (
            <Section title={t("learning:course.practice")}>
              <p className="section-s">{t("learning:course.practiceText", { count: page.practice })}</p>
              <p className="section-s">
                <LinkButton href={`/practice/courses/${slug}`} variant="secondary" stretch>
                  {t("learning:course.toPractice")}
                </LinkButton>
              </p>
            </Section>
          )}
          <CourseTasks course={slug} tasks={page.tasks} begun={page.begun} />
          <Section title={t("learning:course.exam")}>
            <ExamDoor
              slug={slug}
              exam={exam}
              lessonsLeft={page.progress.total - page.progress.done}
              openAttempt={page.openAttempt}
            />
          </Section>
        </div>
        <div className="flow-l">
          {why && (
            <Why
              title={t("learning:why.title")}
              items={[
                { term: t("learning:why.because"), value: why.reason },
                { term: t("learning:why.rule"), value: why.rule },
                { term: t("learning:why.issuer"), value: why.issuer },
              ]}
            />
          )}
          <Section title={t("learning:course.about")} small>
            <Facts
              items={[
                { term: t("learning:course.audience"), value: page.audience },
                { term: t("learning:course.version"), value: page.version },
                { term: t("learning:course.review"), value: <CivilDate date={page.reviewBy} /> },
              ]}
            />
          </Section>
        </div>
      </div>
    </main>
  );
}

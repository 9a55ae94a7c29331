import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActivityFrame } from "~/components/activity-frame";
import { Button, LinkButton } from "~/components/button";
import { Citations } from "~/components/citations";
import { Crumbs } from "~/components/crumbs";
import { PageTitle } from "~/components/page-title";
import { Pager } from "~/components/pager";
import { Prose } from "~/components/prose";
import { Toc } from "~/components/toc";
import { now } from "~/config/clock.server";
import { languageOf } from "~/http/language.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { completeLesson } from "~/models/enrolment/complete-lesson.server";
import { courseOf } from "~/models/enrolment/learning.server";
import { lessonPage } from "~/models/enrolment/lesson-page.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const language = languageOf(request, viewer);
  const page = await lessonPage(viewer, params.slug ?? "", params.key ?? "", language, now());
  if (!page) throw notFound();
  return { ...page, language };
}

/** "Done": recorded, then on to the next lesson, or to the exam after the last. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const at = now();
  const found = await courseOf(viewer, params.slug ?? "", at);
  const lessons = found?.course.version.lessons ?? [];
  const place = lessons.findIndex(({ key }) => key === params.key);
  const lesson = lessons[place];
  if (!found || !lesson) throw notFound();
  await completeLesson(viewer, found.course.version, lesson.id, at);
  const following = lessons[place + 1];
  if (following) return redirect(`/courses/${params.slug}/lessons/${following.key}`);
  return redirect(`/courses/${params.slug}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Cầu Nối` }];

export default function Lesson() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { course, lessons, activity, previous, following } = page;
  const base = `/courses/${course.slug}`;
  return (
    <main id="main" className="wrap">
      <div className="aside-split aside-read">
        <article className="flow-l">
          <div>
            <Crumbs
              items={[
                { label: t("common:nav.courses"), href: "/courses" },
                { label: course.title, href: base },
                { label: t("learning:lesson.number", { number: page.number }) },
              ]}
            />
            <PageTitle
              kicker={t("learning:lesson.kicker", {
                number: page.number,
                total: lessons.length,
                minutes: page.minutes,
              })}
              title={page.title}
              lead={page.goal}
            >
              <p className="only-narrow">
                <a className="tap" href="#contents">
                  {t("learning:lesson.contents")}
                </a>
              </p>
            </PageTitle>
            <Prose html={page.html} lang={page.language} />
          </div>
          {activity && (
            <ActivityFrame
              key={activity.packageHash}
              activity={{
                id: activity.id,
                title: activity.title,
                packageHash: activity.packageHash,
                language: page.language,
              }}
              state={activity.state}
              saveTo={`/activities/${activity.id}/practice`}
            />
          )}
          <Citations citations={page.citations} />
          <Form method="post">
            <Pager
              forward={
                <Button iconAfter="right">
                  {following
                    ? t(page.done ? "learning:lesson.onward" : "learning:lesson.doneNext", { number: following.number })
                    : t("learning:lesson.doneLast")}
                </Button>
              }
              back={
                previous && (
                  <LinkButton href={`${base}/lessons/${previous.key}`} variant="secondary" icon="left">
                    {t("learning:lesson.number", { number: previous.number })}
                  </LinkButton>
                )
              }
            />
          </Form>
        </article>
        <Toc
          id="contents"
          title={course.title}
          meta={t("learning:progress", course.progress)}
          steps={course.steps}
          items={[
            ...lessons.map((lesson) => ({
              key: lesson.key,
              title: lesson.title,
              number: lesson.number,
              href: `${base}/lessons/${lesson.key}`,
              done: lesson.done,
              current: lesson.key === page.key,
            })),
            {
              key: "exam",
              title: t("learning:course.exam"),
              href: course.progress.done === course.progress.total ? `${base}/exam` : undefined,
              number: undefined,
              note:
                course.progress.done === course.progress.total
                  ? undefined
                  : t("learning:lesson.examOpens", { count: course.progress.total }),
            },
          ]}
        />
      </div>
    </main>
  );
}

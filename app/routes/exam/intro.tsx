import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/badge";
import { Button, LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { Facts } from "~/components/facts";
import { Note } from "~/components/note";
import { PageTitle } from "~/components/page-title";
import { Row, Rows } from "~/components/rows";
import { Section } from "~/components/section";
import { now } from "~/config/clock.server";
import { civilDateOf, showCivilDate, showTime } from "~/domain/time/civil-date";
import { languageOf } from "~/http/language.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { attemptsOf } from "~/models/assessment/attempts-of.server";
import { startAttempt } from "~/models/assessment/start-attempt.server";
import { courseOf } from "~/models/enrolment/learning.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const slug = params.slug ?? "";
  const language = languageOf(request, viewer);
  if (!viewer.serving) throw notFound();
  const attempts = await attemptsOf(viewer, slug, now());
  if (!attempts) {
    // whoever has begun no lesson learns first
    throw (await courseOf(viewer, slug, now())) ? redirect(`/courses/${slug}`) : notFound();
  }
  const { title, ...exam } = attempts.exam;
  return {
    slug,
    course: attempts.courseTitle[language],
    title: title[language],
    exam,
    lessonsLeft: attempts.lessonsLeft,
    open: attempts.open,
    next: attempts.next,
    ended: attempts.ended,
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const started = await startAttempt(viewer, params.slug ?? "", now());
  if (!started) throw notFound();
  // whatever stands in the way is said on the page before the exam
  return redirect(started.ok ? `/attempts/${started.publicId}` : `/courses/${params.slug}/exam`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Cầu Nối` }];

export default function ExamIntro() {
  const { slug, course, title, exam, lessonsLeft, open, next, ended } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const reason = next.may ? null : next.reason;
  return (
    <main id="main" className="narrow flow-l">
      <div>
        <Crumbs
          items={[
            { label: t("common:nav.courses"), href: "/courses" },
            { label: course, href: `/courses/${slug}` },
            { label: t("learning:course.exam") },
          ]}
        />
        <PageTitle title={title} lead={t("exam:intro.lead", { count: exam.items, minutes: exam.minutes })} />
        <Facts
          items={[
            { term: t("exam:intro.pass"), value: t("exam:intro.passValue", { percent: exam.passPercent }) },
            { term: t("exam:intro.attempts"), value: t("exam:intro.attemptsValue", { count: exam.attempts }) },
            { term: t("exam:intro.cooldown"), value: t("exam:intro.hours", { count: exam.cooldownHours }) },
          ]}
        />
      </div>
      <Note title={t("exam:intro.rulesTitle")} icon="clock">
        <p>{t("exam:intro.clock")}</p>
        <p>{t("exam:intro.saved")}</p>
        <p>{t("exam:intro.paper")}</p>
      </Note>
      {open ? (
        <p>
          <LinkButton href={`/attempts/${open}`} iconAfter="right" stretch>
            {t("exam:intro.goOn")}
          </LinkButton>
        </p>
      ) : lessonsLeft > 0 ? (
        <Note tone="info" title={t("exam:intro.lessonsTitle")} icon="book">
          <p>{t("exam:intro.lessons", { count: lessonsLeft })}</p>
          <p>
            <LinkButton href={`/courses/${slug}`} variant="secondary">
              {t("exam:intro.toLessons")}
            </LinkButton>
          </p>
        </Note>
      ) : next.may ? (
        <Form method="post">
          <Button iconAfter="right" stretch>
            {t("exam:intro.start")}
          </Button>
        </Form>
      ) : reason?.code === "cooling-down" ? (
        <Note tone="warn" title={t("exam:intro.waitTitle")} icon="clock">
          <p>
            {t("exam:intro.wait", {
              time: showTime(reason.until),
              date: showCivilDate(civilDateOf(reason.until)),
              count: reason.attemptsLeft,
            })}
          </p>
        </Note>
      ) : reason?.code === "none-left" ? (
        <Note tone="bad" title={t("exam:intro.noneTitle")} icon="alert">
          <p>{t("exam:intro.none")}</p>
        </Note>
      ) : (
        <Note tone="ok" title={t("exam:intro.passedTitle")} icon="check">
          <p>
            <a href="/certificates">{t("exam:intro.toCertificates")}</a>
          </p>
        </Note>
      )}
      {ended.length > 0 && (
        <Section title={t("exam:intro.history")}>
          <Rows>
            {ended.map((attempt) => (
              <Row
                key={attempt.publicId}
                title={t("exam:intro.attempt", { number: attempt.number })}
                href={`/attempts/${attempt.publicId}/result`}
                meta={`${showTime(attempt.endedAt)}, ${showCivilDate(civilDateOf(attempt.endedAt))}`}
                cells={[
                  t("exam:intro.score", { score: attempt.score, max: attempt.maxScore, percent: attempt.percent }),
                ]}
                end={
                  attempt.passed ? (
                    <Badge tone="ok">{t("exam:passed")}</Badge>
                  ) : (
                    <Badge tone="warn">{t("exam:failed")}</Badge>
                  )
                }
              />
            ))}
          </Rows>
        </Section>
      )}
    </main>
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { Badge } from "~/components/badge";
import { Button } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { EmptyState } from "~/components/empty-state";
import { ErrorSummary } from "~/components/error-summary";
import { PageTitle } from "~/components/page-title";
import { Row, Rows } from "~/components/rows";
import { Section } from "~/components/section";
import { now } from "~/config/clock.server";
import { PRACTICE_KINDS, PRACTICE_LENGTH, type PracticeKind } from "~/domain/assessment/practice";
import { civilDateOf, showCivilDate, showTime } from "~/domain/time/civil-date";
import { languageOf } from "~/http/language.server";
import { badRequest, notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { practicePage } from "~/models/practice/practice-pages.server";
import { startPractice } from "~/models/practice/start-practice.server";
import { newPublicId } from "~/models/public-id.server";

const startForm = z.object({ kind: z.enum(PRACTICE_KINDS), once: z.string().max(40) });

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const page = await practicePage(viewer, params.slug ?? "", languageOf(request, viewer), now());
  if (!page) throw notFound();
  // each form begins a run of its own, once
  return { ...page, once: { practice: newPublicId(), weak: newPublicId(), "pre-test": newPublicId() } };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const form = startForm.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) throw badRequest();
  const started = await startPractice(viewer, params.slug ?? "", form.data, now());
  if (!started) throw notFound();
  if (started.ok) return redirect(`/practice/runs/${started.publicId}`);
  return data({ because: started.because }, 400);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Cầu Nối` }];

export default function PracticeCourse() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("practice");
  const { slug, title, questions, practised, weak, preTest, preTestToday, runs, once } = page;
  return (
    <main id="main" className="narrow flow-l">
      <div>
        <Crumbs
          items={[
            { label: t("common:nav.courses"), href: "/courses" },
            { label: title, href: `/courses/${slug}` },
            { label: t("course.crumb") },
          ]}
        />
        {answer && <ErrorSummary errors={[{ message: t(`refusal.${answer.because}`) }]} />}
        <PageTitle title={t("course.title", { course: title })} lead={t("course.lead")} />
      </div>
      {questions === 0 ? (
        <EmptyState title={t("course.none")} level={2}>
          <p>
            <a href={`/courses/${slug}`}>{t("course.toCourse")}</a>
          </p>
        </EmptyState>
      ) : (
        <>
          <Section title={t("course.practice.title")} meta={t("course.practised", { count: practised, of: questions })}>
            <p className="section-s">{t("course.practice.text", { count: Math.min(questions, PRACTICE_LENGTH) })}</p>
            <Start kind="practice" once={once.practice} primary>
              {t("course.practice.start", { count: Math.min(questions, PRACTICE_LENGTH) })}
            </Start>
          </Section>
          <Section title={t("course.weak.title")}>
            <p className="section-s">{weak > 0 ? t("course.weak.text", { count: weak }) : t("course.weak.none")}</p>
            {weak > 0 && (
              <Start kind="weak" once={once.weak}>
                {t("course.weak.start", { count: Math.min(weak, PRACTICE_LENGTH) })}
              </Start>
            )}
          </Section>
        </>
      )}
      {preTest && (
        <Section title={t("course.preTest.title")}>
          <p className="section-s">{t("course.preTest.text", { count: preTest.questions })}</p>
          <ul className="section-s">
            {preTest.lessons.map((lesson) => (
              <li key={lesson}>{lesson}</li>
            ))}
          </ul>
          {preTestToday ? (
            <p className="meta">{t("course.preTest.tomorrow")}</p>
          ) : (
            <Start kind="pre-test" once={once["pre-test"]}>
              {t("course.preTest.start", { count: preTest.questions })}
            </Start>
          )}
        </Section>
      )}
      {runs.length > 0 && (
        <Section title={t("course.runs")}>
          <Rows>
            {runs.map((run) => (
              <Row
                key={run.publicId}
                title={t(`kind.${run.kind}`)}
                href={`/practice/runs/${run.publicId}`}
                meta={`${showTime(run.startedAt)}, ${showCivilDate(civilDateOf(run.startedAt))}`}
                cells={[t("course.right", { count: run.right, of: run.questions })]}
                end={!run.ended && <Badge tone="info">{t("course.open")}</Badge>}
              />
            ))}
          </Rows>
        </Section>
      )}
    </main>
  );
}

function Start(props: { kind: PracticeKind; once: string; primary?: boolean; children: ReactNode }) {
  return (
    <Form method="post" className="section-s">
      <input type="hidden" name="kind" value={props.kind} />
      <input type="hidden" name="once" value={props.once} />
      <Button variant={props.primary ? "primary" : "secondary"} iconAfter="right" stretch>
        {props.children}
      </Button>
    </Form>
  );
}

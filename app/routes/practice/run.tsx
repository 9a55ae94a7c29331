import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { Button, LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { ErrorSummary } from "~/components/error-summary";
import { PageTitle } from "~/components/page-title";
import { Pager } from "~/components/pager";
import { PracticeEnd } from "~/components/practice/practice-end";
import { Figures } from "~/components/questions/figures";
import { questionLinks } from "~/components/questions/links";
import { QuestionFields } from "~/components/questions/question-fields";
import { QuestionReview } from "~/components/questions/question-review";
import { now } from "~/config/clock.server";
import { readAnswerFields } from "~/http/answer-fields.server";
import { languageOf } from "~/http/language.server";
import { badRequest, notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { answerPractice } from "~/models/practice/answer-practice.server";
import { runPage } from "~/models/practice/run-page.server";

export const links = questionLinks;

const itemNumber = z.coerce.number().int().min(1).max(1000).nullable().catch(null);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const asked = itemNumber.parse(new URL(request.url).searchParams.get("item"));
  const page = await runPage(viewer, params.id ?? "", asked, languageOf(request, viewer), now());
  if (!page) throw notFound();
  return page;
}

/** Takes the answer to one question and shows it with the right one; an answer that was given stands. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const form = await request.formData();
  const [answer] = readAnswerFields(form) ?? [];
  if (!answer) throw badRequest();
  const { item, value } = answer;
  const unknown = form.get("unknown") === "yes";
  const answered = await answerPractice(viewer, params.id ?? "", { item, value, unknown }, now());
  if (!answered) throw notFound();
  if (answered.ok) return redirect(`/practice/runs/${params.id}?item=${item}`);
  if (answered.because === "unknown-item") throw badRequest();
  const problem = answered.because === "text-too-long" || answered.because === "bad-text" ? answered.because : "empty";
  return data({ item, value, problem } as const, 400);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.course ?? ""} · Cầu Nối` }];

export default function PracticeRun() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation("practice");
  const crumbs = [
    { label: t("common:nav.courses"), href: "/courses" },
    { label: page.course, href: `/courses/${page.courseSlug}` },
    { label: t("course.crumb"), href: `/practice/courses/${page.courseSlug}` },
    { label: t(`kind.${page.kind}`) },
  ];
  return (
    <main id="main" className="narrow">
      <Crumbs items={crumbs} />
      {page.item ? <Question {...page} item={page.item} /> : <PracticeEnd {...page} />}
    </main>
  );
}

type Page = Awaited<ReturnType<typeof loader>>;

function Question({ publicId, courseSlug, total, answered, item }: Page & { item: NonNullable<Page["item"]> }) {
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("practice");
  const { shown, review } = item;
  const wrong = !review && answer?.item === shown.number ? answer : null;
  const message = wrong && t(`run.problem.${wrong.problem}`);
  const title = t("run.title", { number: shown.number, total });
  if (!review) {
    return (
      <div>
        {message && <ErrorSummary errors={[{ fieldId: `question-${shown.number}`, message }]} />}
        <PageTitle title={title} />
        {/* another question starts with inputs of its own */}
        <Form method="post" key={shown.number} className="flow-l section-s">
          <QuestionFields item={shown} value={wrong?.value} errors={message ? [message] : undefined} />
          <Pager
            forward={<Button iconAfter="right">{t("run.answer")}</Button>}
            back={
              <Button name="unknown" value="yes" variant="secondary">
                {t("run.unknown")}
              </Button>
            }
          />
        </Form>
      </div>
    );
  }
  return (
    <div>
      <PageTitle title={title} />
      <div className="flow-l section-s">
        <div className="flow">
          <p className="question">{shown.stem}</p>
          <Figures figures={shown.figures} />
          <div role="status">
            <QuestionReview
              own={review.own}
              verdict={review.verdict}
              right={review.right}
              explanation={review.explanation}
              source={
                <>
                  {review.source && `${review.source}. `}
                  {review.lesson && (
                    <a href={`/courses/${courseSlug}/lessons/${review.lesson.key}`}>
                      {t("run.readAgain", { lesson: review.lesson.title })}
                    </a>
                  )}
                </>
              }
            />
          </div>
        </div>
        <Pager
          forward={
            <LinkButton href={`/practice/runs/${publicId}`} iconAfter="right">
              {answered < total ? t("run.next") : t("run.end")}
            </LinkButton>
          }
        />
      </div>
    </div>
  );
}

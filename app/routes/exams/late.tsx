import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { EmptyState } from "~/components/empty-state";
import { ErrorSummary } from "~/components/error-summary";
import { errorsByField } from "~/components/errors-by-field";
import { ActFields } from "~/components/exams/act-fields";
import { AttemptFacts } from "~/components/exams/attempt-act-page";
import { LateAnswerList } from "~/components/exams/late-answer-list";
import { PageTitle } from "~/components/page-title";
import { now } from "~/config/clock.server";
import { attemptToActOn } from "~/http/attempt-at-the-door.server";
import { readActForm } from "~/http/exam-act-form.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { acceptLateAnswers, lateAnswers, refuseLateAnswers } from "~/models/assessment/late-answers.server";
import { newPublicId } from "~/models/public-id.server";

export async function loader(given: LoaderFunctionArgs) {
  const { viewer, language, attempt } = await attemptToActOn(given);
  const answers = await lateAnswers(viewer, attempt.id, now(), language);
  if (!answers) throw notFound();
  const title = await pageTitle(given.request, given.context, "exams:late.title");
  return { title, attempt, answers, onceKey: newPublicId() };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, attempt } = await attemptToActOn(given);
  const { order, wrong, typed, sent } = await readActForm(given.request, { minutes: false });
  const chosen = sent.getAll("answer").map(Number).filter(Number.isInteger);
  if (!order || chosen.length === 0) {
    return data({ wrong, none: chosen.length === 0, refusal: null, typed, chosen }, 400);
  }
  const accepts = typed.decision === "accept";
  const decide = accepts ? acceptLateAnswers : refuseLateAnswers;
  const outcome = await decide(viewer, attempt.id, chosen, order);
  if (outcome.ok) return redirect(`/exams/attempts/${attempt.id}?done=${accepts ? "late-accepted" : "late-refused"}`);
  if (outcome.refusal === "not-found") throw notFound();
  return data({ wrong, none: false, refusal: outcome.refusal, typed, chosen }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Late() {
  const { attempt, answers, onceKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const problems = [
    ...(answer?.none ? [{ fieldId: "answers", message: t("exams:late.chooseSome") }] : []),
    ...(answer?.wrong ?? []).map((field) => ({ fieldId: field, message: t(`exams:wrong.${field}`) })),
    ...(answer?.refusal ? [{ message: t(`exams:refusal.${answer.refusal}`) }] : []),
  ];
  const back = `/exams/attempts/${attempt.id}`;
  const waiting = answers.filter(({ decided }) => decided === null);
  return (
    <main id="main" className="narrow flow-l">
      <div>
        <Crumbs
          items={[
            { label: t("exams:list.title"), href: "/exams" },
            { label: t("exams:attempt.of", { name: attempt.person.name, number: attempt.number }), href: back },
            { label: t("exams:late.title") },
          ]}
        />
        <ErrorSummary errors={problems} />
        <PageTitle title={t("exams:late.title")} lead={t("exams:late.lead", { count: waiting.length })} />
      </div>
      <AttemptFacts attempt={attempt} />
      {answers.length === 0 && <EmptyState title={t("exams:late.none")} level={2} />}
      <Form method="post" className="flow">
        <LateAnswerList
          answers={answers}
          chosen={answer?.chosen ?? waiting.map(({ id }) => id)}
          errors={errorsByField(problems)("answers")}
        />
        {waiting.length > 0 && !attempt.own && (
          <>
            <ActFields onceKey={onceKey} typed={answer?.typed ?? {}} errorOf={errorsByField(problems)} />
            <p className="meta">{t("exams:late.effect")}</p>
            <div className="row">
              <Button name="decision" value="accept">
                {t("exams:late.accept")}
              </Button>
              <Button name="decision" value="refuse" variant="danger">
                {t("exams:late.refuse")}
              </Button>
              <LinkButton href={back} variant="secondary">
                {t("exams:act.cancel")}
              </LinkButton>
            </div>
          </>
        )}
      </Form>
    </main>
  );
}

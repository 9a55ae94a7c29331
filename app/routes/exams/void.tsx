import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AttemptActPage } from "~/components/exams/attempt-act-page";
import { attemptToActOn } from "~/http/attempt-at-the-door.server";
import { readActForm } from "~/http/exam-act-form.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { unvoidAttempt, voidAttempt } from "~/models/assessment/void-attempt.server";
import { newPublicId } from "~/models/public-id.server";

export async function loader(given: LoaderFunctionArgs) {
  const { attempt } = await attemptToActOn(given);
  const title = await pageTitle(given.request, given.context, attempt.void ? "exams:unvoid.title" : "exams:void.title");
  return { title, attempt, act: attempt.void ? ("unvoid" as const) : ("void" as const), onceKey: newPublicId() };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, attempt } = await attemptToActOn(given);
  const { order, wrong, typed } = await readActForm(given.request, { minutes: false });
  if (!order) return data({ wrong, refusal: null, typed }, 400);
  // what the page offered, not what the attempt has become since: sent twice, it is not taken back
  if (typed.act === "unvoid") {
    const outcome = await unvoidAttempt(viewer, attempt.id, order);
    if (outcome.ok) return redirect(`/exams/attempts/${attempt.id}?done=unvoided`);
    if (outcome.refusal === "not-found") throw notFound();
    return data({ wrong, refusal: outcome.refusal, typed }, 409);
  }
  const outcome = await voidAttempt(viewer, attempt.id, order);
  if (outcome.ok) return redirect(`/exams/attempts/${attempt.id}?done=${outcome.earned ? "voided-earned" : "voided"}`);
  if (outcome.refusal === "not-found") throw notFound();
  return data({ wrong, refusal: outcome.refusal, typed }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Void() {
  const { attempt, act, onceKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <AttemptActPage
      attempt={attempt}
      onceKey={onceKey}
      answer={answer}
      title={t(`exams:${act}.title`)}
      lead={t(`exams:${act}.lead`)}
      submit={t(`exams:${act}.submit`)}
      danger={act === "void"}
    >
      <input type="hidden" name="act" value={act} />
    </AttemptActPage>
  );
}

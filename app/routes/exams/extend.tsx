import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AttemptActPage } from "~/components/exams/attempt-act-page";
import { attemptToActOn } from "~/http/attempt-at-the-door.server";
import { readActForm } from "~/http/exam-act-form.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { extendAttempt } from "~/models/assessment/extend-attempt.server";
import { newPublicId } from "~/models/public-id.server";

export async function loader(given: LoaderFunctionArgs) {
  const { attempt } = await attemptToActOn(given);
  const title = await pageTitle(given.request, given.context, "exams:extend.title");
  return { title, attempt, onceKey: newPublicId() };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, attempt } = await attemptToActOn(given);
  const { order, minutes, wrong, typed } = await readActForm(given.request, { minutes: true });
  if (!order) return data({ wrong, refusal: null, typed }, 400);
  const outcome = await extendAttempt(viewer, attempt.id, minutes, order);
  if (outcome.ok) return redirect(`/exams/attempts/${attempt.id}?done=extended`);
  if (outcome.refusal === "not-found") throw notFound();
  return data({ wrong, refusal: outcome.refusal, typed }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Extend() {
  const { attempt, onceKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <AttemptActPage
      attempt={attempt}
      onceKey={onceKey}
      answer={answer}
      title={t("exams:extend.title")}
      lead={t("exams:extend.lead")}
      submit={t("exams:extend.submit")}
      minutes={{ label: t("exams:extend.minutes"), value: "15" }}
    />
  );
}

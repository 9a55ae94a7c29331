import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { PageTitle } from "~/components/page-title";
import { PlanFields, usePlanProblems } from "~/components/sittings/plan-fields";
import { SittingCrumbs } from "~/components/sittings/sitting-crumbs";
import { now } from "~/config/clock.server";
import { dayOfTimes } from "~/domain/assessment/sitting";
import { pageTitle } from "~/http/page-title.server";
import { conflict, notFound } from "~/http/refusals.server";
import { sittingToManage } from "~/http/sitting-at-the-door.server";
import { readPlanForm } from "~/http/sitting-form.server";
import { newPublicId } from "~/models/public-id.server";
import { changeSitting } from "~/models/sittings/plan-sitting.server";

export async function loader(given: LoaderFunctionArgs) {
  const { sitting } = await sittingToManage(given);
  const title = await pageTitle(given.request, given.context, "exams:sitting.edit.title");
  return { title, sitting, onceKey: newPublicId() };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, language, sitting } = await sittingToManage(given);
  const { order, onceKey, problems, typed } = await readPlanForm(given.request);
  if (!order) return data({ problems, people: [], typed }, 400);
  const outcome = await changeSitting(viewer, sitting.sitting, order, now(), onceKey, language);
  if (outcome.ok) return redirect(`/exams/sittings/${sitting.sitting}?done=changed`);
  if (outcome.problems === "not-found") throw notFound();
  if (outcome.problems === "ended") throw conflict();
  return data({ problems: outcome.problems, people: "people" in outcome ? (outcome.people ?? []) : [], typed }, 400);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function EditSitting() {
  const { sitting, onceKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const problems = usePlanProblems(answer?.problems ?? []);
  const typed: Record<string, string> = answer?.typed ?? {
    title: sitting.title,
    place: sitting.place,
    ...dayOfTimes(sitting),
    mode: sitting.mode,
    invigilator: sitting.invigilator?.staffCode ?? "",
    code: sitting.roomCode === null ? "none" : "keep",
    oneDevice: sitting.oneDevice ? "1" : "",
  };
  return (
    <main id="main" className="narrow">
      <SittingCrumbs sitting={sitting} here={t("exams:sitting.edit.title")} />
      <ErrorSummary errors={problems} />
      <PageTitle title={t("exams:sitting.edit.title")} lead={t("exams:sitting.edit.lead")} />
      <Form method="post" className="flow section-s">
        <PlanFields
          onceKey={onceKey}
          typed={typed}
          problems={problems}
          people={answer?.people ?? []}
          hasCode={sitting.roomCode !== null}
        />
        <div className="row">
          <Button>{t("exams:sitting.edit.submit")}</Button>
          <LinkButton href={`/exams/sittings/${sitting.sitting}`} variant="secondary">
            {t("exams:act.cancel")}
          </LinkButton>
        </div>
      </Form>
    </main>
  );
}

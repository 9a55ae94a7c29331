import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { Choice, Choices } from "~/components/choice";
import { ErrorSummary } from "~/components/error-summary";
import { errorsByField } from "~/components/errors-by-field";
import { ActFields } from "~/components/exams/act-fields";
import { PageTitle } from "~/components/page-title";
import { SittingCrumbs } from "~/components/sittings/sitting-crumbs";
import { showTime } from "~/domain/time/civil-date";
import { readActForm } from "~/http/exam-act-form.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { sittingToManage } from "~/http/sitting-at-the-door.server";
import { newPublicId } from "~/models/public-id.server";
import { extendInSitting } from "~/models/sittings/extend-in-sitting.server";

export async function loader(given: LoaderFunctionArgs) {
  const { sitting } = await sittingToManage(given);
  const title = await pageTitle(given.request, given.context, "exams:sitting.extend.title");
  const working = sitting.candidates.filter(({ state }) => state === "working");
  return { title, sitting, working, onceKey: newPublicId() };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, sitting } = await sittingToManage(given);
  const { order, minutes, wrong, typed, sent } = await readActForm(given.request, { minutes: true });
  const attempts = sent.getAll("attempt").map(String);
  const nobody = typed.all !== "1" && attempts.length === 0;
  if (!order || nobody) return data({ wrong, nobody, refusal: null, typed, attempts }, 400);
  const chosen = typed.all === "1" ? "all" : attempts;
  const outcome = await extendInSitting(viewer, sitting.sitting, chosen, minutes, order);
  if (outcome.ok) return redirect(`/exams/sittings/${sitting.sitting}?done=extended`);
  if (outcome.refusal === "not-found") throw notFound();
  return data({ wrong, nobody: false, refusal: outcome.refusal, typed, attempts }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ExtendSitting() {
  const { sitting, working, onceKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const typed: Record<string, string> = answer?.typed ?? { all: "1" };
  const problems = [
    ...(answer?.nobody ? [{ fieldId: "who", message: t("exams:sitting.extend.nobody") }] : []),
    ...(answer?.wrong ?? []).map((field) => ({ fieldId: field, message: t(`exams:wrong.${field}`) })),
    ...(answer?.refusal ? [{ message: t(`exams:refusal.${answer.refusal}`) }] : []),
  ];
  const errorOf = errorsByField(problems);
  return (
    <main id="main" className="narrow">
      <SittingCrumbs sitting={sitting} here={t("exams:sitting.extend.title")} />
      <ErrorSummary errors={problems} />
      <PageTitle
        title={t("exams:sitting.extend.title")}
        lead={t("exams:sitting.extend.lead", { count: working.length })}
        meta={t("exams:sitting.extend.meta")}
      />
      <Form method="post" className="flow section-s">
        <Choices id="who" legend={t("exams:sitting.extend.who")} errors={errorOf("who")}>
          <Choice type="checkbox" name="all" value="1" defaultChecked={typed.all === "1"}>
            {t("exams:sitting.extend.all", { count: working.length })}
          </Choice>
          {working.map((each) => (
            <Choice
              key={each.attempt}
              type="checkbox"
              name="attempt"
              value={each.attempt ?? ""}
              defaultChecked={answer?.attempts.includes(each.attempt ?? "")}
            >
              {t("exams:sitting.extend.one", {
                number: each.number,
                name: each.name,
                time: each.deadlineAt === null ? "" : showTime(each.deadlineAt),
              })}
            </Choice>
          ))}
        </Choices>
        <ActFields
          onceKey={onceKey}
          typed={typed}
          errorOf={errorOf}
          minutes={{ label: t("exams:extend.minutes"), value: "15" }}
        />
        <div className="row">
          <Button>{t("exams:extend.submit")}</Button>
          <LinkButton href={`/exams/sittings/${sitting.sitting}`} variant="secondary">
            {t("exams:act.cancel")}
          </LinkButton>
        </div>
      </Form>
    </main>
  );
}

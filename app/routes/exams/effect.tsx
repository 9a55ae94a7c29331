import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { Choice, Choices } from "~/components/choice";
import { Crumbs } from "~/components/crumbs";
import { ErrorSummary } from "~/components/error-summary";
import { errorsByField } from "~/components/errors-by-field";
import { EffectFacts } from "~/components/exams/effect-facts";
import { Field } from "~/components/field";
import { PageTitle } from "~/components/page-title";
import { now, today } from "~/config/clock.server";
import { EFFECT_DECISIONS, possibleDecisions } from "~/domain/assessment/mark-effects";
import { textValue } from "~/http/form-values.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { loadEffect } from "~/models/assessment/effect-page.server";
import { recordEffect } from "~/models/assessment/record-effect.server";
import { newPublicId } from "~/models/public-id.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "release-marks");
  const view = await loadEffect(viewer, params.id ?? "", today(), languageOf(request, viewer));
  if (!view) throw notFound();
  return { title: await pageTitle(request, context, "statistics:effects.decide"), view, onceKey: newPublicId() };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "release-marks");
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const typed = { decision: text("decision"), reason: text("reason").slice(0, 500) };
  const decision = EFFECT_DECISIONS.find((each) => each === typed.decision);
  const reason = textValue(500).safeParse(text("reason"));
  if (!decision || !reason.success) {
    const wrong = [!decision && ("decision" as const), !reason.success && ("reason" as const)];
    return data({ wrong: wrong.filter((each) => each !== false), refusal: null, typed }, 400);
  }
  const key = Number(text("key"));
  const order = { decision, reason: reason.data, key, onceKey: text("onceKey"), at: now() };
  const outcome = await recordEffect(viewer, params.id ?? "", order);
  if (outcome.ok) return redirect(`/exams/effects?done=${decision}`);
  if (outcome.refusal === "not-found") throw notFound();
  return data({ wrong: [], refusal: outcome.refusal, typed }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Effect() {
  const { view, onceKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const problems = [
    ...(answer?.wrong ?? []).map((field) => ({ fieldId: field, message: t(`statistics:effects.wrong.${field}`) })),
    ...(answer?.refusal ? [{ message: t(`statistics:effects.refusal.${answer.refusal}`) }] : []),
  ];
  const errorOf = errorsByField(problems);
  const { waiting, person } = view;
  return (
    <main id="main" className="narrow flow-l">
      <div>
        <Crumbs items={[{ label: t("statistics:effects.title"), href: "/exams/effects" }, { label: person.name }]} />
        <ErrorSummary errors={problems} />
        <PageTitle
          title={t("statistics:effects.heading", { name: person.name })}
          lead={
            waiting
              ? t(`statistics:effects.question.${waiting.asked}`, { course: view.course })
              : t("statistics:effects.settled")
          }
          meta={[`${person.name} (${person.staffCode})`, person.place].filter(Boolean).join(", ")}
        />
      </div>
      <EffectFacts view={view} />
      {waiting && (
        <Form method="post" className="flow">
          <input type="hidden" name="onceKey" value={onceKey} />
          <input type="hidden" name="key" value={waiting.key} />
          <Choices legend={t("statistics:effects.decision")} id="decision" errors={errorOf("decision")}>
            {possibleDecisions(waiting.asked).map((decision) => (
              <Choice
                key={decision}
                name="decision"
                value={decision}
                defaultChecked={answer?.typed.decision === decision}
                note={t(`statistics:effects.note.${decision}`)}
              >
                {t(`statistics:effects.choose.${decision}`)}
              </Choice>
            ))}
          </Choices>
          <Field
            id="reason"
            name="reason"
            label={t("statistics:effects.reason")}
            hint={t("statistics:effects.reasonHint")}
            maxLength={500}
            required
            defaultValue={answer?.typed.reason}
            errors={errorOf("reason")}
          />
          <div className="row">
            <Button>{t("statistics:effects.submit")}</Button>
            <LinkButton href="/exams/effects" variant="secondary">
              {t("statistics:cancel")}
            </LinkButton>
          </div>
        </Form>
      )}
    </main>
  );
}

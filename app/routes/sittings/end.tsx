import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { errorsByField } from "~/components/errors-by-field";
import { Field } from "~/components/field";
import { PageTitle } from "~/components/page-title";
import { SittingCrumbs } from "~/components/sittings/sitting-crumbs";
import { now } from "~/config/clock.server";
import { optionalTextValue } from "~/http/form-values.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { sittingToManage } from "~/http/sitting-at-the-door.server";
import { readOnceKey, typedFields } from "~/http/sitting-form.server";
import { newPublicId } from "~/models/public-id.server";
import { endSitting } from "~/models/sittings/end-sitting.server";

/** One page for both ends, by its address: /cancel before it is held, /close after. */
function endOf(request: Request): "cancel" | "close" {
  return /\/cancel(\.data)?$/.test(new URL(request.url).pathname) ? "cancel" : "close";
}

export async function loader(given: LoaderFunctionArgs) {
  const { sitting } = await sittingToManage(given);
  const end = endOf(given.request);
  // what is not over cannot be closed yet: the page would say that it was
  if (end === "close" && sitting.state !== "over") throw redirect(`/exams/sittings/${sitting.sitting}`);
  const title = await pageTitle(given.request, given.context, `exams:sitting.${end}.title`);
  return { title, sitting, end, onceKey: newPublicId() };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, sitting } = await sittingToManage(given);
  const end = endOf(given.request);
  const { typed } = await typedFields(given.request);
  const reason = optionalTextValue(500).safeParse(typed.reason).data ?? "";
  const document = optionalTextValue(200).safeParse(typed.document).data ?? null;
  if (end === "cancel" && reason === "") return data({ noReason: true, refusal: null, typed }, 400);
  const status = end === "cancel" ? "cancelled" : "closed";
  const order = { reason, document, onceKey: readOnceKey(typed), at: now() };
  const outcome = await endSitting(viewer, sitting.sitting, status, order);
  if (outcome.ok) return redirect(`/exams/sittings/${sitting.sitting}?done=${status}`);
  if (outcome.refusal === "not-found") throw notFound();
  return data({ noReason: false, refusal: outcome.refusal, typed }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function EndSitting() {
  const { sitting, end, onceKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const typed: Record<string, string> = answer?.typed ?? {};
  const problems = [
    ...(answer?.noReason ? [{ fieldId: "reason", message: t("exams:sitting.endReason") }] : []),
    ...(answer?.refusal ? [{ message: t(`exams:sitting.endRefusal.${answer.refusal}`) }] : []),
  ];
  const errorOf = errorsByField(problems);
  return (
    <main id="main" className="narrow">
      <SittingCrumbs sitting={sitting} here={t(`exams:sitting.${end}.title`)} />
      <ErrorSummary errors={problems} />
      <PageTitle
        title={t(`exams:sitting.${end}.title`)}
        lead={t(`exams:sitting.${end}.lead`, { count: sitting.candidates.length })}
        meta={end === "close" && sitting.minutes === null ? t("exams:sitting.close.noMinutes") : undefined}
      />
      <Form method="post" className="flow section-s">
        <input type="hidden" name="onceKey" value={onceKey} />
        <Field
          id="reason"
          name="reason"
          label={t(`exams:sitting.${end}.reason`)}
          optional={end === "close"}
          errors={errorOf("reason")}
          defaultValue={typed.reason}
          maxLength={500}
          required={end === "cancel"}
        />
        <Field
          id="document"
          name="document"
          optional
          label={t("exams:act.document")}
          hint={t("exams:act.documentHint")}
          defaultValue={typed.document}
          maxLength={200}
        />
        <div className="row">
          <Button variant={end === "cancel" ? "danger" : "primary"}>{t(`exams:sitting.${end}.submit`)}</Button>
          <LinkButton href={`/exams/sittings/${sitting.sitting}`} variant="secondary">
            {t("exams:act.cancel")}
          </LinkButton>
        </div>
      </Form>
    </main>
  );
}

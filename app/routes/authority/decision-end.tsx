import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { ActPage } from "~/components/authority/act-page";
import { DateField } from "~/components/date-field";
import { errorsByField } from "~/components/errors-by-field";
import { Facts } from "~/components/facts";
import { TextArea } from "~/components/text-area";
import { now, today } from "~/config/clock.server";
import { readAuthorityForm } from "~/http/authority-form.server";
import { dateValue, textValue } from "~/http/form-values.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { conflict, notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { decisionToEnd } from "~/models/certification/authority-page.server";
import { endStandingDecision } from "~/models/certification/manage-standing-decisions.server";
import { newPublicId } from "~/models/public-id.server";

const schema = z.object({ on: dateValue, reason: textValue(500) });
const idOf = (text: string | undefined) => (/^\d{1,9}$/.test(text ?? "") ? Number(text) : -1);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "manage-programmes");
  const decision = await decisionToEnd(viewer, idOf(params.id), today(), languageOf(request, viewer));
  if (!decision) throw notFound();
  if (decision.state === "ended") throw conflict();
  const title = await pageTitle(request, context, "authority:decision.end.title");
  return { title, decision, today: today(), onceKey: newPublicId() };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "manage-programmes");
  const { value, wrong, typed } = await readAuthorityForm(request, schema);
  if (!value) return data({ wrong, refusal: null, typed }, 400);
  const outcome = await endStandingDecision(viewer, idOf(params.id), { ...value, at: now() });
  if (outcome.ok) return redirect("/authority?done=decision-ended");
  if (outcome.refusal === "not-found") throw notFound();
  return data({ wrong, refusal: outcome.refusal, typed }, 400);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function EndDecision() {
  const { decision, today, onceKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const problems = [
    ...(answer?.wrong ?? []).map((field) => ({ fieldId: field as string, message: t(`authority:wrong.${field}`) })),
    ...(answer?.refusal ? [{ fieldId: "on", message: t(`authority:decision.refused.${answer.refusal}`) }] : []),
  ];
  const errorOf = errorsByField(problems);
  return (
    <ActPage
      crumbs={[{ label: t("authority:overview.title"), href: "/authority" }]}
      title={t("authority:decision.end.title")}
      lead={t("authority:decision.end.lead")}
      problems={problems}
      about={
        <Facts
          items={[
            { term: t("authority:field.programme"), value: decision.programme },
            { term: t("authority:field.number"), value: decision.number },
            { term: t("authority:field.signatory"), value: decision.signatory },
          ]}
        />
      }
      onceKey={onceKey}
      submit={t("authority:decision.end.submit")}
      danger
      back="/authority"
    >
      <DateField
        id="on"
        name="on"
        label={t("authority:field.endOn")}
        hint={t("authority:field.endOnHint")}
        errors={errorOf("on")}
        defaultValue={answer?.typed.on ?? today}
        required
      />
      <TextArea
        id="reason"
        name="reason"
        label={t("authority:field.reason")}
        errors={errorOf("reason")}
        defaultValue={answer?.typed.reason}
        required
      />
    </ActPage>
  );
}

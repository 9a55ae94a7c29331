import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { ActPage } from "~/components/authority/act-page";
import { DateField } from "~/components/date-field";
import { errorsByField } from "~/components/errors-by-field";
import { Field, SelectField } from "~/components/field";
import { SpanFields } from "~/components/span-fields";
import { now, today } from "~/config/clock.server";
import { readAuthorityForm } from "~/http/authority-form.server";
import { dateValue, optionalDateValue, textValue } from "~/http/form-values.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { untilAfter } from "~/http/permission-form.server";
import { notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { decisionForm } from "~/models/certification/authority-page.server";
import { decideStanding } from "~/models/certification/manage-standing-decisions.server";
import { newPublicId } from "~/models/public-id.server";

const schema = z.object({
  programme: z.string().regex(/^[a-z0-9-]{1,80}$/),
  signatory: z.string().regex(/^[0-9a-z]{1,40}$/),
  number: textValue(60),
  signedOn: dateValue,
  from: dateValue,
  lastDay: optionalDateValue,
});

/** beside which field a refusal is said */
const PLACE = {
  signatory: "signatory",
  "in-the-past": "from",
  "end-before-start": "lastDay",
  "number-used": "number",
  ended: undefined,
} as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "manage-programmes");
  const form = await decisionForm(viewer, today(), languageOf(request, viewer));
  if (!form) throw notFound();
  const programme = new URL(request.url).searchParams.get("programme") ?? "";
  const title = await pageTitle(request, context, "authority:decision.new.title");
  return { title, form, programme, today: today(), onceKey: newPublicId() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "manage-programmes");
  const { value, wrong, typed, onceKey } = await readAuthorityForm(request, schema);
  if (!value) return data({ wrong, refusal: null, typed }, 400);
  const { lastDay, ...order } = value;
  const outcome = await decideStanding(viewer, { ...order, until: untilAfter(lastDay), onceKey, at: now() });
  if (outcome.ok) return redirect("/authority?done=decision");
  if (outcome.refusal === "not-found") throw notFound();
  return data({ wrong, refusal: outcome.refusal, typed }, 400);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewDecision() {
  const { form, programme, today, onceKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const problems = [
    ...(answer?.wrong ?? []).map((field) => ({ fieldId: field as string, message: t(`authority:wrong.${field}`) })),
    ...(answer?.refusal
      ? [{ fieldId: PLACE[answer.refusal], message: t(`authority:decision.refused.${answer.refusal}`) }]
      : []),
  ];
  const errorOf = errorsByField(problems);
  const typed: Record<string, string> = answer?.typed ?? { programme };
  return (
    <ActPage
      crumbs={[{ label: t("authority:overview.title"), href: "/authority" }]}
      title={t("authority:decision.new.title")}
      lead={t("authority:decision.new.lead")}
      problems={problems}
      onceKey={onceKey}
      submit={t("authority:decision.new.submit")}
      back="/authority"
    >
      <SelectField
        id="programme"
        name="programme"
        label={t("authority:field.programme")}
        errors={errorOf("programme")}
        defaultValue={typed.programme}
        options={form.programmes}
      />
      <SelectField
        id="signatory"
        name="signatory"
        label={t("authority:field.signatory")}
        errors={errorOf("signatory")}
        defaultValue={typed.signatory}
        options={form.signatories}
      />
      <Field
        id="number"
        name="number"
        label={t("authority:field.number")}
        hint={t("authority:field.numberHint")}
        errors={errorOf("number")}
        defaultValue={typed.number}
        maxLength={60}
        required
      />
      <DateField
        id="signedOn"
        name="signedOn"
        label={t("authority:field.decidedOn")}
        errors={errorOf("signedOn")}
        defaultValue={typed.signedOn ?? today}
        required
      />
      <SpanFields
        typed={typed}
        today={today}
        errorOf={errorOf}
        words={{
          from: t("authority:field.from"),
          fromHint: t("authority:field.fromHint"),
          lastDay: t("authority:field.lastDay"),
        }}
      />
    </ActPage>
  );
}

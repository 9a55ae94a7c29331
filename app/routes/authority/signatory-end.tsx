import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { ActPage } from "~/components/authority/act-page";
import { DateField } from "~/components/date-field";
import { errorsByField } from "~/components/errors-by-field";
import { Facts } from "~/components/facts";
import { now, today } from "~/config/clock.server";
import { readAuthorityForm } from "~/http/authority-form.server";
import { dateValue } from "~/http/form-values.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { conflict, notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { endSignatory } from "~/models/certification/record-signatory.server";
import { findSignatoryFor } from "~/models/certification/signatory-pages.server";
import { newPublicId } from "~/models/public-id.server";

const schema = z.object({ on: dateValue });

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "manage-programmes");
  const language = languageOf(request, viewer);
  const signatory = await findSignatoryFor(viewer, params.id ?? "", today(), language);
  if (!signatory) throw notFound();
  if (signatory.state === "ended") throw conflict();
  return {
    title: await pageTitle(request, context, "authority:signatory.end.title"),
    name: signatory.content.name,
    post: signatory.content.title[language],
    unit: signatory.unit,
    today: today(),
    onceKey: newPublicId(),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "manage-programmes");
  const { value, wrong, typed, onceKey } = await readAuthorityForm(request, schema);
  if (!value) return data({ wrong, refusal: null, typed }, 400);
  const outcome = await endSignatory(viewer, params.id ?? "", value.on, { at: now(), onceKey });
  if (outcome.ok) return redirect("/authority?done=signatory-ended");
  if (outcome.refusal === "not-found") throw notFound();
  return data({ wrong, refusal: outcome.refusal, typed }, 400);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function EndSignatory() {
  const { name, post, unit, today, onceKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const problems = [
    ...(answer?.wrong ?? []).map((field) => ({ fieldId: field, message: t(`authority:wrong.${field}`) })),
    ...(answer?.refusal ? [{ fieldId: "on", message: t(`authority:signatory.refused.${answer.refusal}`) }] : []),
  ];
  return (
    <ActPage
      crumbs={[{ label: t("authority:overview.title"), href: "/authority" }]}
      title={t("authority:signatory.end.title")}
      lead={t("authority:signatory.end.lead")}
      problems={problems}
      about={
        <Facts
          items={[
            { term: t("authority:field.name"), value: `${name}, ${post}` },
            { term: t("authority:field.signsFor"), value: unit },
          ]}
        />
      }
      onceKey={onceKey}
      submit={t("authority:signatory.end.submit")}
      danger
      back="/authority"
    >
      <DateField
        id="on"
        name="on"
        label={t("authority:field.endOn")}
        hint={t("authority:field.endOnHint")}
        errors={errorsByField(problems)("on")}
        defaultValue={answer?.typed.on ?? today}
        required
      />
    </ActPage>
  );
}

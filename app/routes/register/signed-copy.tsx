import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActPage } from "~/components/authority/act-page";
import { DateField } from "~/components/date-field";
import { errorsByField } from "~/components/errors-by-field";
import { Facts } from "~/components/facts";
import { Field } from "~/components/field";
import { Note } from "~/components/note";
import { now, today } from "~/config/clock.server";
import { LARGEST_SIGNED_COPY } from "~/domain/certification/signed-pdf";
import { certificateToActOn } from "~/http/certificate-for-act.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { readSignedCopyForm } from "~/http/signed-copy-form.server";
import { keepSignedCopy } from "~/models/certification/signed-copies.server";
import { newPublicId } from "~/models/public-id.server";

/** beside which field a refusal is said */
const PLACE = {
  own: undefined,
  "not-a-pdf": "file",
  unsigned: "file",
  "in-the-future": "signedOn",
  "before-issue": "signedOn",
} as const;

export async function loader(given: LoaderFunctionArgs) {
  const { shown } = await certificateToActOn(given, "correct");
  const title = await pageTitle(given.request, given.context, "authority:signed.title");
  return { title, certificate: shown, own: shown.impossible === "own", today: today(), onceKey: newPublicId() };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, shown } = await certificateToActOn(given, "correct");
  const { value, wrong, typed, onceKey } = await readSignedCopyForm(given.request);
  if (!value) return data({ wrong, refusal: null, typed }, 400);
  const outcome = await keepSignedCopy(viewer, shown.id, { ...value, onceKey, at: now() });
  if (outcome.ok) return redirect(`/certificates/${shown.id}?done=signed`);
  if (outcome.refusal === "not-found") throw notFound();
  return data({ wrong, refusal: outcome.refusal, typed }, 400);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SignedCopy() {
  const { certificate, own, today, onceKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const megabytes = LARGEST_SIGNED_COPY / 1024 / 1024;
  const problems = [
    ...(answer?.wrong ?? []).map((field) => ({
      fieldId: field === "tooLarge" ? "file" : field,
      message: t(`authority:signed.wrong.${field}`, { megabytes }),
    })),
    ...(answer?.refusal
      ? [{ fieldId: PLACE[answer.refusal], message: t(`authority:signed.refused.${answer.refusal}`) }]
      : []),
  ];
  const errorOf = errorsByField(problems);
  const back = `/certificates/${certificate.id}`;
  return (
    <ActPage
      crumbs={[
        { label: t("authority:register.short"), href: "/register" },
        { label: certificate.serial, href: back },
      ]}
      title={t("authority:signed.title")}
      lead={t("authority:signed.lead")}
      problems={problems}
      about={
        <Facts
          items={[
            { term: t("authority:column.serial"), value: certificate.serial },
            { term: t("authority:column.name"), value: certificate.holder },
            { term: t("authority:field.programme"), value: certificate.programme },
          ]}
        />
      }
      onceKey={onceKey}
      submit={t("authority:signed.submit")}
      back={back}
      form={own ? null : "file"}
    >
      {own ? (
        <Note tone="warn" icon="alert" title={t("authority:life.impossible")}>
          <p>{t("authority:life.refused.own")}</p>
        </Note>
      ) : (
        <>
          <Field
            id="file"
            name="file"
            type="file"
            accept=".pdf,application/pdf"
            label={t("authority:signed.file")}
            hint={t("authority:signed.fileHint", { megabytes })}
            errors={errorOf("file")}
            required
          />
          <Field
            id="signer"
            name="signer"
            label={t("authority:signed.signer")}
            hint={t("authority:signed.signerHint")}
            errors={errorOf("signer")}
            defaultValue={answer?.typed.signer}
            maxLength={200}
            required
          />
          <DateField
            id="signedOn"
            name="signedOn"
            label={t("authority:signed.signedOn")}
            errors={errorOf("signedOn")}
            defaultValue={answer?.typed.signedOn || today}
            max={today}
            required
          />
        </>
      )}
    </ActPage>
  );
}

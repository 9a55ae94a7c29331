import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { LifePage } from "~/components/authority/life-page";
import { now } from "~/config/clock.server";
import { readAuthorityForm } from "~/http/authority-form.server";
import { certificateToActOn } from "~/http/certificate-for-act.server";
import { optionalTextValue, textValue } from "~/http/form-values.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { reinstateCertificate } from "~/models/certification/revoke-certificate.server";
import { newPublicId } from "~/models/public-id.server";

const schema = z.object({ reason: textValue(500), document: optionalTextValue(200) });

export async function loader(given: LoaderFunctionArgs) {
  const { shown } = await certificateToActOn(given, "reinstate");
  const title = await pageTitle(given.request, given.context, "authority:life.reinstate.title");
  return { title, certificate: shown, onceKey: newPublicId() };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, shown } = await certificateToActOn(given, "reinstate");
  const { value, wrong, typed, onceKey } = await readAuthorityForm(given.request, schema);
  if (!value) return data({ wrong, refusal: null, typed }, 400);
  const outcome = await reinstateCertificate(viewer, shown.id, { ...value, onceKey, at: now() });
  if (outcome.ok) return redirect(`/certificates/${shown.id}?done=reinstated`);
  if (outcome.refusal === "not-found") throw notFound();
  return data({ wrong, refusal: outcome.refusal, typed }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Reinstate() {
  const { certificate, onceKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const problems = [
    ...(answer?.wrong ?? []).map((field) => ({ fieldId: field, message: t(`authority:wrong.${field}`) })),
    ...(answer?.refusal ? [{ message: t(`authority:life.refused.${answer.refusal}`) }] : []),
  ];
  return (
    <LifePage
      act="reinstate"
      certificate={certificate}
      problems={problems}
      typed={answer?.typed ?? {}}
      onceKey={onceKey}
    />
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { LifePage } from "~/components/authority/life-page";
import { Choice, Choices } from "~/components/choice";
import { errorsByField } from "~/components/errors-by-field";
import { now } from "~/config/clock.server";
import { REVOCATION_CAUSES } from "~/domain/certification/life-acts";
import { readAuthorityForm } from "~/http/authority-form.server";
import { certificateToActOn } from "~/http/certificate-for-act.server";
import { optionalTextValue, textValue } from "~/http/form-values.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { revokeCertificate } from "~/models/certification/revoke-certificate.server";
import { newPublicId } from "~/models/public-id.server";

const schema = z.object({
  cause: z.enum(REVOCATION_CAUSES),
  reason: textValue(500),
  document: optionalTextValue(200),
});

export async function loader(given: LoaderFunctionArgs) {
  const { shown } = await certificateToActOn(given, "revoke");
  const title = await pageTitle(given.request, given.context, "authority:life.revoke.title");
  return { title, certificate: shown, onceKey: newPublicId() };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, shown } = await certificateToActOn(given, "revoke");
  const { value, wrong, typed, onceKey } = await readAuthorityForm(given.request, schema);
  if (!value) return data({ wrong, refusal: null, typed }, 400);
  const outcome = await revokeCertificate(viewer, shown.id, { ...value, onceKey, at: now() });
  if (outcome.ok) return redirect(`/certificates/${shown.id}?done=revoked`);
  if (outcome.refusal === "not-found") throw notFound();
  return data({ wrong, refusal: outcome.refusal, typed }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Revoke() {
  const { certificate, onceKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const problems = [
    ...(answer?.wrong ?? []).map((field) => ({ fieldId: field, message: t(`authority:wrong.${field}`) })),
    ...(answer?.refusal ? [{ message: t(`authority:life.refused.${answer.refusal}`) }] : []),
  ];
  return (
    <LifePage
      act="revoke"
      certificate={certificate}
      problems={problems}
      typed={answer?.typed ?? {}}
      onceKey={onceKey}
      danger
    >
      <Choices id="cause" legend={t("authority:field.cause")} errors={errorsByField(problems)("cause")}>
        {REVOCATION_CAUSES.map((cause) => (
          <Choice key={cause} name="cause" value={cause} defaultChecked={answer?.typed.cause === cause}>
            {t(`certificates:cause.${cause}`)}
          </Choice>
        ))}
      </Choices>
    </LifePage>
  );
}

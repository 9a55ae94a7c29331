import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { LifePage } from "~/components/authority/life-page";
import { Choice, Choices } from "~/components/choice";
import { REVOCATION_CAUSES } from "~/domain/certification/life-acts";
import { doLifeAct, lifePage, lifeSchema } from "~/http/certificate-life-form.server";
import { revokeCertificate } from "~/models/certification/revoke-certificate.server";

const schema = z.object({ cause: z.enum(REVOCATION_CAUSES), ...lifeSchema.shape });

export const loader = async (given: LoaderFunctionArgs) => (await lifePage(given, "revoke")).page;

export const action = (given: ActionFunctionArgs) =>
  doLifeAct(
    given,
    "revoke",
    schema,
    (viewer, id, value, by) => revokeCertificate(viewer, id, { ...value, ...by }),
    "revoked",
  );

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Revoke() {
  const { certificate, onceKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <LifePage
      act="revoke"
      certificate={certificate}
      onceKey={onceKey}
      answer={answer}
      danger
      fields={({ errorOf, typed }) => (
        <Choices id="cause" legend={t("authority:field.cause")} errors={errorOf("cause")}>
          {REVOCATION_CAUSES.map((cause) => (
            <Choice key={cause} name="cause" value={cause} defaultChecked={typed.cause === cause}>
              {t(`certificates:cause.${cause}`)}
            </Choice>
          ))}
        </Choices>
      )}
    />
  );
}

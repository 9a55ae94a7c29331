import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LifePage } from "~/components/authority/life-page";
import { doLifeAct, lifePage, lifeSchema } from "~/http/certificate-life-form.server";
import { reinstateCertificate } from "~/models/certification/revoke-certificate.server";

export const loader = async (given: LoaderFunctionArgs) => (await lifePage(given, "reinstate")).page;

export const action = (given: ActionFunctionArgs) =>
  doLifeAct(
    given,
    "reinstate",
    lifeSchema,
    (viewer, id, value, by) => reinstateCertificate(viewer, id, { ...value, ...by }),
    "reinstated",
  );

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Reinstate() {
  const { certificate, onceKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <LifePage act="reinstate" certificate={certificate} onceKey={onceKey} answer={answer} />;
}

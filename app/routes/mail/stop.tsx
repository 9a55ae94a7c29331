import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/button";
import { LoginGate } from "~/components/login-gate";
import { now } from "~/config/clock.server";
import { readDone } from "~/http/done.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { UNLISTED, UNLISTED_META } from "~/http/unlisted";
import { readStopLink, stopMail } from "~/models/mail/stop-link.server";

export const handle = { bare: true };

export const headers = () => UNLISTED;

async function linkOf(params: { token?: string }) {
  const link = await readStopLink(params.token ?? "");
  if (!link) throw notFound();
  return link;
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { kind } = await linkOf(params);
  return { title: await pageTitle(request, context, "exports:stop.title"), kind, done: readDone(request, ["stopped"]) };
}

// opening the address changes nothing: mail programs open links by themselves
export async function action({ request, params }: ActionFunctionArgs) {
  await stopMail(await linkOf(params), now());
  return redirect(`${new URL(request.url).pathname.replace(/\.data$/, "")}?done=stopped`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }, UNLISTED_META];

export default function StopMail() {
  const { kind, done } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <LoginGate tagline={t("access:tagline")}>
      <div className="title title-s">
        <h1>{t("exports:stop.title")}</h1>
        <p className="lead">
          {done ? t("exports:stop.done") : t("exports:stop.lead", { kind: t(`exports:choices.kind.${kind}`) })}
        </p>
      </div>
      {!done && (
        <Form method="post" className="flow">
          <p>{t("exports:stop.text")}</p>
          <Button stretch>{t("exports:stop.submit")}</Button>
        </Form>
      )}
    </LoginGate>
  );
}

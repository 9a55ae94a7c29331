import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { PageTitle } from "~/components/page-title";
import { ChangedMeanwhile } from "~/components/reorganisation/changed-meanwhile";
import { PlanCrumbs } from "~/components/reorganisation/plan-crumbs";
import { pageTitle } from "~/http/page-title.server";
import { requirePlan } from "~/http/plan-at-the-door.server";
import { discardPlan } from "~/models/organisation/discard-plan.server";

export async function loader(given: LoaderFunctionArgs) {
  const { found } = await requirePlan(given);
  const { publicId, savedAt, plan } = found;
  const title = await pageTitle(given.request, given.context, "reorganisation:discard.title");
  return { title, publicId, savedAt, name: plan.title, acts: plan.acts.length };
}

export async function action(given: ActionFunctionArgs) {
  const { found } = await requirePlan(given);
  const form = await given.request.formData();
  const outcome = await discardPlan(found, String(form.get("seen")));
  if (outcome === "changed") return data({ meanwhile: true }, { status: 409 });
  return redirect("/reorganisations?done=discarded");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Discard() {
  const { publicId, savedAt, name, acts } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, i18n } = useTranslation();
  const href = `/reorganisations/${publicId}`;
  const label = i18n.language === "en" ? name.en : name.vi;
  return (
    <main id="main" className="wrap">
      <PlanCrumbs trail={[{ label, href }, { label: t("reorganisation:discard.title") }]} />
      <PageTitle
        title={t("reorganisation:discard.title")}
        lead={t("reorganisation:discard.lead", { count: acts, name: label })}
        meta={t("reorganisation:discard.text")}
      />
      {refused?.meanwhile && <ChangedMeanwhile href={href} />}
      <Form method="post">
        <input type="hidden" name="seen" value={savedAt} />
        <p className="row">
          <LinkButton href={href}>{t("reorganisation:discard.keep")}</LinkButton>
          <Button variant="danger">{t("reorganisation:discard.submit")}</Button>
        </p>
      </Form>
    </main>
  );
}

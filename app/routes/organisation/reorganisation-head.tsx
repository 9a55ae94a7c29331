import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageTitle } from "~/components/page-title";
import { ChangedMeanwhile } from "~/components/reorganisation/changed-meanwhile";
import { PlanCrumbs } from "~/components/reorganisation/plan-crumbs";
import { PlanHeadForm } from "~/components/reorganisation/plan-head-form";
import { now } from "~/config/clock.server";
import { pageTitle } from "~/http/page-title.server";
import { requirePlan } from "~/http/plan-at-the-door.server";
import { readPlanHead, valuesOfHead } from "~/http/plan-head-form.server";
import { notFound } from "~/http/refusals.server";
import { savePlan } from "~/models/organisation/save-plan.server";

export async function loader(given: LoaderFunctionArgs) {
  const { found } = await requirePlan(given);
  const title = await pageTitle(given.request, given.context, "reorganisation:head.title");
  return {
    title,
    publicId: found.publicId,
    savedAt: found.savedAt,
    name: found.plan.title,
    values: valuesOfHead(found.plan),
  };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, found } = await requirePlan(given);
  const form = await given.request.formData();
  const read = readPlanHead(form);
  if ("wrong" in read) return data({ ...read, meanwhile: false }, { status: 400 });
  const { note: _, ...rest } = found.plan;
  const saved = await savePlan(viewer, found, { ...rest, ...read.head }, String(form.get("seen")), now());
  if (saved === "outside") throw notFound();
  if (saved === "changed")
    return data({ wrong: [], values: valuesOfHead(read.head), meanwhile: true }, { status: 409 });
  return redirect(`/reorganisations/${found.publicId}?done=saved`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function EditHead() {
  const { publicId, savedAt, name, values } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, i18n } = useTranslation();
  const href = `/reorganisations/${publicId}`;
  return (
    <main id="main" className="wrap">
      <PlanCrumbs
        trail={[{ label: i18n.language === "en" ? name.en : name.vi, href }, { label: t("reorganisation:head.title") }]}
      />
      <PageTitle title={t("reorganisation:head.title")} />
      {refused?.meanwhile && <ChangedMeanwhile href={href} />}
      <PlanHeadForm
        values={refused?.values ?? values}
        wrong={refused?.wrong ?? []}
        submit={t("reorganisation:head.submit")}
        cancel={href}
      >
        <input type="hidden" name="seen" value={savedAt} />
      </PlanHeadForm>
    </main>
  );
}

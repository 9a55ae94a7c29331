import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Crumbs } from "~/components/crumbs";
import { PageTitle } from "~/components/page-title";
import { PlanHeadForm } from "~/components/reorganisation/plan-head-form";
import { now } from "~/config/clock.server";
import { pageTitle } from "~/http/page-title.server";
import { readPlanHead } from "~/http/plan-head-form.server";
import { requirePower } from "~/http/viewer.server";
import { beginPlan } from "~/models/organisation/begin-plan.server";
import { newPublicId } from "~/models/public-id.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requirePower(request, context, "change-organisation");
  const unit = new URL(request.url).searchParams.get("unit") ?? "";
  const title = await pageTitle(request, context, "reorganisation:new.title");
  return { title, once: newPublicId(), unit: /^[0-9a-z]{1,40}$/.test(unit) ? unit : "" };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "change-organisation");
  const form = await request.formData();
  const read = readPlanHead(form);
  if ("wrong" in read) return data(read, { status: 400 });
  const once = String(form.get("once") ?? "").slice(0, 40);
  const publicId = await beginPlan(viewer, read.head, once || newPublicId(), now());
  const unit = String(form.get("unit") ?? "");
  // who came from a unit's page goes on with that unit
  const next = /^[0-9a-z]{1,40}$/.test(unit) ? `/acts/new?unit=${unit}` : "?done=begun";
  return redirect(`/reorganisations/${publicId}${next}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const EMPTY = { titleVi: "", titleEn: "", date: "", document: "", note: "" };

export default function NewReorganisation() {
  const { once, unit } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <main id="main" className="wrap">
      <Crumbs
        items={[
          { label: t("people:units.title"), href: "/units" },
          { label: t("reorganisation:list.title"), href: "/reorganisations" },
          { label: t("reorganisation:new.title") },
        ]}
      />
      <PageTitle title={t("reorganisation:new.title")} lead={t("reorganisation:new.lead")} />
      <PlanHeadForm
        values={refused?.values ?? EMPTY}
        wrong={refused?.wrong ?? []}
        submit={t("reorganisation:new.submit")}
        cancel="/reorganisations"
      >
        <input type="hidden" name="once" value={once} />
        <input type="hidden" name="unit" value={unit} />
      </PlanHeadForm>
    </main>
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Crumbs } from "~/components/crumbs";
import { ErrorSummary } from "~/components/error-summary";
import { ReworkForm } from "~/components/marking/rework-form";
import { PageTitle } from "~/components/page-title";
import { now } from "~/config/clock.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { readReworkForm } from "~/http/rework-form.server";
import { requirePower } from "~/http/viewer.server";
import { placePage } from "~/models/marking/place-page.server";
import { returnFromPlace } from "~/models/marking/return-for-rework.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "mark-work");
  const page = await placePage(viewer, params.id ?? "", now(), languageOf(request, viewer));
  if (page?.kind !== "task") throw notFound();
  if (!page.open) throw redirect(`/marking/${page.place}`);
  return { title: await pageTitle(request, context, "marking:rework.title"), place: page.place, code: page.code };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "mark-work");
  const note = await readReworkForm(request);
  const outcome = await returnFromPlace(viewer, params.id ?? "", note, now());
  if (outcome === null) throw notFound();
  if (outcome === "words-missing") return data({ note }, { status: 400 });
  return redirect(outcome === "returned" ? "/marking?done=returned" : `/marking/${params.id}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Rework() {
  const { place, code } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const errors = refused ? [t("marking:rework.missing")] : [];
  return (
    <main id="main" className="narrow">
      <Crumbs
        items={[
          { label: t("marking:queue.title"), href: "/marking" },
          { label: t("marking:code", { code }), href: `/marking/${place}` },
          { label: t("marking:rework.title") },
        ]}
      />
      <ErrorSummary errors={errors.map((message) => ({ fieldId: "note", message }))} />
      <PageTitle title={t("marking:rework.title")} lead={t("marking:rework.lead")} />
      <ReworkForm typed={refused?.note ?? ""} errors={errors} back={`/marking/${place}`} />
    </main>
  );
}

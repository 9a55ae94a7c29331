import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Crumbs } from "~/components/crumbs";
import { ErrorSummary } from "~/components/error-summary";
import { ReworkForm } from "~/components/marking/rework-form";
import { PageTitle } from "~/components/page-title";
import { now, today } from "~/config/clock.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { readReworkForm } from "~/http/rework-form.server";
import { requirePower } from "~/http/viewer.server";
import { findMarkedTask, returnMarkedTask } from "~/models/marking/return-for-rework.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "release-marks");
  const task = await findMarkedTask(viewer, params.id ?? "", today(), languageOf(request, viewer));
  if (!task) throw notFound();
  return { title: await pageTitle(request, context, "marking:rework.title"), task };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "release-marks");
  const note = await readReworkForm(request);
  const outcome = await returnMarkedTask(viewer, params.id ?? "", note, now());
  if (outcome === null) throw notFound();
  if (outcome === "words-missing") return data({ note }, { status: 400 });
  return redirect(outcome === "returned" ? "/marking/release?done=returned" : "/marking/release");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ReworkMarked() {
  const { task } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const errors = refused ? [t("marking:rework.missing")] : [];
  return (
    <main id="main" className="narrow">
      <Crumbs
        items={[{ label: t("marking:release.title"), href: "/marking/release" }, { label: t("marking:rework.title") }]}
      />
      <ErrorSummary errors={errors.map((message) => ({ fieldId: "note", message }))} />
      <PageTitle
        title={t("marking:rework.title")}
        lead={t("marking:rework.leadMarked", task)}
        meta={t("marking:rework.metaMarked")}
      />
      <ReworkForm typed={refused?.note ?? ""} errors={errors} back="/marking/release" />
    </main>
  );
}

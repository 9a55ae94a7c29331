import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { NameForm } from "~/components/reports/name-form";
import { now } from "~/config/clock.server";
import { reportAddress } from "~/domain/reporting/report-query";
import { showCivilDate } from "~/domain/time/civil-date";
import { readNameForm } from "~/http/name-form.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { reportAtTheDoor } from "~/http/report-at-the-door.server";
import { newPublicId } from "~/models/public-id.server";
import { loadBoard } from "~/models/reporting/board.server";
import { saveReport } from "~/models/reporting/saved-report.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer, language, query } = await reportAtTheDoor({ request, context });
  const head = await loadBoard(viewer, query, language);
  if (!head) throw notFound();
  const title = await pageTitle(request, context, "reports:saved.new");
  return { title, query, unit: head.name, onceKey: newPublicId() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { viewer, query } = await reportAtTheDoor({ request, context });
  const { typed, onceKey, name } = await readNameForm(request);
  if (name === null) return data({ typed: typed.name ?? "" }, 400);
  const saved = await saveReport(viewer, query, { name, onceKey, at: now() });
  if (!saved) throw notFound();
  return redirect(`/reports/saved/${saved.publicId}?done=saved`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewSaved() {
  const { query, unit, onceKey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <NameForm
      title={t("reports:saved.new")}
      lead={t("reports:saved.newLead", { unit: unit ?? t("hr:all"), date: showCivilDate(query.asOf) })}
      meta={t("reports:saved.newText")}
      hint={t("reports:saved.nameHint")}
      submit={t("reports:saved.save")}
      cancelHref={reportAddress("/hr", query)}
      action={reportAddress("/reports/saved/new", query)}
      onceKey={onceKey}
      typed={refused?.typed}
      problem={refused ? t("reports:saved.nameMissing") : null}
    />
  );
}

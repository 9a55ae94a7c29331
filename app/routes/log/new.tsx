import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LogForm } from "~/components/competency/log-form";
import { Crumbs } from "~/components/crumbs";
import { now, today } from "~/config/clock.server";
import { languageOf } from "~/http/language.server";
import { readLogEntry } from "~/http/log-entry-form.server";
import { pageTitle } from "~/http/page-title.server";
import { requireViewer } from "~/http/viewer.server";
import { logChoices } from "~/models/practice-log/log-page.server";
import { writeEntry } from "~/models/practice-log/write-entry.server";
import { newPublicId } from "~/models/public-id.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  return {
    title: await pageTitle(request, context, "competency:log.write"),
    choices: await logChoices(today(), languageOf(request, viewer)),
    /** the competency that the page which led here is about */
    about: new URL(request.url).searchParams.get("competency") ?? "",
    today: today(),
    onceKey: newPublicId(),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const read = await readLogEntry(request);
  if (!read.entry) return data({ problems: read.problems, typed: read.typed }, 400);
  const outcome = await writeEntry(viewer, { entry: read.entry, insteadOf: null, onceKey: read.onceKey }, now());
  if (outcome.ok) return redirect(`/log/${outcome.entry}?done=written`);
  return data({ problems: outcome.problems, typed: read.typed }, 400);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewEntry() {
  const { choices, about, today, onceKey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <main id="main" className="narrow">
      <Crumbs items={[{ label: t("competency:log.title"), href: "/log" }, { label: t("competency:log.write") }]} />
      <LogForm
        title={t("competency:log.write")}
        lead={t("competency:log.writeLead")}
        submit={t("competency:log.submit")}
        back="/log"
        onceKey={onceKey}
        today={today}
        choices={choices}
        typed={refused?.typed ?? { competency: about }}
        problems={refused?.problems ?? []}
      />
    </main>
  );
}

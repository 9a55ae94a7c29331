import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LogForm } from "~/components/competency/log-form";
import { Crumbs } from "~/components/crumbs";
import { now, today } from "~/config/clock.server";
import { languageOf } from "~/http/language.server";
import { readLogEntry } from "~/http/log-entry-form.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { loadEntry, logChoices } from "~/models/practice-log/log-page.server";
import { writeEntry } from "~/models/practice-log/write-entry.server";
import { newPublicId } from "~/models/public-id.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const language = languageOf(request, viewer);
  const view = await loadEntry(viewer, params.id ?? "", today(), language);
  if (!view?.own) throw notFound();
  if (!view.may.includes("mend")) throw redirect(`/log/${view.entry}`);
  const { content } = view;
  return {
    title: await pageTitle(request, context, "competency:log.mend"),
    entry: view.entry,
    reason: view.history.at(-1)?.kind === "returned" ? (view.history.at(-1)?.text ?? null) : null,
    choices: await logChoices(today(), language),
    written: {
      ...content,
      people: String(content.people),
      link: content.link ?? "",
      note: content.note ?? "",
    },
    today: today(),
    onceKey: newPublicId(),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const read = await readLogEntry(request);
  if (!read.entry) return data({ problems: read.problems, typed: read.typed }, 400);
  const insteadOf = params.id ?? "";
  const outcome = await writeEntry(viewer, { entry: read.entry, insteadOf, onceKey: read.onceKey }, now());
  if (outcome.ok) return redirect(`/log/${outcome.entry}?done=mended`);
  if (!("refusal" in outcome)) return data({ problems: outcome.problems, typed: read.typed }, 400);
  if (outcome.refusal === "not-found") throw notFound();
  return data({ problems: ["not-possible" as const], typed: read.typed }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function MendEntry() {
  const { entry, reason, choices, written, today, onceKey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <main id="main" className="narrow">
      <Crumbs items={[{ label: t("competency:log.title"), href: "/log" }, { label: t("competency:log.mend") }]} />
      <LogForm
        title={t("competency:log.mend")}
        lead={t("competency:log.mendLead")}
        returned={reason}
        submit={t("competency:log.mendSubmit")}
        back={`/log/${entry}`}
        onceKey={onceKey}
        today={today}
        choices={choices}
        typed={refused?.typed ?? written}
        problems={refused?.problems ?? []}
      />
    </main>
  );
}

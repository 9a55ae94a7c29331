import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Crumbs } from "~/components/crumbs";
import { ImportResult } from "~/components/imports/import-result";
import { ImportRunning } from "~/components/imports/import-running";
import { ImportStopped } from "~/components/imports/import-stopped";
import { UnreadableFile } from "~/components/imports/unreadable-file";
import { now, today } from "~/config/clock.server";
import { OUTCOMES } from "~/domain/imports/outcome";
import { TABLE_REFUSALS } from "~/domain/imports/table";
import { hasPower } from "~/domain/permissions/viewer";
import { importOf } from "~/http/import-of.server";
import { languageOf } from "~/http/language.server";
import { notFound } from "~/http/refusals.server";
import { readChoice, readReportQuery } from "~/http/report-query.server";
import { confirmationFor } from "~/models/imports/confirmation.server";
import { firstOutcome, importRows, ROWS_PAGE } from "~/models/imports/import-rows.server";
import { countWaiting } from "~/models/imports/import-slips.server";

export async function loader(given: LoaderFunctionArgs) {
  const { viewer, run } = await importOf(given);
  if (run.state === "to-map") throw redirect(`/imports/${run.publicId}/columns`);
  const about = {
    title: `${run.fileName} · Cầu Nối`,
    id: run.publicId,
    kind: run.kind,
    fileName: run.fileName,
    effective: run.effective,
    state: run.state,
  };
  if (run.state === "running") return { ...about, view: "running" as const, progress: run.progress };
  if (run.state === "refused") return { ...about, view: "refused" as const, refusal: refusalOf(run.progress?.message) };
  if (run.state === "stopped" || !run.summary) return { ...about, view: "stopped" as const };
  const outcome = readChoice(given.request, "outcome", [firstOutcome(run), ...OUTCOMES]);
  const { page } = readReportQuery(given.request);
  const rows = await importRows(run, { outcome, page }, languageOf(given.request, viewer), today());
  if (page > 1 && rows.length === 0) throw notFound();
  const slips = run.state === "carried-out" && hasPower(viewer, "reset-password");
  return {
    ...about,
    view: "result" as const,
    summary: run.summary,
    outcome,
    rows,
    page,
    pages: Math.ceil(run.summary.rows[outcome] / ROWS_PAGE),
    mayCarryOut: (await confirmationFor(run, viewer)) !== null,
    waiting: slips ? await countWaiting(run, viewer, now()) : 0,
    mapped: run.changeId === null,
  };
}

function refusalOf(message: string | null | undefined) {
  const said = JSON.parse(message ?? "{}") as { code?: string; params?: Record<string, string> };
  return { code: TABLE_REFUSALS.find((each) => each === said.code) ?? "unknown-kind", params: said.params ?? {} };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Import() {
  const data = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <main id="main" className="wrap">
      <Crumbs items={[{ label: t("imports:list.title"), href: "/imports" }, { label: data.fileName }]} />
      {data.view === "running" && <ImportRunning progress={data.progress} />}
      {data.view === "refused" && <UnreadableFile refusal={data.refusal} />}
      {data.view === "stopped" && <ImportStopped id={data.id} />}
      {data.view === "result" && <ImportResult {...data} />}
    </main>
  );
}

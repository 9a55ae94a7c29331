import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageTitle } from "~/components/page-title";
import { ANSWERS, ReportLinks } from "~/components/reports/report-links";
import { SavedReports } from "~/components/reports/saved-reports";
import { SavedViews, ViewToast } from "~/components/reports/saved-views";
import { Section } from "~/components/section";
import { hasPower } from "~/domain/permissions/viewer";
import { readDone } from "~/http/done.server";
import { pageTitle } from "~/http/page-title.server";
import { requirePower } from "~/http/viewer.server";
import { savedReports } from "~/models/reporting/saved-report.server";
import { savedView, savedViews } from "~/models/reporting/saved-view.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "see-people");
  const done = readDone(request, ["view-saved", "view-removed", "view-restored"]);
  const id = new URL(request.url).searchParams.get("view") ?? "";
  const removed = done === "view-removed" ? await savedView(viewer, id) : null;
  return {
    title: await pageTitle(request, context, "reports:index.title"),
    views: await savedViews(viewer),
    saved: await savedReports(viewer),
    done: done === "view-removed" && !removed?.removed ? null : done,
    removed: removed?.removed ? { id: removed.id, name: removed.name } : null,
    more: [
      ...(hasPower(viewer, "see-evidence-files") ? (["sittings"] as const) : []),
      ...(hasPower(viewer, "export-people") ? (["schedules"] as const) : []),
    ],
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Reports() {
  const { views, saved, done, removed, more } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <main id="main" className="wrap">
      <ViewToast done={done} removed={removed} />
      <PageTitle title={t("reports:index.title")} lead={t("reports:index.lead")} />
      <Section className="section" title={t("reports:index.questions")}>
        <ReportLinks hrefOf={(path) => path} only={[...ANSWERS, ...more]} />
      </Section>
      <SavedViews views={views} />
      <SavedReports reports={saved} />
    </main>
  );
}

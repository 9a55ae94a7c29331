import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LogRows } from "~/components/competency/log-rows";
import { Crumbs } from "~/components/crumbs";
import { EmptyState } from "~/components/empty-state";
import { PageTitle } from "~/components/page-title";
import { Pages } from "~/components/pages";
import { Section } from "~/components/section";
import { Toast } from "~/components/toast";
import { today } from "~/config/clock.server";
import { readDone } from "~/http/done.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { readReportQuery } from "~/http/report-query.server";
import { requirePower } from "~/http/viewer.server";
import { logQueue } from "~/models/practice-log/log-lists.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "confirm-practice");
  const { page } = readReportQuery(request);
  const view = await logQueue(viewer, page, today(), languageOf(request, viewer));
  if (page > view.pages) throw notFound();
  const title = await pageTitle(request, context, "competency:queue.title");
  return { title, page, view, done: readDone(request, ["confirmed", "returned"] as const) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function LogQueue() {
  const { page, view, done } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <main id="main" className="wrap">
      <Crumbs items={[{ label: t("competency:log.title"), href: "/log" }, { label: t("competency:queue.title") }]} />
      {done && (
        <Toast tone="ok" closeHref="/log/queue">
          {t(`competency:queue.done.${done}`)}
        </Toast>
      )}
      <PageTitle
        title={t("competency:queue.title")}
        lead={view.total === 0 ? t("competency:queue.leadNone") : t("competency:queue.lead", { count: view.total })}
        meta={t("competency:queue.meta")}
      />
      <Section title={t("competency:queue.waiting")}>
        {view.lines.length === 0 ? (
          <div className="section-s">
            <EmptyState title={t("competency:queue.none")} />
          </div>
        ) : (
          <LogRows lines={view.lines} />
        )}
        <Pages
          page={page}
          count={view.pages}
          hrefOf={(other) => (other === 1 ? "/log/queue" : `/log/queue?page=${other}`)}
        />
      </Section>
    </main>
  );
}

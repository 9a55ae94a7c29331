import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { Crumbs } from "~/components/crumbs";
import { EmptyState } from "~/components/empty-state";
import { PageTitle } from "~/components/page-title";
import { Pages } from "~/components/pages";
import { RequestRows } from "~/components/request-rows";
import { Section } from "~/components/section";
import { today } from "~/config/clock.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { readChoice, readReportQuery } from "~/http/report-query.server";
import { requireViewer } from "~/http/viewer.server";
import { decidesSomewhere } from "~/models/requests/decider.server";
import { inbox, REQUESTS_PAGE } from "~/models/requests/request-lists.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  if (!decidesSomewhere(viewer)) throw notFound();
  const closed = readChoice(request, "show", ["waiting", "closed"]) === "closed";
  const { page } = readReportQuery(request);
  const view = await inbox(viewer, closed, page, today(), languageOf(request, viewer));
  if (page > 1 && view.lines.length === 0) throw notFound();
  const title = await pageTitle(request, context, "requests:inbox.title");
  return { title, closed, page, pages: Math.max(1, Math.ceil(view.total / REQUESTS_PAGE)), view };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Inbox() {
  const { closed, page, pages, view } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const show = closed ? "closed" : "waiting";
  return (
    <main id="main" className="wrap">
      <Crumbs items={[{ label: t("requests:list.title"), href: "/requests" }, { label: t("requests:inbox.title") }]} />
      <PageTitle
        title={t("requests:inbox.title")}
        lead={
          view.waiting === 0
            ? t("requests:inbox.leadNone")
            : t("requests:inbox.lead", { count: view.waiting, late: view.late })
        }
        meta={t("requests:inbox.meta")}
      />
      <Section
        title={t(`requests:inbox.${show}`, { count: view.total })}
        meta={
          <Anchor className="tap" href={closed ? "/requests/inbox" : "/requests/inbox?show=closed"}>
            {t(closed ? "requests:inbox.toWaiting" : "requests:inbox.toClosed")}
          </Anchor>
        }
      >
        {view.lines.length === 0 ? (
          <div className="section-s">
            <EmptyState title={t(`requests:inbox.none.${show}`)} />
          </div>
        ) : (
          <RequestRows lines={view.lines} withPerson />
        )}
        <Pages
          page={page}
          count={pages}
          hrefOf={(other) =>
            `/requests/inbox?${new URLSearchParams({ ...(closed ? { show } : {}), ...(other > 1 ? { page: String(other) } : {}) })}`
          }
        />
      </Section>
    </main>
  );
}

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { EmptyState } from "~/components/empty-state";
import { PageTitle } from "~/components/page-title";
import { Pages } from "~/components/pages";
import { ChangeRows } from "~/components/reorganisation/change-rows";
import { PlanRows } from "~/components/reorganisation/plan-rows";
import { Section } from "~/components/section";
import { Toast } from "~/components/toast";
import { today } from "~/config/clock.server";
import { readDone } from "~/http/done.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { readReportQuery } from "~/http/report-query.server";
import { requirePower } from "~/http/viewer.server";
import { CHANGES_PAGE } from "~/models/organisation/carried-out-changes.server";
import { reorganisationsPage } from "~/models/organisation/reorganisations-page.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "change-organisation");
  const { page } = readReportQuery(request);
  const view = await reorganisationsPage(viewer, page, today());
  if (page > 1 && view.done.changes.length === 0) throw notFound();
  const title = await pageTitle(request, context, "reorganisation:list.title");
  const done = readDone(request, ["discarded"]);
  return { title, done, view, page, pages: Math.max(1, Math.ceil(view.done.total / CHANGES_PAGE)) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Reorganisations() {
  const { done: justDone, view, page, pages } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { plans, upcoming, done } = view;
  return (
    <main id="main" className="wrap">
      <Crumbs items={[{ label: t("people:units.title"), href: "/units" }, { label: t("reorganisation:list.title") }]} />
      {justDone && (
        <Toast tone="ok" closeHref="/reorganisations">
          {t(`reorganisation:toast.${justDone}`)}
        </Toast>
      )}
      <PageTitle
        title={t("reorganisation:list.title")}
        lead={t("reorganisation:list.lead", { count: done.total })}
        actions={
          <LinkButton href="/reorganisations/new" icon="pen">
            {t("reorganisation:list.prepare")}
          </LinkButton>
        }
      />
      {plans.length > 0 && (
        <Section className="section" title={t("reorganisation:list.plans")} meta={t("reorganisation:list.plansMeta")}>
          <PlanRows plans={plans} />
        </Section>
      )}
      {upcoming.length > 0 && (
        <Section className="section" title={t("reorganisation:list.upcoming")}>
          <ChangeRows changes={upcoming} />
        </Section>
      )}
      <Section className="section" title={t("reorganisation:list.done")} meta={t("reorganisation:list.doneMeta")}>
        {done.changes.length === 0 ? (
          <div className="section-s">
            <EmptyState title={t("reorganisation:list.none")}>
              <p>{t("reorganisation:list.noneText")}</p>
            </EmptyState>
          </div>
        ) : (
          <ChangeRows changes={done.changes} />
        )}
        <Pages page={page} count={pages} hrefOf={(to) => `/reorganisations?page=${to}`} />
      </Section>
    </main>
  );
}

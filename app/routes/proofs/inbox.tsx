import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Crumbs } from "~/components/crumbs";
import { EmptyState } from "~/components/empty-state";
import { PageTitle } from "~/components/page-title";
import { Pages } from "~/components/pages";
import { ProofRows } from "~/components/proofs/proof-rows";
import { Section } from "~/components/section";
import { today } from "~/config/clock.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { readReportQuery } from "~/http/report-query.server";
import { requirePower } from "~/http/viewer.server";
import { PROOFS_PAGE, proofsToVerify } from "~/models/proofs/proof-lists.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "verify-proofs");
  const { page } = readReportQuery(request);
  const { total, lines } = await proofsToVerify(viewer, page, today(), languageOf(request, viewer));
  if (page > 1 && lines.length === 0) throw notFound();
  const title = await pageTitle(request, context, "proofs:inbox.title");
  return { title, total, lines, page, pages: Math.max(1, Math.ceil(total / PROOFS_PAGE)) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ProofInbox() {
  const { total, lines, page, pages } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <main id="main" className="wrap">
      <Crumbs items={[{ label: t("proofs:list.title"), href: "/proofs" }, { label: t("proofs:inbox.title") }]} />
      <PageTitle
        title={t("proofs:inbox.title")}
        lead={total > 0 && t("proofs:inbox.lead", { count: total })}
        meta={t("proofs:inbox.meta")}
      />
      {lines.length === 0 ? (
        <EmptyState title={t("proofs:inbox.none")} level={2}>
          <p>{t("proofs:inbox.noneText")}</p>
        </EmptyState>
      ) : (
        <Section title={t("proofs:inbox.waiting", { count: total })}>
          <ProofRows lines={lines} withPerson />
          <Pages page={page} count={pages} hrefOf={(other) => `/proofs/inbox${other > 1 ? `?page=${other}` : ""}`} />
        </Section>
      )}
    </main>
  );
}

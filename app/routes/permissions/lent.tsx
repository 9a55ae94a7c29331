import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/button";
import { LoanRows } from "~/components/loan-rows";
import { PageTitle } from "~/components/page-title";
import { Section } from "~/components/section";
import { Toast } from "~/components/toast";
import { today } from "~/config/clock.server";
import { lendablePowers } from "~/domain/permissions/may-delegate";
import { isStaff } from "~/domain/permissions/viewer";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { readChoice } from "~/http/report-query.server";
import { requireViewer } from "~/http/viewer.server";
import { ownLoans } from "~/models/access/loans.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  if (!isStaff(viewer)) throw notFound();
  return {
    title: await pageTitle(request, context, "permissions:lent.title"),
    loans: await ownLoans(viewer, today(), languageOf(request, viewer)),
    mayLend: lendablePowers(viewer).length > 0,
    done: readChoice(request, "done", ["", "lent", "loanEnded"]),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Lent() {
  const { loans, mayLend, done } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <main id="main" className="wrap">
      {done && (
        <Toast tone="ok" closeHref="/permissions/lent">
          {t(`permissions:done.${done}`)}
        </Toast>
      )}
      <PageTitle
        title={t("permissions:lent.title")}
        lead={t("permissions:lent.lead")}
        actions={mayLend && <LinkButton href="/permissions/lent/new">{t("permissions:lend.title")}</LinkButton>}
      />
      <div className="grid-2">
        <Section title={t("permissions:lent.byMe")}>
          <LoanRows loans={loans.lent} sides="to" mayEnd />
        </Section>
        <Section title={t("permissions:lent.toMe")} meta={t("permissions:lent.toMeMeta")}>
          <LoanRows loans={loans.borrowed} sides="from" />
        </Section>
      </div>
    </main>
  );
}

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { LinkButton } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { PageTitle } from "~/components/page-title";
import { ProofRows } from "~/components/proofs/proof-rows";
import { Section } from "~/components/section";
import { Toast } from "~/components/toast";
import { today } from "~/config/clock.server";
import { hasPower } from "~/domain/permissions/viewer";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { requireViewer } from "~/http/viewer.server";
import { ownProofs } from "~/models/proofs/proof-lists.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  return {
    title: await pageTitle(request, context, "proofs:list.title"),
    lines: await ownProofs(viewer, today(), languageOf(request, viewer)),
    verifies: hasPower(viewer, "verify-proofs"),
    withdrawn: new URL(request.url).searchParams.get("done") === "withdrawn",
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Proofs() {
  const { lines, verifies, withdrawn } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <main id="main" className="narrow">
      {withdrawn && (
        <Toast tone="ok" closeHref="/proofs">
          {t("proofs:done.withdrawn")}
        </Toast>
      )}
      <PageTitle title={t("proofs:list.title")} lead={t("proofs:list.lead")} />
      <p className="row">
        <LinkButton href="/proofs/new/training">{t("proofs:list.newTraining")}</LinkButton>
        <LinkButton href="/proofs/new/language" variant="secondary">
          {t("proofs:list.newLanguage")}
        </LinkButton>
      </p>
      {verifies && (
        <p>
          <Anchor className="tap" href="/proofs/inbox">
            {t("proofs:inbox.title")}
          </Anchor>
        </p>
      )}
      <Section className="section" title={t("proofs:list.own", { count: lines.length })}>
        {lines.length === 0 ? (
          <div className="section-s">
            <EmptyState title={t("proofs:list.none")}>
              <p>{t("proofs:list.noneText")}</p>
            </EmptyState>
          </div>
        ) : (
          <ProofRows lines={lines} />
        )}
      </Section>
    </main>
  );
}

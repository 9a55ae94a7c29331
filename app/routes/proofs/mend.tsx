import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { ErrorSummary } from "~/components/error-summary";
import { Note } from "~/components/note";
import { PageTitle } from "~/components/page-title";
import { fieldsOf, ProofFields, ProofPapersField } from "~/components/proofs/proof-fields";
import { useProofProblems } from "~/components/proofs/proof-problems";
import { now, today } from "~/config/clock.server";
import { languageOf } from "~/http/language.server";
import { readOutsideProof } from "~/http/outside-proof-form.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { proofPage } from "~/models/proofs/proof-page.server";
import { mendProof } from "~/models/proofs/submit-proof.server";
import { newPublicId } from "~/models/public-id.server";

/** The viewer's own proof that was returned; anything else is looked at on its own page. */
async function returned({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const page = await proofPage(viewer, params.id ?? "", today(), languageOf(request, viewer));
  if (!page?.own) throw notFound();
  if (!page.may.includes("submitted")) throw redirect(`/proofs/${page.proof}`);
  return { viewer, page };
}

export async function loader(given: LoaderFunctionArgs) {
  const { page } = await returned(given);
  const why = page.events.findLast(({ kind }) => kind === "returned")?.text ?? "";
  const title = await pageTitle(given.request, given.context, "proofs:mend.title");
  return { title, proof: page.proof, content: page.content, why, onceKey: newPublicId() };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, page } = await returned(given);
  const form = await readOutsideProof(given.request, page.content.kind, false);
  if (form.handedIn === null) return data({ problems: form.problems, typed: form.typed }, 400);
  const mended = await mendProof(viewer, page.proof, form.handedIn, now());
  return redirect(`/proofs/${page.proof}${mended ? "?done=submitted" : ""}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function MendProof() {
  const { proof, content, why, onceKey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const problems = useProofProblems(refused?.problems ?? []);
  const typed: Record<string, string> = refused ? refused.typed : fieldsOf(content);
  return (
    <main id="main" className="narrow">
      <Crumbs
        items={[
          { label: t("proofs:list.title"), href: "/proofs" },
          { label: t(`proofs:kind.${content.kind}`), href: `/proofs/${proof}` },
          { label: t("proofs:mend.title") },
        ]}
      />
      <ErrorSummary errors={problems} />
      <PageTitle title={t("proofs:mend.title")} lead={t("proofs:mend.lead")} />
      <Note tone="warn" title={t("proofs:mend.why")} icon="info">
        <p className="pre-line">{why}</p>
      </Note>
      <Form method="post" encType="multipart/form-data" className="flow section-s">
        <input type="hidden" name="onceKey" value={typed.onceKey ?? onceKey} />
        <ProofFields kind={content.kind} typed={typed} problems={problems} />
        <ProofPapersField problems={problems} optional />
        <div className="row">
          <Button>{t("proofs:new.submit")}</Button>
          <LinkButton href={`/proofs/${proof}`} variant="secondary">
            {t("proofs:new.cancel")}
          </LinkButton>
        </div>
      </Form>
    </main>
  );
}

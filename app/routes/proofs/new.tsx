import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { ErrorSummary } from "~/components/error-summary";
import { PageTitle } from "~/components/page-title";
import { ProofFields, ProofPapersField } from "~/components/proofs/proof-fields";
import { useProofProblems } from "~/components/proofs/proof-problems";
import { now } from "~/config/clock.server";
import { PROOF_KINDS } from "~/domain/proofs/outside-proof";
import { readOutsideProof } from "~/http/outside-proof-form.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { submitProof } from "~/models/proofs/submit-proof.server";
import { newPublicId } from "~/models/public-id.server";

function kindOf(params: LoaderFunctionArgs["params"]) {
  const kind = PROOF_KINDS.find((each) => each === params.kind);
  if (!kind) throw notFound();
  return kind;
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireViewer(request, context);
  const kind = kindOf(params);
  return { title: await pageTitle(request, context, `proofs:new.${kind}`), kind, onceKey: newPublicId() };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const form = await readOutsideProof(request, kindOf(params), true);
  if (form.handedIn === null) return data({ problems: form.problems, typed: form.typed }, 400);
  return redirect(`/proofs/${await submitProof(viewer, form.handedIn, now())}?done=submitted`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewProof() {
  const { kind, onceKey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const problems = useProofProblems(refused?.problems ?? []);
  const typed: Record<string, string> = refused?.typed ?? {};
  return (
    <main id="main" className="narrow">
      <Crumbs items={[{ label: t("proofs:list.title"), href: "/proofs" }, { label: t(`proofs:new.${kind}`) }]} />
      <ErrorSummary errors={problems} />
      <PageTitle title={t(`proofs:new.${kind}`)} lead={t("proofs:new.lead")} />
      <Form method="post" encType="multipart/form-data" className="flow">
        <input type="hidden" name="onceKey" value={typed.onceKey ?? onceKey} />
        <ProofFields kind={kind} typed={typed} problems={problems} />
        <ProofPapersField problems={problems} />
        <div className="row">
          <Button>{t("proofs:new.submit")}</Button>
          <LinkButton href="/proofs" variant="secondary">
            {t("proofs:new.cancel")}
          </LinkButton>
        </div>
      </Form>
    </main>
  );
}

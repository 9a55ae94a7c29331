import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { Crumbs } from "~/components/crumbs";
import { ErrorSummary } from "~/components/error-summary";
import { PageTitle } from "~/components/page-title";
import { ProofEnds } from "~/components/proofs/proof-ends";
import { ProofFacts } from "~/components/proofs/proof-facts";
import { ProofHistory } from "~/components/proofs/proof-history";
import { useProofProblems } from "~/components/proofs/proof-problems";
import { ProofBadge } from "~/components/proofs/proof-rows";
import { VerifyForm } from "~/components/proofs/verify-form";
import { Section } from "~/components/section";
import { Toast } from "~/components/toast";
import { now, today } from "~/config/clock.server";
import { languageOf } from "~/http/language.server";
import { MOST_LEVELS, readProofDecision } from "~/http/outside-proof-form.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { decideProof } from "~/models/proofs/decide-proof.server";
import { proofPage } from "~/models/proofs/proof-page.server";

const DONE = ["submitted", "returned", "verified", "refused", "revoked"] as const;

async function atTheDoor({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const page = await proofPage(viewer, params.id ?? "", today(), languageOf(request, viewer));
  if (!page) throw notFound();
  return { viewer, page };
}

export async function loader(given: LoaderFunctionArgs) {
  const { page } = await atTheDoor(given);
  const done = new URL(given.request.url).searchParams.get("done");
  const title = await pageTitle(given.request, given.context, `proofs:kind.${page.content.kind}`);
  return { title, page, mostLevels: MOST_LEVELS, done: DONE.find((each) => each === done) ?? null };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, page } = await atTheDoor(given);
  const form = await readProofDecision(given.request, page.content.kind);
  if (form.decision === null) return data({ trouble: null, problems: form.problems, typed: form.typed }, 400);
  const outcome = await decideProof(viewer, page.proof, form.decision, now());
  if (outcome === "not-found") throw notFound();
  if (outcome !== "recorded") {
    const typed = { text: form.decision.text };
    return data({ trouble: outcome, problems: [], typed }, outcome === "not-possible" ? 409 : 400);
  }
  if (form.decision.kind === "withdrawn") return redirect("/proofs?done=withdrawn");
  return redirect(`/proofs/${page.proof}?done=${form.decision.kind}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Proof() {
  const { page, done, mostLevels } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const { content, own, may } = page;
  const trouble = refused?.trouble;
  const problems = [
    ...(trouble
      ? [
          {
            fieldId: trouble === "words-missing" ? "text" : trouble === "not-yet-over" ? "to" : undefined,
            message: t(`proofs:trouble.${trouble}`),
          },
        ]
      : []),
    ...useProofProblems(refused?.problems ?? []),
  ];
  const typed = refused?.problems.length ? refused.typed : null;
  return (
    <main id="main" className={may.length > 0 ? "wrap" : "narrow"}>
      <Crumbs
        items={[
          own
            ? { label: t("proofs:list.title"), href: "/proofs" }
            : { label: t("proofs:inbox.title"), href: "/proofs/inbox" },
          { label: t(`proofs:kind.${content.kind}`) },
        ]}
      />
      {done && !refused && (
        <Toast tone="ok" closeHref={`/proofs/${page.proof}`}>
          {t(`proofs:done.${done}`)}
        </Toast>
      )}
      <ErrorSummary errors={problems} />
      <PageTitle
        title={content.title}
        lead={own ? undefined : [page.person.name, page.person.place].filter(Boolean).join(", ")}
      >
        <p>
          <ProofBadge state={page.state} />
        </p>
      </PageTitle>
      <div className={may.length > 0 ? "grid-2" : undefined}>
        <div className="flow-l">
          <Section title={t(`proofs:kind.${content.kind}`)}>
            <ProofFacts content={content} />
          </Section>
          <Section title={t("proofs:page.files", { count: page.files.length })}>
            <ul className="section-s">
              {page.files.map((file) => (
                <li key={file.publicId}>
                  <Anchor className="tap" href={`/proofs/${page.proof}/files/${file.publicId}`}>
                    {file.name}
                  </Anchor>
                </li>
              ))}
            </ul>
          </Section>
          {page.levels.length > 0 && (
            <Section title={t("proofs:page.levels")}>
              <ul className="section-s">
                {page.levels.map(({ competency, title, level }) => (
                  <li key={competency}>{t("proofs:page.level", { title, level })}</li>
                ))}
              </ul>
            </Section>
          )}
          <ProofHistory events={page.events} />
        </div>
        <div>
          {may.includes("verified") ? (
            <VerifyForm
              content={content}
              competencies={page.competencies}
              mostLevels={mostLevels}
              typed={typed}
              problems={problems}
            />
          ) : (
            <ProofEnds proof={page.proof} may={may} problems={problems} />
          )}
        </div>
      </div>
    </main>
  );
}

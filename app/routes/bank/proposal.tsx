import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { Differences } from "~/components/bank/differences";
import { bankLinks } from "~/components/bank/links";
import { ProposalBadge } from "~/components/bank/proposal-badge";
import { ProposalDecision } from "~/components/bank/proposal-decision";
import { ProposalHistory } from "~/components/bank/proposal-history";
import { ProposalWarnings } from "~/components/bank/proposal-warnings";
import { useQuestionSummary } from "~/components/bank/question-form-context";
import { QuestionPreviews } from "~/components/bank/question-previews";
import { LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { ErrorSummary } from "~/components/error-summary";
import { PageTitle } from "~/components/page-title";
import { Section } from "~/components/section";
import { Toast } from "~/components/toast";
import { now, today } from "~/config/clock.server";
import { requireBankKeeper } from "~/http/bank-at-the-door.server";
import { readDone } from "~/http/done.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { readProposalForm } from "~/http/proposal-form.server";
import { notFound } from "~/http/refusals.server";
import { approveProposal } from "~/models/bank/approve-proposal.server";
import { decideProposal } from "~/models/bank/decide-proposal.server";
import { nextProposal } from "~/models/bank/proposal-lists.server";
import { loadProposal } from "~/models/bank/proposal-page.server";
import { newPublicId } from "~/models/public-id.server";

const DONE = ["written", "propose", "proposed", "withdraw", "return", "reject", "approve"] as const;

/** What a reviewer does to one after the other. */
const DECIDED: ReadonlySet<string> = new Set(["return", "reject", "approve"]);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireBankKeeper(request, context);
  const view = await loadProposal(viewer, params.id ?? "", today(), languageOf(request, viewer));
  if (!view) throw notFound();
  const title = await pageTitle(request, context, "bank:proposal.title");
  const done = readDone(request, DONE);
  const next = done && DECIDED.has(done) ? await nextProposal(viewer, view.proposal) : null;
  return { title, view, once: newPublicId(), done, next };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireBankKeeper(request, context);
  const id = params.id ?? "";
  const { act, once, ...typed } = await readProposalForm(request);
  const given = { ...typed, onceKey: once };
  const decided =
    act === "approve"
      ? await approveProposal(viewer, id, given, now())
      : { outcome: await decideProposal(viewer, id, act, given, now()) };
  if (decided.outcome === "done") return redirect(`/bank/proposals/${id}?done=${act}`);
  if (decided.outcome === "not-found") throw notFound();
  const status = decided.outcome === "words-missing" || decided.outcome === "problems" ? 400 : 409;
  const problems = decided.outcome === "problems" ? decided.problems : [];
  return data({ trouble: decided.outcome, problems, text: typed.text }, status);
}

export const links = bankLinks;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Proposal() {
  const { view, once, done, next } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const summary = useQuestionSummary();
  const path = `/bank/proposals/${view.proposal}`;
  return (
    <main id="main" className="wrap">
      <Crumbs
        items={[
          { label: t("bank:title"), href: "/bank" },
          { label: t("bank:proposals.title"), href: "/bank/proposals" },
          { label: t("bank:proposal.title") },
        ]}
      />
      {done && !refused && (
        <Toast tone="ok" closeHref={path}>
          {t(`bank:done.${done === "approve" && view.kind === "retire" ? "approve-retire" : done}`)}
        </Toast>
      )}
      {refused && (
        <ErrorSummary
          errors={[
            {
              message: t(`bank:trouble.${refused.trouble}`),
              fieldId: refused.trouble === "words-missing" ? "text" : undefined,
            },
            ...summary(refused.problems).map(({ message }) => ({ message })),
          ]}
        />
      )}
      <PageTitle
        title={t(`bank:kind.${view.kind}`)}
        lead={t("bank:proposal.by", { name: view.by, course: view.course })}
      >
        <p className="row">
          <ProposalBadge state={view.state} />
          {view.kind !== "new" && (
            <Anchor className="tap" href={`/bank/${view.bank}/questions/${view.key}`}>
              {t("bank:proposal.toQuestion")}
            </Anchor>
          )}
          {next && !refused && (
            <LinkButton href={`/bank/proposals/${next.proposal}`}>
              {t("bank:proposal.next", { count: next.waiting })}
            </LinkButton>
          )}
        </p>
      </PageTitle>
      <ProposalWarnings view={view} />
      {view.kind === "change" && (
        <Section title={t("bank:proposal.differences")} meta={t("bank:proposal.differencesMeta")}>
          {view.differences.length === 0 ? (
            <p className="section-s">{t("bank:proposal.same")}</p>
          ) : (
            <Differences differences={view.differences} names={view.names} />
          )}
        </Section>
      )}
      <Section className="section" title={t(`bank:proposal.preview.${view.kind}`)} meta={t("bank:form.previewMeta")}>
        <QuestionPreviews previews={view.previews} />
      </Section>
      {view.may.length > 0 && (
        <Section className="section" title={t("bank:decide.title")}>
          <ProposalDecision
            proposal={view.proposal}
            may={view.may}
            seen={view.seen}
            once={once}
            typed={refused?.text ?? ""}
            wordsMissing={refused?.trouble === "words-missing"}
          />
        </Section>
      )}
      <ProposalHistory events={view.events} />
    </main>
  );
}

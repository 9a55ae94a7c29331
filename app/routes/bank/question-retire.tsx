import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { bankLinks } from "~/components/bank/links";
import { Button, LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { ErrorSummary } from "~/components/error-summary";
import { FieldFrame } from "~/components/field";
import { PageTitle } from "~/components/page-title";
import { now, today } from "~/config/clock.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { readRetirementForm } from "~/http/proposal-form.server";
import { notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { proposeRetirement } from "~/models/bank/propose-retirement.server";
import { loadQuestion } from "~/models/bank/question-page.server";
import { newPublicId } from "~/models/public-id.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "edit-questions");
  const language = languageOf(request, viewer);
  const question = await loadQuestion(viewer, params.slug ?? "", params.key ?? "", today(), language);
  if (question?.status !== "active") throw notFound();
  const { key, bank, course, papers, previews } = question;
  const stem = previews.find((preview) => preview.language === language)?.stem ?? "";
  return {
    title: await pageTitle(request, context, "bank:retire.title"),
    key,
    bank,
    course,
    papers,
    stem,
    once: newPublicId(),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "edit-questions");
  const { reason, once } = await readRetirementForm(request);
  const given = { bank: params.slug ?? "", key: params.key ?? "", reason, onceKey: once };
  const outcome = await proposeRetirement(viewer, given, now());
  if (outcome.done) return redirect(`/bank/proposals/${outcome.proposal}?done=proposed`);
  if (outcome.because === "not-found") throw notFound();
  return data({ problem: outcome.because }, 400);
}

export const links = bankLinks;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function RetireQuestion() {
  const { key, bank, course, papers, stem, once } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const { t } = useTranslation();
  const path = `/bank/${bank}/questions/${key}`;
  return (
    <main id="main" className="narrow">
      <Crumbs
        items={[
          { label: t("bank:title"), href: "/bank" },
          { label: course, href: `/bank/${bank}` },
          { label: t("bank:question.title"), href: path },
          { label: t("bank:retire.title") },
        ]}
      />
      {problem && <ErrorSummary errors={[{ fieldId: "reason", message: t(`bank:trouble.${problem}`) }]} />}
      <PageTitle title={t("bank:retire.title")} lead={t("bank:retire.lead")} />
      <p className="question">{stem}</p>
      {papers > 0 && <p className="meta section-xs">{t("bank:retire.papers", { count: papers })}</p>}
      <Form method="post" className="section-s">
        <input type="hidden" name="once" value={once} readOnly />
        <FieldFrame
          id="reason"
          label={t("bank:retire.reason")}
          errors={problem ? [t(`bank:trouble.${problem}`)] : undefined}
        >
          {(aria) => <textarea {...aria} className="input" name="reason" rows={4} maxLength={2000} />}
        </FieldFrame>
        <p className="row section-s">
          <Button>{t("bank:retire.submit")}</Button>
          <LinkButton href={path} variant="secondary">
            {t("bank:form.cancel")}
          </LinkButton>
        </p>
      </Form>
    </main>
  );
}

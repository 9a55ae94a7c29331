import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Crumbs } from "~/components/crumbs";
import { PageTitle } from "~/components/page-title";
import { RuleForm, type RuleFormProblem } from "~/components/rule-form";
import { now, today } from "~/config/clock.server";
import { conditionOf } from "~/domain/enrolment/assignment-rule";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { readRuleForm, typedOfRule } from "~/http/rule-form.server";
import { requirePower } from "~/http/viewer.server";
import { newPublicId } from "~/models/public-id.server";
import { keepsRules } from "~/models/rules/keeps-rules.server";
import { saveDraft } from "~/models/rules/rule-acts.server";
import { ruleFormChoices } from "~/models/rules/rule-form-choices.server";
import { findRule } from "~/models/rules/rules-page.server";

async function permitted({ request, context, params }: Pick<LoaderFunctionArgs, "request" | "context" | "params">) {
  const viewer = await requirePower(request, context, "manage-rules");
  const found = (await keepsRules(viewer, today())) ? await findRule(params.id ?? "", today()) : null;
  if (found?.app?.status !== "draft") throw notFound();
  return { viewer, draft: found.app };
}

export async function loader(given: LoaderFunctionArgs) {
  const { viewer, draft } = await permitted(given);
  return {
    title: await pageTitle(given.request, given.context, "rules:form.editTitle"),
    choices: await ruleFormChoices(viewer, today(), languageOf(given.request, viewer)),
    typed: typedOfRule(draft.rule, conditionOf(draft.rule), draft.replaces) ?? {},
    once: newPublicId(),
    id: draft.publicId,
  };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, draft } = await permitted(given);
  const { typed, once, problems, content } = await readRuleForm(given.request);
  if (!content) return data({ typed, problems: problems as RuleFormProblem[] }, 400);
  const outcome = await saveDraft(viewer, content, { publicId: draft.publicId, at: now(), onceKey: once });
  if (outcome.done) return redirect(`/rules/${draft.publicId}?done=saved`);
  if (outcome.because !== "unknown-programme" && outcome.because !== "changed-meanwhile") throw notFound();
  return data({ typed, problems: [outcome.because] as RuleFormProblem[] }, 400);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function EditRule() {
  const { choices, typed, once, id } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <main id="main" className="narrow">
      <Crumbs items={[{ label: t("rules:list.title"), href: "/rules" }, { label: t("rules:form.editTitle") }]} />
      <PageTitle title={t("rules:form.editTitle")} lead={t("rules:form.lead")} />
      <RuleForm
        typed={answer?.typed ?? typed}
        problems={answer?.problems ?? []}
        choices={choices}
        once={once}
        back={`/rules/${id}`}
      />
    </main>
  );
}

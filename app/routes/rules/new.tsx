import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Crumbs } from "~/components/crumbs";
import { PageTitle } from "~/components/page-title";
import { RuleForm, type RuleFormProblem } from "~/components/rule-form";
import { now, today } from "~/config/clock.server";
import { conditionOf } from "~/domain/enrolment/assignment-rule";
import { addDays } from "~/domain/time/civil-date";
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

async function permitted({ request, context }: Pick<LoaderFunctionArgs, "request" | "context">) {
  const viewer = await requirePower(request, context, "manage-rules");
  if (!(await keepsRules(viewer, today()))) throw notFound();
  return viewer;
}

export async function loader(given: LoaderFunctionArgs) {
  const viewer = await permitted(given);
  const from = new URL(given.request.url).searchParams.get("from");
  const rule = from === null ? null : ((await findRule(from, today()))?.rule ?? null);
  if (from !== null && !rule) throw notFound();
  // a rule takes the place of another from tomorrow at the earliest: the preview can be read before it counts
  const copy = rule && typedOfRule({ ...rule, valid_from: addDays(today(), 1) }, conditionOf(rule), rule.key);
  return {
    title: await pageTitle(given.request, given.context, "rules:form.newTitle"),
    choices: await ruleFormChoices(viewer, today(), languageOf(given.request, viewer)),
    typed: copy ?? { from: [addDays(today(), 1)] },
    once: newPublicId(),
  };
}

export async function action(given: ActionFunctionArgs) {
  const viewer = await permitted(given);
  const { typed, once, problems, content } = await readRuleForm(given.request);
  if (!content) return data({ typed, problems: problems as RuleFormProblem[] }, 400);
  const outcome = await saveDraft(viewer, content, { publicId: null, at: now(), onceKey: once });
  if (outcome.done) return redirect(outcome.id === "" ? "/rules" : `/rules/${outcome.id}?done=saved`);
  if (outcome.because !== "unknown-programme") throw notFound();
  return data({ typed, problems: ["unknown-programme"] as RuleFormProblem[] }, 400);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewRule() {
  const { choices, typed, once } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <main id="main" className="narrow">
      <Crumbs items={[{ label: t("rules:list.title"), href: "/rules" }, { label: t("rules:form.newTitle") }]} />
      <PageTitle title={t("rules:form.newTitle")} lead={t("rules:form.lead")} />
      <RuleForm
        typed={answer?.typed ?? typed}
        problems={answer?.problems ?? []}
        choices={choices}
        once={once}
        back="/rules"
      />
    </main>
  );
}

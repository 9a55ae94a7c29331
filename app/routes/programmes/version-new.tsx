import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { ErrorSummary } from "~/components/error-summary";
import { errorsByField } from "~/components/errors-by-field";
import { Facts } from "~/components/facts";
import { PageTitle } from "~/components/page-title";
import { ProgrammeForm } from "~/components/programmes/programme-form";
import { ProgrammeRules } from "~/components/programmes/programme-rules";
import { type RulesFormProblem, useRulesProblemWords } from "~/components/programmes/rules-problem-words";
import { Section } from "~/components/section";
import { now, today } from "~/config/clock.server";
import { pathsOf } from "~/domain/certification/programme-references";
import { showCivilDate } from "~/domain/time/civil-date";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { readProgrammeForm, typedProgramme } from "~/http/programme-form.server";
import { notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { loadProgramme, requirementNames, writableNames } from "~/models/programmes/programme-pages.server";
import { affectedBy, checkRules, setProgrammeVersion } from "~/models/programmes/set-programme-version.server";
import { newPublicId } from "~/models/public-id.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "manage-programmes");
  const language = languageOf(request, viewer);
  const page = await loadProgramme(params.key ?? "", today(), language);
  if (!page) throw notFound();
  return {
    title: await pageTitle(request, context, "programmes:form.title"),
    key: page.programme.key,
    programme: page.programme.short[language],
    typed: typedProgramme(page.programme, language),
    names: await writableNames(today(), language),
    once: newPublicId(),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "manage-programmes");
  const key = params.key ?? "";
  const { typed, problems, rules, once, confirmed } = await readProgrammeForm(request);
  const none = { typed, preview: null, once };
  if (!rules) return data({ ...none, problems: problems as RulesFormProblem[] }, 400);
  if (confirmed) {
    const outcome = await setProgrammeVersion(viewer, key, rules, { at: now(), onceKey: once });
    if (outcome.kind === "not-found") throw notFound();
    if (outcome.kind === "set") return redirect(`/programmes/${key}?done=set`);
    return data({ ...none, problems: inForm(outcome.problems) }, 400);
  }
  const wrong = await checkRules(key, rules, today());
  if (wrong === null) throw notFound();
  if (wrong.length > 0) return data({ ...none, problems: inForm(wrong) }, 400);
  const names = await requirementNames(pathsOf(rules), today(), languageOf(request, viewer));
  const preview = { rules, names, affected: await affectedBy(key, rules) };
  return data({ typed, once, problems: [] as RulesFormProblem[], preview });
}

/** The model's problems stand beside the fields of the form. */
function inForm(problems: readonly RulesFormProblem[]): RulesFormProblem[] {
  return problems.map((each) => ({ ...each, field: each.field === "renewal" ? "shorter" : each.field }));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ProgrammeVersionNew() {
  const { key, programme, typed, names, once } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const wordsOf = useRulesProblemWords(names.programmes);
  const words = (answer?.problems ?? []).map((each) => ({ fieldId: each.field, message: wordsOf(each) }));
  const preview = answer?.preview ?? null;
  const spanOf = ({ from, through }: { from: string; through: string | null }) =>
    through === null
      ? t("programmes:preview.since", { from: showCivilDate(from) })
      : t("programmes:preview.span", { from: showCivilDate(from), through: showCivilDate(through) });
  return (
    <main id="main" className="narrow">
      <Crumbs
        items={[
          { label: t("programmes:list.title"), href: "/programmes" },
          { label: programme, href: `/programmes/${key}` },
          { label: t("programmes:form.title") },
        ]}
      />
      <ErrorSummary errors={words} />
      <PageTitle title={t("programmes:form.title")} lead={t("programmes:form.lead")} />
      {preview && (
        <Section title={t("programmes:preview.title")} meta={t("programmes:preview.meta")}>
          <Facts long items={[{ term: t("programmes:preview.dates"), value: spanOf(preview.rules) }]} />
          <ProgrammeRules programme={preview.rules} names={preview.names} />
          <Facts
            numeric
            items={[
              { term: t("programmes:preview.holding"), value: preview.affected.holding },
              { term: t("programmes:preview.renewing"), value: preview.affected.renewing },
              { term: t("programmes:preview.waiting"), value: preview.affected.waiting },
            ]}
          />
          <Form method="post" className="row section-s">
            {Object.entries(answer?.typed ?? {}).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <input type="hidden" name="once" value={answer?.once ?? once} />
            <input type="hidden" name="step" value="set" />
            <Button>{t("programmes:preview.submit")}</Button>
            <LinkButton href={`/programmes/${key}`} variant="secondary">
              {t("programmes:form.cancel")}
            </LinkButton>
          </Form>
        </Section>
      )}
      <Form method="post" className="flow-l section">
        <input type="hidden" name="once" value={answer?.once ?? once} />
        <ProgrammeForm typed={answer?.typed ?? typed} errorsOf={errorsByField(words)} names={names} />
        <div className="row">
          <Button variant={preview ? "secondary" : "primary"}>{t("programmes:form.preview")}</Button>
          <LinkButton href={`/programmes/${key}`} variant="secondary">
            {t("programmes:form.cancel")}
          </LinkButton>
        </div>
      </Form>
    </main>
  );
}

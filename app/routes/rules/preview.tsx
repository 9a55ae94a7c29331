import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { ErrorSummary } from "~/components/error-summary";
import { PageTitle } from "~/components/page-title";
import { RulePreview } from "~/components/rule-preview";
import { now, today } from "~/config/clock.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { badRequest, notFound } from "~/http/refusals.server";
import { readReportQuery } from "~/http/report-query.server";
import { requirePower } from "~/http/viewer.server";
import { newPublicId } from "~/models/public-id.server";
import { keepsRules } from "~/models/rules/keeps-rules.server";
import { previewRules } from "~/models/rules/preview-rule.server";
import { activateRule, planOfDraft } from "~/models/rules/rule-acts.server";
import { rulesAsOf } from "~/models/rules/rules-in-force.server";
import { findRule, rulesScope } from "~/models/rules/rules-page.server";

async function permitted({ request, context, params }: Pick<LoaderFunctionArgs, "request" | "context" | "params">) {
  const viewer = await requirePower(request, context, "manage-rules");
  const found = (await keepsRules(viewer, today())) ? await findRule(params.id ?? "", today()) : null;
  if (!found?.app) throw notFound();
  return { viewer, app: found.app };
}

export async function loader(given: LoaderFunctionArgs) {
  const { viewer, app } = await permitted(given);
  if (app.status !== "draft") throw redirect(`/rules/${app.publicId}`);
  const language = languageOf(given.request, viewer);
  const { page } = readReportQuery(given.request);
  const plan = planOfDraft(await rulesAsOf(today()), app, today());
  const preview = await previewRules(await rulesScope(viewer, today()), plan, language, page);
  if (!preview) throw notFound();
  const title = await pageTitle(given.request, given.context, "rules:preview.title");
  return { title, id: app.publicId, name: app.rule.title[language], preview, page, once: newPublicId() };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, app } = await permitted(given);
  const once = String((await given.request.formData()).get("once") ?? "");
  if (!/^[0-9a-z]{1,40}$/.test(once)) throw badRequest();
  const outcome = await activateRule(viewer, app.publicId, { at: now(), onceKey: once });
  if (outcome.done) return redirect(`/rules/${app.publicId}?done=activated`);
  if (outcome.because === "not-found") throw notFound();
  return data({ trouble: outcome.because }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PreviewRule() {
  const { id, name, preview, page, once } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <main id="main" className="wrap">
      <Crumbs
        items={[
          { label: t("rules:list.title"), href: "/rules" },
          { label: name, href: `/rules/${id}` },
          { label: t("rules:preview.title") },
        ]}
      />
      {refused && <ErrorSummary errors={[{ message: t(`rules:trouble.${refused.trouble}`) }]} />}
      <PageTitle
        title={t("rules:preview.titleOf", { rule: name })}
        lead={t("rules:preview.lead", { count: preview.people })}
      />
      <Form method="post" className="row">
        <input type="hidden" name="once" value={once} />
        <Button>{t("rules:preview.activate")}</Button>
        <LinkButton href={`/rules/${id}`} variant="secondary">
          {t("rules:preview.notYet")}
        </LinkButton>
      </Form>
      <RulePreview
        preview={preview}
        page={page}
        hrefOf={(other) => `/rules/${id}/preview${other === 1 ? "" : `?page=${other}`}`}
      />
    </main>
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { DateField } from "~/components/date-field";
import { ErrorSummary } from "~/components/error-summary";
import { FilterForm } from "~/components/filter-form";
import { OrderFields } from "~/components/order-fields";
import { PageTitle } from "~/components/page-title";
import { RulePreview } from "~/components/rule-preview";
import { Section } from "~/components/section";
import { now, today } from "~/config/clock.server";
import { readCivilDate } from "~/domain/time/civil-date";
import { documentValue, optionalTextValue } from "~/http/form-values.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { badRequest, notFound } from "~/http/refusals.server";
import { readReportQuery } from "~/http/report-query.server";
import { requirePower } from "~/http/viewer.server";
import { newPublicId } from "~/models/public-id.server";
import { keepsRules } from "~/models/rules/keeps-rules.server";
import { previewRules } from "~/models/rules/preview-rule.server";
import { planOfEnd, retireRule } from "~/models/rules/rule-acts.server";
import { rulesAsOf } from "~/models/rules/rules-in-force.server";
import { findRule, rulesScope } from "~/models/rules/rules-page.server";

async function permitted({ request, context, params }: Pick<LoaderFunctionArgs, "request" | "context" | "params">) {
  const viewer = await requirePower(request, context, "manage-rules");
  const found = (await keepsRules(viewer, today())) ? await findRule(params.id ?? "", today()) : null;
  if (!found) throw notFound();
  return { viewer, found };
}

/** The day of the address; today where it names none that can be. */
function dayOf(request: Request): string {
  const asked = readCivilDate(new URL(request.url).searchParams.get("on") ?? "");
  return asked !== null && asked >= today() ? asked : today();
}

export async function loader(given: LoaderFunctionArgs) {
  const { viewer, found } = await permitted(given);
  const { rule, app, id } = found;
  const on = dayOf(given.request);
  const running =
    app?.status !== "draft" && app?.status !== "retired" && (rule.valid_to === null || rule.valid_to > on);
  if (!running) throw redirect(`/rules/${id}`);
  const language = languageOf(given.request, viewer);
  const { page } = readReportQuery(given.request);
  const plan = planOfEnd(await rulesAsOf(today()), rule.key, on);
  const preview = await previewRules(await rulesScope(viewer, today()), plan, language, page);
  if (!preview) throw notFound();
  const title = await pageTitle(given.request, given.context, "rules:retire.title");
  return { title, id, name: rule.title[language], on, preview, page, once: newPublicId() };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, found } = await permitted(given);
  const sent = await given.request.formData();
  const text = (name: string) => String(sent.get(name) ?? "");
  const on = readCivilDate(text("on"));
  if (!/^[0-9a-z]{1,40}$/.test(text("once")) || !on) throw badRequest();
  const typed = { document: text("document"), note: text("note") };
  const document = documentValue.safeParse(typed.document);
  const note = optionalTextValue(500).safeParse(typed.note);
  if (!document.success) return data({ trouble: "document" as const, typed }, 400);
  if (!note.success) return data({ trouble: "note" as const, typed }, 400);
  const order = { document: document.data, note: note.data, at: now(), onceKey: text("once") };
  const outcome = await retireRule(viewer, found.rule.key, on, order);
  if (outcome.done) return redirect(outcome.id === "" ? "/rules" : `/rules/${outcome.id}?done=retired`);
  if (outcome.because === "not-found") throw notFound();
  return data({ trouble: outcome.because, typed }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function RetireRule() {
  const { id, name, on, preview, page, once } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const field = refused?.trouble === "document" || refused?.trouble === "note" ? refused.trouble : undefined;
  return (
    <main id="main" className="wrap">
      <Crumbs
        items={[
          { label: t("rules:list.title"), href: "/rules" },
          { label: name, href: `/rules/${id}` },
          { label: t("rules:retire.title") },
        ]}
      />
      {refused && <ErrorSummary errors={[{ fieldId: field, message: t(`rules:trouble.${refused.trouble}`) }]} />}
      <PageTitle
        title={t("rules:retire.titleOf", { rule: name })}
        lead={t("rules:retire.lead", { count: preview.counts.ended })}
      />
      <FilterForm submit={t("rules:retire.look")}>
        <DateField
          id="on"
          name="on"
          label={t("rules:retire.on")}
          hint={t("rules:retire.onHint")}
          defaultValue={on}
          required
        />
      </FilterForm>
      <Section className="section" title={t("rules:order.title")}>
        <Form method="post" className="flow section-s">
          <input type="hidden" name="once" value={once} />
          <input type="hidden" name="on" value={on} />
          <OrderFields typed={refused?.typed} errors={field ? { [field]: [t(`rules:trouble.${field}`)] } : undefined} />
          <div className="row">
            <Button variant="danger">{t("rules:retire.submit")}</Button>
            <LinkButton href={`/rules/${id}`} variant="secondary">
              {t("rules:order.cancel")}
            </LinkButton>
          </div>
        </Form>
      </Section>
      <RulePreview
        preview={preview}
        page={page}
        hrefOf={(other) => `/rules/${id}/retire?on=${on}${other === 1 ? "" : `&page=${other}`}`}
      />
    </main>
  );
}

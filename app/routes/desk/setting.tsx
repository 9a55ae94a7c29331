import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { Button, LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { DateField } from "~/components/date-field";
import { ErrorSummary } from "~/components/error-summary";
import { Field } from "~/components/field";
import { PageTitle } from "~/components/page-title";
import { Section } from "~/components/section";
import { SettingField } from "~/components/setting-field";
import { SettingWords } from "~/components/setting-words";
import { Timeline } from "~/components/timeline";
import { now, today } from "~/config/clock.server";
import { isSettingKey, type SettingKey } from "~/domain/settings/setting";
import { readWrittenSetting } from "~/domain/settings/written-value";
import { showCivilDate } from "~/domain/time/civil-date";
import { dateValue, documentValue, optionalTextValue } from "~/http/form-values.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { badRequest, notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { newPublicId } from "~/models/public-id.server";
import { changeSetting } from "~/models/settings/change-setting.server";
import { loadSetting } from "~/models/settings/settings-page.server";

type Problem = "value" | "from" | "document" | "note";
const DATES = { first: "2017-01-01", last: "2099-12-31" };

const settingForm = z.object({
  from: dateValue.refine((date) => date >= DATES.first && date <= DATES.last),
  document: documentValue,
  note: optionalTextValue(500),
});

function keyOf(params: { key?: string }): SettingKey {
  if (!params.key || !isSettingKey(params.key)) throw notFound();
  return params.key;
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "change-organisation");
  const key = keyOf(params);
  const setting = await loadSetting(viewer, key, today(), languageOf(request, viewer));
  if (!setting) throw notFound();
  const title = await pageTitle(request, context, `desk:settings.name.${key}`);
  return { title, setting, today: today(), once: newPublicId() };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "change-organisation");
  const key = keyOf(params);
  const sent = await request.formData();
  const text = (name: string) => String(sent.get(name) ?? "");
  const onceKey = text("once");
  if (!/^[0-9a-z]{1,40}$/.test(onceKey)) throw badRequest();
  const written = sent.getAll("value").map(String);
  const value = readWrittenSetting(key, written);
  const form = settingForm.safeParse({ from: text("from"), document: text("document"), note: text("note") });
  const wrong = new Set<Problem>(form.error?.issues.map((issue) => issue.path[0] as Problem));
  if (!value) wrong.add("value");
  if (value && form.success) {
    const outcome = await changeSetting(viewer, { key, value: value.value, ...form.data, at: now(), onceKey });
    if (outcome === "not-permitted") throw notFound();
    if (outcome === "changed") throw redirect("/desk/settings?done=changed");
    wrong.add("value");
  }
  const typed = { written, from: text("from"), document: text("document"), note: text("note") };
  const order: Problem[] = ["value", "from", "document", "note"];
  return data({ problems: order.filter((name) => wrong.has(name)), typed }, 400);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SettingPage() {
  const { setting, today, once } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const { key, value, decisions } = setting;
  const problems = answer?.problems ?? [];
  const wordsOf = (problem: Problem) => t(`desk:settings.problem.${problem}`);
  const errors = (problem: Problem) => (problems.includes(problem) ? [wordsOf(problem)] : undefined);
  return (
    <main id="main" className="narrow flow-l">
      <div>
        <Crumbs
          items={[
            { label: t("desk:settings.title"), href: "/desk/settings" },
            { label: t(`desk:settings.name.${key}`) },
          ]}
        />
        <ErrorSummary errors={problems.map((problem) => ({ fieldId: problem, message: wordsOf(problem) }))} />
        <PageTitle
          title={t(`desk:settings.name.${key}`)}
          lead={
            <>
              {t("desk:settings.now")} <SettingWords of={key} value={value} />.
            </>
          }
          meta={t(`desk:settings.what.${key}`)}
        />
        <Form method="post" className="flow">
          <input type="hidden" name="once" value={once} />
          <SettingField
            of={key}
            written={answer?.typed.written ?? value.written}
            errors={errors("value")}
            units={setting.units}
          />
          <DateField
            id="from"
            name="from"
            label={t("desk:settings.fromLabel")}
            hint={t("desk:settings.fromHint")}
            errors={errors("from")}
            defaultValue={answer?.typed.from ?? today}
            required
          />
          <Field
            id="document"
            name="document"
            label={t("desk:settings.document")}
            hint={t("desk:settings.documentHint")}
            errors={errors("document")}
            defaultValue={answer?.typed.document}
            maxLength={200}
            required
          />
          <Field
            id="note"
            name="note"
            label={t("desk:settings.note")}
            errors={errors("note")}
            defaultValue={answer?.typed.note}
            maxLength={500}
            optional
          />
          <div className="row">
            <Button>{t("desk:settings.submit")}</Button>
            <LinkButton href="/desk/settings" variant="secondary">
              {t("desk:settings.cancel")}
            </LinkButton>
          </div>
        </Form>
      </div>
      <Section title={t("desk:settings.history")}>
        {decisions.length === 0 && <p className="section-s">{t("desk:settings.asSetUp")}</p>}
        <Timeline
          events={decisions.map((decision) => ({
            key: String(decision.id),
            date: decision.from,
            title: <SettingWords of={key} value={decision.value} />,
            meta: [
              decision.document,
              t("desk:settings.recorded", { date: showCivilDate(decision.recordedOn), name: decision.by ?? "" }),
              decision.note,
            ]
              .filter(Boolean)
              .join(" · "),
            retracted: decision.undone,
          }))}
        />
      </Section>
    </main>
  );
}

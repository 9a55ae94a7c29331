import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { ErrorSummary } from "~/components/error-summary";
import { RegradePreviewWords } from "~/components/exams/regrade-preview-words";
import { RegradeRuleWords } from "~/components/exams/regrade-rule-words";
import { Field } from "~/components/field";
import { PageTitle } from "~/components/page-title";
import { now, today } from "~/config/clock.server";
import { textValue } from "~/http/form-values.server";
import { pageTitle } from "~/http/page-title.server";
import { regradeOf } from "~/http/regrade-at-the-door.server";
import { readRegradeRule } from "~/http/regrade-form.server";
import { newPublicId } from "~/models/public-id.server";
import { carryOutRegrade } from "~/models/regrades/carry-out-regrade.server";
import { previewRegrade } from "~/models/regrades/preview-regrade.server";

export async function loader(given: LoaderFunctionArgs) {
  const { viewer, head, params, question, shown } = await regradeOf(given);
  const read = readRegradeRule(params, question);
  if (!("rule" in read)) throw redirect(`/exams/${head.slug}/regrade/new?${params}`);
  return {
    title: await pageTitle(given.request, given.context, "statistics:regrade.previewTitle"),
    head,
    shown,
    rule: read.rule,
    search: params.toString(),
    preview: await previewRegrade(viewer, question, read.rule, today()),
    onceKey: newPublicId(),
  };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, head, params, question } = await regradeOf(given);
  const read = readRegradeRule(params, question);
  if (!("rule" in read)) throw redirect(`/exams/${head.slug}/regrade/new?${params}`);
  const form = await given.request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const reason = textValue(500).safeParse(text("reason"));
  if (!reason.success) return data({ refusal: "reason" as const, reason: text("reason").slice(0, 500) }, 400);
  const order = { rule: read.rule, reason: reason.data, seal: text("seal"), onceKey: text("onceKey"), at: now() };
  const outcome = await carryOutRegrade(viewer, question, order);
  if (!outcome.ok) return data({ refusal: outcome.refusal, reason: reason.data }, 409);
  return redirect(`/exams/${head.slug}/regrade?done=regraded`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function RegradePreviewPage() {
  const { head, shown, rule, search, preview, onceKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const problems = answer
    ? [
        {
          fieldId: answer.refusal === "reason" ? "reason" : undefined,
          message: t(`statistics:regrade.refusal.${answer.refusal}`),
        },
      ]
    : [];
  const options = Object.fromEntries(shown.options.map(({ key, text }) => [key, text]));
  const changed = Object.values(preview.moves).reduce((sum, count) => sum + count, 0);
  const may = changed > 0 && preview.outOfReach === 0 && !preview.own;
  const edit = `/exams/${head.slug}/regrade/new?question=${shown.key}`;
  return (
    <main id="main" className="wrap flow-l">
      <div>
        <Crumbs
          items={[
            { label: t("exams:list.title"), href: "/exams" },
            { label: head.course, href: `/exams/${head.slug}` },
            { label: t("statistics:regrade.title"), href: `/exams/${head.slug}/regrade` },
            { label: t("statistics:regrade.previewTitle") },
          ]}
        />
        <ErrorSummary errors={problems} />
        <PageTitle
          title={t("statistics:regrade.previewTitle")}
          lead={t("statistics:regrade.previewLead", {
            count: changed,
            asked: preview.asked,
            gains: preview.moves["gains-pass"],
            loses: preview.moves["loses-pass"],
          })}
        />
        <p className="section-s">
          <b>{shown.stem}</b>
        </p>
        <p>
          <RegradeRuleWords rule={rule} options={options} />
        </p>
      </div>
      <RegradePreviewWords preview={preview} />
      {may ? (
        <Form method="post" action={`?${search}`} className="flow">
          <input type="hidden" name="seal" value={preview.seal} />
          <input type="hidden" name="onceKey" value={onceKey} />
          <Field
            id="reason"
            name="reason"
            label={t("statistics:regrade.reason")}
            hint={t("statistics:regrade.reasonHint")}
            maxLength={500}
            required
            defaultValue={answer?.reason}
            errors={answer?.refusal === "reason" ? [t("statistics:regrade.refusal.reason")] : undefined}
          />
          <div className="row">
            <Button variant="danger">{t("statistics:regrade.carryOut", { count: changed })}</Button>
            <LinkButton href={edit} variant="secondary">
              {t("statistics:regrade.change")}
            </LinkButton>
          </div>
        </Form>
      ) : (
        <p className="row">
          <LinkButton href={edit} variant="secondary">
            {t("statistics:regrade.change")}
          </LinkButton>
        </p>
      )}
    </main>
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { ActPage } from "~/components/authority/act-page";
import { ListFacts } from "~/components/authority/list-facts";
import { DateField } from "~/components/date-field";
import { errorsByField } from "~/components/errors-by-field";
import { Field, SelectField } from "~/components/field";
import { Note } from "~/components/note";
import { now, today } from "~/config/clock.server";
import { readAuthorityForm } from "~/http/authority-form.server";
import { dateValue, textValue } from "~/http/form-values.server";
import { issueListAtTheDoor, issueListForAct } from "~/http/issue-list-at-the-door.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { approveList } from "~/models/certification/approve-list.server";
import { signatoryChoices } from "~/models/certification/signatory-choices.server";
import { newPublicId } from "~/models/public-id.server";

const schema = z.object({
  signatory: z.string().regex(/^[0-9a-z]{1,40}$/),
  number: textValue(60),
  decidedOn: dateValue,
});

/** beside which field a refusal is said */
const PLACE = {
  moved: undefined,
  signatory: "signatory",
  "in-the-future": "decidedOn",
  "before-completion": "decidedOn",
  "number-used": "number",
  nobody: undefined,
} as const;

export async function loader(given: LoaderFunctionArgs) {
  const { viewer, list, language } = await issueListForAct(given, "approve");
  return {
    title: await pageTitle(given.request, given.context, "authority:act.approve.title"),
    list,
    own: list.entries.filter(({ own }) => own).length,
    signatories: await signatoryChoices(viewer, list.id, today(), language),
    today: today(),
    onceKey: newPublicId(),
  };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, list } = await issueListAtTheDoor(given);
  const { value, wrong, typed, onceKey } = await readAuthorityForm(given.request, schema);
  if (!value) return data({ wrong, refusal: null, typed }, 400);
  const outcome = await approveList(viewer, list.id, { ...value, onceKey, at: now() });
  if (outcome.ok) return redirect(`/issuing/${list.id}?done=${outcome.leftOut > 0 ? "approved-part" : "approved"}`);
  if (outcome.refusal === "not-found") throw notFound();
  return data({ wrong, refusal: outcome.refusal, typed }, outcome.refusal === "moved" ? 409 : 400);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ApproveList() {
  const { list, own, signatories, today, onceKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const problems = [
    ...(answer?.wrong ?? []).map((field) => ({ fieldId: field as string, message: t(`authority:wrong.${field}`) })),
    ...(answer?.refusal
      ? [{ fieldId: PLACE[answer.refusal], message: t(`authority:act.refused.${answer.refusal}`) }]
      : []),
  ];
  const errorOf = errorsByField(problems);
  const typed: Record<string, string> = answer?.typed ?? {};
  return (
    <ActPage
      crumbs={[
        { label: t("authority:list.title"), href: "/issuing" },
        { label: list.programme, href: `/issuing/${list.id}` },
      ]}
      title={t("authority:act.approve.title")}
      lead={t("authority:act.approve.lead", { count: list.entries.length })}
      problems={problems}
      about={<ListFacts list={list} />}
      onceKey={onceKey}
      submit={t("authority:act.approve.submit")}
      back={`/issuing/${list.id}`}
      form={signatories.length === 0 ? null : "plain"}
    >
      {signatories.length === 0 ? (
        <Note tone="warn" icon="alert" title={t("authority:act.approve.noSignatory")}>
          <p>{t("authority:act.approve.noSignatoryText")}</p>
        </Note>
      ) : (
        <>
          {own > 0 && (
            <Note tone="warn" icon="alert" title={t("authority:act.approve.ownTitle")}>
              <p>{t("authority:act.approve.ownText")}</p>
            </Note>
          )}
          <SelectField
            id="signatory"
            name="signatory"
            label={t("authority:field.signatory")}
            errors={errorOf("signatory")}
            defaultValue={typed.signatory ?? signatories[0]?.value}
            options={signatories}
          />
          <Field
            id="number"
            name="number"
            label={t("authority:field.number")}
            hint={t("authority:field.numberHint")}
            errors={errorOf("number")}
            defaultValue={typed.number}
            maxLength={60}
            required
          />
          <DateField
            id="decidedOn"
            name="decidedOn"
            label={t("authority:field.decidedOn")}
            errors={errorOf("decidedOn")}
            defaultValue={typed.decidedOn ?? today}
            max={today}
            required
          />
        </>
      )}
    </ActPage>
  );
}

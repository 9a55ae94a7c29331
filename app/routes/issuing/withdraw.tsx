import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { ActPage } from "~/components/authority/act-page";
import { ListFacts } from "~/components/authority/list-facts";
import { errorsByField } from "~/components/errors-by-field";
import { TextArea } from "~/components/text-area";
import { now } from "~/config/clock.server";
import { readAuthorityForm } from "~/http/authority-form.server";
import { textValue } from "~/http/form-values.server";
import { issueListAtTheDoor, issueListForAct } from "~/http/issue-list-at-the-door.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { withdrawList } from "~/models/certification/move-list.server";
import { newPublicId } from "~/models/public-id.server";

const schema = z.object({ reason: textValue(500) });

export async function loader(given: LoaderFunctionArgs) {
  const { list } = await issueListForAct(given, "withdraw");
  const title = await pageTitle(given.request, given.context, "authority:act.withdraw.title");
  return { title, list, onceKey: newPublicId() };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, list } = await issueListAtTheDoor(given);
  const { value, wrong, typed, onceKey } = await readAuthorityForm(given.request, schema);
  if (!value) return data({ wrong, refusal: null, typed }, 400);
  const outcome = await withdrawList(viewer, list.id, { text: value.reason, onceKey, at: now() });
  if (outcome.ok) return redirect("/issuing?done=withdrawn");
  if (outcome.refusal === "not-found") throw notFound();
  return data({ wrong, refusal: outcome.refusal, typed }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function WithdrawList() {
  const { list, onceKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const problems = [
    ...(answer?.wrong ?? []).map((field) => ({ fieldId: field, message: t(`authority:wrong.${field}`) })),
    ...(answer?.refusal ? [{ message: t(`authority:act.refused.${answer.refusal}`) }] : []),
  ];
  return (
    <ActPage
      crumbs={[
        { label: t("authority:list.title"), href: "/issuing" },
        { label: list.programme, href: `/issuing/${list.id}` },
      ]}
      title={t("authority:act.withdraw.title")}
      lead={t("authority:act.withdraw.lead", { count: list.entries.length })}
      problems={problems}
      about={<ListFacts list={list} />}
      onceKey={onceKey}
      submit={t("authority:act.withdraw.submit")}
      danger
      back={`/issuing/${list.id}`}
    >
      <TextArea
        id="reason"
        name="reason"
        label={t("authority:field.reason")}
        errors={errorsByField(problems)("reason")}
        defaultValue={answer?.typed.reason}
        required
      />
    </ActPage>
  );
}

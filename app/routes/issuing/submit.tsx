import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { ActPage } from "~/components/authority/act-page";
import { Choice, Choices } from "~/components/choice";
import { errorsByField } from "~/components/errors-by-field";
import { TextArea } from "~/components/text-area";
import { now } from "~/config/clock.server";
import { readAuthorityForm } from "~/http/authority-form.server";
import { optionalTextValue } from "~/http/form-values.server";
import { issueListAtTheDoor, issueListForAct } from "~/http/issue-list-at-the-door.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { submitList } from "~/models/certification/move-list.server";
import { newPublicId } from "~/models/public-id.server";

const schema = z.object({ note: optionalTextValue(500) });

export async function loader(given: LoaderFunctionArgs) {
  const { list } = await issueListForAct(given, "submit");
  const title = await pageTitle(given.request, given.context, "authority:act.submit.title");
  return { title, list, onceKey: newPublicId() };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, list } = await issueListAtTheDoor(given);
  const { value, typed, ticked, onceKey } = await readAuthorityForm(given.request, schema);
  const keep = ticked("keep").map(Number).filter(Number.isSafeInteger);
  const order = { keep, text: value?.note ?? null, onceKey, at: now() };
  const outcome = await submitList(viewer, list.id, order);
  if (outcome.ok) return redirect(`/issuing/${list.id}?done=submitted`);
  if (outcome.refusal === "not-found") throw notFound();
  return data({ refusal: outcome.refusal, keep, typed }, outcome.refusal === "nobody" ? 400 : 409);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SubmitList() {
  const { list, onceKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const problems = answer ? [{ fieldId: "keep", message: t(`authority:act.refused.${answer.refusal}`) }] : [];
  return (
    <ActPage
      crumbs={[
        { label: t("authority:list.title"), href: "/issuing" },
        { label: list.programme, href: `/issuing/${list.id}` },
      ]}
      title={t("authority:act.submit.title")}
      lead={t("authority:act.submit.lead", { count: list.entries.length })}
      problems={problems}
      onceKey={onceKey}
      submit={t("authority:act.submit.submit")}
      back={`/issuing/${list.id}`}
    >
      <Choices
        id="keep"
        legend={t("authority:act.submit.keep")}
        hint={t("authority:act.submit.keepHint")}
        errors={errorsByField(problems)("keep")}
      >
        {list.entries.map((entry) => (
          <Choice
            key={entry.entryId}
            type="checkbox"
            name="keep"
            value={entry.entryId}
            defaultChecked={answer ? answer.keep.includes(entry.entryId) : !entry.lapsed}
            note={entry.lapsed ? t("authority:list.lapsed") : entry.unit}
          >
            {entry.name} ({entry.staffCode})
          </Choice>
        ))}
      </Choices>
      <TextArea id="note" name="note" label={t("authority:field.note")} optional defaultValue={answer?.typed.note} />
    </ActPage>
  );
}

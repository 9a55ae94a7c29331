import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActPage } from "~/components/authority/act-page";
import { BothFields } from "~/components/authority/both-fields";
import { DateField } from "~/components/date-field";
import { errorsByField } from "~/components/errors-by-field";
import { Field, SelectField } from "~/components/field";
import { now, today } from "~/config/clock.server";
import { WORDING_PARTS, type WordingPart } from "~/domain/certification/wording";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { readWordingForm, wordingKind } from "~/http/wording-form.server";
import { recordWording } from "~/models/certification/record-wording.server";
import { wordingForm } from "~/models/certification/wording-form.server";
import { newPublicId } from "~/models/public-id.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "manage-programmes");
  const kind = wordingKind(request);
  const form = await wordingForm(viewer, kind, today(), languageOf(request, viewer));
  if (!form) throw notFound();
  const title = await pageTitle(request, context, `authority:wording.new.${kind}`);
  return { title, kind, form, today: today(), onceKey: newPublicId() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "manage-programmes");
  const { value, wrong, typed, onceKey } = await readWordingForm(request, wordingKind(request));
  if (!value) return data({ wrong, refusal: null, typed }, 400);
  const outcome = await recordWording(viewer, { ...value, onceKey, at: now() });
  if (outcome.ok) return redirect("/authority?done=wording");
  if (outcome.refusal === "not-found") throw notFound();
  return data({ wrong, refusal: outcome.refusal, typed }, 400);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Parts that fill a line of their own. */
const LONG: ReadonlySet<WordingPart> = new Set<WordingPart>(["copy", "heading", "recipients"]);

export default function NewWording() {
  const { kind, form, today, onceKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const problems = [
    ...(answer?.wrong ?? []).map((field) => ({
      fieldId: field,
      message: t(
        field === "from"
          ? "authority:wrong.from"
          : kind === "report"
            ? "authority:wording.wrongReport"
            : "authority:wording.wrong",
      ),
    })),
    ...(answer?.refusal ? [{ fieldId: "from", message: t(`authority:wording.refused.${answer.refusal}`) }] : []),
  ];
  const errorOf = errorsByField(problems);
  const typed: Record<string, string> = answer?.typed ?? form.words;
  return (
    <ActPage
      crumbs={[{ label: t("authority:overview.title"), href: "/authority" }]}
      title={t(`authority:wording.new.${kind}`)}
      lead={t(`authority:wording.lead.${kind}`)}
      problems={problems}
      onceKey={onceKey}
      submit={t("authority:wording.new.submit")}
      back="/authority"
    >
      {kind !== "report" && (
        <SelectField
          id="programme"
          name="programme"
          label={t("authority:field.programme")}
          defaultValue={typed.programme ?? ""}
          options={[{ value: "", label: t("authority:wording.all") }, ...form.programmes]}
        />
      )}
      {WORDING_PARTS[kind].map((part) => (
        <BothFields
          key={part}
          long={LONG.has(part)}
          of={(language) => ({
            id: `${part}-${language}`,
            name: `${part}-${language}`,
            label: t("authority:wording.partIn", {
              part: t(`authority:wording.part.${part}`),
              language: t(`authority:wording.language.${language}`),
            }),
            errors: errorOf(`${part}-${language}`),
            defaultValue: typed[`${part}-${language}`],
            hint: part === "recipients" ? t("authority:wording.recipientsHint") : undefined,
            required: part !== "unit",
            optional: part === "unit",
          })}
        />
      ))}
      {kind === "report" && (
        <Field
          id="number"
          name="number"
          label={t("authority:wording.number")}
          hint={t("authority:wording.numberHint")}
          errors={errorOf("number")}
          defaultValue={typed.number}
          maxLength={40}
          required
        />
      )}
      <DateField
        id="from"
        name="from"
        label={t("authority:field.from")}
        hint={t("authority:field.fromHint")}
        errors={errorOf("from")}
        defaultValue={typed.from ?? today}
        required
      />
    </ActPage>
  );
}

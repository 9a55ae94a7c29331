import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { LifePage } from "~/components/authority/life-page";
import { errorsByField } from "~/components/errors-by-field";
import { Field } from "~/components/field";
import { now, today } from "~/config/clock.server";
import { readAuthorityForm } from "~/http/authority-form.server";
import { certificateToActOn } from "~/http/certificate-for-act.server";
import { optionalTextValue, textValue } from "~/http/form-values.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { correctCertificate, correctionOf } from "~/models/certification/correct-certificate.server";
import { newPublicId } from "~/models/public-id.server";

const FIELDS = ["holder", "unitVi", "unitEn", "programmeVi", "programmeEn"] as const;
const schema = z.object({
  holder: textValue(120),
  unitVi: textValue(200),
  unitEn: textValue(200),
  programmeVi: textValue(300),
  programmeEn: textValue(300),
  reason: textValue(500),
  document: optionalTextValue(200),
});

export async function loader(given: LoaderFunctionArgs) {
  const { viewer, shown } = await certificateToActOn(given, "correct");
  const page = await correctionOf(viewer, shown.id, today());
  if (!page) throw notFound();
  const wordsOf = ({ holder, unit, programme }: typeof page.printed) => ({
    holder,
    unitVi: unit.vi,
    unitEn: unit.en,
    programmeVi: programme.vi,
    programmeEn: programme.en,
  });
  return {
    title: await pageTitle(given.request, given.context, "authority:life.correct.title"),
    certificate: shown,
    printed: wordsOf(page.printed),
    onRecord: wordsOf(page.onRecord),
    onceKey: newPublicId(),
  };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, shown } = await certificateToActOn(given, "correct");
  const { value, wrong, typed, onceKey } = await readAuthorityForm(given.request, schema);
  if (!value) return data({ wrong, refusal: null, typed }, 400);
  const { holder, unitVi, unitEn, programmeVi, programmeEn, reason, document } = value;
  const words = { holder, unit: { vi: unitVi, en: unitEn }, programme: { vi: programmeVi, en: programmeEn } };
  const outcome = await correctCertificate(viewer, shown.id, { words, reason, document, onceKey, at: now() });
  if (outcome.ok) return redirect(`/certificates/${outcome.publicId}?done=corrected`);
  if (outcome.refusal === "not-found") throw notFound();
  return data({ wrong, refusal: outcome.refusal, typed }, outcome.refusal === "nothing-changed" ? 400 : 409);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Correct() {
  const { certificate, printed, onRecord, onceKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const problems = [
    ...(answer?.wrong ?? []).map((field) => ({ fieldId: field as string, message: t(`authority:wrong.${field}`) })),
    ...(answer?.refusal ? [{ message: t(`authority:life.refused.${answer.refusal}`) }] : []),
  ];
  const errorOf = errorsByField(problems);
  return (
    <LifePage act="correct" certificate={certificate} problems={problems} typed={answer?.typed ?? {}} onceKey={onceKey}>
      {FIELDS.map((field) => (
        <Field
          key={field}
          id={field}
          name={field}
          label={t(`authority:field.${field}`)}
          hint={t("authority:life.correct.printed", { words: printed[field] })}
          errors={errorOf(field)}
          defaultValue={answer?.typed[field] ?? onRecord[field]}
          required
        />
      ))}
    </LifePage>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { LifePage } from "~/components/authority/life-page";
import { Field } from "~/components/field";
import { today } from "~/config/clock.server";
import { doLifeAct, lifePage, lifeSchema } from "~/http/certificate-life-form.server";
import { textValue } from "~/http/form-values.server";
import { notFound } from "~/http/refusals.server";
import { correctCertificate, correctionOf } from "~/models/certification/correct-certificate.server";

const FIELDS = ["holder", "unitVi", "unitEn", "programmeVi", "programmeEn"] as const;
const schema = z.object({
  holder: textValue(120),
  unitVi: textValue(200),
  unitEn: textValue(200),
  programmeVi: textValue(300),
  programmeEn: textValue(300),
  ...lifeSchema.shape,
});

export async function loader(given: LoaderFunctionArgs) {
  const { viewer, page } = await lifePage(given, "correct");
  const words = await correctionOf(viewer, page.certificate.id, today());
  if (!words) throw notFound();
  const wordsOf = ({ holder, unit, programme }: typeof words.printed) => ({
    holder,
    unitVi: unit.vi,
    unitEn: unit.en,
    programmeVi: programme.vi,
    programmeEn: programme.en,
  });
  return { ...page, printed: wordsOf(words.printed), onRecord: wordsOf(words.onRecord) };
}

export const action = (given: ActionFunctionArgs) =>
  doLifeAct(
    given,
    "correct",
    schema,
    (viewer, id, { holder, unitVi, unitEn, programmeVi, programmeEn, ...why }, by) => {
      const words = { holder, unit: { vi: unitVi, en: unitEn }, programme: { vi: programmeVi, en: programmeEn } };
      return correctCertificate(viewer, id, { words, ...why, ...by });
    },
    "corrected",
  );

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Correct() {
  const { certificate, printed, onRecord, onceKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <LifePage
      act="correct"
      certificate={certificate}
      onceKey={onceKey}
      answer={answer}
      fields={({ errorOf, typed }) =>
        FIELDS.map((field) => (
          <Field
            key={field}
            id={field}
            name={field}
            label={t(`authority:field.${field}`)}
            hint={t("authority:life.correct.printed", { words: printed[field] })}
            errors={errorOf(field)}
            defaultValue={typed[field] ?? onRecord[field]}
            required
          />
        ))
      }
    />
  );
}

import { useTranslation } from "react-i18next";
import { errorsByField } from "../errors-by-field";
import type { PersonChoice } from "../person-field";
import type { UnitOptionGroup } from "../unit-field";
import { ActPage } from "./act-page";
import { SignatoryFields } from "./signatory-fields";
import { type SignatoryAnswer, useSignatoryProblems } from "./use-signatory-problems";

/** The form of a signatory, new or in place of the one on record; `fields`: what it begins with. */
export function SignatoryPage({
  act,
  fields,
  units,
  today,
  onceKey,
  answer,
}: {
  act: "new" | "replace";
  fields: Readonly<Record<string, string>>;
  units: readonly UnitOptionGroup[];
  today: string;
  onceKey: string;
  answer: (SignatoryAnswer & { typed: Readonly<Record<string, string>>; choices: readonly PersonChoice[] }) | undefined;
}) {
  const { t } = useTranslation();
  const problems = useSignatoryProblems(answer);
  return (
    <ActPage
      crumbs={[{ label: t("authority:overview.title"), href: "/authority" }]}
      title={t(`authority:signatory.${act}.title`)}
      lead={t(`authority:signatory.${act}.lead`)}
      problems={problems}
      onceKey={onceKey}
      submit={t(`authority:signatory.${act}.submit`)}
      back="/authority"
    >
      <SignatoryFields
        typed={answer?.typed ?? fields}
        errorOf={errorsByField(problems)}
        units={units}
        choices={answer?.choices ?? []}
        today={today}
      />
    </ActPage>
  );
}

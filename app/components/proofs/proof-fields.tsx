import { useTranslation } from "react-i18next";
import {
  LANGUAGE_LEVELS,
  LANGUAGES,
  PROVIDERS,
  type ProofContent,
  type ProofKind,
  TOPICS,
} from "~/domain/proofs/outside-proof";
import { DateField } from "../date-field";
import { errorsByField } from "../errors-by-field";
import { Field, SelectField } from "../field";
import { ProofFilesField } from "../proof-files-field";

export interface ProofFieldsProps {
  kind: ProofKind;
  typed: Record<string, string>;
  problems: readonly { fieldId?: string; message: string }[];
}

/** What was learnt or proved outside, as fields: the same for whoever hands it in and for whoever verifies it. */
export function ProofFields({ kind, typed, problems }: ProofFieldsProps) {
  const { t } = useTranslation();
  const errorOf = errorsByField(problems);
  const face = (id: string) => ({ id, name: id, errors: errorOf(id), defaultValue: typed[id] });
  const choose = { value: "", label: t("proofs:field.choose") };
  if (kind === "language") {
    return (
      <>
        <SelectField
          {...face("language")}
          label={t("proofs:field.language")}
          options={[choose, ...LANGUAGES.map((value) => ({ value, label: t(`proofs:language.${value}`) }))]}
        />
        <SelectField
          {...face("level")}
          label={t("proofs:field.level")}
          hint={t("proofs:field.levelHint")}
          options={[choose, ...LANGUAGE_LEVELS.map((value) => ({ value, label: value }))]}
        />
        <Field {...face("title")} label={t("proofs:field.paper")} hint={t("proofs:field.paperHint")} maxLength={200} />
        <DateField {...face("takenOn")} label={t("proofs:field.takenOn")} />
        <DateField {...face("until")} label={t("proofs:field.until")} hint={t("proofs:field.untilHint")} optional />
      </>
    );
  }
  return (
    <>
      <Field {...face("title")} label={t("proofs:field.title")} maxLength={200} />
      <SelectField
        {...face("topic")}
        label={t("proofs:field.topic")}
        options={[choose, ...TOPICS.map((value) => ({ value, label: t(`proofs:topic.${value}`) }))]}
      />
      <SelectField
        {...face("provider")}
        label={t("proofs:field.provider")}
        options={[choose, ...PROVIDERS.map((value) => ({ value, label: t(`proofs:provider.${value}`) }))]}
      />
      <Field
        {...face("providerName")}
        label={t("proofs:field.providerName")}
        hint={t("proofs:field.providerNameHint")}
        optional
        maxLength={200}
      />
      <Field
        {...face("hours")}
        label={t("proofs:field.hours")}
        hint={t("proofs:field.hoursHint")}
        short
        inputMode="decimal"
      />
      <DateField {...face("from")} label={t("proofs:field.from")} />
      <DateField {...face("to")} label={t("proofs:field.to")} />
      <Field {...face("place")} label={t("proofs:field.place")} maxLength={200} />
      <DateField {...face("until")} label={t("proofs:field.until")} hint={t("proofs:field.untilHint")} optional />
    </>
  );
}

/** The papers that say so. */
export function ProofPapersField({ problems, optional }: Pick<ProofFieldsProps, "problems"> & { optional?: boolean }) {
  const { t } = useTranslation();
  return (
    <ProofFilesField
      optional={optional}
      label={t("proofs:field.proof")}
      hint={t("proofs:field.proofHint")}
      errors={errorsByField(problems)("proof")}
    />
  );
}

/** A claim as its fields hold it. */
export function fieldsOf(content: ProofContent): Record<string, string> {
  const until = content.until ?? "";
  if (content.kind === "language") {
    const { language, level, title, takenOn } = content;
    return { language, level, title, takenOn, until };
  }
  const { title, topic, provider, providerName, hours, from, to, place } = content;
  return { title, topic, provider, providerName, hours: String(hours).replace(".", ","), place, from, to, until };
}

import { useTranslation } from "react-i18next";
import { AUTHORITIES } from "~/domain/certification/authority";
import { DateField } from "../date-field";
import { Field, SelectField } from "../field";
import { type PersonChoice, PersonField } from "../person-field";
import { UnitField, type UnitOptionGroup } from "../unit-field";

const PRINTED = [
  "bodyVi",
  "bodyEn",
  "departmentVi",
  "departmentEn",
  "name",
  "titleVi",
  "titleEn",
  "placeVi",
  "placeEn",
] as const;

/** Everything that is recorded of a signatory: for whom, what the paper prints, by which decision, who approves, from when. */
export function SignatoryFields({
  typed,
  errorOf,
  units,
  choices,
  today,
}: {
  typed: Readonly<Record<string, string>>;
  errorOf: (field: string) => string[] | undefined;
  units: readonly UnitOptionGroup[];
  choices: readonly PersonChoice[];
  today: string;
}) {
  const { t } = useTranslation();
  const text = (field: (typeof PRINTED)[number] | "ofVi" | "ofEn", optional = false) => (
    <Field
      key={field}
      id={field}
      name={field}
      label={t(`authority:field.${field}`)}
      errors={errorOf(field)}
      defaultValue={typed[field]}
      maxLength={200}
      optional={optional}
      required={!optional}
    />
  );
  return (
    <>
      <UnitField
        id="unit"
        name="unit"
        label={t("authority:field.signsFor")}
        hint={t("authority:field.signsForHint")}
        errors={errorOf("unit")}
        groups={units}
        defaultValue={typed.unit}
      />
      {PRINTED.slice(0, 4).map((field) => text(field))}
      <SelectField
        id="authority"
        name="authority"
        label={t("authority:field.authority")}
        hint={t("authority:field.authorityHint")}
        errors={errorOf("authority")}
        defaultValue={typed.authority ?? "none"}
        options={AUTHORITIES.map((authority) => ({ value: authority, label: t(`authority:authority.${authority}`) }))}
      />
      {text("ofVi", true)}
      {text("ofEn", true)}
      {PRINTED.slice(4).map((field) => text(field))}
      <Field
        id="number"
        name="number"
        label={t("authority:field.mandate")}
        hint={t("authority:field.numberHint")}
        errors={errorOf("number")}
        defaultValue={typed.number}
        maxLength={60}
        required
      />
      <DateField
        id="signedOn"
        name="signedOn"
        label={t("authority:field.mandateOn")}
        errors={errorOf("signedOn")}
        defaultValue={typed.signedOn}
        required
      />
      <PersonField
        id="person"
        name="person"
        label={t("authority:field.person")}
        hint={t("authority:field.personHint")}
        errors={errorOf("person")}
        defaultValue={typed.person}
        choices={choices}
        optional
      />
      <DateField
        id="from"
        name="from"
        label={t("authority:field.from")}
        errors={errorOf("from")}
        defaultValue={typed.from ?? today}
        required
      />
      <DateField
        id="lastDay"
        name="lastDay"
        label={t("authority:field.lastDay")}
        errors={errorOf("lastDay")}
        defaultValue={typed.lastDay}
        optional
      />
    </>
  );
}

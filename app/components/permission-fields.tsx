import { useTranslation } from "react-i18next";
import { Field } from "./field";
import { type PersonChoice, PersonField } from "./person-field";
import { SpanFields } from "./span-fields";
import { UnitField, type UnitOptionGroup } from "./unit-field";

export interface PermissionFieldsProps {
  typed: Readonly<Record<string, string>>;
  errorOf: (field: "person" | "unit" | "from" | "lastDay" | "document") => string[] | undefined;
  choices: readonly PersonChoice[];
  units: readonly UnitOptionGroup[];
  today: string;
  personHint: string;
  unitHint: string;
  lastDayHint: string;
  lastDayOptional?: boolean;
  /** what is given: a select between person and unit */
  children: React.ReactNode;
}

/** To whom, what, over which unit, from when until when, under which document: a permission given, or a power lent. */
export function PermissionFields({
  typed,
  errorOf,
  choices,
  units,
  today,
  personHint,
  unitHint,
  lastDayHint,
  lastDayOptional = false,
  children,
}: PermissionFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <PersonField
        id="person"
        name="person"
        label={t("permissions:field.person")}
        hint={personHint}
        errors={errorOf("person")}
        defaultValue={typed.person}
        choices={choices}
        maxLength={100}
        required
      />
      {children}
      <UnitField
        id="unit"
        name="unit"
        label={t("permissions:field.unit")}
        hint={unitHint}
        errors={errorOf("unit")}
        groups={units}
        none={t("permissions:field.choose")}
        defaultValue={typed.unit ?? ""}
      />
      <SpanFields
        typed={typed}
        today={today}
        errorOf={errorOf}
        words={{ from: t("permissions:field.from"), lastDay: t("permissions:field.lastDay"), lastDayHint }}
        endless={lastDayOptional}
      />
      <DocumentFields typed={typed} errors={errorOf("document")} />
    </>
  );
}

/** The document that orders an act, and a note. */
export function DocumentFields({
  typed,
  errors,
}: {
  typed: Readonly<Record<string, string>>;
  errors: string[] | undefined;
}) {
  const { t } = useTranslation();
  return (
    <>
      <Field
        id="document"
        name="document"
        label={t("permissions:field.document")}
        hint={t("permissions:field.documentHint")}
        errors={errors}
        defaultValue={typed.document}
        maxLength={200}
        required
      />
      <Field
        id="note"
        name="note"
        label={t("permissions:field.note")}
        defaultValue={typed.note}
        maxLength={500}
        optional
      />
    </>
  );
}

import { useTranslation } from "react-i18next";
import { Field } from "../field";
import type { ActFieldsProps } from "./act-form-props";
import { useWrong } from "./use-wrong";

/** A name in both languages. */
export function NameFields({ values, wrong, optional }: ActFieldsProps & { optional?: boolean }) {
  const { t } = useTranslation();
  const errorsOf = useWrong(wrong);
  return (
    <>
      <Field
        id="nameVi"
        name="nameVi"
        label={t("reorganisation:field.nameVi")}
        errors={errorsOf("nameVi")}
        defaultValue={values.nameVi}
        maxLength={200}
        optional={optional}
      />
      <Field
        id="nameEn"
        name="nameEn"
        label={t("reorganisation:field.nameEn")}
        errors={errorsOf("nameEn")}
        defaultValue={values.nameEn}
        maxLength={200}
        optional={optional}
      />
    </>
  );
}

/** How a unit is called within a list whose heading says the rest. */
export function ShortNameFields({ values, wrong }: ActFieldsProps) {
  const { t } = useTranslation();
  const errorsOf = useWrong(wrong);
  return (
    <>
      <Field
        id="shortVi"
        name="shortVi"
        label={t("reorganisation:field.shortVi")}
        hint={t("reorganisation:field.shortHint")}
        errors={errorsOf("shortVi")}
        defaultValue={values.shortVi}
        maxLength={80}
        optional
      />
      <Field
        id="shortEn"
        name="shortEn"
        label={t("reorganisation:field.shortEn")}
        errors={errorsOf("shortEn")}
        defaultValue={values.shortEn}
        maxLength={80}
        optional
      />
    </>
  );
}

/** A new unit: its names, its code with the institution, and the area it answers for where the viewer may say so. */
export function NewUnitFields(props: ActFieldsProps) {
  const { t } = useTranslation();
  const errorsOf = useWrong(props.wrong);
  return (
    <>
      <NameFields {...props} />
      <ShortNameFields {...props} />
      <Field
        id="vssCode"
        name="vssCode"
        label={t("reorganisation:field.vssCode")}
        hint={t("reorganisation:field.vssCodeHint")}
        errors={errorsOf("vssCode")}
        defaultValue={props.values.vssCode}
        maxLength={20}
        short
        optional
      />
    </>
  );
}

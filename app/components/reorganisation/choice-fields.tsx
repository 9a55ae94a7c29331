import { useTranslation } from "react-i18next";
import { UNIT_TYPES } from "~/domain/organisation/organisation-facts";
import { Check, Choices } from "../choice";
import { Field, SelectField } from "../field";
import { Fold } from "../fold";
import { UnitField, type UnitOptionGroup } from "../unit-field";
import type { ActFieldsProps } from "./act-form-props";
import { useWrong } from "./use-wrong";

/** The unit that the act is about. */
export function TheUnit({ values, wrong, choices, label, hint }: ActFieldsProps & { label: string; hint?: string }) {
  const { t } = useTranslation();
  return (
    <UnitField
      id="unit"
      name="unit"
      label={label}
      hint={hint}
      groups={choices.units}
      none={t("reorganisation:field.choose")}
      errors={useWrong(wrong)("unit")}
      defaultValue={values.unit}
    />
  );
}

/** The unit above. `root`: the words of the choice that it stands under none. */
export function TheParent({ values, wrong, choices, label, root }: ActFieldsProps & { label: string; root?: string }) {
  const { t } = useTranslation();
  return (
    <UnitField
      id="parent"
      name="parent"
      label={label}
      groups={choices.units}
      none={root ?? t("reorganisation:field.choose")}
      errors={useWrong(wrong)("parent")}
      defaultValue={values.parent}
    />
  );
}

export function TheLevel({ values, wrong, choices }: ActFieldsProps) {
  const { t } = useTranslation();
  return (
    <SelectField
      id="level"
      name="level"
      label={t("reorganisation:field.level")}
      options={[{ value: "", label: t("reorganisation:field.choose") }, ...choices.levels]}
      errors={useWrong(wrong)("level")}
      defaultValue={values.level}
    />
  );
}

export function TheArea({ values, wrong, choices, optional }: ActFieldsProps & { optional?: boolean }) {
  const { t } = useTranslation();
  const errorsOf = useWrong(wrong);
  if (choices.areas.length === 0) return null;
  return (
    <SelectField
      id="area"
      name="area"
      label={t("reorganisation:field.area")}
      hint={optional ? t("reorganisation:field.areaHint") : undefined}
      options={[
        { value: "", label: t(optional ? "reorganisation:field.noArea" : "reorganisation:field.choose") },
        ...choices.areas,
      ]}
      errors={errorsOf("area")}
      defaultValue={values.area}
      optional={optional}
    />
  );
}

export function TheType({ values, wrong }: ActFieldsProps) {
  const { t } = useTranslation();
  const types = UNIT_TYPES.map((type) => ({ value: type as string, label: t(`reorganisation:type.${type}`) }));
  return (
    <SelectField
      id="type"
      name="type"
      label={t("reorganisation:field.type")}
      options={[{ value: "", label: t("reorganisation:field.choose") }, ...types]}
      errors={useWrong(wrong)("type")}
      defaultValue={values.type}
    />
  );
}

/** Code and kind of an area. */
export function AreaFields({ values, wrong, optional }: ActFieldsProps & { optional?: boolean }) {
  const { t } = useTranslation();
  const errorsOf = useWrong(wrong);
  const empty = t(optional ? "reorganisation:field.unchanged" : "reorganisation:field.choose");
  return (
    <>
      <Field
        id="code"
        name="code"
        label={t("reorganisation:field.code")}
        hint={t("reorganisation:field.codeHint")}
        errors={errorsOf("code")}
        defaultValue={values.code}
        inputMode="numeric"
        maxLength={2}
        short
        optional={optional}
      />
      <SelectField
        id="areaKind"
        name="areaKind"
        label={t("reorganisation:field.areaKind")}
        options={[
          { value: "", label: empty },
          { value: "province", label: t("reorganisation:field.province") },
          { value: "city", label: t("reorganisation:field.city") },
        ]}
        errors={errorsOf("areaKind")}
        defaultValue={values.areaKind}
        optional={optional}
      />
    </>
  );
}

/** Several units by boxes to tick, folded by the unit above; what is ticked stands open. */
export function UnitBoxes({
  field,
  groups,
  values,
  wrong,
  legend,
  hint,
}: Pick<ActFieldsProps, "values" | "wrong"> & {
  field: "units" | "successors" | "areas";
  groups: readonly UnitOptionGroup[];
  legend: string;
  hint?: string;
}) {
  const { t } = useTranslation();
  const chosen = values[field];
  return (
    <div className="field section-s">
      <Choices id={field} legend={legend} hint={hint} errors={useWrong(wrong)(field)}>
        {groups.map((group, index) => {
          const ticked = group.options.filter(({ value }) => chosen.includes(value)).length;
          return (
            <Fold
              // the provincial units below the centre and its own departments have one heading
              // biome-ignore lint/suspicious/noArrayIndexKey: the groups are a whole
              key={`${group.label} ${index}`}
              open={ticked > 0 || groups.length === 1}
              summary={
                <>
                  {group.label}{" "}
                  <span className="meta">{t("reorganisation:field.groupOf", { count: group.options.length })}</span>
                </>
              }
            >
              {group.options.map(({ value, label }) => (
                <div key={value}>
                  <Check name={field} value={value} defaultChecked={chosen.includes(value)}>
                    {label}
                  </Check>
                </div>
              ))}
            </Fold>
          );
        })}
      </Choices>
    </div>
  );
}

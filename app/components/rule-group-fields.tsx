import { useTranslation } from "react-i18next";
import { UNIT_LEVELS } from "~/domain/competency/framework";
import { UNIT_TYPES } from "~/domain/organisation/organisation-facts";
import { EMPLOYMENTS } from "~/domain/people/people-batch";
import { Check, Choices } from "./choice";
import { Field, SelectField } from "./field";
import { UnitField, type UnitOptionGroup } from "./unit-field";

const FLAGS = ["oneStop", "deputy", "acting"] as const;

/** One group of conditions of a rule's form: all that is said must fit; what is left empty is not asked. */
export function RuleGroupFields({
  group,
  typed,
  positions,
  units,
}: {
  group: number;
  typed: Readonly<Record<string, readonly string[]>>;
  positions: readonly { value: string; label: string }[];
  units: readonly UnitOptionGroup[];
}) {
  const { t } = useTranslation();
  const name = (field: string) => `g${group}-${field}`;
  const has = (field: string, value: string) => typed[name(field)]?.includes(value) ?? false;
  const first = (field: string) => typed[name(field)]?.[0];
  const boxes = (field: string, options: readonly { value: string; label: string }[]) => (
    <div className="row">
      {options.map(({ value, label }) => (
        <Check key={value} name={name(field)} value={value} defaultChecked={has(field, value)}>
          {label}
        </Check>
      ))}
    </div>
  );
  return (
    <div className="flow">
      <Choices legend={t("rules:form.position")} id={name("position")}>
        {boxes("position", positions)}
      </Choices>
      <Choices legend={t("rules:form.level")}>
        {boxes(
          "level",
          UNIT_LEVELS.map((value) => ({ value, label: t(`rules:level.${value}`) })),
        )}
      </Choices>
      <UnitField
        id={name("under")}
        name={name("under")}
        label={t("rules:form.under")}
        hint={t("rules:form.underHint")}
        groups={units}
        none={t("rules:form.anyUnit")}
        defaultValue={first("under") ?? ""}
        optional
      />
      <Choices legend={t("rules:form.type")}>
        {boxes(
          "type",
          UNIT_TYPES.map((value) => ({ value, label: t(`reorganisation:type.${value}`) })),
        )}
      </Choices>
      <div className="inline-form">
        {FLAGS.map((flag) => (
          <SelectField
            key={flag}
            id={name(flag)}
            name={name(flag)}
            label={t(`rules:form.${flag}`)}
            defaultValue={first(flag) ?? ""}
            options={[
              { value: "", label: t("rules:form.either") },
              { value: "yes", label: t("rules:form.yes") },
              { value: "no", label: t("rules:form.no") },
            ]}
          />
        ))}
      </div>
      <Choices legend={t("rules:form.employment")}>
        {boxes(
          "employment",
          EMPLOYMENTS.map((value) => ({ value, label: t(`rules:employment.${value}`) })),
        )}
      </Choices>
      <div className="inline-form">
        <Field
          id={name("least")}
          name={name("least")}
          type="number"
          min={0}
          max={36500}
          label={t("rules:form.least")}
          defaultValue={first("least")}
          optional
          short
        />
        <Field
          id={name("most")}
          name={name("most")}
          type="number"
          min={0}
          max={36500}
          label={t("rules:form.most")}
          defaultValue={first("most")}
          optional
          short
        />
      </div>
      <Check name={name("new")} value="yes" defaultChecked={has("new", "yes")}>
        {t("rules:form.new")}
      </Check>
    </div>
  );
}

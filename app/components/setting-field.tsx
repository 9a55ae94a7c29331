import { useTranslation } from "react-i18next";
import { UNIT_TYPES } from "~/domain/organisation/organisation-facts";
import { FOCAL_LEVELS, type SettingKey } from "~/domain/settings/setting";
import { settingKind } from "~/domain/settings/written-value";
import { Choice, Choices } from "./choice";
import { Field } from "./field";
import { UnitField, type UnitOptionGroup } from "./unit-field";

/** The input for the value of a setting, named "value". `written`: what stands in it. */
export function SettingField({
  of,
  written,
  errors,
  units,
}: {
  of: SettingKey;
  written: readonly string[];
  errors?: readonly string[];
  units: readonly UnitOptionGroup[];
}) {
  const { t } = useTranslation();
  const kind = settingKind(of);
  const label = t("desk:settings.value");
  if (kind === "levels" || kind === "types") {
    const choices =
      kind === "types"
        ? UNIT_TYPES.map((value) => ({ value, label: t(`desk:settings.type.${value}`) }))
        : FOCAL_LEVELS.map((value) => ({ value, label: t(`hr:level.${value}`) }));
    return (
      <Choices legend={label} id="value" errors={errors}>
        {choices.map((choice) => (
          <Choice
            key={choice.value}
            type="checkbox"
            name="value"
            value={choice.value}
            defaultChecked={written.includes(choice.value)}
          >
            {choice.label}
          </Choice>
        ))}
      </Choices>
    );
  }
  const face = { id: "value", name: "value", label, errors, defaultValue: written[0] ?? "" };
  if (kind === "unit") return <UnitField {...face} groups={units} none={t("desk:settings.noUnit")} />;
  return <Field {...face} short inputMode="numeric" hint={t(`desk:settings.unit.${kind}`)} required />;
}

import { useTranslation } from "react-i18next";
import type { UnitTypeKey } from "~/domain/organisation/organisation-facts";
import type { FocalLevel, SettingKey } from "~/domain/settings/setting";
import { isFigureSetting } from "~/domain/settings/written-value";

export interface SettingValueData {
  figure: number | null;
  levels: readonly FocalLevel[];
  types: readonly UnitTypeKey[];
  unit: string | null;
}

/** The value of a setting in words: "24 tháng", "Cấp tỉnh", "Chưa chỉ định". */
export function SettingWords({ of, value }: { of: SettingKey; value: SettingValueData }) {
  const { t } = useTranslation();
  if (isFigureSetting(of)) return <>{t(`desk:settings.figure.${of}`, { count: value.figure ?? 0 })}</>;
  if (of === "focal-unit") return <>{value.unit ?? t("desk:settings.noUnit")}</>;
  const named = [
    ...value.levels.map((level) => t(`hr:level.${level}`)),
    ...value.types.map((type) => t(`desk:settings.type.${type}`)),
  ];
  return <>{named.length > 0 ? named.join(", ") : t("desk:settings.none")}</>;
}

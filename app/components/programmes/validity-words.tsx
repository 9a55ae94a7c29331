import { useTranslation } from "react-i18next";
import type { Validity } from "~/domain/certification/validity";

/** How long a certificate holds, in one sentence. */
export function ValidityWords({ validity }: { validity: Validity }) {
  const { t } = useTranslation("programmes");
  if (validity === null) return <>{t("validity.none")}</>;
  if (validity.method === "completion") return <>{t("validity.completion", { count: validity.months })}</>;
  if (validity.method === "last-expiry") return <>{t("validity.lastExpiry", { count: validity.months })}</>;
  const [month = "", day = ""] = validity.month_day.split("-");
  return (
    <>
      {t("validity.calendar", {
        day: `${day}/${month}`,
        count: validity.years,
        least: String(validity.at_least_months),
      })}
      {validity.month_day === "02-29" && ` ${t("validity.leap")}`}
    </>
  );
}

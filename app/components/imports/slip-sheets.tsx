import { useTranslation } from "react-i18next";

/** One-time links to hand out, each on a sheet of its own when printed. */
export function SlipSheets({
  slips,
}: {
  slips: readonly { fullName: string; staffCode: string; address: string; until: string }[];
}) {
  const { t } = useTranslation();
  return slips.map(({ fullName, staffCode, address, until }) => (
    <article
      key={staffCode}
      className="report report-each section-s"
      aria-label={`${t("people:slip.sheet")}: ${fullName}`}
    >
      <h2>{t("people:slip.sheet")}</h2>
      <p>{t("imports:slips.for", { name: fullName, code: staffCode })}</p>
      <p>{t("people:slip.open")}</p>
      <p>
        <b>{address}</b>
      </p>
      <p>{t("people:slip.until", { until })}</p>
      <p className="report-source">{t("people:slip.keep")}</p>
    </article>
  ));
}

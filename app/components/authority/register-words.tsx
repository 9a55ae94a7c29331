import { useTranslation } from "react-i18next";
import type { CertificateStatus } from "~/domain/certification/certificate-status";
import { type CivilDate, showCivilDate } from "~/domain/time/civil-date";

/** What became of a certificate, in one phrase of the register. */
export function Became({
  line,
}: {
  line: { status: CertificateStatus; since: CivilDate | null; lastDay: CivilDate | null; replacedBy: string | null };
}) {
  const { t } = useTranslation();
  const { status, since, lastDay, replacedBy } = line;
  if (status === "revoked") return <>{t("authority:became.revoked", { date: since ? showCivilDate(since) : "" })}</>;
  if (status === "replaced") return <>{t("authority:became.replaced", { serial: replacedBy ?? "" })}</>;
  if (status === "expired")
    return <>{t("authority:became.expired", { date: lastDay ? showCivilDate(lastDay) : "" })}</>;
  return <>{t(since === null ? "authority:became.inForce" : "authority:became.reinstated")}</>;
}

import { useTranslation } from "react-i18next";
import type { CertificateStatus } from "~/domain/certification/certificate-status";
import { Badge } from "./badge";
import type { IconName } from "./icon";
import type { Tone } from "./tone";

const FACES: Record<CertificateStatus, { tone?: Tone; icon: IconName }> = {
  "not-yet": { icon: "clock" },
  valid: { tone: "ok", icon: "check" },
  expiring: { tone: "warn", icon: "clock" },
  expired: { icon: "dash" },
  revoked: { tone: "bad", icon: "cross" },
  replaced: { icon: "dash" },
};

/** The status of a certificate on the page's date. */
export function CertificateBadge({ status }: { status: CertificateStatus }) {
  const { t } = useTranslation("parts");
  const { tone, icon } = FACES[status];
  return (
    <Badge tone={tone} icon={icon}>
      {t(`certificate.${status}`)}
    </Badge>
  );
}

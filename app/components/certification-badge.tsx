import { useTranslation } from "react-i18next";
import type { CertificationState } from "~/domain/reporting/certification-list";
import { Badge } from "./badge";
import type { IconName } from "./icon";
import type { Tone } from "./tone";

const faces: Record<CertificationState, { tone?: Tone; icon?: IconName }> = {
  never: { tone: "warn", icon: "dash" },
  expired: { tone: "bad", icon: "clock" },
  revoked: { tone: "bad" },
  eligible: { tone: "info", icon: "pen" },
  expiring: { tone: "warn" },
  valid: { tone: "ok" },
  waived: {},
};

/** How someone stands with a certificate that their post asks for. */
export function CertificationBadge({ state }: { state: CertificationState }) {
  const { t } = useTranslation();
  return <Badge {...faces[state]}>{t(`hr:state.${state}`)}</Badge>;
}

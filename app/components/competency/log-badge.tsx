import { useTranslation } from "react-i18next";
import type { LogState } from "~/domain/practice-log/log-state";
import { Badge } from "../badge";
import type { Tone } from "../tone";

const TONES: Partial<Record<LogState, Tone>> = { waiting: "info", confirmed: "ok", returned: "warn" };

/** How an entry of the practice log stands. */
export function LogBadge({ state }: { state: LogState }) {
  const { t } = useTranslation();
  return <Badge tone={TONES[state]}>{t(`competency:log.state.${state}`)}</Badge>;
}

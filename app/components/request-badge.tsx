import { useTranslation } from "react-i18next";
import type { RequestState } from "~/domain/requests/request-state";
import { Badge } from "./badge";
import type { Tone } from "./tone";

const TONES: Partial<Record<RequestState, Tone>> = {
  open: "info",
  taken: "info",
  returned: "warn",
  approved: "ok",
  answered: "ok",
  refused: "bad",
};

/** How a request stands; one whose day has passed says that instead. */
export function RequestBadge({ state, late }: { state: RequestState; late: boolean }) {
  const { t } = useTranslation();
  if (late) return <Badge tone="bad">{t("requests:state.late")}</Badge>;
  return <Badge tone={TONES[state]}>{t(`requests:state.${state}`)}</Badge>;
}

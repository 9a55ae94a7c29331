import { useTranslation } from "react-i18next";
import type { ListState } from "~/domain/certification/issue-list";
import { Badge } from "../badge";
import type { Tone } from "../tone";

const TONES: Record<ListState, Tone | undefined> = {
  "drawn-up": "info",
  submitted: "info",
  returned: "warn",
  approved: "ok",
  withdrawn: undefined,
};

/** Where a list has come to. */
export function ListBadge({ state }: { state: ListState }) {
  const { t } = useTranslation();
  return <Badge tone={TONES[state]}>{t(`authority:list.state.${state}`)}</Badge>;
}

import { useTranslation } from "react-i18next";
import type { ProposalState } from "~/domain/bank/proposal-state";
import { Badge } from "../badge";
import type { Tone } from "../tone";

const tones: Record<ProposalState, Tone | undefined> = {
  draft: undefined,
  proposed: "info",
  returned: "warn",
  approved: "ok",
  rejected: "bad",
  withdrawn: undefined,
};

export function ProposalBadge({ state }: { state: ProposalState }) {
  const { t } = useTranslation();
  return <Badge tone={tones[state]}>{t(`bank:state.${state}`)}</Badge>;
}

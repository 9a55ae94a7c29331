import { useTranslation } from "react-i18next";
import type { ImportState } from "~/domain/imports/state";
import { Badge } from "../badge";
import type { Tone } from "../tone";

const TONES: Record<ImportState, Tone | undefined> = {
  running: "info",
  stopped: "warn",
  refused: "bad",
  "to-map": "warn",
  tried: "warn",
  "carried-out": "ok",
  undone: undefined,
};

/** Where an import stands. */
export function ImportBadge({ state }: { state: ImportState }) {
  const { t } = useTranslation();
  return <Badge tone={TONES[state]}>{t(`imports:state.${state}`)}</Badge>;
}

import { useTranslation } from "react-i18next";
import type { GrantState } from "~/domain/permissions/grant-state";
import type { CivilDate as Civil } from "~/domain/time/civil-date";
import { Badge } from "./badge";
import { CivilDate } from "./civil-date";
import type { Tone } from "./tone";

const tones: Record<GrantState, Tone | undefined> = {
  counts: "ok",
  "not-yet": "info",
  over: undefined,
  "unit-ended": "warn",
  "account-closed": "warn",
  collaborator: "warn",
  "no-posting": "warn",
  "lender-lost-it": "warn",
};

/** Whether a permission counts, or why it does not. */
export function GrantStateBadge({ state }: { state: GrantState }) {
  const { t } = useTranslation();
  return (
    <Badge tone={tones[state]} icon={tones[state] === "warn" ? "alert" : undefined}>
      {t(`permissions:state.${state}`)}
    </Badge>
  );
}

/** "từ 01/07/2025 đến hết 31/12/2026", or from a day on. */
export function GrantDates({ from, lastDay }: { from: Civil; lastDay: Civil | null }) {
  const { t } = useTranslation();
  return (
    <>
      {t("permissions:from")} <CivilDate date={from} />
      {lastDay && (
        <>
          {" "}
          {t("permissions:toEndOf")} <CivilDate date={lastDay} />
        </>
      )}
    </>
  );
}

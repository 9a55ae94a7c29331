import { useTranslation } from "react-i18next";
import type { DutyState } from "~/domain/enrolment/duties";
import { Badge } from "./badge";

/** How a duty stands: days left, days over, or settled. */
export function DutyBadge({ state, daysLeft }: { state: DutyState; daysLeft: number }) {
  const { t } = useTranslation("parts");
  if (state === "done") return <Badge tone="ok">{t("duty.done")}</Badge>;
  if (state === "paused") return <Badge>{t("duty.paused")}</Badge>;
  if (state === "waived") return <Badge>{t("duty.waived")}</Badge>;
  if (state === "overdue") {
    return (
      <Badge tone="bad" icon="alert">
        {daysLeft < 0 ? t("duty.over", { count: -daysLeft }) : t("duty.lapsed")}
      </Badge>
    );
  }
  const soon = state === "renew" || daysLeft <= 7;
  return (
    <Badge tone={soon ? "warn" : "info"}>
      {daysLeft === 0 ? t("duty.today") : t("duty.left", { count: daysLeft })}
    </Badge>
  );
}

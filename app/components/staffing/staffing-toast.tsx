import { useTranslation } from "react-i18next";
import { Anchor } from "../anchor";
import { Toast } from "../toast";

export const STAFFING_DONE = [
  "appointed",
  "ended",
  "corrected",
  "registered",
  "post-created",
  "post-flagged",
  "post-closed",
  "undone",
] as const;
export type StaffingDone = (typeof STAFFING_DONE)[number];

/** What was done, and the way to take it back. */
export function StaffingToast({
  done,
  change,
  href,
}: {
  done: StaffingDone | null;
  change: number | null;
  href: string;
}) {
  const { t } = useTranslation();
  if (done === null) return null;
  return (
    <Toast tone="ok" closeHref={href}>
      {t(`staffing:done.${done}`)}{" "}
      {change !== null && done !== "undone" && (
        <Anchor href={`/people/changes/${change}/undo`}>{t("staffing:undo.link")}</Anchor>
      )}
    </Toast>
  );
}

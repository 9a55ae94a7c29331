import { useTranslation } from "react-i18next";
import { Toast } from "../toast";

export const PLAN_TOASTS = ["begun", "saved", "added", "ordered", "again", "meanwhile"] as const;
export type PlanToastKind = (typeof PLAN_TOASTS)[number];

/** What was just done with a plan. */
export function PlanToast({ done, href }: { done: PlanToastKind | null; href: string }) {
  const { t } = useTranslation();
  if (done === null) return null;
  return (
    <Toast tone={done === "meanwhile" ? "warn" : "ok"} closeHref={href}>
      {t(`reorganisation:toast.${done}`)}
    </Toast>
  );
}

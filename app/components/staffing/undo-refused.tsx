import { useTranslation } from "react-i18next";
import { isStaffingChange } from "~/domain/people/personnel-changes";
import { civilDateOf, type Instant, showCivilDate } from "~/domain/time/civil-date";
import { ErrorSummary } from "../error-summary";

type Code = "unknown-change" | "already-undone" | "is-undo" | "not-undoable" | "later-changes" | "inconsistent";

/** Why a change stays: what builds on it, each with its day. */
export function UndoRefused({
  code,
  because,
}: {
  code: Code;
  because: readonly { changeId: number; kind: string; at: Instant; title: string | null }[];
}) {
  const { t } = useTranslation();
  const said = because.map(({ kind, at, title }) => {
    const what = isStaffingChange(kind) ? t(`staffing:change.${kind}`) : t("staffing:undo.otherChange");
    const date = showCivilDate(civilDateOf(at));
    return title === null
      ? t("staffing:undo.because", { what, date })
      : t("staffing:undo.becauseOf", { what, date, title });
  });
  const general = code === "later-changes" || code === "inconsistent" ? code : "not-undoable";
  const errors = [t(`staffing:undo.refused.${general}`), ...said].map((message) => ({ message }));
  return <ErrorSummary title={t("staffing:undo.refusedTitle")} errors={errors} />;
}

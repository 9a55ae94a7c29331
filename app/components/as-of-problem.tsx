import { useTranslation } from "react-i18next";
import type { AsOfProblem } from "~/domain/reporting/report-query";
import { ErrorSummary } from "./error-summary";

/** On top of a page whose date could not be used: what was wrong with it, and that today is shown instead. */
export function AsOfProblemNote({ problem }: { problem: AsOfProblem | null }) {
  const { t } = useTranslation();
  if (problem === null) return null;
  return (
    <ErrorSummary title={t("hr:asOf.problem")} errors={[{ fieldId: "as-of", message: t(`hr:asOf.${problem}`) }]} />
  );
}

import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { PersonnelProblem } from "~/domain/people/personnel-acts";
import { isCivilDate, showCivilDate } from "~/domain/time/civil-date";
import { ErrorSummary } from "./error-summary";

/** Why an act on people or posts was not carried out, in a sentence; its params in the words of the screen (see inWords). */
export function personnelProblemText(
  t: TFunction,
  { code, params }: Pick<PersonnelProblem, "code" | "params">,
): string {
  const shown = Object.entries(params).map(([key, value]) => [key, isCivilDate(value) ? showCivilDate(value) : value]);
  return t(`staffing:problem.${code}`, { replace: Object.fromEntries(shown) });
}

/** On top of a form whose acts were refused; `fieldOf` names the input where one is to blame. */
export function PersonnelProblems({
  problems,
  fieldOf,
}: {
  problems: readonly PersonnelProblem[];
  fieldOf?: (problem: PersonnelProblem) => string | undefined;
}) {
  const { t } = useTranslation();
  const errors = problems.map((problem) => ({
    fieldId: fieldOf?.(problem),
    message: personnelProblemText(t, problem),
  }));
  return <ErrorSummary title={t("staffing:problemsTitle")} errors={errors} />;
}

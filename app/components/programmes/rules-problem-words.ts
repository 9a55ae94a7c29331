import { useTranslation } from "react-i18next";
import type { ReferenceProblem } from "~/domain/certification/check-programmes";
import type { RequirementTextProblem } from "~/domain/certification/requirement-text";
import { addDays, type CivilDate, showCivilDate } from "~/domain/time/civil-date";

/** What may be wrong with new rules of a programme, as the form or the server says it. */
export type RulesFormProblem =
  | { field: string; problem: "date" | "month-day" | "reason" | "past" | "before" }
  | { field: string; problem: "number"; least: number; most: number }
  | { field: string; problem: "lines"; lines: RequirementTextProblem }
  | { field: string; problem: "overlaps"; from: CivilDate; until: CivilDate | null }
  | { field: string; problem: "reference"; reference: ReferenceProblem }
  | { field: string; problem: "circle"; circle: string[] };

/** The words of a problem; `programmes`: the titles of those that a problem may name by their keys. */
export function useRulesProblemWords(
  programmes: readonly { key: string; title: string }[],
): (problem: RulesFormProblem) => string {
  const { t } = useTranslation("programmes");
  return (each) => {
    if (each.problem === "lines") {
      const { problem, line } = each.lines;
      if (line === null) return t(`problem.lines.${problem}`);
      return t(`problem.line.${problem}`, { line: String(line), text: each.lines.text });
    }
    if (each.problem === "overlaps") {
      const from = showCivilDate(each.from);
      if (each.until === null) return t("problem.overlapsOpen", { from });
      return t("problem.overlaps", { from, through: showCivilDate(addDays(each.until, -1)) });
    }
    if (each.problem === "circle") {
      const titleOf = (key: string) => programmes.find((programme) => programme.key === key)?.title ?? key;
      return t("problem.circle", { circle: each.circle.map(titleOf).join(" → ") });
    }
    if (each.problem === "number") return t("problem.number", { least: String(each.least), most: String(each.most) });
    if (each.problem !== "reference") return t(`problem.${each.problem}`);
    const { reference } = each;
    if (reference.kind === "unknown-course") return t("problem.unknownCourse", { course: reference.course });
    if (reference.kind === "unknown-task")
      return t("problem.unknownTask", { course: reference.course, task: reference.task });
    if (reference.kind === "unknown-programme") return t("problem.unknownProgramme", { key: reference.programme });
    return t(`problem.noDay.${reference.holdOn}`);
  };
}

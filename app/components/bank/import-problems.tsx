import { useTranslation } from "react-i18next";
import { type FieldProblem, facetOfField } from "~/domain/bank/question-problems";
import type { FormatProblem, Place } from "~/domain/question-files/place";
import { Section } from "../section";
import { Table } from "../table";
import { useFacetLabel } from "./question-form-context";
import { usePlace } from "./use-place";

export type ShownProblem =
  | { kind: "format"; place: Place; code: FormatProblem; params: Record<string, string> }
  | { kind: "question"; place: Place; key: string; field: string; problem: FieldProblem }
  | { kind: "twice"; place: Place; key: string };

/** What has to be put right in the file, place by place. */
export function ImportProblems({ problems }: { problems: readonly ShownProblem[] }) {
  const { t } = useTranslation();
  const place = usePlace();
  const label = useFacetLabel();
  const words = (problem: ShownProblem) => {
    if (problem.kind === "format") return t(`bank:import.formatProblem.${problem.code}`, { replace: problem.params });
    if (problem.kind === "twice") return t("bank:import.twice", { key: problem.key });
    if (problem.field === "key") return t("bank:import.badKey");
    return `${label(facetOfField(problem.field))}: ${t(`bank:problem.${problem.problem}`)}`;
  };
  return (
    <Section className="section" id="problems" title={t("bank:import.problems", { count: problems.length })}>
      <p className="section-s">{t("bank:import.problemsText")}</p>
      <Table
        caption={t("bank:import.problems", { count: problems.length })}
        columns={[
          { key: "place", label: t("bank:import.placeColumn") },
          { key: "what", label: t("bank:import.whatColumn") },
          { key: "question", label: t("bank:import.questionColumn") },
        ]}
        stack
        rows={problems.map((problem, index) => ({
          key: String(index),
          cells: [place(problem.place), words(problem), problem.kind === "format" ? "" : problem.key],
        }))}
      />
    </Section>
  );
}

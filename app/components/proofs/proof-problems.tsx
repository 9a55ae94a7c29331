import { useTranslation } from "react-i18next";
import type { ProofProblem } from "~/domain/proofs/proof-problem";

/** What is wrong with the form of a proof, in words, each beside its field. */
export function useProofProblems(problems: readonly ProofProblem[]): { fieldId: string; message: string }[] {
  const { t } = useTranslation();
  return problems.map((problem) => ({
    fieldId: problem.startsWith("proof") ? "proof" : problem,
    message: t(`proofs:problem.${problem}`),
  }));
}

import { useTranslation } from "react-i18next";
import type { Purpose } from "~/domain/bank/bank-check";
import type { Difficulty, QuestionType } from "~/domain/course/question";
import { Facts } from "../facts";

export interface QuestionFactsProps {
  question: { type: QuestionType; competency: string; difficulty: Difficulty; lesson: string; tags: readonly string[] };
  purpose: Purpose;
  names: Readonly<Record<string, string>>;
  papers: number;
}

/** What kind of question it is, and how often it was asked. */
export function QuestionFacts({ question, purpose, names, papers }: QuestionFactsProps) {
  const { t } = useTranslation();
  const { type, competency, difficulty, lesson, tags } = question;
  return (
    <Facts
      items={[
        { term: t("bank:facet.type"), value: t(`bank:type.${type}`) },
        { term: t("bank:facet.competency"), value: names[`competency/${competency}`] ?? competency },
        { term: t("bank:facet.difficulty"), value: t(`bank:difficulty.${difficulty}`) },
        { term: t("bank:facet.lesson"), value: names[`lesson/${lesson}`] ?? lesson },
        { term: t("bank:facet.use"), value: t(`bank:purpose.${purpose}`) },
        ...(tags.length > 0 ? [{ term: t("bank:facet.tags"), value: tags.join(", ") }] : []),
        { term: t("bank:question.used"), value: t("bank:question.papers", { count: papers }) },
      ]}
    />
  );
}

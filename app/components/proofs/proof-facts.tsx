import { useTranslation } from "react-i18next";
import type { ProofContent } from "~/domain/proofs/outside-proof";
import { showCivilDate } from "~/domain/time/civil-date";
import { Facts } from "../facts";
import { useFigures } from "../figures";

/** What is claimed, or was verified, line by line. */
export function ProofFacts({ content }: { content: ProofContent }) {
  const { t } = useTranslation();
  const { marks: figure } = useFigures();
  const until = {
    term: t("proofs:fact.until"),
    value: content.until === null ? t("proofs:fact.noEnd") : showCivilDate(content.until),
  };
  if (content.kind === "language") {
    return (
      <Facts
        items={[
          { term: t("proofs:field.language"), value: t(`proofs:language.${content.language}`) },
          { term: t("proofs:field.level"), value: content.level },
          { term: t("proofs:field.paper"), value: content.title },
          { term: t("proofs:field.takenOn"), value: showCivilDate(content.takenOn) },
          until,
        ]}
      />
    );
  }
  const provider = [
    content.provider === "other" ? null : t(`proofs:provider.${content.provider}`),
    content.providerName || null,
  ];
  return (
    <Facts
      items={[
        { term: t("proofs:field.title"), value: content.title },
        { term: t("proofs:field.topic"), value: t(`proofs:topic.${content.topic}`) },
        { term: t("proofs:field.provider"), value: provider.filter(Boolean).join(", ") },
        { term: t("proofs:field.hours"), value: t("proofs:fact.hours", { hours: figure(content.hours) }) },
        {
          term: t("proofs:fact.days"),
          value: t("proofs:fact.span", { from: showCivilDate(content.from), to: showCivilDate(content.to) }),
        },
        { term: t("proofs:field.place"), value: content.place },
        until,
      ]}
    />
  );
}

import { useTranslation } from "react-i18next";
import type { PaperShown } from "~/domain/certification/paper-shown";
import { showCivilDate } from "~/domain/time/civil-date";
import { CivilDate } from "./civil-date";
import { Facts } from "./facts";

/** Line by line, as one compares it with the paper. */
export function PaperFacts({ paper }: { paper: PaperShown }) {
  const { t } = useTranslation();
  const { number, signedOn } = paper.decision;
  const optional = (term: string, value: string | null) => (value === null ? [] : [{ term, value }]);
  return (
    <>
      <Facts
        items={[
          { term: t("certificates:verified.heading"), value: paper.heading },
          { term: t("certificates:verified.holder"), value: paper.holder },
          { term: t("certificates:verified.unit"), value: paper.unit },
          { term: t("certificates:verified.programme"), value: paper.programme },
          { term: t("certificates:verified.issued"), value: <CivilDate date={paper.issuedOn} /> },
          {
            term: t("certificates:verified.through"),
            value: paper.lastDay ? <CivilDate date={paper.lastDay} /> : t("certificates:verified.noEnd"),
          },
          { term: t("certificates:verify.serial"), value: paper.serial },
          { term: t("certificates:verify.code"), value: paper.code },
          ...optional(t("certificates:verified.replaces"), paper.replaces),
          { term: t("certificates:verified.issuer"), value: paper.issuer },
          { term: t("certificates:verified.place"), value: paper.place },
          ...optional(t("certificates:verified.authority"), paper.authority),
          { term: t("certificates:verified.signatory"), value: paper.signatory },
          {
            term: t("certificates:verified.decision"),
            value: t("certificates:verified.decisionOf", { number, date: showCivilDate(signedOn) }),
          },
        ]}
      />
      {paper.copy && <p className="meta">{paper.copy}</p>}
      {paper.sample && <p>{t("certificates:verified.sample")}</p>}
    </>
  );
}

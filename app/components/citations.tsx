import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Mark } from "~/domain/course/citation";
import type { Force } from "~/domain/course/legal-document";
import { type CivilDate as Civil, showCivilDate } from "~/domain/time/civil-date";
import { Badge } from "./badge";
import { Note } from "./note";

export interface CitationFace {
  key: string;
  number: string | null;
  title: string;
  clause: string;
  mark: Mark;
  inForceFrom: Civil | null;
  issued: Civil | null;
  history: boolean;
  force: Force;
  amendedBy: readonly string[];
  note: string | null;
}

/** What a lesson rests on: each document with its clause, its dates, and how it was read. */
export function Citations({ citations }: { citations: readonly CitationFace[] }) {
  const { t } = useTranslation("parts");
  if (citations.length === 0) return null;
  return (
    <Note title={t("citations.title")} icon="law">
      <ul className="flow-s">
        {citations.map((citation) => (
          <li key={citation.key}>
            {citation.title}
            {citation.number && ` (${citation.number})`}, {citation.clause}
            {". "}
            <span className="meta">
              {when(citation, t)} {t(`citations.mark.${citation.mark}`)}
            </span>{" "}
            {citation.amendedBy.length > 0 && (
              <Badge tone="warn" icon="alert">
                {t("citations.amended", { numbers: citation.amendedBy.join(", ") })}
              </Badge>
            )}
          </li>
        ))}
      </ul>
    </Note>
  );
}

function when({ history, force, inForceFrom, issued }: CitationFace, t: TFunction<"parts">): string {
  if (history || force === "not-established")
    return issued ? t("citations.dated", { date: showCivilDate(issued) }) : "";
  return inForceFrom ? t(`citations.${force}`, { date: showCivilDate(inForceFrom) }) : "";
}

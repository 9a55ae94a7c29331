import type { Citation } from "~/domain/course/citation";
import { forceOn, isHistory, type LegalDocument } from "~/domain/course/legal-document";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";

/** A citation as a reader sees it: which document, which clause, how it was read, whether it holds. */
export interface CitationView {
  key: string;
  number: string | null;
  title: string;
  clause: string;
  mark: Citation["mark"];
  inForceFrom: CivilDate | null;
  issued: CivilDate | null;
  /** it is cited for what it said then, not as law */
  history: boolean;
  force: ReturnType<typeof forceOn>;
  amendedBy: string[];
  note: string | null;
}

export function citationViews(
  citations: readonly Citation[],
  documents: readonly LegalDocument[],
  language: Language,
  today: CivilDate,
): CitationView[] {
  const byKey = new Map(documents.map((document) => [document.key, document]));
  return citations.flatMap(({ document: key, clause, mark }) => {
    const document = byKey.get(key);
    if (!document) return [];
    return [
      {
        key: `${key} ${clause[language]}`,
        number: document.number,
        title: document.title[language],
        clause: clause[language],
        mark,
        inForceFrom: document.in_force_from,
        issued: document.issued,
        history: isHistory(document),
        force: forceOn(document, today),
        amendedBy: document.amended_by.map((other) => byKey.get(other)?.number ?? other),
        note: document.note?.[language] ?? null,
      },
    ];
  });
}

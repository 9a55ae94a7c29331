import type { CivilDate } from "~/domain/time/civil-date";
import type { Citation } from "./citation";
import { forceOn, isHistory, type LegalDocument } from "./legal-document";

/**
 * Why a course may not cite a document, or null when it may. The document must be in force from the day the course
 * begins to hold to the day it has to be reviewed. Where the first day in force is not established, only its existence
 * may be told (mark REPORT).
 */
export function citationProblem(
  citation: Citation,
  document: LegalDocument,
  from: CivilDate,
  through: CivilDate,
): string | null {
  if (isHistory(document)) return null;
  const name = document.number ?? document.key;
  switch (forceOn(document, from)) {
    case "ended":
      return `${name} was not in force on ${from}: it ended on ${document.in_force_to}${successor(document)}`;
    case "not-yet":
      return `${name} was not in force on ${from}: it begins on ${document.in_force_from ?? document.issued}`;
    case "not-established":
      if (citation.mark !== "REPORT")
        return `when ${name} comes into force is not established: only REPORT may cite it`;
  }
  if (document.in_force_to !== null && document.in_force_to < through) {
    return `${name} ends on ${document.in_force_to}, while the course holds until ${through}${successor(document)}`;
  }
  return null;
}

function successor({ replaced_by }: LegalDocument): string {
  return replaced_by === null ? "" : ` (replaced by ${replaced_by})`;
}

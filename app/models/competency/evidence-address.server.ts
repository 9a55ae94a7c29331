import { hasPower, type Viewer } from "~/domain/permissions/viewer";
import type { EvidenceFact } from "../people/evidence-of.server";

/** Where the viewer can look at what a proof rests on; null where there is no such page for them. */
export function evidenceAddress(viewer: Viewer, fact: EvidenceFact, own: boolean): string | null {
  if (fact.entry !== null) return `/log/${fact.entry}`;
  if (fact.certificate !== null) return `/certificates/${fact.certificate}`;
  if (fact.proof !== null) return own || hasPower(viewer, "verify-proofs") ? `/proofs/${fact.proof}` : null;
  if (fact.work !== null) return own ? `/tasks/${fact.work}` : null;
  if (fact.attempt === null) return null;
  if (own) return `/attempts/${fact.attempt}/result`;
  return hasPower(viewer, "see-attempts") ? `/exams/attempts/${fact.attempt}` : null;
}

import { hasPower, type Viewer } from "~/domain/permissions/viewer";

/** Whoever may see banks with their keys. They are the house's, not of a unit: the power anywhere is enough. */
export function mayReadBanks(viewer: Viewer): boolean {
  return hasPower(viewer, "see-course-sources") || keepsBanks(viewer);
}

/** Whoever writes questions or approves them: proposals are theirs to see. */
export function keepsBanks(viewer: Viewer): boolean {
  return hasPower(viewer, "edit-questions") || hasPower(viewer, "review-questions");
}

import type { Viewer } from "./viewer";

/**
 * Whether a course is there for someone: the staff learn what they like; a collaborator what is assigned to them, or was begun
 * before; who no longer serves keeps certificates and record, and learns nothing more.
 */
export function mayLearn(
  viewer: Pick<Viewer, "collaborator" | "serving">,
  course: { assigned: boolean; begun: boolean },
): boolean {
  if (!viewer.serving) return false;
  return !viewer.collaborator || course.assigned || course.begun;
}

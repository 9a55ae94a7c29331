import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import { type ChangeLine, carriedOutChanges } from "./carried-out-changes.server";
import { type PlanLine, plansInPreparation } from "./plans-in-preparation.server";

export interface ReorganisationsPage {
  plans: PlanLine[];
  /** in force after today; the first page of them is all there ever are */
  upcoming: ChangeLine[];
  done: { changes: ChangeLine[]; total: number };
}

/** What is being prepared, what is to come and what was done, as far as it is the viewer's. */
export async function reorganisationsPage(
  viewer: Viewer,
  page: number,
  today: CivilDate,
): Promise<ReorganisationsPage> {
  const [plans, upcoming, done] = await Promise.all([
    page === 1 ? plansInPreparation(viewer, today) : [],
    page === 1 ? carriedOutChanges(viewer, { upcoming: true, today, page: 1 }) : null,
    carriedOutChanges(viewer, { upcoming: false, today, page }),
  ]);
  return { plans, upcoming: upcoming?.changes ?? [], done };
}

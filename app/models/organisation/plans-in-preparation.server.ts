import { type PlanHead, planSchema } from "~/domain/organisation/reorganisation-plan";
import type { Viewer } from "~/domain/permissions/viewer";
import { type CivilDate, civilDateOf } from "~/domain/time/civil-date";
import { reader } from "~/models/database.server";
import { namesOfAccounts } from "../access/names-of-accounts.server";
import { maySeePlan, planScope } from "./plan-scope.server";

export interface PlanLine extends Pick<PlanHead, "title" | "date" | "document"> {
  publicId: string;
  acts: number;
  /** who prepares it; null: the viewer */
  author: string | null;
  savedOn: CivilDate;
}

/** The plans in preparation that a viewer may see, the last one saved first. */
export async function plansInPreparation(viewer: Viewer, today: CivilDate): Promise<PlanLine[]> {
  const client = await reader();
  const rows = await client.reorganisation.findMany({
    where: { change_id: null },
    orderBy: [{ saved_at: "desc" }, { id: "desc" }],
  });
  const scope = await planScope(viewer, today);
  const seen = rows
    .map((row) => ({ row, plan: planSchema.parse(JSON.parse(row.content)) }))
    .filter(({ row, plan }) => maySeePlan(viewer, scope, row.account_id, plan.acts));
  const names = await namesOfAccounts(
    seen.map(({ row }) => row.account_id),
    today,
  );
  return seen.map(({ row, plan }) => ({
    publicId: row.public_id,
    title: plan.title,
    date: plan.date,
    document: plan.document,
    acts: plan.acts.length,
    author: row.account_id === viewer.accountId ? null : (names.get(row.account_id) ?? null),
    savedOn: civilDateOf(row.saved_at),
  }));
}

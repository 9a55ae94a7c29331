import type { Instant } from "~/domain/time/civil-date";
import { writeRows } from "~/models/database.server";
import type { FoundPlan } from "./find-plan.server";

/** Throws away a working paper that `findPlan` gave, unless someone saved it since `seen` or carried it out. */
export function discardPlan(found: FoundPlan, seen: Instant): Promise<"discarded" | "changed"> {
  return writeRows(async (rows) => {
    const { count } = await rows.reorganisation.deleteMany({
      where: { id: found.id, saved_at: seen, change_id: null },
    });
    return count === 1 ? "discarded" : "changed";
  });
}

import { cleanedEmail } from "~/domain/people/person-acts";
import type { PersonnelAct } from "~/domain/people/personnel-acts";
import type { Rows } from "../database.server";
import type { WhichPersonnel } from "./personnel-facts.server";

/** More than these, and all facts are read at once instead of those that the acts name. */
const MANY_ACTS = 500;

/** The part of the facts that a list of acts is judged by. */
export function personnelOfActs(acts: readonly PersonnelAct[]): "all" | WhichPersonnel {
  if (acts.length > MANY_ACTS) return "all";
  const which = {
    staffCodes: [] as string[],
    emails: [] as string[],
    posts: [] as string[],
    postings: [] as string[],
    units: [] as number[],
  };
  for (const act of acts) {
    if ("person" in act) which.staffCodes.push(act.person);
    if ("posting" in act) which.postings.push(act.posting);
    if ("post" in act) which.posts.push(act.post);
    if ("unitId" in act) which.units.push(act.unitId);
    const email = "workEmail" in act ? cleanedEmail(act.workEmail ?? null) : null;
    if (email) which.emails.push(email);
  }
  return which;
}

/** The newest change that says anything of people, posts or units: where it stays the same, so do the facts. */
export async function newestPersonnelTouch(client: Rows): Promise<number> {
  const rows = await client.$queryRaw<{ id: number | bigint | null }[]>`
    SELECT MAX(id) AS id FROM (
      SELECT MAX(recorded_change) AS id FROM person
      UNION ALL SELECT MAX(recorded_change) FROM person_name UNION ALL SELECT MAX(retracted_change) FROM person_name
      UNION ALL SELECT MAX(recorded_change) FROM person_detail UNION ALL SELECT MAX(retracted_change) FROM person_detail
      UNION ALL SELECT MAX(recorded_change) FROM person_merge UNION ALL SELECT MAX(retracted_change) FROM person_merge
      UNION ALL SELECT MAX(recorded_change) FROM absence UNION ALL SELECT MAX(retracted_change) FROM absence
      UNION ALL SELECT MAX(recorded_change) FROM post UNION ALL SELECT MAX(retracted_change) FROM post
      UNION ALL SELECT MAX(recorded_change) FROM posting UNION ALL SELECT MAX(retracted_change) FROM posting
      UNION ALL SELECT MAX(recorded_change) FROM unit_existence UNION ALL SELECT MAX(retracted_change) FROM unit_existence
    ) AS touches`;
  return Number(rows[0]?.id ?? 0);
}

/** Whether someone else has changed the record of one of these people, or one of these posts, after the change `seen`. */
export async function changedSince(
  rows: Rows,
  { personIds, posts }: { personIds: readonly number[]; posts: readonly string[] },
  seen: number,
  own: number,
): Promise<boolean> {
  const later = {
    OR: [{ recorded_change: { gt: seen, not: own } }, { retracted_change: { gt: seen, not: own } }],
  };
  const ofPersons = { where: { person_id: { in: [...personIds] }, ...later } };
  const counts = [
    await rows.person_name.count(ofPersons),
    await rows.person_detail.count(ofPersons),
    await rows.posting.count(ofPersons),
    await rows.absence.count(ofPersons),
    await rows.post.count({ where: { public_id: { in: [...posts] }, ...later } }),
  ];
  return counts.some((count) => count > 0);
}

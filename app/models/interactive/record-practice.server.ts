import { rootScore } from "~/domain/interactive/root-score";
import type { Statement } from "~/domain/interactive/statement";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Instant } from "~/domain/time/civil-date";
import { writeRows } from "~/models/database.server";
import { recordsOf } from "~/models/people/records-of.server";

/**
 * Adds a statement of the viewer's own practice; score and maximum are kept where it tells those of the whole activity. A
 * replayed client key changes nothing and is no failure.
 * @param clientKey a UUID that the page made for this statement
 * @returns false for an unknown activity and for one of a course version in which the viewer is not enrolled
 */
export function recordPractice(
  viewer: Viewer,
  activityId: number,
  { clientKey, statement }: { clientKey: string; statement: Statement },
  at: Instant,
): Promise<boolean> {
  const { score = null, max = null } = rootScore(statement) ?? {};
  return writeRows(async (rows) => {
    const inserted = await rows.$queryRaw<unknown[]>`
      INSERT INTO practice_statement (person_id, activity_id, client_key, verb, score, max_score, statement, at)
      SELECT DISTINCT ${viewer.personId}, a.id, ${clientKey}, ${statement.verb.id}, ${score}, ${max}, ${JSON.stringify(statement)}, ${at}
      FROM activity a JOIN enrolment e ON e.course_version_id = a.course_version_id
      WHERE a.id = ${activityId} AND e.person_id IN ${recordsOf(viewer.personId)}
      ON CONFLICT (person_id, client_key) DO NOTHING RETURNING id`;
    if (inserted.length > 0) return true;
    const first = await rows.practice_statement.findUnique({
      where: { person_id_client_key: { person_id: viewer.personId, client_key: clientKey } },
      select: { activity_id: true },
    });
    return first?.activity_id === activityId;
  });
}

import { writeReason } from "~/domain/assessment/attempt-acts";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf } from "~/domain/time/civil-date";
import type { Rows } from "../database.server";
import { recordsOf } from "../people/records-of.server";
import { type ActOrder, type ActOutcome, ActRefused, recordAct } from "./act-order.server";
import { managedPerson } from "./managed-person.server";

/** Gives someone who learns a course one more attempt at its exam, beyond what the exam allows. */
export async function grantAttempt(
  viewer: Viewer,
  personPublicId: string,
  courseSlug: string,
  order: ActOrder,
): Promise<ActOutcome> {
  const subject = `${personPublicId} ${courseSlug}`;
  return recordAct(viewer, "attempt-granted", subject, null, order, async (rows, changeId) => {
    const person = await managedPerson(rows, viewer, personPublicId, civilDateOf(order.at));
    if (!person) throw new ActRefused("not-found");
    if (person.own) throw new ActRefused("own-attempt");
    const granted = await writeGrant(rows, changeId, person.id, courseSlug, writeReason(order.why));
    if (!granted) throw new ActRefused("not-found");
  });
}

/** The row of a grant, within a change that decides it. @returns false where the person does not learn the course */
export async function writeGrant(
  rows: Rows,
  changeId: number,
  personId: number,
  courseSlug: string,
  reason: string,
): Promise<boolean> {
  const written = await rows.$executeRaw`
    INSERT INTO attempt_grant (person_id, course_id, reason, recorded_change)
    SELECT ${personId}, c.id, ${reason}, ${changeId} FROM course c WHERE c.slug = ${courseSlug}
      AND EXISTS (SELECT 1 FROM enrolment e WHERE e.course_id = c.id AND e.person_id IN ${recordsOf(personId)})`;
  return written > 0;
}

import { endOfProof, programmesAsking } from "~/domain/certification/programme-references";
import type { ProvenLevel } from "~/domain/course/course";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { recordEvidence } from "~/models/competency/record-evidence.server";
import type { Rows } from "~/models/database.server";
import { earnWhatIsDue } from "./earn.server";
import { programmesOn } from "./programmes-in-force.server";

/** A passed attempt. `passedAt`: when it ended, which is the deadline where the clock ended it. */
export interface Pass {
  personId: number;
  attemptId: number;
  courseSlug: string;
  courseVersionId: number;
  passedAt: Instant;
}

/**
 * Records, within the change that records the result, what a pass earns: evidence of the levels that the course version proves,
 * and what the person has completed by it. A second call for the same attempt changes nothing.
 */
export async function earnFromPass(rows: Rows, changeId: number, pass: Pass): Promise<void> {
  const { personId, attemptId, courseSlug, courseVersionId, passedAt } = pass;
  const on = civilDateOf(passedAt);
  const programmes = (await programmesOn(rows, on)).map(({ programme }) => programme);
  await recordEvidence(rows, changeId, {
    personId,
    fact: { kind: "exam", attemptId, course: courseSlug },
    levels: await provenBy(rows, courseVersionId),
    validFrom: on,
    validTo: endOfProof(on, programmesAsking(programmes, courseSlug)),
  });
  const { at } = await rows.change.findUniqueOrThrow({ where: { id: changeId }, select: { at: true } });
  await earnWhatIsDue(rows, changeId, personId, {
    // marks may be told long after the exam: what was done meanwhile counts
    at: at > passedAt ? at : passedAt,
    pass: { course: courseSlug, on, attemptId },
  });
}

async function provenBy(rows: Rows, courseVersionId: number): Promise<ProvenLevel[]> {
  const { content } = await rows.course_version.findUniqueOrThrow({
    where: { id: courseVersionId },
    select: { content: true },
  });
  return (JSON.parse(content) as { evidence: ProvenLevel[] }).evidence;
}

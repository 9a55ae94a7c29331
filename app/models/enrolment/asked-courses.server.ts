import type { Programme } from "~/domain/certification/programme";
import type { Duty } from "~/domain/enrolment/duties";
import { coursesLeft, coursesTowards, isOneExam } from "~/domain/enrolment/programme-path";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import { personFacts } from "~/models/certification/person-facts.server";
import { reader } from "~/models/database.server";

/** A course that a duty of the viewer asks for. */
export interface AskedCourse {
  duty: Duty;
  /** key of the task that is still asked for; null: the exam */
  task: string | null;
}

/**
 * The courses that duties ask for, in the order in which they are to be taken: of a programme of several courses those that are still
 * missing carry the duty, and those that are met count as done for it.
 */
export async function askedCourses(
  viewer: Viewer,
  duties: readonly Duty[],
  programmes: readonly Programme[],
  today: CivilDate,
): Promise<Map<string, AskedCourse>> {
  const rulesOf = (duty: Duty) => programmes.find(({ key }) => key === duty.programme);
  const several = duties.some((duty) => {
    const rules = rulesOf(duty);
    return rules !== undefined && !isOneExam(rules);
  });
  const facts = several ? await personFacts(await reader(), viewer.personId) : null;
  const asked = new Map<string, AskedCourse>();
  const met: [string, AskedCourse][] = [];
  for (const duty of duties) {
    const rules = rulesOf(duty);
    if (!rules || !facts || isOneExam(rules)) {
      asked.set(duty.course, asked.get(duty.course) ?? { duty, task: null });
      continue;
    }
    const left = coursesLeft(rules, programmes, facts, today);
    for (const { course, task } of left) asked.set(course, asked.get(course) ?? { duty: { ...duty, course }, task });
    // all is met, or nothing of it is to be had in a course: the duty stays where its rule put it
    if (left.length === 0) asked.set(duty.course, asked.get(duty.course) ?? { duty, task: null });
    for (const course of coursesTowards(rules, programmes))
      if (left.length > 0) met.push([course, { duty: { ...duty, course, state: "done" }, task: null }]);
  }
  // any_of: what is not needed and not met either stays free
  for (const [course, each] of met) if (!asked.has(course) && isMet(course, facts)) asked.set(course, each);
  return asked;
}

function isMet(course: string, facts: Awaited<ReturnType<typeof personFacts>> | null): boolean {
  return (
    facts?.exams.some((exam) => exam.course === course) || facts?.tasks.some((task) => task.course === course) || false
  );
}

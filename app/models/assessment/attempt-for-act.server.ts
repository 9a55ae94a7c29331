import type { AttemptStanding } from "~/domain/assessment/attempt-acts";
import { isRunning } from "~/domain/assessment/attempt-acts";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { getCourseVersion } from "../course/course-versions.server";
import { reader } from "../database.server";
import { inWords, type PersonInWords } from "../people/changeable-person.server";
import { peopleDirectory } from "../people/people-directory.server";
import { type ManagedAttempt, managedAttempt } from "./managed-attempt.server";
import { managedPerson } from "./managed-person.server";

/** An attempt as a page shows it on which something is decided about it. */
export interface AttemptForAct {
  id: string;
  own: boolean;
  person: PersonInWords;
  courseSlug: string;
  course: string;
  number: number;
  minutes: number;
  startedAt: Instant;
  deadlineAt: Instant;
  endedAt: Instant | null;
  running: boolean;
  void: boolean;
}

export async function attemptForAct(
  viewer: Viewer,
  publicId: string,
  now: Instant,
  language: Language,
): Promise<AttemptForAct | null> {
  const attempt = await managedAttempt(await reader(), viewer, publicId, civilDateOf(now));
  return attempt && shown(attempt, now, language);
}

async function shown(attempt: ManagedAttempt, now: Instant, language: Language): Promise<AttemptForAct | null> {
  const [{ byId }, course] = await Promise.all([peopleDirectory(), getCourseVersion(attempt.courseVersionId)]);
  const listed = byId.get(attempt.personId);
  if (!listed) return null;
  const standing: AttemptStanding = attempt.standing;
  const running = isRunning(standing, now);
  return {
    id: attempt.publicId,
    own: attempt.own,
    person: await inWords(listed, civilDateOf(now), language),
    courseSlug: course.slug,
    course: course.exam.title[language],
    number: attempt.number,
    minutes: course.exam.minutes,
    startedAt: attempt.startedAt,
    deadlineAt: standing.deadlineAt,
    endedAt: running || standing.void ? attempt.endedAt : (attempt.endedAt ?? standing.deadlineAt),
    running,
    void: standing.void,
  };
}

/** Somebody in the viewer's reach for exams, for a page on which something is decided about them. */
export async function personForAct(
  viewer: Viewer,
  publicId: string,
  now: Instant,
  language: Language,
): Promise<{ own: boolean; person: PersonInWords } | null> {
  const today = civilDateOf(now);
  const found = await managedPerson(await reader(), viewer, publicId, today);
  const listed = found && (await peopleDirectory()).byId.get(found.id);
  return found && listed ? { own: found.own, person: await inWords(listed, today, language) } : null;
}

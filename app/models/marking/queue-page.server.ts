import { anonymousCode } from "~/domain/assessment/anonymous-code";
import { taskTitle } from "~/domain/assessment/task-title";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { getCourseTitles } from "../course/course-titles.server";
import { questionVersion } from "../course/question-version.server";
import { reader } from "../database.server";
import { Prisma } from "../generated/client";
import { recordsOf } from "../people/records-of.server";
import { inScope, scopeOf } from "../reporting/scope-units.server";
import { markerOf } from "./marker.server";
import { type RecordedSubject, subjectsWhere } from "./subject-rows.server";
import { isOfKind, waitingFor } from "./waiting-work.server";

/** Work of one kind that waits; it is taken oldest first. */
export interface WaitingKind {
  kind: RecordedSubject["kind"];
  questionVersionId: number | null;
  courseId: number;
  title: string;
  course: string;
  count: number;
  oldest: Instant;
}

export interface OwnPlaceLine {
  place: string;
  code: string;
  kind: RecordedSubject["kind"];
  title: string;
  course: string;
  takenAt: Instant;
  /** nothing more is to be marked there: it was given back to its author, or overtaken */
  closed: boolean;
  mark: { points: number; max: number; at: Instant } | null;
}

export interface MarkingQueue {
  waiting: WaitingKind[];
  /** oldest first */
  mine: OwnPlaceLine[];
  /** newest first */
  finished: OwnPlaceLine[];
}

const MOST_OWN = 200;

/** What the viewer can mark, is marking, and has marked. */
export async function markingQueue(viewer: Viewer, now: Instant, language: Language): Promise<MarkingQueue> {
  const today = civilDateOf(now);
  const [waiting, own, courses] = await Promise.all([
    markerOf(viewer, today).then((marker) => waitingFor(viewer, marker, today)),
    ownPlaces(viewer, today),
    getCourseTitles(),
  ]);
  const courseOf = ({ courseId }: RecordedSubject) => courses.get(courseId)?.[language] ?? "";
  const kinds: WaitingKind[] = [];
  for (const subject of waiting) {
    const known = kinds.find((kind) => isOfKind(subject, kind));
    if (known) {
      known.count += 1;
      continue;
    }
    const { kind, questionVersionId, courseId, since: oldest } = subject;
    const title = await titleOf(subject, language);
    kinds.push({ kind, questionVersionId, courseId, title, course: courseOf(subject), count: 1, oldest });
  }
  const lines = await Promise.all(
    own.map(
      async ({ subject, place }): Promise<OwnPlaceLine> => ({
        place: place.publicId,
        code: anonymousCode(subject),
        kind: subject.kind,
        title: await titleOf(subject, language),
        course: courseOf(subject),
        takenAt: place.takenAt,
        closed: subject.closed,
        mark: place.mark && place.finishedAt !== null ? { ...place.mark, at: place.finishedAt } : null,
      }),
    ),
  );
  const at = (line: OwnPlaceLine) => line.mark?.at ?? line.takenAt;
  return {
    waiting: kinds,
    mine: lines.filter(({ mark, closed }) => mark === null && !closed).sort((a, b) => at(a).localeCompare(at(b))),
    finished: lines.filter(({ mark }) => mark !== null).sort((a, b) => at(b).localeCompare(at(a))),
  };
}

/** What the work answers; empty for a whole paper. */
async function titleOf({ questionVersionId }: RecordedSubject, language: Language): Promise<string> {
  if (questionVersionId === null) return "";
  return taskTitle((await questionVersion(questionVersionId)).stem[language]);
}

async function ownPlaces(viewer: Viewer, today: string) {
  const client = await reader();
  const scope = await scopeOf(viewer, "mark-work", today);
  const mine = recordsOf(viewer.personId);
  const subjects = await subjectsWhere(
    client,
    Prisma.sql`${inScope(scope, "s.unit_id")} AND s.id IN (SELECT p.subject_id FROM marking_place p
      WHERE p.retracted_change IS NULL AND p.person_id IN ${mine} ORDER BY p.id DESC LIMIT ${MOST_OWN})`,
    MOST_OWN,
  );
  return subjects.flatMap((subject) => {
    const place = subject.places.find(({ personId }) => personId === viewer.personId);
    return place ? [{ subject, place }] : [];
  });
}

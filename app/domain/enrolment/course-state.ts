/** Where a learner stands in a course version. */
export interface CourseProgress {
  done: number;
  total: number;
  /** the first lesson that is not done, by its place in the order; null: all are */
  nextLesson: number | null;
}

/** Progress over the lessons of one version, in their order. */
export function courseProgress(lessonIds: readonly number[], doneIds: readonly number[]): CourseProgress {
  const done = new Set(doneIds);
  const next = lessonIds.findIndex((id) => !done.has(id));
  return {
    done: lessonIds.filter((id) => done.has(id)).length,
    total: lessonIds.length,
    nextLesson: next === -1 ? null : next,
  };
}

/**
 * The version that a learner is shown: the newest one that was begun, unless a newer one with a material change is in force,
 * which is learned anew; without an enrolment the newest.
 * @param enrolled ids of versions that the person is enrolled in, newest first
 */
export function versionToLearn<V extends { id: number; changeKind: "material" | "minor" }>(
  versionsNewestFirst: readonly V[],
  enrolled: readonly number[],
): V | null {
  for (const version of versionsNewestFirst) {
    if (enrolled.includes(version.id)) return version;
    if (version.changeKind === "material") break;
  }
  return versionsNewestFirst[0] ?? null;
}

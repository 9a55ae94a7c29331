import { beforeAll, describe, expect, it } from "vitest";
import type { CourseVersion } from "~/domain/course/course-version";
import type { Viewer } from "~/domain/permissions/viewer";
import { loadViewer } from "~/models/access/viewers.server";
import { getCourseVersion } from "~/models/course/course-versions.server";
import { reader, recordChange } from "~/models/database.server";
import { completeLesson } from "~/models/enrolment/complete-lesson.server";
import { enrol } from "~/models/enrolment/enrol.server";
import { learnerFacts } from "~/models/enrolment/learner-facts.server";
import { courseOf } from "~/models/enrolment/learning.server";
import { examForTest } from "../../fixtures/exam-questions";
import { insertCourse } from "../../fixtures/exam-takers";
import { insertStaff, insertUnit } from "../../fixtures/staff";
import { wholeDatabase } from "../database-for-test";

const TODAY = "2026-11-21";
const AT = "2026-11-21T02:00:00.000Z";
const LATER = "2026-11-21T03:00:00.000Z";

let people = 0;
/** the unit in which they all serve */
let serving: number | undefined;
let version: CourseVersion;

async function newcomer(): Promise<Viewer> {
  people += 1;
  serving ??= await insertUnit("enrolment", { from: "2017-01-01" });
  const postings = [{ unitId: serving, from: "2020-01-01" }];
  const { accountId } = await insertStaff({ staffCode: `E-${people}`, postings });
  const viewer = await loadViewer(accountId, TODAY, false);
  if (!viewer) throw new Error("no viewer");
  return viewer;
}

/** The next version of the course, with the same two lessons. */
async function insertVersion(changeKind: "minor" | "material", hash: string): Promise<CourseVersion> {
  const id = await recordChange({ kind: "test", at: AT }, async (rows, recorded_change) => {
    const { id: _, ...first } = await rows.course_version.findUniqueOrThrow({ where: { id: version.id } });
    const next = { ...first, number: hash, hash, change_kind: changeKind, recorded_change };
    const row = await rows.course_version.create({ data: next });
    const lessons = await rows.lesson.findMany({ where: { course_version_id: version.id } });
    await rows.lesson.createMany({
      data: lessons.map(({ id: _, ...lesson }) => ({ ...lesson, course_version_id: row.id })),
    });
    return row.id;
  });
  return getCourseVersion(id);
}

const lessonOf = ({ lessons }: CourseVersion, place: number) => lessons[place]?.id ?? 0;
const stored = async (personId: number) => {
  const client = await reader();
  return {
    enrolments: await client.enrolment.count({ where: { person_id: personId } }),
    courses: await client.course_completion.findMany({ where: { person_id: personId } }),
    lessons: (await learnerFacts(personId)).enrolments.flatMap(({ doneLessonIds }) => doneLessonIds),
  };
};

beforeAll(async () => {
  version = await getCourseVersion(await insertCourse("course", examForTest(), []));
});

describe("enrolling", () => {
  it("happens once, though twenty ask at the same time", async () => {
    const viewer = await newcomer();
    const ids = await Promise.all(Array.from({ length: 20 }, () => enrol(viewer, version, AT)));
    expect(new Set(ids).size).toBe(1);
    expect((await stored(viewer.personId)).enrolments).toBe(1);
  });

  it("a second time writes nothing", async () => {
    const viewer = await newcomer();
    const first = await enrol(viewer, version, AT);
    const before = wholeDatabase();
    expect(await enrol(viewer, version, LATER)).toBe(first);
    expect(wholeDatabase()).toBe(before);
  });

  it("is each person's own", async () => {
    const [one, other] = [await newcomer(), await newcomer()];
    expect(await enrol(one, version, AT)).not.toBe(await enrol(other, version, AT));
  });
});

describe("finishing a lesson", () => {
  it("enrols, counts the lesson, and with the last one notes the instant", async () => {
    const viewer = await newcomer();
    await completeLesson(viewer, version, lessonOf(version, 1), AT);
    expect(await stored(viewer.personId)).toMatchObject({
      enrolments: 1,
      courses: [],
      lessons: [lessonOf(version, 1)],
    });
    await completeLesson(viewer, version, lessonOf(version, 0), LATER);
    const { courses, lessons } = await stored(viewer.personId);
    expect(courses.map(({ at }) => at)).toEqual([LATER]);
    expect(lessons).toHaveLength(2);
  });

  it("again changes nothing, neither before nor after the last", async () => {
    const viewer = await newcomer();
    await completeLesson(viewer, version, lessonOf(version, 0), AT);
    const begun = wholeDatabase();
    await completeLesson(viewer, version, lessonOf(version, 0), LATER);
    expect(wholeDatabase()).toBe(begun);
    await completeLesson(viewer, version, lessonOf(version, 1), AT);
    const done = wholeDatabase();
    await completeLesson(viewer, version, lessonOf(version, 1), LATER);
    expect(wholeDatabase()).toBe(done);
  });

  it("counts once each, though both lessons are posted ten times at the same moment", async () => {
    const viewer = await newcomer();
    const posts = Array.from({ length: 20 }, (_, index) =>
      completeLesson(viewer, version, lessonOf(version, index % 2), AT),
    );
    await Promise.all(posts);
    const { enrolments, courses, lessons } = await stored(viewer.personId);
    expect([enrolments, courses.length, lessons.length]).toEqual([1, 1, 2]);
  });

  it("is refused for a lesson that the version does not have, and nothing is written", async () => {
    const viewer = await newcomer();
    const before = wholeDatabase();
    await expect(completeLesson(viewer, version, 999_999, AT)).rejects.toThrow(RangeError);
    expect(wholeDatabase()).toBe(before);
  });
});

describe("a newer version", () => {
  const shown = async (viewer: Viewer) => (await courseOf(viewer, "course", AT))?.course;

  it("with a minor change is for those who come, one with a material change for all", async () => {
    const [begun, fresh] = [await newcomer(), await newcomer()];
    await completeLesson(begun, version, lessonOf(version, 0), AT);
    const minor = await insertVersion("minor", "minor");
    expect((await shown(begun))?.version.id).toBe(version.id);
    expect((await shown(begun))?.standing.progress.done).toBe(1);
    expect((await shown(fresh))?.version.id).toBe(minor.id);

    const material = await insertVersion("material", "material");
    expect((await shown(begun))?.version.id).toBe(material.id);
    expect((await shown(begun))?.standing.progress).toEqual({ done: 0, total: 2, nextLesson: 0 });
    await completeLesson(begun, material, lessonOf(material, 0), LATER);
    expect((await stored(begun.personId)).lessons).toHaveLength(2);
    expect((await shown(begun))?.standing.progress.done).toBe(1);
  });
});

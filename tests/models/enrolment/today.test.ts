import { beforeAll, describe, expect, it } from "vitest";
import { readCourses } from "~/content/course-package.server";
import type { Viewer } from "~/domain/permissions/viewer";
import { addDays, showCivilDate } from "~/domain/time/civil-date";
import { syncCourses } from "~/models/course/sync-courses.server";
import { recordChange } from "~/models/database.server";
import { completeLesson } from "~/models/enrolment/complete-lesson.server";
import { courseOf, learningOf } from "~/models/enrolment/learning.server";
import { todayOf } from "~/models/enrolment/today.server";
import { loadOrganisationFiles } from "~/models/organisation/load-organisation-files.server";
import { CHARACTERS, DEMO_TODAY, type DemoPerson, loadDemoPeople } from "../../../prisma/demo/people";
import "../database-for-test";

const NOW = `${DEMO_TODAY}T02:00:00.000Z`;

let people: ReadonlyMap<string, DemoPerson>;

beforeAll(async () => {
  await loadOrganisationFiles("courses/organisation", NOW);
  await syncCourses(readCourses("courses"), NOW);
  people = await loadDemoPeople(NOW);
});

function person(staffCode: string): DemoPerson {
  const found = people.get(staffCode);
  if (!found) throw new Error(`no ${staffCode}`);
  return found;
}

function viewerOf({ id, publicId, staffCode, fullName }: DemoPerson): Viewer {
  return {
    accountId: 1,
    personId: id,
    personPublicId: publicId,
    fullName,
    staffCode,
    language: "vi",
    theme: "system",
    noticeRead: true,
    sharedComputer: false,
    serving: true,
    collaborator: false,
    delegations: [],
    grants: [],
  };
}

const sinceOf = (who: DemoPerson) => who.holds[0]?.since ?? "";
const onDay = (days: number) => `${addDays(DEMO_TODAY, days)}T02:00:00.000Z`;

describe("the first page of a new communication officer", () => {
  const newOfficer = () => person(CHARACTERS.newOfficer.staffCode);

  it("shows the first lesson of the onboarding, why, and until when", async () => {
    const who = newOfficer();
    const view = await todayOf(viewerOf(who), "vi", NOW);
    const due = addDays(sinceOf(who), 30);
    expect(view.next).toMatchObject({ lesson: { number: 1 }, dueDate: due, progress: { done: 0 } });
    expect(view.next?.href).toMatch(/^\/courses\/onboarding\/lessons\/[\w-]+$/);
    expect(view.next?.steps[0]).toBe("now");
    expect(view.next?.why?.reason).toContain(showCivilDate(sinceOf(who)));
    expect(view.next?.why?.reason).not.toMatch(/[{}]/);
    expect(view.next?.why?.rule).toContain("Quy tắc mẫu số 1");
    expect(view.posts).toHaveLength(1);
    expect(view.posts[0]).toContain("Hưng Yên");
    expect([view.expiring, view.done]).toEqual([[], []]);
  });

  it("lists what is due in the order of the dates, each with its reason", async () => {
    const { due } = await todayOf(viewerOf(newOfficer()), "en", NOW);
    expect(due.map(({ href }) => href)).toEqual(["/courses/onboarding", "/courses/communication-skills"]);
    expect(due.map(({ due: date }) => date)).toEqual([...due.map(({ due: date }) => date)].sort());
    for (const { reason, state } of due) {
      expect(reason).toMatch(/^Because you/);
      expect(state).toBe("open");
    }
  });

  it("goes on after each lesson, from the lessons to the exam", async () => {
    const viewer = viewerOf(newOfficer());
    const found = await courseOf(viewer, "onboarding", NOW);
    const version = found?.course.version;
    if (!version) throw new Error("no onboarding");
    for (const [place, lesson] of version.lessons.entries()) {
      expect((await todayOf(viewer, "vi", NOW)).next?.lesson?.number).toBe(place + 1);
      await completeLesson(viewer, version, lesson.id, NOW);
    }
    const { next } = await todayOf(viewer, "vi", NOW);
    expect(next).toMatchObject({ lesson: null, href: "/courses/onboarding/exam" });
    expect(next?.examQuestions).toBeGreaterThan(0);
  });

  it("is overdue from the day after the date", async () => {
    const who = newOfficer();
    const due = addDays(sinceOf(who), 30);
    const stateOn = async (date: string) =>
      (await learningOf(viewerOf(who), `${date}T02:00:00.000Z`)).duties.find(({ course }) => course === "onboarding");
    expect(await stateOn(due)).toMatchObject({ state: "open", daysLeft: 0 });
    expect(await stateOn(addDays(due, 1))).toMatchObject({ state: "overdue", daysLeft: -1 });
  });

  it("is another day in Việt Nam from 17:00 in UTC", async () => {
    const viewer = viewerOf(newOfficer());
    expect((await todayOf(viewer, "vi", `${DEMO_TODAY}T16:59:59.999Z`)).date).toBe(DEMO_TODAY);
    expect((await todayOf(viewer, "vi", `${DEMO_TODAY}T17:00:00.000Z`)).date).toBe(addDays(DEMO_TODAY, 1));
  });
});

describe("duties by posts", () => {
  it.each([
    [CHARACTERS.focalDaNang.staffCode, ["foreign-information"]],
    [CHARACTERS.oneStopHungYen.staffCode, ["service-ethics"]],
    [CHARACTERS.hrCentral.staffCode, []],
  ])("%s: %j", async (staffCode, courses) => {
    const { duties } = await learningOf(viewerOf(person(staffCode)), NOW);
    expect(duties.map(({ course }) => course)).toEqual(courses);
    expect(duties.every(({ reasons }) => reasons.length > 0)).toBe(true);
  });

  it("are none before the post, though it is known", async () => {
    const who = person(CHARACTERS.newOfficer.staffCode);
    const before = `${addDays(sinceOf(who), -1)}T02:00:00.000Z`;
    expect((await learningOf(viewerOf(who), before)).duties).toEqual([]);
    expect((await todayOf(viewerOf(who), "vi", before)).next).toBeNull();
  });
});

describe("what is ordered by hand", () => {
  it("assigns with its own words, and a waiver lifts it for its span", async () => {
    const who = person(CHARACTERS.hrHungYen.staffCode);
    const programme = { person_id: who.id, programme: "foreign-information-focal" };
    await recordChange({ kind: "test", at: NOW }, async (rows, recorded_change) => {
      await rows.manual_assignment.create({
        data: {
          ...programme,
          course: "foreign-information",
          reason: "Theo yêu cầu của lãnh đạo",
          valid_from: DEMO_TODAY,
          due: addDays(DEMO_TODAY, 40),
          recorded_change,
        },
      });
      await rows.waiver.create({
        data: {
          ...programme,
          reason: "Nghỉ thai sản",
          valid_from: addDays(DEMO_TODAY, 5),
          valid_to: addDays(DEMO_TODAY, 10),
          recorded_change,
        },
      });
    });
    const view = await todayOf(viewerOf(who), "vi", NOW);
    expect(view.next).toMatchObject({ dueDate: addDays(DEMO_TODAY, 40), daysLeft: 40 });
    expect(view.next?.why?.reason).toBe("Theo yêu cầu của lãnh đạo");
    expect((await todayOf(viewerOf(who), "vi", onDay(5))).next).toBeNull();
    expect((await todayOf(viewerOf(who), "vi", onDay(10))).next).not.toBeNull();
  });
});

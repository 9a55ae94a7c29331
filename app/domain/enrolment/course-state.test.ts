import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { courseProgress, versionToLearn } from "./course-state";

describe("courseProgress", () => {
  it.each([
    ["nothing done", [4, 5, 6], [], { done: 0, total: 3, nextLesson: 0 }],
    ["a gap is gone back to", [4, 5, 6], [4, 6], { done: 2, total: 3, nextLesson: 1 }],
    ["all done", [4, 5, 6], [6, 5, 4], { done: 3, total: 3, nextLesson: null }],
    ["lessons of another version", [4, 5], [1, 2, 3], { done: 0, total: 2, nextLesson: 0 }],
    ["a lesson that was done twice counts once", [4, 5], [4, 4], { done: 1, total: 2, nextLesson: 1 }],
    ["no lessons", [], [], { done: 0, total: 0, nextLesson: null }],
  ])("%s", (_, lessons, done, expected) => expect(courseProgress(lessons, done)).toEqual(expected));

  it("never goes back when one more lesson is done", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(20)), fc.uniqueArray(fc.nat(20)), fc.nat(20), (lessons, done, more) => {
        const before = courseProgress(lessons, done);
        const after = courseProgress(lessons, [...done, more]);
        expect(after.done).toBeGreaterThanOrEqual(before.done);
        expect(after.nextLesson ?? lessons.length).toBeGreaterThanOrEqual(before.nextLesson ?? lessons.length);
      }),
    );
  });
});

describe("versionToLearn", () => {
  const version = (id: number, changeKind: "material" | "minor") => ({ id, changeKind });
  const first = version(1, "material");
  const minor = version(2, "minor");
  const material = version(3, "material");
  const minorAfter = version(4, "minor");

  it.each([
    ["no version yet", [], [], null],
    ["nothing begun: the newest", [minor, first], [], 2],
    ["begun, and nothing newer", [first], [1], 1],
    ["a minor change leaves one where one is", [minor, first], [1], 1],
    ["a minor change that was begun itself", [minor, first], [2, 1], 2],
    ["a material change is learned anew", [material, minor, first], [1], 3],
    ["a material change that was begun", [material, minor, first], [3, 1], 3],
    ["a minor one after the material one: the newest", [minorAfter, material, first], [1], 4],
    ["the material one was begun, then a minor one came", [minorAfter, material, first], [3, 1], 3],
    ["enrolled in a version of another course", [minor, first], [99], 2],
  ])("%s", (_, versions, enrolled, expected) => expect(versionToLearn(versions, enrolled)?.id ?? null).toBe(expected));
});

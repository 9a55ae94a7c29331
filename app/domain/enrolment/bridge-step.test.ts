import fc from "fast-check";
import { expect, it } from "vitest";
import { bridgeSteps } from "./bridge-step";

it.each([
  ["nothing begun", [1, 2, 3], [], ["now", "todo", "todo"]],
  ["the first done", [1, 2, 3], [1], ["done", "now", "todo"]],
  ["a later one done first", [1, 2, 3], [3], ["now", "todo", "done"]],
  ["all done", [1, 2], [2, 1], ["done", "done"]],
  ["lessons of another version do not count", [1, 2], [7, 8], ["now", "todo"]],
  ["no lessons", [], [1], []],
])("%s", (_, lessons, done, expected) => expect(bridgeSteps(lessons, done)).toEqual(expected));

it("has one span a lesson and works on one at most", () => {
  const ids = fc.uniqueArray(fc.nat(30));
  fc.assert(
    fc.property(ids, ids, (lessons, done) => {
      const steps = bridgeSteps(lessons, done);
      expect(steps).toHaveLength(lessons.length);
      const left = lessons.filter((id) => !done.includes(id)).length;
      expect(steps.filter((step) => step === "now")).toHaveLength(Math.min(1, left));
      expect(steps.filter((step) => step === "done")).toHaveLength(lessons.length - left);
    }),
  );
});

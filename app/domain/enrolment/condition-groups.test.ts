import { describe, expect, it } from "vitest";
import { conditionOfGroups, groupsOfCondition, type PlainCondition } from "./condition-groups";
import type { Condition } from "./rule-condition";

const officer: PlainCondition = { position: ["officer"] };
const counter: PlainCondition = { one_stop: true };

describe("groups of conditions", () => {
  it.each<[string, PlainCondition[][]]>([
    ["one group", [[officer, counter]]],
    ["two groups", [[officer], [counter, { tenure_at_least: 30 }]]],
  ])("%s are one condition and come back as they were", (_, groups) => {
    expect(groupsOfCondition(conditionOfGroups(groups))).toEqual(groups);
  });

  it.each<[string, Condition, PlainCondition[][] | null]>([
    ["a single question", officer, [[officer]]],
    ["all within all", { all: [officer, { all: [counter] }] }, [[officer, counter]]],
    ["any within all is more than a form shows", { all: [officer, { any: [counter, officer] }] }, null],
  ])("%s", (_, condition, groups) => expect(groupsOfCondition(condition)).toEqual(groups));
});

import { describe, expect, it } from "vitest";
import { type LeaderSituation, leaderTasks } from "./leader-tasks";

const quiet: LeaderSituation = {
  requests: { waiting: 0, late: 0 },
  practice: 0,
  focal: "certified",
  overdue: 0,
  vacancies: { count: 0, days: 0 },
  handovers: 0,
  lastCertified: 0,
  restless: 0,
};
const kinds = (change: Partial<LeaderSituation>) => leaderTasks({ ...quiet, ...change }).map(({ kind }) => kind);

describe("what is expected of a leader today", () => {
  it.each<[string, Partial<LeaderSituation>, string[]]>([
    ["nothing", {}, []],
    ["no focal point is needed", { focal: null }, []],
    ["one who stands in is enough for the day", { focal: "acting" }, []],
    ["a renewal is the holder's own", { focal: "expiring" }, []],
    ["a vacancy in the network", { focal: "vacant" }, ["focal"]],
    ["people before posts", { vacancies: { count: 1, days: 3 }, overdue: 2 }, ["overdue", "vacancies"]],
    [
      "everything, those who wait first",
      {
        requests: { waiting: 2, late: 1 },
        practice: 3,
        focal: "duplicate",
        overdue: 1,
        vacancies: { count: 1, days: 9 },
        handovers: 1,
        lastCertified: 1,
        restless: 1,
      },
      ["requests", "practice", "focal", "overdue", "vacancies", "handovers", "lastCertified", "restless"],
    ],
  ])("%s", (_, change, expected) => expect(kinds(change)).toEqual(expected));
});

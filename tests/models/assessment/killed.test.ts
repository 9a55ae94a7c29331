import "../database-for-test";
import { spawn } from "node:child_process";
import { expect, it } from "vitest";
import { loadAttempt } from "~/models/assessment/load-attempt.server";
import { reader } from "~/models/database.server";
import { examForTest, questionForTest } from "../../fixtures/exam-questions";
import { insertCourse, insertTaker, paperOf } from "../../fixtures/exam-takers";
import { at, start } from "./taking";

it("a process that is killed at any moment loses no answer that was acknowledged", async () => {
  const bank = [1, 2, 3, 4, 5].map((id) => questionForTest(id));
  const viewer = await insertTaker(await insertCourse("course-one", examForTest(), bank));
  const publicId = await start(viewer, "course-one");
  const token = (await paperOf(publicId)).items[0]?.parts[0]?.[1] ?? "";
  const acknowledged = new Set<string>();
  for (const enough of [40, 150]) {
    const orders = [String(viewer.personId), publicId, at(1), token];
    const child = spawn(process.execPath, ["--import", "tsx", "tests/fixtures/save-until-killed.ts", ...orders], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const before = acknowledged.size;
    await new Promise<void>((resolve) => {
      child.on("exit", () => resolve());
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        for (const key of text.split("\n").filter((line) => /^process-page-\d\.\d+$/.test(line))) acknowledged.add(key);
        if (acknowledged.size - before >= enough) child.kill("SIGKILL");
      });
    });
  }
  const rows = await (await reader()).response.findMany({ select: { client_key: true } });
  const kept = new Set(rows.map(({ client_key }) => client_key));
  expect([...acknowledged].filter((key) => !kept.has(key))).toEqual([]);
  expect(acknowledged.size).toBeGreaterThan(150);
  // what stands in the database is whole, and the attempt goes on
  expect(await loadAttempt(viewer, publicId, at(2))).toMatchObject({ phase: "running" });
}, 120_000);

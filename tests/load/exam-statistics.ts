import { spawnSync } from "node:child_process";
import Database from "better-sqlite3";
import type { Figure } from "./figure";

const COURSE = "bench-statistics";
const ATTEMPTS = 20_000;
const BANK = 80;
const ITEMS = 30;
const PAGES = 6;
const START = Date.parse("2026-09-01T01:00:00.000Z");

/**
 * The time, in seconds, in which the statistics of an exam with 20,000 attempts of 30 questions are there: as the site has them
 * computed, in a process of its own, that process's start included. Beside it the computation alone, and the report on similar
 * papers. Makes the attempts in the connected database, where they are not there yet; import models only afterwards.
 */
export async function measureStatistics(): Promise<Figure[]> {
  const { databaseUrl } = await import("~/config/environment.server");
  insertAttempts(databaseUrl().replace(/^file:/, ""));
  const { computeExamStatistics } = await import("~/models/statistics/exam-statistics.server");
  const { reportCommand } = await import("~/jobs/start-exam-report.server");
  const { EVERYTHING } = await import("~/domain/statistics/report-filter");
  const order = { courseSlug: COURSE, filter: EVERYTHING };
  const began = performance.now();
  const { score } = await computeExamStatistics(order);
  const alone = (performance.now() - began) / 1000;
  if (score.attempts !== ATTEMPTS) throw new Error(`counted ${score.attempts} attempts`);
  const common = { suite: "exam", unit: "s" as const, n: ATTEMPTS };
  const note = `${ATTEMPTS} attempts × ${ITEMS} questions of ${BANK}`;
  return [
    { ...common, figure: "statistics_s", value: inProcess("statistics"), note: `${note}, process and all`, budget: 3 },
    { ...common, figure: "statistics_alone_s", value: alone, note: `${note}, the computation`, budget: null },
    {
      ...common,
      figure: "similarity_s",
      value: inProcess("similarity"),
      note: `${note}, process and all`,
      budget: null,
    },
  ];

  function inProcess(kind: "statistics" | "similarity"): number {
    const command = reportCommand({ ...order, kind }, new Date().toISOString());
    const from = performance.now();
    const { status } = spawnSync(process.execPath, command, { stdio: ["ignore", "ignore", "inherit"] });
    if (status !== 0) throw new Error(`the report on ${kind} failed`);
    return (performance.now() - from) / 1000;
  }
}

/** People of differing ability at questions of differing difficulty, starting in crowds of 500, with what the log keeps. */
function insertAttempts(file: string): void {
  const database = new Database(file, { timeout: 10_000 });
  if (database.prepare("SELECT 1 FROM course WHERE slug = ?").get(COURSE)) return void database.close();
  database.transaction(() => {
    const change = database
      .prepare("INSERT INTO change (at, kind) VALUES ('2026-09-01T00:00:00.000Z', 'bench')")
      .run().lastInsertRowid;
    const { version, questions } = insertCourse(database, change);
    const attempt = database.prepare(
      `INSERT INTO attempt (public_id, person_id, enrolment_id, course_version_id, number, started_at, deadline_at, paper, recorded_change)
      VALUES (?, ?, 0, ?, 1, ?, ?, ?, ?)`,
    );
    const result = database.prepare(
      `INSERT INTO attempt_result (attempt_id, ended_at, ended_by, score, max_score, passed, marks, recorded_change)
      VALUES (?, ?, 'submit', ?, ?, ?, ?, ?)`,
    );
    const log = database.prepare("INSERT INTO attempt_log (attempt_id, kind, page, at) VALUES (?, ?, ?, ?)");
    const paper = JSON.stringify({ form: 2, passPercent: 70, items: [] });
    const next = numbers(7);
    const instant = (ms: number) => new Date(ms).toISOString();
    for (let taker = 0; taker < ATTEMPTS; taker++) {
      const started = START + Math.floor(taker / 500) * 3_600_000 + Math.floor(next() * 600_000);
      const ended = started + 900_000 + Math.floor(next() * 600_000);
      const marks = marksOf(next(), questions, next);
      const score = marks.reduce((sum, mark) => sum + mark.score, 0);
      const { lastInsertRowid: id } = attempt.run(
        `bench${taker.toString(36)}`,
        taker + 1,
        version,
        instant(started),
        instant(started + 1_800_000),
        paper,
        change,
      );
      result.run(id, instant(ended), score, ITEMS, score >= ITEMS * 0.7 ? 1 : 0, JSON.stringify(marks), change);
      for (let page = 1; page <= PAGES; page++) {
        log.run(id, "page-shown", page, instant(started + ((ended - started) * (page - 1)) / PAGES));
      }
    }
  })();
  database.close();
}

interface BenchQuestion {
  id: number;
  hardness: number;
}

function insertCourse(database: Database.Database, change: number | bigint) {
  const course = database
    .prepare("INSERT INTO course (slug, track, recorded_change) VALUES (?, 'communication', ?)")
    .run(COURSE, change).lastInsertRowid;
  const both = { vi: COURSE, en: COURSE };
  const content = {
    title: both,
    summary: both,
    audience: both,
    evidence: [],
    review_by: "2027-10-01",
    origins: {},
    taught: "",
  };
  const exam = {
    title: both,
    pass_percent: 70,
    minutes: 30,
    attempts: 3,
    cooldown_hours: 0,
    per_page: 5,
    sections: [],
  };
  const version = database
    .prepare(
      `INSERT INTO course_version (course_id, number, hash, change_kind, valid_from, content, exam, recorded_change)
      VALUES (?, '1', ?, 'material', '2026-08-01', ?, ?, ?)`,
    )
    .run(course, COURSE, JSON.stringify(content), JSON.stringify(exam), change).lastInsertRowid;
  const insert = database.prepare(
    "INSERT INTO question_version (key, hash, content, recorded_change) VALUES (?, ?, ?, ?)",
  );
  const questions = Array.from({ length: BANK }, (_, index): BenchQuestion => {
    const key = `bench-question-${index + 1}`;
    const options = ["a", "b", "c", "d"].map((option) => ({ key: option, text: both, correct: option === "a" }));
    const question = {
      type: "single",
      key,
      bank: COURSE,
      competency: "bench",
      difficulty: 1,
      stem: both,
      options,
      pin: [],
    };
    const { lastInsertRowid } = insert.run(key, key, JSON.stringify(question), change);
    return { id: Number(lastInsertRowid), hardness: (index % 10) / 20 };
  });
  return { version, questions };
}

function marksOf(ability: number, questions: readonly BenchQuestion[], next: () => number) {
  const left = [...questions];
  return Array.from({ length: ITEMS }, (_, index) => {
    const [question] = left.splice(Math.floor(next() * left.length), 1);
    if (!question) throw new Error("the bank is too small");
    const right = next() < 0.25 + 0.75 * Math.max(0, ability * 1.2 - question.hardness);
    const wrong = ["b", "c", "d"][Math.floor(next() ** 1.5 * 3)] ?? "d";
    const answer = right ? ["a"] : next() < 0.03 ? null : [wrong];
    return { item: index + 1, score: right ? 1 : 0, max: 1, question: question.id, answer };
  });
}

/** Repeatable numbers in [0, 1). */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

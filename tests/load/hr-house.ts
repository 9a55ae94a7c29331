import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { hashOf, run } from "../../app/commands/steps.mjs";
import { benchFrameworks, writeFiveYears } from "./hr-facts";
import { buildQuietly } from "./large-house";
import { HR_CODE, peopleTheHouse } from "./large-house-people";

/** Central HR; HR of one province; HR of provinces with 5,000 people together. */
export const HR_OF = { all: HR_CODE, province: "BENCH-HR-1", fiveThousand: "BENCH-HR-5" } as const;
const FIVE_THOUSAND = 5000;

export interface HrHouse {
  file: string;
  /** rows of facts of the five years */
  facts: number;
  seconds: number;
}

/**
 * 20,000 staff, 40 competencies, 10 programmes, five years of facts, and a build of the site. Made once for the same code and kept
 * beside the system's other temporary files; each run works on a copy, gone when the process ends. Import models only afterwards.
 */
export async function prepareHrHouse(): Promise<HrHouse> {
  const sources = [
    "prisma",
    "courses",
    "tests/load/large-house-people.ts",
    "tests/load/hr-facts.ts",
    "tests/load/hr-house.ts",
  ];
  const hash = createHash("sha256").update(hashOf(sources)).digest("hex").slice(0, 16);
  const template = path.join(os.tmpdir(), `cau-noi-hr-house-${hash}.db`);
  const directory = mkdtempSync(path.join(os.tmpdir(), "cau-noi-bench-"));
  process.on("exit", () => rmSync(directory, { recursive: true, force: true }));
  delete process.env.DATABASE_URL;
  Object.assign(process.env, { DATA_DIR: directory, NODE_ENV: "production", DEMO: "0" });
  const file = path.join(directory, "cau-noi.db");
  const began = performance.now();
  if (existsSync(template)) copyFileSync(template, file);
  else {
    for (const command of ["migrate.ts", "prepare.ts"]) {
      await run(process.execPath, ["--import", "tsx", `app/commands/${command}`], { quiet: true });
    }
    const database = new Database(file);
    database.pragma("synchronous = OFF");
    peopleTheHouse(database);
    database.transaction(() => {
      benchFrameworks(database);
      writeFiveYears(database);
      moreOfficers(database);
    })();
    database.pragma("wal_checkpoint(TRUNCATE)");
    database.close();
    copyFileSync(file, `${template}.draft`);
    renameSync(`${template}.draft`, template);
  }
  const seconds = (performance.now() - began) / 1000;
  const facts = countFacts(file);
  await buildQuietly();
  return { file, facts, seconds };
}

function countFacts(file: string): number {
  const database = new Database(file, { readonly: true });
  const tables = [
    "posting",
    "enrolment",
    "lesson_completion",
    "course_completion",
    "attempt",
    "attempt_result",
    "certificate",
    "certificate_event",
    "evidence",
    "log_entry",
    "absence",
    "manual_assignment",
    "waiver",
    "eligibility",
  ];
  const count = (table: string) => database.prepare(`SELECT COUNT(*) FROM ${table}`).pluck().get() as number;
  const sum = tables.reduce((all, table) => all + count(table), 0);
  database.close();
  return sum;
}

/** One for a province of the middle size, one for as many provinces as have 5,000 people. */
function moreOfficers(database: Database.Database): void {
  const change = Number(
    database.prepare("INSERT INTO change (at, kind) VALUES ('2026-11-21T05:00:00.000Z', 'bench')").run()
      .lastInsertRowid,
  );
  const provinces = database
    .prepare(
      `SELECT l.parent_id AS id, COUNT(*) AS people FROM posting o JOIN post s ON s.id = o.post_id
       JOIN unit_placement l ON l.unit_id = s.unit_id AND l.valid_to IS NULL AND l.retracted_change IS NULL
       JOIN unit u ON u.id = s.unit_id WHERE u.level = 'GRASSROOTS' AND o.valid_to IS NULL GROUP BY l.parent_id ORDER BY people DESC, id`,
    )
    .all() as { id: number; people: number }[];
  let people = 0;
  const five = provinces.filter((each) => {
    if (people >= FIVE_THOUSAND) return false;
    people += each.people;
    return true;
  });
  officer(
    database,
    HR_OF.fiveThousand,
    five.map(({ id }) => id),
    change,
  );
  officer(database, HR_OF.province, [provinces[10]?.id ?? 0], change);
}

function officer(database: Database.Database, code: string, units: readonly number[], change: number): void {
  const insert = (sql: string, ...values: unknown[]) => Number(database.prepare(sql).run(...values).lastInsertRowid);
  const person = insert(
    "INSERT INTO person (public_id, staff_code, recorded_change) VALUES (lower(?), ?, ?)",
    code.replace(/-/g, ""),
    code,
    change,
  );
  insert(
    "INSERT INTO person_name (person_id, full_name, folded, sort_key, valid_from, recorded_change) VALUES (?, ?, ?, ?, '2017-01-01', ?)",
    person,
    `Lê Thị ${code}`,
    code.toLowerCase(),
    code,
    change,
  );
  const account = insert(
    "INSERT INTO account (public_id, person_id, recorded_change) VALUES (lower(?), ?, ?)",
    code.replace(/-/g, ""),
    person,
    change,
  );
  const post = insert(
    "INSERT INTO post (public_id, unit_id, position, valid_from, recorded_change) VALUES (lower(?), ?, 'leader', '2025-10-01', ?)",
    code.replace(/-/g, ""),
    units[0],
    change,
  );
  insert(
    "INSERT INTO posting (public_id, person_id, post_id, kind, valid_from, recorded_change) VALUES (lower(?), ?, ?, 'primary', '2025-10-01', ?)",
    code.replace(/-/g, ""),
    person,
    post,
    change,
  );
  for (const [index, unit] of units.entries()) {
    insert(
      "INSERT INTO permission_grant (public_id, account_id, role, unit_id, valid_from, recorded_change) VALUES (lower(?), ?, 'hr-officer', ?, '2025-10-01', ?)",
      `${code.replace(/-/g, "")}${index}`,
      account,
      unit,
      change,
    );
  }
}

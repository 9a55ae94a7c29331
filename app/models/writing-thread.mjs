// The thread that writes what many people write at once: answers, starts, the log of attempts. Plain JavaScript: it is loaded
// as a file of its own wherever the site runs. A commit waits for the disk (synchronous=FULL); here nobody waits with it.
import { parentPort, workerData } from "node:worker_threads";
import Database from "better-sqlite3";

const database = new Database(workerData.file, { timeout: 10_000 });
database.pragma("journal_mode = WAL");
database.pragma("synchronous = FULL");
database.pragma("foreign_keys = ON");

const MOST_STATEMENTS = 500;
const statements = new Map();

function prepared(sql) {
  let statement = statements.get(sql);
  if (statement === undefined) {
    if (statements.size >= MOST_STATEMENTS) statements.clear();
    statement = database.prepare(sql);
    statements.set(sql, statement);
  }
  return statement;
}

const begin = database.prepare("BEGIN IMMEDIATE");
const commit = database.prepare("COMMIT");
const rollback = database.prepare("ROLLBACK");
const mark = database.prepare("SAVEPOINT job");
const forget = database.prepare("RELEASE job");
const back = database.prepare("ROLLBACK TO job");

/** One job after the other in one transaction; one that fails leaves nothing behind and does not touch the others. */
function carryOut(jobs) {
  begin.run();
  try {
    const outcomes = jobs.map((steps) => {
      mark.run();
      try {
        const rows = steps.map(({ sql, values }) => {
          const statement = prepared(sql);
          if (statement.reader) return statement.all(values);
          statement.run(values);
          return [];
        });
        forget.run();
        return { rows };
      } catch (error) {
        back.run();
        forget.run();
        return { error: { code: String(error.code ?? ""), message: String(error.message) } };
      }
    });
    commit.run();
    return outcomes;
  } catch (error) {
    if (database.inTransaction) rollback.run();
    throw error;
  }
}

parentPort.on("message", ({ id, jobs }) => {
  try {
    parentPort.postMessage({ id, outcomes: carryOut(jobs) });
  } catch (error) {
    parentPort.postMessage({ id, failure: { code: String(error.code ?? ""), message: String(error.message) } });
  }
});

// The thread that reads what reports are made of, thousands of rows at a time, so that nobody waits for it. Plain JavaScript: it is
// loaded as a file of its own wherever the site runs. Between "begin" and "end" it sees one state of the database; rows go out when
// they are asked for, never more than was asked.
import { parentPort, workerData } from "node:worker_threads";
import Database from "better-sqlite3";

const database = new Database(workerData.file, { timeout: 10_000 });
database.pragma("query_only = ON");
database.pragma("cache_size = -16384");

/** the statement under way; the connection reads one at a time */
let rows = null;

const acts = {
  begin() {
    if (database.inTransaction) database.exec("ROLLBACK");
    database.exec("BEGIN");
  },
  end() {
    if (database.inTransaction) database.exec("COMMIT");
  },
  read({ sql, values }) {
    rows?.return();
    rows = database.prepare(sql).raw().iterate(values);
  },
  next({ count }) {
    const taken = [];
    while (taken.length < count) {
      const { done, value } = rows.next();
      if (done) {
        rows = null;
        return { taken, more: false };
      }
      taken.push(value);
    }
    return { taken, more: true };
  },
};

parentPort.on("message", ({ id, act, ...order }) => {
  try {
    parentPort.postMessage({ id, answer: acts[act](order) });
  } catch (error) {
    parentPort.postMessage({ id, failure: String(error?.message ?? error) });
  }
});

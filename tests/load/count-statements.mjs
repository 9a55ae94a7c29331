// Loaded before the server: remembers every SQL statement that it runs, and tells them when asked.
import Database from "better-sqlite3";

let statements = [];
const seen = new WeakSet();
const prepare = Database.prototype.prepare;
const exec = Database.prototype.exec;

Database.prototype.prepare = function (source) {
  const statement = prepare.call(this, source);
  const prototype = Object.getPrototypeOf(statement);
  if (!seen.has(prototype)) {
    seen.add(prototype);
    for (const method of ["run", "get", "all", "iterate"]) {
      const original = prototype[method];
      prototype[method] = function (...values) {
        statements.push(this.source);
        return original.apply(this, values);
      };
    }
  }
  return statement;
};

Database.prototype.exec = function (source) {
  statements.push(source);
  return exec.call(this, source);
};

process.on("message", (message) => {
  if (message !== "statements") return;
  process.send({ statements });
  statements = [];
});

import Database from "better-sqlite3";
import type { Given } from "./exam-takers";

export interface Compared {
  /** answers given that the database does not hold, or that are not the ones that count */
  lost: number;
  /** rows beyond the answers given */
  duplicated: number;
  /** attempts that are not one, or whose result is not one */
  attemptsWrong: number;
  compared: number;
}

interface Row {
  attempt: string;
  item: number;
  value: string;
  client_key: string;
}

/** Holds every answer that was given against what the database keeps. */
export function compareAnswers(file: string, given: readonly Given[], handedIn: boolean): Compared {
  const database = new Database(file, { readonly: true });
  const wanted = new Set(given.map(({ attempt }) => attempt));
  const rows = (
    database
      .prepare(
        `SELECT a.public_id AS attempt, r.item, r.value, r.client_key FROM response r JOIN attempt a ON a.id = r.attempt_id
         ORDER BY r.id`,
      )
      .all() as Row[]
  ).filter(({ attempt }) => wanted.has(attempt));
  const results = new Map(
    (
      database
        .prepare(
          `SELECT a.public_id AS attempt, COUNT(x.id) AS results FROM attempt a
           LEFT JOIN attempt_result x ON x.attempt_id = a.id GROUP BY a.id`,
        )
        .all() as { attempt: string; results: number }[]
    ).map((row) => [row.attempt, row.results]),
  );
  database.close();
  const byKey = new Map<string, Row[]>();
  const newest = new Map<string, Row>();
  for (const row of rows) {
    const key = `${row.attempt} ${row.client_key}`;
    byKey.set(key, [...(byKey.get(key) ?? []), row]);
    newest.set(`${row.attempt} ${row.item}`, row);
  }
  const last = new Map<string, Given>();
  let lost = 0;
  let known = 0;
  const keysSent = new Set<string>();
  for (const one of given) {
    last.set(`${one.attempt} ${one.item}`, one);
    if (one.key === null) continue;
    const key = `${one.attempt} ${one.key}`;
    keysSent.add(key);
    const kept = byKey.get(key);
    if (!kept?.some(({ item, value }) => item === one.item && value === JSON.stringify(one.value))) lost += 1;
    else known += 1;
  }
  for (const [key, one] of last) if (newest.get(key)?.value !== JSON.stringify(one.value)) lost += 1;
  const forms = rows.filter(({ attempt, client_key }) => !keysSent.has(`${attempt} ${client_key}`));
  const formsGiven = given.filter(({ key }) => key === null).length;
  return {
    lost,
    duplicated: rows.length - forms.length - known + Math.max(0, forms.length - formsGiven),
    attemptsWrong: [...wanted].filter((attempt) => results.get(attempt) !== (handedIn ? 1 : 0)).length,
    compared: given.length,
  };
}

import Database from "better-sqlite3";
import { FACT_TABLES } from "~/models/fact-tables.server";

/**
 * All that is held true, as text: rows in force, without their ids and changes, a post being named by its public id. Two
 * readings are equal when the same is held true.
 */
export function factsInForce(): string {
  const database = new Database((process.env.DATABASE_URL ?? "").replace("file:", ""), { readonly: true });
  const posts = database.prepare("SELECT id, public_id FROM post").all() as { id: number; public_id: string }[];
  const postOf = new Map(posts.map(({ id, public_id }) => [id, public_id]));
  const contents = FACT_TABLES.map(({ name }) => {
    const rows = database.prepare(`SELECT * FROM ${name} WHERE retracted_change IS NULL`).all() as object[];
    const said = rows.map((row) => {
      const { id, recorded_change, retracted_change, ...rest } = row as Record<string, unknown>;
      return JSON.stringify("post_id" in rest ? { ...rest, post_id: postOf.get(Number(rest.post_id)) } : rest);
    });
    return [name, said.sort()];
  });
  database.close();
  return JSON.stringify(contents);
}

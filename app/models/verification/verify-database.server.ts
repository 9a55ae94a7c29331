import { createHash, createPublicKey, verify } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { dataDirectory } from "~/config/environment.server";
import { type Room, readKeptFile } from "~/documents/kept-files.server";
import { reader } from "../database.server";
import { FACT_TABLES } from "../fact-tables.server";
import { proveWorkforceFacts } from "../reporting/prove-workforce-facts.server";

/** What one proof looked at, and what it found wrong, in the words of an operator. */
export interface Finding {
  name: string;
  looked: number;
  wrong: string[];
}

interface Proof {
  name: string;
  find(): Promise<{ looked: number; wrong: string[] }>;
}

const sha256Of = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");

/** Rows of `sql` are what is wrong, each with a text `wrong`; `count` says how many rows were looked at. */
function bySql(name: string, count: string, sql: string): Proof {
  return {
    name,
    async find() {
      const client = await reader();
      const [all] = await client.$queryRawUnsafe<{ n: bigint }[]>(count);
      const rows = await client.$queryRawUnsafe<{ wrong: string }[]>(sql);
      return { looked: Number(all?.n ?? 0), wrong: rows.map(({ wrong }) => wrong) };
    },
  };
}

const PROOFS: readonly Proof[] = [
  {
    name: "the file of the database is whole",
    async find() {
      const rows = await (await reader()).$queryRaw<{ quick_check: string }[]>`PRAGMA quick_check`;
      return { looked: 1, wrong: rows.map(({ quick_check: said }) => said).filter((said) => said !== "ok") };
    },
  },
  {
    name: "no two facts hold at the same time where only one may",
    async find() {
      const client = await reader();
      const wrong: string[] = [];
      let looked = 0;
      for (const { name, oneAtATime, dated } of FACT_TABLES) {
        for (const columns of oneAtATime) {
          looked += 1;
          const same = columns.map((column) => `b.${column} = a.${column}`).join(" AND ");
          const meet = dated
            ? "AND a.valid_from < COALESCE(b.valid_to, '9999') AND b.valid_from < COALESCE(a.valid_to, '9999')"
            : "";
          const rows = await client.$queryRawUnsafe<{ a: bigint; b: bigint }[]>(
            `SELECT a.id AS a, b.id AS b FROM ${name} a JOIN ${name} b ON ${same} AND b.id > a.id
             WHERE a.retracted_change IS NULL AND b.retracted_change IS NULL ${meet} LIMIT 20`,
          );
          wrong.push(...rows.map(({ a, b }) => `${name} ${a} and ${b}`));
        }
      }
      return { looked, wrong };
    },
  },
  { name: "what reports hold in memory is what the facts say", find: proveWorkforceFacts },
  bySql(
    "every fact of completion has one certificate",
    "SELECT COUNT(*) AS n FROM certificate",
    `SELECT programme || ' ' || basis || ': ' || COUNT(*) AS wrong FROM certificate WHERE basis IS NOT NULL
     GROUP BY programme, basis HAVING COUNT(*) > 1`,
  ),
  bySql(
    "numbers of certificates have no gap and none is beyond its counter",
    "SELECT COUNT(*) AS n FROM serial_counter",
    `SELECT s.series || ': the counter says ' || s.last || ', there are ' || COUNT(c.id) AS wrong
     FROM serial_counter s LEFT JOIN certificate c ON c.serial LIKE s.series || '-%' GROUP BY s.series
     HAVING COUNT(c.id) <> s.last OR MAX(CAST(substr(c.serial, length(s.series) + 2) AS INTEGER)) <> s.last`,
  ),
  bySql(
    "a certificate was reinstated only after it was revoked",
    "SELECT COUNT(*) AS n FROM certificate_event WHERE retracted_change IS NULL AND kind IN ('revoked', 'reinstated')",
    `SELECT c.serial || ': reinstated on ' || e.on_date AS wrong FROM certificate_event e JOIN certificate c ON c.id = e.certificate_id
     WHERE e.kind = 'reinstated' AND e.retracted_change IS NULL AND NOT EXISTS (SELECT 1 FROM certificate_event r
       WHERE r.certificate_id = e.certificate_id AND r.kind = 'revoked' AND r.retracted_change IS NULL AND r.id < e.id)`,
  ),
  bySql(
    "a replaced certificate names the one that stands for it",
    "SELECT COUNT(*) AS n FROM certificate WHERE replaces_id IS NOT NULL",
    `SELECT c.serial || ': nothing says that it was replaced' AS wrong FROM certificate n JOIN certificate c ON c.id = n.replaces_id
     WHERE NOT EXISTS (SELECT 1 FROM certificate_event e
       WHERE e.certificate_id = c.id AND e.kind = 'superseded' AND e.retracted_change IS NULL)`,
  ),
  bySql(
    "every attempt has one standing",
    "SELECT COUNT(*) AS n FROM attempt",
    `SELECT 'attempt ' || attempt_id || ': round ' || round || ', ordinal ' || ordinal || ' twice' AS wrong
     FROM attempt_result GROUP BY attempt_id, round, ordinal HAVING COUNT(*) > 1`,
  ),
  {
    name: "documents on the disk are those that were rendered",
    async find() {
      const rows = await (await reader()).certificate_document.findMany();
      const wrong: string[] = [];
      for (const { certificate_id: id, sha256 } of rows) {
        const bytes = await readFile(path.join(dataDirectory(), "documents", `${sha256}.pdf`)).catch(() => null);
        if (bytes === null) wrong.push(`certificate ${id}: ${sha256}.pdf is missing`);
        else if (sha256Of(bytes) !== sha256) wrong.push(`certificate ${id}: ${sha256}.pdf was altered`);
      }
      return { looked: rows.length, wrong };
    },
  },
  {
    name: "signatures of documents are genuine",
    async find() {
      const client = await reader();
      const keys = new Map((await client.signing_key.findMany()).map((key) => [key.key_id, key]));
      const rows = await client.certificate_signature.findMany();
      const wrong = rows.flatMap(({ certificate_id: id, key_id: keyId, sha256, signature }) => {
        const key = keys.get(keyId);
        if (!key) return [`certificate ${id}: no key ${keyId}`];
        const publicKey = createPublicKey({ key: JSON.parse(key.public_jwk), format: "jwk" });
        const genuine = verify(null, Buffer.from(sha256, "hex"), publicKey, Buffer.from(signature, "base64url"));
        return genuine ? [] : [`certificate ${id}: the signature by ${keyId} is not of ${sha256}`];
      });
      return { looked: rows.length, wrong };
    },
  },
  {
    name: "uploaded files are those that were uploaded",
    async find() {
      const client = await reader();
      const some = (room: Room, rows: { sha256: string }[]) => rows.map(({ sha256 }) => ({ room, sha256 }));
      const only = { select: { sha256: true } } as const;
      const files = [
        ...some("proofs", await client.request_file.findMany(only)),
        ...some("proofs", await client.outside_proof_file.findMany(only)),
        ...some("imports", await client.import_run.findMany(only)),
        ...some("signed-copies", await client.certificate_signed_copy.findMany(only)),
      ];
      const wrong: string[] = [];
      for (const { room, sha256 } of files) {
        await readKeptFile(room, sha256).catch(() => wrong.push(`${room}/${sha256} is missing or was altered`));
      }
      return { looked: files.length, wrong };
    },
  },
  {
    name: "kept reports are as they were written",
    async find() {
      const rows = await (await reader()).saved_report.findMany({ select: { id: true, content: true, sha256: true } });
      const altered = rows.filter(({ content, sha256 }) => sha256Of(content) !== sha256);
      return { looked: rows.length, wrong: altered.map(({ id }) => `saved report ${id} was altered`) };
    },
  },
  bySql(
    "a fact is taken back by a change that came after it",
    "SELECT COUNT(*) AS n FROM change",
    FACT_TABLES.map(
      ({ name }) => `SELECT '${name} ' || id AS wrong FROM ${name} WHERE retracted_change < recorded_change`,
    ).join(" UNION ALL "),
  ),
];

/** Proves one thing after the other; nothing is written. */
export async function* verifyDatabase(): AsyncGenerator<Finding> {
  for (const { name, find } of PROOFS) yield { name, ...(await find()) };
}

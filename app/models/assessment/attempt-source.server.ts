import { createHash } from "node:crypto";
import type { Instant } from "~/domain/time/civil-date";
import { Prisma } from "~/models/generated/client";

/** From where a request about an attempt came. */
export interface Source {
  /** raw id of the login session; only a short hash is kept */
  session: string;
  /** browser and system, in short */
  device: string;
  address: string;
}

const LONGEST = 80;

/** As it is kept. */
export interface KeptSource {
  session: string;
  device: string;
  address: string;
}

export function keptSource({ session, device, address }: Source): KeptSource {
  return {
    session: createHash("sha256").update(`attempt source ${session}`).digest("hex").slice(0, 12),
    device: device.slice(0, LONGEST),
    address: address.slice(0, LONGEST),
  };
}

/** Same browser: a network may give it another address on the way. */
export function sameDevice(a: Pick<KeptSource, "session" | "device">, b: Pick<KeptSource, "session" | "device">) {
  return a.session === b.session && a.device === b.device;
}

/** @param attempt its id, or SQL for it */
export function addSource(
  attempt: number | Prisma.Sql,
  { session, device, address }: KeptSource,
  at: Instant,
): Prisma.Sql {
  return Prisma.sql`INSERT INTO attempt_source (attempt_id, session, device, address, at)
    SELECT ${attempt}, ${session}, ${device}, ${address}, ${at} WHERE true ON CONFLICT DO NOTHING`;
}

/** The id of a source that was added, as SQL; null where none was given. */
export function sourceId(attempt: number | Prisma.Sql, source: KeptSource | null): Prisma.Sql {
  if (!source) return Prisma.sql`NULL`;
  const { session, device, address } = source;
  return Prisma.sql`(SELECT id FROM attempt_source WHERE attempt_id = ${attempt} AND session = ${session}
    AND device = ${device} AND address = ${address})`;
}

export function addToLog(
  attempt: number | Prisma.Sql,
  { kind, page, source, at }: { kind: string; page: number | null; source: KeptSource | null; at: Instant },
): Prisma.Sql {
  return Prisma.sql`INSERT INTO attempt_log (attempt_id, source_id, kind, page, at)
    SELECT ${attempt}, ${sourceId(attempt, source)}, ${kind}, ${page}, ${at}`;
}

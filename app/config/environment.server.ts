import path from "node:path";

/** Where all state lives: database, uploads, keys, rendered papers. */
export function dataDirectory(): string {
  return path.resolve(process.env.DATA_DIR ?? "data");
}

/** The database's address with an absolute path, whatever directory the process was started in. */
export function databaseUrl(): string {
  const given = process.env.DATABASE_URL;
  const file = given ? given.replace(/^file:/, "") : path.join(dataDirectory(), "cau-noi.db");
  return `file:${path.resolve(file)}`;
}

/** Address under which the public reaches the site, without a slash at the end; printed in QR codes. */
export function publicUrl(): string {
  return (process.env.PUBLIC_URL ?? `http://localhost:${port()}`).replace(/\/+$/, "");
}

export function port(): number {
  return Number(process.env.PORT ?? 3000);
}

/** Only with this set is `X-Forwarded-For` believed. */
export function trustProxy(): boolean {
  return process.env.TRUST_PROXY === "1" || process.env.TRUST_PROXY === "true";
}

/** SMTP address, or null where no mail is set: then slips are printed. */
export function mailUrl(): string | null {
  return process.env.SMTP_URL ?? null;
}

export function mailFrom(): string {
  return process.env.MAIL_FROM ?? "Cầu Nối <no-reply@localhost>";
}

/**
 * Demo data is the default of a first start, and off for an operator who runs in production without asking for it.
 * `npm start` notes the operator's choice in DEMO before it sets NODE_ENV itself.
 */
export function demoWanted(): boolean {
  const asked = process.env.DEMO;
  if (asked !== undefined && asked !== "") return asked === "1" || asked === "true";
  return process.env.NODE_ENV !== "production";
}

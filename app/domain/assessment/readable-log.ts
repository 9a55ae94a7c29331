import type { Instant } from "../time/civil-date";

/** From where an attempt was worked on. */
export interface LogSource {
  id: number;
  /** short hash: tells login sessions apart */
  session: string;
  device: string;
  address: string;
}

/** Devices of an attempt, numbered in the order in which they came: a browser in one login session is one. */
export interface LogDevice {
  number: number;
  device: string;
  /** networks may give one device several */
  addresses: string[];
}

export interface LogEntry {
  at: Instant;
  kind: string;
  page: number | null;
  /** id of its source; null: not known, or no longer kept */
  source: number | null;
}

/** An entry as it is read: `device` is its number, `changed` where it is another than just before. */
export type ReadableEntry<E extends LogEntry> = E & { device: number | null; changed: boolean };

export function logDevices(sources: readonly LogSource[]): { devices: LogDevice[]; numberOf: Map<number, number> } {
  const devices = new Map<string, LogDevice>();
  const numberOf = new Map<number, number>();
  for (const { id, session, device, address } of [...sources].sort((a, b) => a.id - b.id)) {
    const name = `${session} ${device}`;
    const known = devices.get(name) ?? { number: devices.size + 1, device, addresses: [] };
    devices.set(name, known);
    if (!known.addresses.includes(address)) known.addresses.push(address);
    numberOf.set(id, known.number);
  }
  return { devices: [...devices.values()], numberOf };
}

/** A page shown again from the same device within this time was fetched again, not looked at again. */
const SAME_LOOK_MS = 10_000;

/** The entries in order of time, each with its device; a page that was merely fetched again is told once. */
export function readableLog<E extends LogEntry>(
  entries: readonly E[],
  sources: readonly LogSource[],
): ReadableEntry<E>[] {
  const { numberOf } = logDevices(sources);
  const told: ReadableEntry<E>[] = [];
  let [device, shown] = [null as number | null, null as ReadableEntry<E> | null];
  const inOrder = entries.map((entry, index) => ({ entry, index }));
  inOrder.sort((a, b) => (a.entry.at < b.entry.at ? -1 : a.entry.at > b.entry.at ? 1 : a.index - b.index));
  for (const { entry } of inOrder) {
    const number = entry.source === null ? null : (numberOf.get(entry.source) ?? null);
    const readable = { ...entry, device: number, changed: number !== null && device !== null && number !== device };
    if (number !== null) device = number;
    if (entry.kind === "page-shown") {
      const again = shown?.page === entry.page && shown.device === number && soonAfter(shown.at, entry.at);
      if (again) continue;
      shown = readable;
    }
    told.push(readable);
  }
  return told;
}

function soonAfter(before: Instant, after: Instant): boolean {
  return Date.parse(after) - Date.parse(before) < SAME_LOOK_MS;
}

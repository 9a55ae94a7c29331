import {
  type Programme,
  type Programmes,
  programmeSchema,
  programmesOfDay,
  readProgrammes,
} from "~/domain/certification/programme";
import { type CivilDate, holdsOn } from "~/domain/time/civil-date";
import type { Rows } from "~/models/database.server";
import { Prisma } from "~/models/generated/client";

/** A programme's rules on a date, and where they stand. */
export interface ProgrammeInForce {
  programme: Programme;
  /** the files' version in force on the date, whose other rules hold beside */
  frameworkVersionId: number;
  /** the version that the programme's owner set; null: the files' */
  programmeVersionId: number | null;
}

/** The rules of all days: what the files say, overlaid by what the owners of programmes set. */
export interface ProgrammeHistory {
  on(date: CivilDate): ProgrammeInForce[];
  /** the rules of one programme on a date; null: there are none */
  of(key: string, date: CivilDate): ProgrammeInForce | null;
  /** every key that rules of any day have */
  keys: string[];
  /** the days on which rules of a programme begin, in order */
  begins(key: string): CivilDate[];
}

interface FileVersion {
  id: number;
  validFrom: CivilDate;
  content: Programmes;
}

interface AppVersion {
  id: number;
  validFrom: CivilDate;
  validTo: CivilDate | null;
  programme: Programme;
}

type Client = Pick<Rows, "$queryRaw">;

/**
 * The rules of all days as the reader or the transaction sees them.
 * @param knownAt newest change to take in; left out: all
 */
export async function programmeHistory(client: Client, knownAt: number | null = null): Promise<ProgrammeHistory> {
  return historyOf(await fileVersions(client, knownAt), await appVersions(client, knownAt));
}

/** The programmes in force on a date, as the reader or the transaction sees them. */
export async function programmesOn(
  client: Client,
  date: CivilDate,
  knownAt: number | null = null,
): Promise<ProgrammeInForce[]> {
  return (await programmeHistory(client, knownAt)).on(date);
}

async function fileVersions(client: Client, knownAt: number | null): Promise<FileVersion[]> {
  const known = knownAt === null ? Prisma.sql`TRUE` : Prisma.sql`recorded_change <= ${knownAt}`;
  const rows = await client.$queryRaw<{ id: bigint; valid_from: string; content: string }[]>`
    SELECT id, valid_from, content FROM framework_version WHERE kind = 'certifications' AND ${known}
    ORDER BY valid_from DESC, id DESC`;
  return rows.map(({ id, valid_from, content }) => ({
    id: Number(id),
    validFrom: valid_from,
    content: parsed(content, readProgrammes),
  }));
}

async function appVersions(client: Client, knownAt: number | null): Promise<AppVersion[]> {
  const inForce =
    knownAt === null
      ? Prisma.sql`retracted_change IS NULL`
      : Prisma.sql`recorded_change <= ${knownAt} AND (retracted_change IS NULL OR retracted_change > ${knownAt})`;
  const rows = await client.$queryRaw<{ id: bigint; valid_from: string; valid_to: string | null; content: string }[]>`
    SELECT id, valid_from, valid_to, content FROM programme_version WHERE ${inForce} ORDER BY valid_from DESC, id DESC`;
  return rows.map(({ id, valid_from, valid_to, content }) => ({
    id: Number(id),
    validFrom: valid_from,
    validTo: valid_to,
    programme: parsed(content, readProgramme),
  }));
}

function readProgramme(json: string): Programme {
  return programmeSchema.parse(JSON.parse(json));
}

// what was written once never changes: by its text, so that every database has its own; a file's rules are a few kilobytes
const MOST_KEPT = 200;
const kept = new Map<string, unknown>();

function parsed<T>(json: string, read: (json: string) => T): T {
  const known = kept.get(json) as T | undefined;
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const value = read(json);
  kept.set(json, value);
  return value;
}

function historyOf(files: readonly FileVersion[], own: readonly AppVersion[]): ProgrammeHistory {
  const days = new Map<CivilDate, ProgrammeInForce[]>();
  const on = (date: CivilDate) => {
    const known = days.get(date) ?? inForceOn(files, own, date);
    days.set(date, known);
    return known;
  };
  const everywhere = [
    ...files.flatMap(({ content }) =>
      content.programmes.map((programme) => ({ key: programme.key, content, programme })),
    ),
  ];
  return {
    on,
    of: (key, date) => on(date).find(({ programme }) => programme.key === key) ?? null,
    keys: [...new Set([...everywhere.map(({ key }) => key), ...own.map(({ programme }) => programme.key)])],
    begins: (key) => {
      const ofFiles = everywhere.filter((each) => each.key === key);
      const ofOwner = own.filter(({ programme }) => programme.key === key);
      const starts = [
        ...ofFiles.map(({ programme, content }) => programme.valid_from ?? content.valid_from),
        ...ofOwner.flatMap(({ validFrom, validTo }) => (validTo === null ? [validFrom] : [validFrom, validTo])),
      ];
      return [...new Set(starts)].sort();
    },
  };
}

function inForceOn(files: readonly FileVersion[], own: readonly AppVersion[], date: CivilDate): ProgrammeInForce[] {
  const file = files.find(({ validFrom }) => validFrom <= date);
  // a certificate names the version of the files under which it was issued
  if (!file) return [];
  const set = own.filter((version) => holdsOn(version, date));
  const byKey = new Map<string, ProgrammeInForce>();
  for (const programme of programmesOfDay(file.content, date))
    byKey.set(programme.key, { programme, frameworkVersionId: file.id, programmeVersionId: null });
  // of two that hold on a day, which the forms refuse, the one that began last counts
  for (const { id, programme } of [...set].reverse())
    byKey.set(programme.key, { programme, frameworkVersionId: file.id, programmeVersionId: id });
  return [...byKey.values()];
}

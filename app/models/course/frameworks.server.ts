import { type Programme, programmeSchema } from "~/domain/certification/programme";
import { positionsOn } from "~/domain/competency/framework";
import {
  BEGINNING,
  EMPTY_FRAMEWORKS,
  FRAMEWORK_KINDS,
  FRAMEWORK_SCHEMAS,
  type FrameworkKind,
  type Frameworks,
  type FrameworkVersion,
} from "~/domain/course/frameworks";
import type { CivilDate } from "~/domain/time/civil-date";
import { type ProgrammeHistory, programmeHistory } from "../certification/programmes-in-force.server";
import { latestChangeId, reader, readRows } from "../database.server";
import { Prisma } from "../generated/client";
import { loadOnce } from "./immutable-rows.server";

interface Listed {
  id: number;
  kind: string;
  validFrom: CivilDate;
  recorded: number;
}

interface Held {
  list: Listed[];
  programmes: ProgrammeHistory;
  /** as asked for already, all that is known taken in */
  ofDates: Map<CivilDate, Promise<Frameworks>>;
}

/** Dates kept at once: today, and those that reports look back to. */
const MOST_DATES = 400;

let held: { changeId: number; state: string; all: Promise<Held> } | null = null;

/**
 * All versions of all kinds, the one that counts first, and the programmes of all days; held until one of them changes. What else
 * changes is told by two small tables: thousands who start an exam at once are a change each.
 */
async function listed(): Promise<Held> {
  const changeId = await latestChangeId();
  if (held?.changeId === changeId) return held.all;
  const state = await stateOfRules();
  if (held?.state === state) {
    held = { ...held, changeId };
    return held.all;
  }
  const all = loadAll();
  held = { changeId, state, all };
  // a failure is not kept
  all.catch(() => {
    held = null;
  });
  return all;
}

async function stateOfRules(): Promise<string> {
  const [newest] = await readRows<Record<string, number | null>>(Prisma.sql`
    SELECT (SELECT MAX(id) FROM framework_version) AS framework, (SELECT MAX(id) FROM programme_version) AS programme,
      (SELECT MAX(retracted_change) FROM programme_version) AS retracted`);
  return JSON.stringify(newest);
}

async function loadAll(): Promise<Held> {
  const [list, programmes] = await Promise.all([loadList(), programmeHistory(await reader())]);
  return { list, programmes, ofDates: new Map() };
}

async function loadList(): Promise<Listed[]> {
  return readRows<Listed>(Prisma.sql`
    SELECT id, kind, valid_from AS validFrom, recorded_change AS recorded FROM framework_version ORDER BY valid_from DESC, id DESC`);
}

/**
 * The frameworks that hold on a date: of each kind the version with the latest `valid_from` up to it, and of several with
 * the same the one recorded last; of positions what they require on that date, of programmes the rules of that day, where what their owners set goes before what the
 * files say. Kinds of which none holds yet are empty, with id null.
 * @param knownAt newest change to take in; left out: all
 */
export async function frameworksAsOf(date: CivilDate, knownAt: number | null = null): Promise<Frameworks> {
  const present = await listed();
  if (knownAt !== null)
    return makeFrameworks(present.list, await programmeHistory(await reader(), knownAt), date, knownAt);
  const known = present.ofDates.get(date);
  if (known) return known;
  if (present.ofDates.size >= MOST_DATES) present.ofDates.clear();
  const made = makeFrameworks(present.list, present.programmes, date, null);
  present.ofDates.set(date, made);
  // a failure is not kept
  made.catch(() => present.ofDates.delete(date));
  return made;
}

async function makeFrameworks(
  list: readonly Listed[],
  programmes: ProgrammeHistory,
  date: CivilDate,
  knownAt: number | null,
): Promise<Frameworks> {
  const rows = list.filter(({ validFrom, recorded }) => validFrom <= date && (knownAt === null || recorded <= knownAt));
  const entries = FRAMEWORK_KINDS.map(async (kind) => {
    const row = rows.find((each) => each.kind === kind);
    return [kind, row ? await frameworkVersion(row.id) : none(kind)] as const;
  });
  const frameworks = Object.fromEntries(await Promise.all(entries)) as Frameworks;
  const { positions, certifications } = frameworks;
  const ofDay = programmes.on(date).map(({ programme }) => programme);
  return {
    ...frameworks,
    positions: { ...positions, content: positionsOn(positions.content, date) },
    certifications: { ...certifications, content: { ...certifications.content, programmes: ofDay } },
  };
}

/** One version of a framework by its row id, as certificates name it. @throws Error when there is none */
export function frameworkVersion(id: number): Promise<FrameworkVersion<unknown>> {
  return loadOnce(`framework ${id}`, async (client) => {
    const row = await client.framework_version.findUniqueOrThrow({ where: { id } });
    const content: unknown = FRAMEWORK_SCHEMAS[row.kind as FrameworkKind].parse(JSON.parse(row.content));
    return { id: row.id, number: row.number, validFrom: row.valid_from, content };
  });
}

/** The rules of a programme as its owner set them, by the row id that certificates name. @throws Error when there is none */
export function programmeVersion(id: number): Promise<Programme> {
  return loadOnce(`programme ${id}`, async (client) => {
    const row = await client.programme_version.findUniqueOrThrow({ where: { id }, select: { content: true } });
    return programmeSchema.parse(JSON.parse(row.content));
  });
}

/** The programmes of all days as they stand now. */
export async function programmesOfAllDays(): Promise<ProgrammeHistory> {
  return (await listed()).programmes;
}

function none(kind: FrameworkKind): FrameworkVersion<unknown> {
  return { id: null, number: "", validFrom: BEGINNING, content: EMPTY_FRAMEWORKS[kind] };
}

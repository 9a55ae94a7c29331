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
}

let held: { changeId: number; all: Promise<Held> } | null = null;

/** All versions of all kinds, the one that counts first, and the programmes of all days; held until something changes. */
async function listed(): Promise<Held> {
  const changeId = await latestChangeId();
  if (held?.changeId !== changeId) {
    held = { changeId, all: loadAll() };
    // a failure is not kept
    held.all.catch(() => {
      held = null;
    });
  }
  return held.all;
}

async function loadAll(): Promise<Held> {
  const [list, programmes] = await Promise.all([loadList(), programmeHistory(await reader())]);
  return { list, programmes };
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
  const { list, programmes: present } = await listed();
  const programmes = knownAt === null ? present : await programmeHistory(await reader(), knownAt);
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

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
import { latestChangeId, readRows } from "../database.server";
import { Prisma } from "../generated/client";
import { loadOnce } from "./immutable-rows.server";

interface Listed {
  id: number;
  kind: string;
  validFrom: CivilDate;
}

let held: { changeId: number; list: Promise<Listed[]> } | null = null;

/** All versions of all kinds, the one that counts first; held until something changes. */
async function listed(): Promise<Listed[]> {
  const changeId = await latestChangeId();
  if (held?.changeId !== changeId) {
    held = { changeId, list: loadList() };
    // a failure is not kept
    held.list.catch(() => {
      held = null;
    });
  }
  return held.list;
}

async function loadList(): Promise<Listed[]> {
  return readRows<Listed>(Prisma.sql`
    SELECT id, kind, valid_from AS validFrom FROM framework_version ORDER BY valid_from DESC, id DESC`);
}

/**
 * The frameworks that hold on a date: of each kind the version with the latest `valid_from` up to it, and of several with
 * the same the one recorded last. Kinds of which none holds yet are empty, with id null.
 */
export async function frameworksAsOf(date: CivilDate): Promise<Frameworks> {
  const rows = (await listed()).filter(({ validFrom }) => validFrom <= date);
  const entries = FRAMEWORK_KINDS.map(async (kind) => {
    const row = rows.find((each) => each.kind === kind);
    return [kind, row ? await frameworkVersion(row.id) : none(kind)] as const;
  });
  return Object.fromEntries(await Promise.all(entries)) as Frameworks;
}

/** One version of a framework by its row id, as certificates name it. @throws Error when there is none */
export function frameworkVersion(id: number): Promise<FrameworkVersion<unknown>> {
  return loadOnce(`framework ${id}`, async (client) => {
    const row = await client.framework_version.findUniqueOrThrow({ where: { id } });
    const content: unknown = FRAMEWORK_SCHEMAS[row.kind as FrameworkKind].parse(JSON.parse(row.content));
    return { id: row.id, number: row.number, validFrom: row.valid_from, content };
  });
}

function none(kind: FrameworkKind): FrameworkVersion<unknown> {
  return { id: null, number: "", validFrom: BEGINNING, content: EMPTY_FRAMEWORKS[kind] };
}

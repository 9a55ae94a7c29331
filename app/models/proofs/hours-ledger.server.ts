import type { Viewer } from "~/domain/permissions/viewer";
import { type CountedHours, lessonHours, type YearlyHours, yearlyHours } from "~/domain/proofs/hours-ledger";
import type { Setting } from "~/domain/settings/setting";
import { type CivilDate, civilDateOf, type Instant, startOfDay } from "~/domain/time/civil-date";
import { reader } from "../database.server";
import type { PrismaClient } from "../generated/client";
import { keptRecord, keptRecords } from "../people/records-of.server";
import { holding, inScope, type Scope, scopeOf } from "../reporting/scope-units.server";
import { allSettingsOn } from "../settings/settings.server";

export const EMPLOYMENTS = ["civil-servant", "public-employee", "contract"] as const;
export type Employment = (typeof EMPLOYMENTS)[number];

export interface LedgerLine extends YearlyHours {
  person: string;
  name: string;
  staffCode: string;
  employment: Employment;
}

export interface HoursLedger {
  year: number;
  /** the day on which people and what is asked of them were looked at */
  asOf: CivilDate;
  categories: {
    employment: Employment;
    people: number;
    /** hours of all of them together */
    hours: number;
    asked: number | null;
    /** how many have what is asked; null where nothing is */
    met: number | null;
  }[];
  total: number;
  lines: LedgerLine[];
}

export const LEDGER_PAGE = 50;

/**
 * The lesson hours of a year of the staff in the viewer's reach: verified training from outside, and lessons learned here, beside what
 * is asked of each employment category. Who was there on the last day of the year, or is there today. Collaborators
 * are no staff. `page` from 1; five statements, however many people.
 */
export async function hoursLedger(
  viewer: Viewer,
  { year, employment, page }: { year: number; employment: Employment | null; page: number },
  today: CivilDate,
): Promise<HoursLedger> {
  const client = await reader();
  const scope = await scopeOf(viewer, "see-people", today);
  const asOf = today < `${year}-12-31` ? today : `${year}-12-31`;
  const [staff, counted, settings] = await Promise.all([
    staffOn(client, scope, asOf),
    hoursOf(client, year),
    allSettingsOn(asOf),
  ]);
  const all = staff.map(({ id, ...person }) => ({
    ...person,
    ...yearlyHours(counted.get(id) ?? [], year, askedOf(settings, person.employment)),
  }));
  const shown = employment === null ? all : all.filter((line) => line.employment === employment);
  return {
    year,
    asOf,
    categories: EMPLOYMENTS.map((each) => categoryOf(each, all, askedOf(settings, each))),
    total: shown.length,
    lines: shown.slice((page - 1) * LEDGER_PAGE, page * LEDGER_PAGE),
  };
}

function askedOf(settings: Setting, employment: Employment): number | null {
  return settings[`training-hours-${employment}`] || null;
}

function categoryOf(employment: Employment, all: readonly LedgerLine[], asked: number | null) {
  const own = all.filter((line) => line.employment === employment);
  return {
    employment,
    people: own.length,
    hours: own.reduce((sum, { total }) => sum + total, 0),
    asked,
    met: asked === null ? null : own.filter(({ met }) => met).length,
  };
}

async function staffOn(client: PrismaClient, scope: Scope, asOf: CivilDate) {
  const rows = await client.$queryRaw<
    { id: bigint; public_id: string; staff_code: string; full_name: string; employment: Employment }[]
  >`
    SELECT p.id, p.public_id, p.staff_code, n.full_name, d.employment
    FROM person p
    JOIN person_name n ON n.person_id = p.id AND ${holding("n", asOf)}
    JOIN person_detail d ON d.person_id = p.id AND ${holding("d", asOf)} AND d.employment <> 'collaborator'
    WHERE p.id IN (SELECT ${keptRecord("o.person_id")} FROM posting o JOIN post s ON s.id = o.post_id
      WHERE ${holding("o", asOf)} AND ${inScope(scope, "s.unit_id")})
    ORDER BY n.sort_key, p.id`;
  return rows.map((row) => ({
    id: Number(row.id),
    person: row.public_id,
    staffCode: row.staff_code,
    name: row.full_name,
    employment: row.employment,
  }));
}

/** What counts in a year, by the kept record of its person. A lesson skipped by a pre-test takes no hours. */
async function hoursOf(client: PrismaClient, year: number): Promise<Map<number, CountedHours[]>> {
  const kept = await keptRecords(client);
  const [from, to]: Instant[] = [startOfDay(`${year}-01-01`), startOfDay(`${year + 1}-01-01`)];
  const lessons = await client.$queryRaw<{ person_id: bigint; minutes: bigint; last: Instant }[]>`
    SELECT e.person_id, SUM(l.minutes) AS minutes, MAX(d.at) AS last
    FROM lesson_completion d JOIN enrolment e ON e.id = d.enrolment_id JOIN lesson l ON l.id = d.lesson_id
    WHERE d.at >= ${from} AND d.at < ${to} AND d.how = 'read' GROUP BY e.person_id, e.course_id`;
  const trainings = await client.$queryRaw<{ person_id: bigint; hours: number; last: CivilDate }[]>`
    SELECT r.person_id, json_extract(v.content, '$.content.hours') AS hours, json_extract(v.content, '$.content.to') AS last
    FROM outside_proof r JOIN outside_proof_event v ON v.proof_id = r.id AND v.kind = 'verified'
    WHERE r.kind = 'training' AND NOT EXISTS
      (SELECT 1 FROM outside_proof_event w WHERE w.proof_id = r.id AND w.kind = 'revoked')`;
  const counted = new Map<number, CountedHours[]>();
  const add = (record: bigint, on: CivilDate, hours: number, source: CountedHours["source"]) => {
    const person = kept.get(Number(record)) ?? Number(record);
    counted.set(person, [...(counted.get(person) ?? []), { person, on, hours, source }]);
  };
  for (const row of lessons) add(row.person_id, civilDateOf(row.last), lessonHours(Number(row.minutes)), "course");
  for (const row of trainings) add(row.person_id, row.last, Number(row.hours), "outside");
  return counted;
}

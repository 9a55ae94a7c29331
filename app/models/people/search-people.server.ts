import type { Viewer } from "~/domain/permissions/viewer";
import { hasPower } from "~/domain/permissions/viewer";
import { nameOfUnit, standInsOn, subtreesOf } from "~/domain/reporting/unit-selection";
import { foldForSearch } from "~/domain/text/fold-for-search";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { frameworksAsOf } from "../course/frameworks.server";
import { reader } from "../database.server";
import { Prisma } from "../generated/client";
import { organisationAsOf, organisationFacts } from "../organisation/organisation-facts.server";
import { holding, inScope, scopeOf } from "../reporting/scope-units.server";

export interface PeopleQuery {
  search: string;
  position: string | null;
  /** public id: it and all below it */
  unit: string | null;
  page: number;
  asOf: CivilDate;
  today: CivilDate;
}

export interface PeopleView {
  unitName: string | null;
  total: number;
  people: FoundPerson[];
  positions: { value: string; label: string }[];
  /** the viewer may open records; else only slips for new passwords */
  records: boolean;
}

export interface FoundPerson {
  person: string;
  name: string;
  staffCode: string;
  post: string;
  unit: string;
}

export const PEOPLE_PAGE = 50;
const MOST_WORDS = 8;

interface PersonRow {
  id: bigint;
  public_id: string;
  full_name: string;
  staff_code: string;
  position: string;
  unit_id: bigint;
  total: bigint;
}

/**
 * People with a post in the viewer's scope on a date, in the order of Vietnamese names: every word searched for begins a word of the
 * name, the staff code, the address or the unit's name, with or without marks. Who may only print slips finds names and posts, no
 * records. Null when the unit asked for is unknown or out of scope.
 */
export async function searchPeople(viewer: Viewer, query: PeopleQuery, language: Language): Promise<PeopleView | null> {
  const records = hasPower(viewer, "see-people");
  const scope = await scopeOf(viewer, records ? "see-people" : "reset-password", query.today);
  const [facts, organisation, frameworks] = await Promise.all([
    organisationFacts(),
    organisationAsOf(query.asOf),
    frameworksAsOf(query.asOf),
  ]);
  const unit = query.unit === null ? null : facts.units.find((each) => each.publicId === query.unit);
  if (unit === undefined || (unit && !scope.has(unit.id))) return null;
  const below = unit && subtreesOf(organisation, standInsOn(facts, organisation, unit.id));
  const rows = await findRows(query, inScope(scope, "s.unit_id"), below && inScope({ units: [...below] }, "s.unit_id"));
  const positions = frameworks.positions.content.positions;
  const standing = unit && organisation.byId.get(unit.id);
  return {
    unitName: standing ? nameOfUnit(organisation, standing)[language] : null,
    total: Number(rows[0]?.total ?? 0),
    people: rows.map((row) => {
      const at = organisation.byId.get(Number(row.unit_id));
      return {
        person: row.public_id,
        name: row.full_name,
        staffCode: row.staff_code,
        post: positions.find(({ key }) => key === row.position)?.short[language] ?? row.position,
        unit: at ? nameOfUnit(organisation, at)[language] : "",
      };
    }),
    positions: positions.map(({ key, short }) => ({ value: key, label: short[language] })),
    records,
  };
}

async function findRows(query: PeopleQuery, scope: Prisma.Sql, below: Prisma.Sql | null): Promise<PersonRow[]> {
  const client = await reader();
  const searched = Prisma.sql`(' ' || n.folded || ' ' || lower(p.staff_code) || ' ' || COALESCE(d.work_email, '') || ' ' || m.folded)`;
  const words = foldForSearch(query.search.slice(0, 200)).split(" ").filter(Boolean).slice(0, MOST_WORDS);
  const conditions = [
    scope,
    ...(below ? [below] : []),
    ...(query.position ? [Prisma.sql`s.position = ${query.position}`] : []),
    ...words.map((word) => Prisma.sql`${searched} LIKE ${`% ${escapeLike(word)}%`} ESCAPE '!'`),
  ];
  return client.$queryRaw<PersonRow[]>`
    SELECT id, public_id, full_name, staff_code, position, unit_id, COUNT(*) OVER () AS total FROM (
      SELECT p.id, p.public_id, n.full_name, n.sort_key, p.staff_code, s.position, s.unit_id,
        ROW_NUMBER() OVER (PARTITION BY p.id ORDER BY CASE o.kind WHEN 'primary' THEN 0 ELSE 1 END, o.id) AS place
      FROM posting o
      JOIN post s ON s.id = o.post_id
      JOIN person p ON p.id = o.person_id
      JOIN person_name n ON n.person_id = p.id AND ${holding("n", query.asOf)}
      LEFT JOIN person_detail d ON d.person_id = p.id AND ${holding("d", query.asOf)}
      JOIN unit_name m ON m.unit_id = s.unit_id AND ${holding("m", query.asOf)}
      WHERE ${holding("o", query.asOf)} AND ${Prisma.join(conditions, " AND ")}
    ) AS found WHERE place = 1
    ORDER BY sort_key, id LIMIT ${PEOPLE_PAGE} OFFSET ${(query.page - 1) * PEOPLE_PAGE}`;
}

function escapeLike(word: string): string {
  return word.replace(/[!%_]/g, "!$&");
}

import type { Power } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import { nameOfUnit } from "~/domain/reporting/unit-selection";
import { foldForSearch } from "~/domain/text/fold-for-search";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { frameworksAsOf } from "../course/frameworks.server";
import { reader } from "../database.server";
import { Prisma } from "../generated/client";
import { organisationAsOf } from "../organisation/organisation-facts.server";
import { holding, inScope, scopeOf } from "../reporting/scope-units.server";
import { keptRecord } from "./records-of.server";

export interface FoundPerson {
  id: number;
  publicId: string;
  staffCode: string;
  name: string;
  /** post and unit on the date */
  place: string;
}

export type FoundForField =
  | { kind: "one"; person: FoundPerson }
  | { kind: "several"; people: FoundPerson[] }
  | { kind: "none" };

/** More than these are no help: the name needs more words. */
const MOST_CHOICES = 12;

/**
 * Whom someone means who types a staff code, a work e-mail or a name, with or without accents, among the people with a post in the
 * viewer's reach for a power. A staff code or address that fits whole names one; else every word must begin a word of the name.
 */
export async function findPersonForField(
  viewer: Viewer,
  power: Power,
  text: string,
  today: CivilDate,
  language: Language,
): Promise<FoundForField> {
  const typed = text.normalize("NFC").trim().slice(0, 100);
  if (typed === "") return { kind: "none" };
  const scope = inScope(await scopeOf(viewer, power, today), "s.unit_id");
  const exact = await findRows(
    Prisma.sql`${scope} AND (p.staff_code = ${typed.toUpperCase()} OR d.work_email = ${typed.toLowerCase()})`,
    today,
  );
  const words = foldForSearch(typed).split(" ").filter(Boolean);
  const rows =
    exact.length > 0 || words.length === 0
      ? exact
      : await findRows(
          Prisma.join(
            [
              scope,
              ...words.map(
                (word) => Prisma.sql`(' ' || n.folded) LIKE ${`% ${word.replace(/[!%_]/g, "!$&")}%`} ESCAPE '!'`,
              ),
            ],
            " AND ",
          ),
          today,
        );
  const people = await foundPeople(rows, today, language);
  const [only] = people;
  if (!only) return { kind: "none" };
  return people.length === 1 ? { kind: "one", person: only } : { kind: "several", people };
}

interface Row {
  id: bigint;
  public_id: string;
  staff_code: string;
  full_name: string;
  position: string;
  unit_id: bigint;
}

async function findRows(condition: Prisma.Sql, today: CivilDate): Promise<Row[]> {
  const client = await reader();
  return client.$queryRaw<Row[]>`
    SELECT id, public_id, staff_code, full_name, position, unit_id FROM (
      SELECT p.id, p.public_id, p.staff_code, n.full_name, n.sort_key, s.position, s.unit_id,
        ROW_NUMBER() OVER (PARTITION BY p.id ORDER BY CASE o.kind WHEN 'primary' THEN 0 ELSE 1 END, o.id) AS place
      FROM posting o
      JOIN post s ON s.id = o.post_id
      JOIN person p ON p.id = ${keptRecord("o.person_id")}
      JOIN person_name n ON n.person_id = p.id AND ${holding("n", today)}
      LEFT JOIN person_detail d ON d.person_id = p.id AND ${holding("d", today)}
      WHERE ${holding("o", today)} AND ${condition}
    ) AS found WHERE place = 1 ORDER BY sort_key, id LIMIT ${MOST_CHOICES}`;
}

async function foundPeople(rows: readonly Row[], today: CivilDate, language: Language): Promise<FoundPerson[]> {
  if (rows.length === 0) return [];
  const [organisation, frameworks] = await Promise.all([organisationAsOf(today), frameworksAsOf(today)]);
  const { positions } = frameworks.positions.content;
  return rows.map((row) => {
    const unit = organisation.byId.get(Number(row.unit_id));
    const post = positions.find(({ key }) => key === row.position)?.short[language];
    return {
      id: Number(row.id),
      publicId: row.public_id,
      staffCode: row.staff_code,
      name: row.full_name,
      place: [post, unit && nameOfUnit(organisation, unit)[language]].filter(Boolean).join(", "),
    };
  });
}

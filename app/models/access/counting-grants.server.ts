import { isRole } from "~/domain/permissions/role";
import type { ActiveGrant } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import { Prisma } from "../generated/client";
import { recordsOf } from "../people/records-of.server";

/** A dated row that counts and holds on the date. */
function inForce(row: string, date: CivilDate): Prisma.Sql {
  const alias = Prisma.raw(row);
  return Prisma.sql`${alias}.retracted_change IS NULL AND ${alias}.valid_from <= ${date}
    AND (${alias}.valid_to IS NULL OR ${alias}.valid_to > ${date})`;
}

function unitStands(column: string, date: CivilDate): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM unit_existence e WHERE e.unit_id = ${Prisma.raw(column)}
    AND ${inForce("e", date)})`;
}

/**
 * Whether the person `p` of the account `a` serves on the date: by a posting, or as an external account. Whoever has an account
 * is a learner, so a recorded grant of that role says one thing only: this account serves from that day without a post. One that
 * was given before the last post ended says nothing.
 */
export function serves(date: CivilDate): Prisma.Sql {
  return Prisma.sql`(EXISTS (SELECT 1 FROM posting o WHERE o.person_id IN ${recordsOf(Prisma.sql`p.id`)} AND ${inForce("o", date)})
    OR EXISTS (SELECT 1 FROM permission_grant l WHERE l.account_id = a.id AND l.role = 'learner'
      AND ${inForce("l", date)} AND ${unitStands("l.unit_id", date)}
      AND NOT EXISTS (SELECT 1 FROM posting x WHERE x.person_id IN ${recordsOf(Prisma.sql`p.id`)} AND x.retracted_change IS NULL
        AND x.valid_from <= ${date} AND (x.valid_to IS NULL OR x.valid_to > l.valid_from))))`;
}

/** The recorded grants of the account `a` in force over units that stand, as "role:unit,…"; null without one. */
export function grantsInForce(date: CivilDate): Prisma.Sql {
  return Prisma.sql`(SELECT group_concat(g.role || ':' || g.unit_id) FROM permission_grant g
    WHERE g.account_id = a.id AND ${inForce("g", date)} AND ${unitStands("g.unit_id", date)})`;
}

/** The posts that the person `p` holds, deputies' places left out, as "position:unit,…"; null without one. */
export function postsHeld(date: CivilDate): Prisma.Sql {
  return Prisma.sql`(SELECT group_concat(s.position || ':' || s.unit_id) FROM posting h JOIN post s ON s.id = h.post_id
    WHERE h.person_id IN ${recordsOf(Prisma.sql`p.id`)} AND s.deputy = 0 AND ${inForce("h", date)} AND ${unitStands("s.unit_id", date)})`;
}

/** The delegations to the account `a` in force over units that stand, as "id,…"; null without one. */
export function delegationsInForce(date: CivilDate): Prisma.Sql {
  return Prisma.sql`(SELECT group_concat(d.id) FROM delegation d
    WHERE d.to_account_id = a.id AND ${inForce("d", date)} AND ${unitStands("d.unit_id", date)})`;
}

/** The grants that count of someone who serves: those recorded, and the role that a focal-point post brings by itself. */
export function grantsThatCount(
  recorded: string | null,
  posts: string | null,
  focalPositions: ReadonlySet<string>,
): ActiveGrant[] {
  const byRecord = pairs(recorded).flatMap(([role, unitId]) => (isRole(role) ? [{ role, unitId }] : []));
  const byPost = pairs(posts).flatMap(([position, unitId]) =>
    focalPositions.has(position) ? [{ role: "focal-point" as const, unitId }] : [],
  );
  const known = new Set<string>();
  return [...byRecord, ...byPost].filter(({ role, unitId }) => {
    const key = `${role}:${unitId}`;
    return !known.has(key) && known.add(key);
  });
}

function pairs(text: string | null): [string, number][] {
  return (text ?? "")
    .split(",")
    .filter(Boolean)
    .map((pair) => {
      const [name = "", id = ""] = pair.split(":");
      return [name, Number(id)];
    });
}

/** Whether the person `p` is a collaborator by what was said last: 1 or 0. */
export function isCollaborator(date: CivilDate): Prisma.Sql {
  return Prisma.sql`COALESCE((SELECT q.employment = 'collaborator' FROM person_detail q WHERE q.person_id = p.id
    AND q.retracted_change IS NULL AND q.valid_from <= ${date} ORDER BY q.valid_from DESC LIMIT 1), 0)`;
}

/** The post that the person `p` holds on the date, the primary one first, as "position:unit"; null without one. */
export function mainPost(date: CivilDate): Prisma.Sql {
  return Prisma.sql`(SELECT t.position || ':' || t.unit_id FROM posting m JOIN post t ON t.id = m.post_id
    WHERE m.person_id = p.id AND ${inForce("m", date)}
    ORDER BY CASE m.kind WHEN 'primary' THEN 0 ELSE 1 END, m.id LIMIT 1)`;
}

/** An expression over the account `a` and its person `p`, asked of another account. */
export function ofAccount(accountId: Prisma.Sql, expression: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT ${expression} FROM account a JOIN person p ON p.id = a.person_id WHERE a.id = ${accountId})`;
}

/** What the person `p` is called on the date; whoever has no name yet, by staff code. */
export function nameOn(date: CivilDate): Prisma.Sql {
  return Prisma.sql`COALESCE((SELECT v.full_name FROM person_name v WHERE v.person_id = p.id AND ${inForce("v", date)}),
    p.staff_code)`;
}

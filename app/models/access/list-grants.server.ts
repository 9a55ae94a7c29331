import { lastDayOf } from "~/domain/certification/certificate-status";
import { subtreeIds } from "~/domain/organisation/organisation-as-of";
import { sortKey } from "~/domain/people/person-name";
import { type GrantState, grantState } from "~/domain/permissions/grant-state";
import { mayEndGrant } from "~/domain/permissions/may-grant";
import { isRole, ROLES, type Role } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import { treeOrder } from "~/domain/reporting/unit-selection";
import { foldForSearch } from "~/domain/text/fold-for-search";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { reader } from "../database.server";
import { Prisma } from "../generated/client";
import { organisationAsOf } from "../organisation/organisation-facts.server";
import { inScope, type Scope, scopeOf } from "../reporting/scope-units.server";
import { isCollaborator, mainPost, nameOn, serves } from "./counting-grants.server";
import { focalPositions } from "./focal-positions.server";
import { standingUnit } from "./unit-place.server";
import { type UnitWords, unitWords } from "./unit-words.server";

export const GRANT_ORDERS = ["role", "person", "unit"] as const;
export type GrantOrder = (typeof GRANT_ORDERS)[number];

export interface GrantQuery {
  asOf: CivilDate;
  today: CivilDate;
  role: Role | null;
  /** public id of a unit: permissions over it and all below it */
  unit: string | null;
  /** words of the holder's name, or a staff code */
  search: string;
  order: GrantOrder;
  /** also those that were over on the date */
  ended: boolean;
  page: number;
}

export interface GrantLine {
  /** null: the role comes with a post, and ends with it */
  id: string | null;
  role: Role;
  unit: string;
  holder: { name: string; staffCode: string; place: string };
  from: CivilDate;
  lastDay: CivilDate | null;
  document: string | null;
  state: GrantState;
  mayEnd: boolean;
}

export const GRANTS_PAGE = 25;

interface GrantRow {
  public_id: string | null;
  role: string;
  account_id: bigint;
  unit_id: bigint;
  valid_from: string;
  valid_to: string | null;
  document: string | null;
  disabled: bigint | boolean;
  staff_code: string;
  name: string;
  post: string | null;
  collaborator: bigint;
  serving: bigint;
}

/** Who holds what over the units in which the viewer may see permissions, on a date; what no longer or does not yet count says why. */
export async function listGrants(
  viewer: Viewer,
  query: GrantQuery,
  language: Language,
): Promise<{ lines: GrantLine[]; total: number }> {
  const scope = await scopeOf(viewer, "see-grants", query.today);
  const words = await unitWords(query.asOf, language);
  const rows = [...(await grantRows(scope, query.asOf)), ...(await focalRows(scope, query.asOf))];
  const wanted = await filterOf(query);
  const lines = rows.flatMap((row) => {
    const line = lineOf(row, words, query.asOf);
    return line && wanted(line, row) ? [{ line, row }] : [];
  });
  const sorted = await inOrder(lines, query);
  const page = sorted.slice((query.page - 1) * GRANTS_PAGE, query.page * GRANTS_PAGE);
  return {
    total: sorted.length,
    lines: await Promise.all(
      page.map(async ({ line, row }) => ({ ...line, mayEnd: await mayEnd(viewer, row, line, query.today) })),
    ),
  };
}

async function grantRows(scope: Scope, date: CivilDate): Promise<GrantRow[]> {
  const client = await reader();
  return client.$queryRaw<GrantRow[]>`
    SELECT s.public_id, s.role, s.account_id, s.unit_id, s.valid_from, s.valid_to, s.document, ${holder(date)}
    FROM permission_grant s JOIN account a ON a.id = s.account_id JOIN person p ON p.id = a.person_id
    WHERE s.retracted_change IS NULL AND ${inScope(scope, "s.unit_id")}
    ORDER BY s.id`;
}

/** The role that a focal-point post brings by itself. */
async function focalRows(scope: Scope, date: CivilDate): Promise<GrantRow[]> {
  const positions = [...(await focalPositions(date))];
  if (positions.length === 0) return [];
  const client = await reader();
  return client.$queryRaw<GrantRow[]>`
    SELECT NULL AS public_id, 'focal-point' AS role, a.id AS account_id, s.unit_id, h.valid_from, h.valid_to,
      h.decision AS document, ${holder(date)}
    FROM posting h JOIN post s ON s.id = h.post_id
    JOIN person p ON p.id = h.person_id JOIN account a ON a.person_id = p.id
    WHERE h.retracted_change IS NULL AND s.deputy = 0 AND s.position IN (${Prisma.join(positions)})
      AND h.valid_from <= ${date} AND (h.valid_to IS NULL OR h.valid_to > ${date}) AND ${inScope(scope, "s.unit_id")}
    ORDER BY h.id`;
}

function holder(date: CivilDate): Prisma.Sql {
  return Prisma.sql`a.disabled, p.staff_code, ${nameOn(date)} AS name, ${mainPost(date)} AS post,
    ${isCollaborator(date)} AS collaborator, ${serves(date)} AS serving`;
}

function lineOf(row: GrantRow, words: UnitWords, date: CivilDate): Omit<GrantLine, "mayEnd"> | null {
  if (!isRole(row.role)) return null;
  const unitId = Number(row.unit_id);
  return {
    id: row.public_id,
    role: row.role,
    unit: words.nameOf(unitId),
    holder: { name: row.name, staffCode: row.staff_code, place: words.placeOf(row.post) },
    from: row.valid_from,
    lastDay: lastDayOf(row.valid_to),
    document: row.document,
    state: grantState(
      {
        from: row.valid_from,
        until: row.valid_to,
        unitStands: words.stands(unitId),
        accountOpen: !row.disabled,
        collaborator: Number(row.collaborator) === 1,
        serving: Number(row.serving) === 1,
      },
      date,
    ),
  };
}

type Line = Omit<GrantLine, "mayEnd">;

async function filterOf(query: GrantQuery): Promise<(line: Line, row: GrantRow) => boolean> {
  const units = query.unit === null ? null : await unitsBelow(query.unit, query.asOf);
  const words = foldForSearch(query.search).split(" ").filter(Boolean);
  return (line, row) =>
    (query.role === null || line.role === query.role) &&
    (query.ended || line.state !== "over") &&
    (units === null || units.has(Number(row.unit_id))) &&
    (words.length === 0 ||
      row.staff_code === query.search.trim().toUpperCase() ||
      words.every((word) => ` ${foldForSearch(row.name)}`.includes(` ${word}`)));
}

async function unitsBelow(publicId: string, date: CivilDate): Promise<Set<number>> {
  const organisation = await organisationAsOf(date);
  const top = [...organisation.byId.values()].find((unit) => unit.publicId === publicId);
  return new Set(top ? subtreeIds(organisation, top.id) : []);
}

async function inOrder(lines: { line: Line; row: GrantRow }[], { order, asOf }: GrantQuery) {
  const places = treeOrder(await organisationAsOf(asOf));
  const keyed = lines.map((each) => {
    const role = String(ROLES.indexOf(each.line.role)).padStart(2, "0");
    const unit = String(places.get(Number(each.row.unit_id)) ?? 99_999).padStart(5, "0");
    const person = `${sortKey(each.line.holder.name)} ${each.line.holder.staffCode}`;
    const keys = { role: [role, unit, person], person: [person, role, unit], unit: [unit, role, person] }[order];
    return { ...each, key: [...keys, each.line.from].join(" ") };
  });
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

async function mayEnd(viewer: Viewer, row: GrantRow, line: Line, today: CivilDate): Promise<boolean> {
  if (row.public_id === null || (row.valid_to !== null && row.valid_to <= today)) return false;
  const place = await standingUnit({ id: Number(row.unit_id) }, today);
  return place !== null && mayEndGrant(viewer, { accountId: Number(row.account_id), role: line.role }, place);
}

import { lastDayOf } from "~/domain/certification/certificate-status";
import { isRole, type Power, type Role } from "~/domain/permissions/role";
import { topsReaching } from "~/domain/permissions/tops-reaching";
import type { Viewer } from "~/domain/permissions/viewer";
import { type PowerOverPeople, type Right, whySeen } from "~/domain/permissions/why-seen";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { reader } from "../database.server";
import { Prisma } from "../generated/client";
import { organisationAsOf, organisationFacts } from "../organisation/organisation-facts.server";
import { holding, inScope, scopeOf } from "../reporting/scope-units.server";
import { isCollaborator, mainPost, nameOn, serves } from "./counting-grants.server";
import { loansOver } from "./loans.server";
import { type UnitWords, unitWords } from "./unit-words.server";

/** Someone who may see a person, by what, and what of them. */
export interface Seer {
  name: string;
  place: string;
  by: { kind: "grant"; role: Role } | { kind: "loan"; power: Power; lender: string };
  unit: string;
  since: CivilDate;
  lastDay: CivilDate | null;
  document: string | null;
  powers: PowerOverPeople[];
  /** false: only as of days on which the person held a post there */
  now: boolean;
}

export interface WhoSees {
  person: string;
  name: string;
  staffCode: string;
  seers: Seer[];
}

/** Who may see a person, and why: told to the person themself and to whoever may see them today; null for everyone else. */
export async function whoSees(
  viewer: Viewer,
  publicId: string,
  today: CivilDate,
  language: Language,
): Promise<WhoSees | null> {
  const scope = await scopeOf(viewer, "see-people", today);
  const client = await reader();
  const [person] = await client.$queryRaw<{ id: bigint; account: bigint | null; staff_code: string; name: string }[]>`
    SELECT p.id, p.staff_code, ${nameOn(today)} AS name, (SELECT a.id FROM account a WHERE a.person_id = p.id) AS account
    FROM person p WHERE p.public_id = ${publicId} AND (p.id = ${viewer.personId} OR EXISTS (
      SELECT 1 FROM posting o JOIN post s ON s.id = o.post_id
      WHERE o.person_id = p.id AND ${holding("o", today)} AND ${inScope(scope, "s.unit_id")}))`;
  if (!person) return null;
  const [places, words] = await Promise.all([placesOf(Number(person.id), today), unitWords(today, language)]);
  const units = [...new Set(places.flatMap(({ tops }) => [...tops]))];
  const rights = [...(await grantsOver(units, today, words)), ...(await loanRights(units, today, language))];
  const accountId = person.account === null ? null : Number(person.account);
  const seers = whySeen({ accountId, places }, rights)
    .sort((a, b) => Number(b.now) - Number(a.now) || b.powers.length - a.powers.length)
    .map(({ right, powers, now }) => ({ ...right.seer, powers, now }));
  return { person: publicId, name: person.name, staffCode: person.staff_code, seers };
}

async function placesOf(personId: number, today: CivilDate) {
  const client = await reader();
  const rows = await client.$queryRaw<{ unit_id: bigint; now: bigint }[]>`
    SELECT s.unit_id, MAX(CASE WHEN ${holding("o", today)} THEN 1 ELSE 0 END) AS now
    FROM posting o JOIN post s ON s.id = o.post_id
    WHERE o.person_id = ${personId} AND o.retracted_change IS NULL AND o.valid_from <= ${today}
    GROUP BY s.unit_id`;
  const [facts, organisation] = await Promise.all([organisationFacts(), organisationAsOf(today)]);
  return rows.map((row) => ({
    now: Number(row.now) === 1,
    tops: topsReaching(facts, organisation, Number(row.unit_id)),
  }));
}

type SeerRight = Right & { seer: Omit<Seer, "powers" | "now"> };

async function grantsOver(unitIds: readonly number[], today: CivilDate, words: UnitWords): Promise<SeerRight[]> {
  if (unitIds.length === 0) return [];
  const client = await reader();
  const rows = await client.$queryRaw<
    {
      account_id: bigint;
      role: string;
      unit_id: bigint;
      valid_from: string;
      valid_to: string | null;
      document: string | null;
      name: string;
      post: string | null;
    }[]
  >`
    SELECT s.account_id, s.role, s.unit_id, s.valid_from, s.valid_to, s.document,
      ${nameOn(today)} AS name, ${mainPost(today)} AS post
    FROM permission_grant s JOIN account a ON a.id = s.account_id JOIN person p ON p.id = a.person_id
    WHERE s.unit_id IN (${Prisma.join([...unitIds])}) AND ${holding("s", today)} AND a.disabled = 0
      AND ${serves(today)} AND ${isCollaborator(today)} = 0
    ORDER BY s.id`;
  return rows.flatMap((row) => {
    const { role } = row;
    if (!isRole(role)) return [];
    const unitId = Number(row.unit_id);
    const seer = {
      name: row.name,
      place: words.placeOf(row.post),
      by: { kind: "grant" as const, role },
      unit: words.nameOf(unitId),
      since: row.valid_from,
      lastDay: lastDayOf(row.valid_to),
      document: row.document,
    };
    return [{ kind: "grant" as const, role, accountId: Number(row.account_id), unitId, seer }];
  });
}

async function loanRights(unitIds: readonly number[], today: CivilDate, language: Language): Promise<SeerRight[]> {
  const loans = await loansOver(unitIds, today, language);
  return loans.map(({ power, unitId, unit, from, to, since, lastDay, document }) => ({
    kind: "delegation" as const,
    power,
    accountId: to.accountId,
    unitId,
    seer: {
      name: to.name,
      place: to.place,
      by: { kind: "loan" as const, power, lender: from.name },
      unit,
      since,
      lastDay,
      document,
    },
  }));
}

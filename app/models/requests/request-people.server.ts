import { nameOfUnit } from "~/domain/reporting/unit-selection";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { frameworksAsOf } from "../course/frameworks.server";
import { reader } from "../database.server";
import { Prisma } from "../generated/client";
import { organisationAsOf } from "../organisation/organisation-facts.server";
import { holding } from "../reporting/scope-units.server";

/** Something that a person raised, and what accounts did to it. */
export interface Raised {
  personId: number;
  /** left out: whoever did the first thing to it */
  raisedBy?: number;
  events: readonly { accountId: number }[];
}

export interface PersonOfRequest {
  publicId: string;
  staffCode: string;
  name: string;
  /** post and unit today; empty where there is none */
  place: string;
}

const UNKNOWN: PersonOfRequest = { publicId: "", staffCode: "", name: "", place: "" };

/** Who the people and accounts in some requests, or the like, are; the caller has established that the viewer may see them. */
export async function peopleOfRequests(
  requests: readonly Raised[],
  today: CivilDate,
  language: Language,
): Promise<{ person(id: number): PersonOfRequest; account(id: number): string }> {
  const personIds = [...new Set(requests.map(({ personId }) => personId))];
  const accountIds = [
    ...new Set(
      requests.flatMap(({ raisedBy, events }) => [raisedBy ?? [], events.map(({ accountId }) => accountId)].flat()),
    ),
  ];
  if (personIds.length === 0) return { person: () => UNKNOWN, account: () => "" };
  const client = await reader();
  const rows = await client.$queryRaw<
    {
      id: bigint;
      account_id: bigint | null;
      public_id: string;
      staff_code: string;
      full_name: string | null;
      position: string | null;
      unit_id: bigint | null;
    }[]
  >`
    SELECT p.id, a.id AS account_id, p.public_id, p.staff_code, n.full_name, s.position, s.unit_id
    FROM person p
    LEFT JOIN account a ON a.person_id = p.id
    LEFT JOIN person_name n ON n.person_id = p.id AND ${holding("n", today)}
    LEFT JOIN posting o ON o.person_id = p.id AND o.kind = 'primary' AND ${holding("o", today)}
    LEFT JOIN post s ON s.id = o.post_id
    WHERE p.id IN (${Prisma.join(personIds)}) OR a.id IN (${Prisma.join([0, ...accountIds])})`;
  const [organisation, frameworks] = await Promise.all([organisationAsOf(today), frameworksAsOf(today)]);
  const people = new Map<number, PersonOfRequest>();
  const accounts = new Map<number, string>();
  for (const row of rows) {
    const unit = row.unit_id === null ? undefined : organisation.byId.get(Number(row.unit_id));
    const post = frameworks.positions.content.positions.find(({ key }) => key === row.position)?.short[language];
    const name = row.full_name ?? row.staff_code;
    people.set(Number(row.id), {
      publicId: row.public_id,
      staffCode: row.staff_code,
      name,
      place: [post, unit && nameOfUnit(organisation, unit)[language]].filter(Boolean).join(", "),
    });
    if (row.account_id !== null) accounts.set(Number(row.account_id), name);
  }
  return { person: (id) => people.get(id) ?? UNKNOWN, account: (id) => accounts.get(id) ?? "" };
}

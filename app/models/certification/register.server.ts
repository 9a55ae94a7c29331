import {
  type CertificateEvent,
  type CertificateStatus,
  certificateStatus,
  lastDayOf,
} from "~/domain/certification/certificate-status";
import type { CertificateFace } from "~/domain/certification/face";
import { seriesOf, yearOf } from "~/domain/certification/serial-number";
import { unitsInScope } from "~/domain/organisation/succession";
import type { Power } from "~/domain/permissions/role";
import { hasPower, type Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { reader } from "~/models/database.server";
import { Prisma } from "~/models/generated/client";
import { organisationFacts } from "~/models/organisation/organisation-facts.server";
import { type Scope, scopeUnits } from "~/models/reporting/scope-units.server";
import { certificatesInScope } from "./holder-in-scope.server";
import { wordingOn } from "./wordings.server";

export const REGISTER_PAGE = 50;
/** What one print holds; beyond that a year is printed by programme or unit. */
export const REGISTER_PRINT = 1000;

export interface RegisterQuery {
  year: string;
  programme: string | null;
  /** public id of a unit: with all below it */
  unit: string | null;
  page: number;
}

/** One certificate as the register has it: what its paper says, and what became of it. */
export interface RegisterLine {
  id: string;
  serial: string;
  holder: string;
  unit: string;
  programme: string;
  issuedOn: CivilDate;
  lastDay: CivilDate | null;
  decision: { number: string; signedOn: CivilDate };
  status: CertificateStatus;
  /** the day of the last event that changed it */
  since: CivilDate | null;
  replacedBy: string | null;
}

export interface RegisterView {
  heading: string;
  total: number;
  lines: RegisterLine[];
  years: string[];
}

const POWERS: readonly Power[] = ["prepare-certificates", "sign-certificates"];

/** The register of certificates ("sổ cấp giấy") of the viewer's reach, in the order of their numbers; null: no such unit there. */
export async function loadRegister(
  viewer: Viewer,
  query: RegisterQuery,
  today: CivilDate,
  language: Language,
  size: number = REGISTER_PAGE,
): Promise<RegisterView | null> {
  const client = await reader();
  const scope = await registerScope(viewer, query.unit, today);
  if (!scope) return null;
  // of a year by its numbers, which have an index: the days of issue have none, and a scan would read every face of all years
  const series = seriesOf(`${query.year}-01-01`);
  const programme = query.programme === null ? Prisma.empty : Prisma.sql`AND +c.programme = ${query.programme}`;
  const where = Prisma.sql`c.serial >= ${`${series}-`} AND c.serial < ${`${series}.`} ${programme}
    AND ${certificatesInScope(scope, today)}`;
  const [counted, rows, counters, heading] = await Promise.all([
    client.$queryRaw<{ total: bigint }[]>`SELECT COUNT(*) AS total FROM certificate c WHERE ${where}`,
    client.$queryRaw<Row[]>`
      SELECT c.public_id, c.serial, c.face, c.issued_on, c.valid_until,
        (SELECT n.serial FROM certificate n WHERE n.replaces_id = c.id) AS replaced_by,
        (SELECT json_group_array(json_object('kind', e.kind, 'onDate', e.on_date)) FROM (
          SELECT kind, on_date FROM certificate_event WHERE certificate_id = c.id AND retracted_change IS NULL
            AND kind IN ('revoked', 'reinstated', 'superseded') ORDER BY on_date, id) e) AS events
      FROM (SELECT c.id FROM certificate c WHERE ${where} ORDER BY c.id LIMIT ${size} OFFSET ${(query.page - 1) * size}) p
      JOIN certificate c ON c.id = p.id ORDER BY c.id`,
    client.serial_counter.findMany({ orderBy: { series: "desc" } }),
    wordingOn(client, "register", query.programme, today),
  ]);
  return {
    heading: heading.heading[language],
    total: Number(counted[0]?.total ?? 0),
    lines: rows.map((row) => lineOf(row, today, language)),
    years: counters.map(({ series }) => yearOf(series)),
  };
}

interface Row {
  public_id: string;
  serial: string;
  face: string;
  issued_on: string;
  valid_until: string | null;
  replaced_by: string | null;
  events: string;
}

function lineOf(row: Row, today: CivilDate, language: Language): RegisterLine {
  const face = JSON.parse(row.face) as CertificateFace;
  const events = JSON.parse(row.events) as CertificateEvent[];
  return {
    id: row.public_id,
    serial: row.serial,
    holder: face.holder,
    unit: face.unit[language],
    programme: face.programme[language],
    issuedOn: row.issued_on,
    lastDay: lastDayOf(row.valid_until),
    decision: face.decision,
    status: certificateStatus({ issuedOn: row.issued_on, validUntil: row.valid_until, events }, today, 0),
    since: events.at(-1)?.onDate ?? null,
    replacedBy: row.replaced_by,
  };
}

async function registerScope(
  viewer: Viewer,
  unit: string | null,
  today: CivilDate,
): Promise<Pick<Scope, "units"> | null> {
  const scopes = await Promise.all(
    POWERS.filter((power) => hasPower(viewer, power)).map((power) => scopeUnits(viewer, power, today)),
  );
  const units = scopes.includes("all") ? ("all" as const) : [...new Set(scopes.flat())].map(Number);
  if (unit === null) return { units };
  const facts = await organisationFacts();
  const top = facts.units.find(({ publicId }) => publicId === unit)?.id;
  if (top === undefined || (units !== "all" && !units.includes(top))) return null;
  return { units: [...unitsInScope(facts, [top], today)].filter((id) => units === "all" || units.includes(id)) };
}

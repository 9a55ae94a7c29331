import { bestCertificate, isInForce, lastDayOf } from "~/domain/certification/certificate-status";
import { hasRole, type Viewer } from "~/domain/permissions/viewer";
import { focalProgrammeOf } from "~/domain/reporting/focal-network";
import { nameOfUnit, treeOrder } from "~/domain/reporting/unit-selection";
import { foldForSearch, matchesSearch } from "~/domain/text/fold-for-search";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { focalPositions } from "../access/focal-positions.server";
import { reader } from "../database.server";
import { dutyRules } from "../enrolment/duty-rules.server";
import { Prisma } from "../generated/client";
import { organisationAsOf } from "../organisation/organisation-facts.server";
import { keptRecord } from "../people/records-of.server";
import { holding, inScope, type Scope, scopeOf } from "../reporting/scope-units.server";
import { readFocalPapers } from "./focal-papers.server";

/** A focal point, whoever stands in, or a deputy: what one needs to reach them at work, and nothing else. */
export interface FocalContact {
  unit: string;
  unitName: string;
  name: string;
  part: "holder" | "acting" | "deputy";
  workEmail: string | null;
  workPhone: string | null;
  /** a certificate in force; until: its last day, null where it has no end */
  certificate: { until: CivilDate | null } | null;
}

export interface FocalDirectory {
  contacts: FocalContact[];
  /** how many there are, found or not */
  total: number;
}

/**
 * The work contacts of the focal points and their deputies today. Whoever is a focal point sees the whole network; others see the
 * units over which they have the power.
 * @param search accent-free and in any order, over names and units; empty: everyone
 */
export async function loadFocalDirectory(
  viewer: Viewer,
  search: string,
  today: CivilDate,
  language: Language,
): Promise<FocalDirectory> {
  const [organisation, positions, rules] = await Promise.all([
    organisationAsOf(today),
    focalPositions(today),
    dutyRules(today),
  ]);
  const programme = focalProgrammeOf(rules.rules, positions);
  const rows = positions.size === 0 ? [] : await readContacts(await directoryScope(viewer, today), positions, today);
  const papers = await readFocalPapers([...new Set(rows.map(({ personId }) => personId))], programme, today);
  const order = treeOrder(organisation);
  const window = programme === null ? 0 : rules.renewalWindowDays(programme);
  const contacts = rows
    .sort((a, b) => (order.get(a.unitId) ?? 0) - (order.get(b.unitId) ?? 0) || weight[a.part] - weight[b.part])
    .flatMap((row) => {
      const unit = organisation.byId.get(row.unitId);
      if (!unit) return [];
      const best = bestCertificate(papers.get(row.personId) ?? [], today, window);
      const certificate = best && isInForce(best.status) ? { until: lastDayOf(best.certificate.validUntil) } : null;
      const unitName = nameOfUnit(organisation, unit);
      const { name, part, workEmail, workPhone } = row;
      const words = foldForSearch(`${name} ${unitName.vi} ${unitName.en} ${unit.area?.name.vi ?? ""}`);
      const contact = {
        unit: unit.publicId,
        unitName: unitName[language],
        name,
        part,
        workEmail,
        workPhone,
        certificate,
      };
      return { contact, words };
    });
  const found = search.trim() === "" ? contacts : contacts.filter(({ words }) => matchesSearch(words, search));
  return { contacts: found.map(({ contact }) => contact), total: contacts.length };
}

const weight = { acting: 0, holder: 1, deputy: 2 };

async function directoryScope(viewer: Viewer, today: CivilDate): Promise<Pick<Scope, "units">> {
  return hasRole(viewer, "focal-point") ? { units: "all" } : scopeOf(viewer, "see-focal-directory", today);
}

interface ContactRow {
  personId: number;
  unitId: number;
  name: string;
  part: FocalContact["part"];
  workEmail: string | null;
  workPhone: string | null;
}

async function readContacts(
  scope: Pick<Scope, "units">,
  positions: ReadonlySet<string>,
  today: CivilDate,
): Promise<ContactRow[]> {
  const client = await reader();
  const rows = await client.$queryRaw<
    {
      person_id: bigint;
      unit_id: bigint;
      full_name: string;
      kind: string;
      deputy: bigint | boolean;
      work_email: string | null;
      work_phone: string | null;
    }[]
  >`
    SELECT n.person_id, s.unit_id, n.full_name, o.kind, s.deputy, d.work_email, d.work_phone
    FROM post s
    JOIN posting o ON o.post_id = s.id AND ${holding("o", today)}
    JOIN person_name n ON n.person_id = ${keptRecord("o.person_id")} AND ${holding("n", today)}
    LEFT JOIN person_detail d ON d.person_id = n.person_id AND ${holding("d", today)}
    WHERE s.position IN (${Prisma.join([...positions])}) AND ${holding("s", today)} AND ${inScope(scope, "s.unit_id")}
    ORDER BY n.sort_key, o.id`;
  return rows.map((row) => ({
    personId: Number(row.person_id),
    unitId: Number(row.unit_id),
    name: row.full_name,
    part: row.deputy ? "deputy" : row.kind === "acting" ? "acting" : "holder",
    workEmail: row.work_email,
    workPhone: row.work_phone,
  }));
}

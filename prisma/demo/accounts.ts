import type { Role } from "~/domain/permissions/role";
import type { Instant } from "~/domain/time/civil-date";
import { hashPassword } from "~/models/access/accounts.server";
import { type AccountToOpen, openAccounts } from "~/models/access/open-accounts.server";
import { organisationAsOf } from "~/models/organisation/organisation-facts.server";
import { CHARACTERS } from "./characters";
import type { DemoPerson } from "./people";
import { DEMO_TODAY } from "./roster";

/** The password of every demo account; there are such accounts only where the demo was asked for. */
export const DEMO_PASSWORD = "cau-noi-2026";
export const DEMO_ACCOUNTS_KEY = "demo-accounts";

interface DemoGrant {
  role: Role;
  unit: string;
}

/** Who can sign in to the demo, by staff code: what the account shows, and its grants. */
export const DEMO_ACCOUNTS: readonly { staffCode: string; shows: string; grants: readonly DemoGrant[] }[] = [
  { staffCode: CHARACTERS.newOfficer.staffCode, shows: "new communication officer, BHXH tỉnh Hưng Yên", grants: [] },
  { staffCode: CHARACTERS.focalDaNang.staffCode, shows: "TTĐN focal point, BHXH thành phố Đà Nẵng", grants: [] },
  {
    staffCode: CHARACTERS.hrCentral.staffCode,
    shows: "HR officer, all units",
    grants: [{ role: "hr-officer", unit: "vss" }],
  },
  {
    staffCode: CHARACTERS.hrHungYen.staffCode,
    shows: "HR officer, BHXH tỉnh Hưng Yên",
    grants: [{ role: "hr-officer", unit: "bhxh-hung-yen-2025" }],
  },
  {
    staffCode: CHARACTERS.leaderHungYen.staffCode,
    shows: "leader, BHXH tỉnh Hưng Yên",
    grants: [{ role: "unit-leader", unit: "bhxh-hung-yen-2025" }],
  },
  {
    staffCode: CHARACTERS.programmeOwner.staffCode,
    shows: "author and programme owner",
    grants: [
      { role: "author", unit: "vss" },
      { role: "programme-owner", unit: "vss" },
    ],
  },
  {
    staffCode: CHARACTERS.administrator.staffCode,
    shows: "administrator",
    grants: [{ role: "administrator", unit: "vss" }],
  },
  { staffCode: CHARACTERS.inspector.staffCode, shows: "inspector", grants: [{ role: "inspector", unit: "vss" }] },
  {
    staffCode: CHARACTERS.examOfficer.staffCode,
    shows: "exam officer, all units",
    grants: [{ role: "exam-officer", unit: "vss" }],
  },
  {
    staffCode: CHARACTERS.approver.staffCode,
    shows: "approver of questions",
    grants: [
      { role: "approver", unit: "vss" },
      { role: "legal-checker", unit: "vss" },
    ],
  },
  {
    staffCode: CHARACTERS.firstMarker.staffCode,
    shows: "marker and invigilator",
    grants: [
      { role: "marker", unit: "vss" },
      { role: "invigilator", unit: "vss" },
    ],
  },
  {
    staffCode: CHARACTERS.secondMarker.staffCode,
    shows: "second marker",
    grants: [{ role: "marker", unit: "vss" }],
  },
  {
    staffCode: CHARACTERS.signatory.staffCode,
    shows: "signatory, all units",
    grants: [{ role: "signatory", unit: "vss" }],
  },
  { staffCode: CHARACTERS.oneStopHungYen.staffCode, shows: "one-stop officer, grassroots unit", grants: [] },
  { staffCode: CHARACTERS.collaboratorHungYen.staffCode, shows: "collaborator", grants: [] },
];

/** Opens an account for everyone; only those of DEMO_ACCOUNTS have a password. A second run changes nothing. */
export async function loadDemoAccounts(people: ReadonlyMap<string, DemoPerson>, at: Instant): Promise<void> {
  const units = new Map([...(await organisationAsOf(DEMO_TODAY)).byId.values()].map((unit) => [unit.key, unit.id]));
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const accounts: AccountToOpen[] = [...people.values()].map(({ id, staffCode, holds }) => {
    const demo = DEMO_ACCOUNTS.find((account) => account.staffCode === staffCode);
    const since = holds.map((held) => held.since).sort()[0] ?? DEMO_TODAY;
    return {
      personId: id,
      passwordHash: demo ? passwordHash : null,
      grants: (demo?.grants ?? []).map(({ role, unit }) => ({ role, unitId: units.get(unit) ?? 0, validFrom: since })),
    };
  });
  await openAccounts(accounts, {
    at,
    onceKey: DEMO_ACCOUNTS_KEY,
    document: "Quyết định phân quyền mẫu (dữ liệu minh họa)",
  });
}

import type { Instant } from "~/domain/time/civil-date";
import { recordEarlierEligibilities } from "~/models/certification/record-earlier-eligibilities.server";
import { setUpSignatory } from "~/models/certification/record-signatory.server";
import { organisationAsOf } from "~/models/organisation/organisation-facts.server";
import { CHARACTERS } from "./characters";
import type { DemoPerson } from "./people";
import { DEMO_TODAY } from "./roster";

/** This programme has no standing decision in the demo, so that there is somebody to put on a list. */
const BY_LIST = "equipment-livestream";
const WAITING = 6;

/** The demo's signatory, invented like the papers that they sign, and some people who wait for them. Once. */
export async function loadDemoAuthority(people: ReadonlyMap<string, DemoPerson>, at: Instant): Promise<void> {
  const root = (await organisationAsOf(DEMO_TODAY)).roots.find(({ key }) => key === "vss");
  const signatory = people.get(CHARACTERS.signatory.staffCode);
  if (!root || !signatory) return;
  const content = {
    issuing_body: { vi: "Bảo hiểm xã hội Việt Nam", en: "Vietnam Social Security" },
    issuing_unit: { vi: "Ban Tổ chức cán bộ", en: "Department of Personnel and Organisation" },
    authority: "KT" as const,
    authority_of: {
      vi: "Trưởng Ban Tổ chức cán bộ",
      en: "the Head, Department of Personnel and Organisation",
    },
    name: CHARACTERS.signatory.fullName,
    title: { vi: "Phó Trưởng Ban", en: "Deputy Head" },
    decision: { number: "9-MẪU/QĐ", signed_on: "2024-01-02" },
    place: { vi: "Hà Nội", en: "Hà Nội" },
    sample: true,
  };
  await setUpSignatory(
    root.id,
    { personId: signatory.id, content, from: "2024-01-02", until: null },
    { at, document: "9-MẪU/QĐ", onceKey: "demo-signatory" },
  );
  const characters = new Set<string>(Object.values(CHARACTERS).map(({ staffCode }) => staffCode));
  const waiting = [...people.values()]
    .filter(({ staffCode, holds }) => !characters.has(staffCode) && holds.some(isCommunication))
    .sort((a, b) => a.staffCode.localeCompare(b.staffCode))
    .slice(0, WAITING);
  await recordEarlierEligibilities(
    waiting.map(({ id }) => ({ personId: id, programme: BY_LIST, on: DEMO_TODAY })),
    { at, onceKey: "demo-eligibilities" },
  );
}

const isCommunication = ({ position }: { position: string }) => position === "communication-officer";

import type { Validity } from "~/domain/certification/validity";
import { appliesTo } from "~/domain/enrolment/assignment-rule";
import { addDays, addMonths, type CivilDate, daysBetween, type Instant } from "~/domain/time/civil-date";
import {
  type EarlierCertificate,
  recordEarlierCertificates,
} from "~/models/certification/record-earlier-certificates.server";
import { frameworksAsOf } from "~/models/course/frameworks.server";
import { unitPlaces } from "~/models/enrolment/unit-places.server";
import { organisationAsOf } from "~/models/organisation/organisation-facts.server";
import { CHARACTERS } from "./characters";
import type { DemoPerson } from "./people";
import { DEMO_TODAY } from "./roster";
import { type SeededRandom, seededRandom } from "./seeded-random";

const SEED = 417;
/** What people of a position mostly brought along, though no rule asks for it today. */
const BROUGHT: Readonly<Record<string, readonly string[]>> = {
  "communication-officer": ["onboarding"],
  leader: ["service-ethics-counter", "communication-basic"],
  editor: ["communication-basic"],
  "external-relations-officer": ["foreign-information-focal"],
  interpreter: ["foreign-information-focal"],
  "hr-officer": ["service-ethics-counter"],
};
const FIRST_ISSUE: CivilDate = "2024-02-01";

/** These learn in the demo itself, so they begin without the certificate of their post. */
const LEARNERS: ReadonlySet<string> = new Set([
  CHARACTERS.newOfficer.staffCode,
  CHARACTERS.focalDaNang.staffCode,
  CHARACTERS.oneStopHungYen.staffCode,
  CHARACTERS.collaboratorHungYen.staffCode,
]);

/**
 * Certificates that people brought along from before this system: most hold, some are about to expire, some have lapsed, some
 * people have none. A second run changes nothing.
 */
export async function loadDemoCertificates(people: ReadonlyMap<string, DemoPerson>, at: Instant): Promise<void> {
  const random = seededRandom(SEED);
  const frameworks = await frameworksAsOf(DEMO_TODAY);
  const units = (await organisationAsOf(DEMO_TODAY)).byId;
  const places = await unitPlaces(DEMO_TODAY);
  const programmes = frameworks.certifications.content.programmes;
  const certificates: EarlierCertificate[] = [];
  for (const person of people.values()) {
    if (LEARNERS.has(person.staffCode)) continue;
    const asked = new Map<string, CivilDate>();
    for (const { position, oneStop, unitId, since } of person.holds) {
      const unitLevel = units.get(unitId)?.level ?? "";
      const posting = { position, oneStop, unitId, unitLevel, validFrom: since, validTo: null };
      for (const programme of BROUGHT[position] ?? []) asked.set(programme, since);
      for (const rule of frameworks["assignment-rules"].content.rules) {
        if (appliesTo(rule, posting, { asOf: DEMO_TODAY, employment: null, units: places }))
          asked.set(rule.assigns.programme, since);
      }
    }
    for (const [key, since] of asked) {
      const programme = programmes.find((each) => each.key === key);
      if (!programme) continue;
      const expiring = person.staffCode === CHARACTERS.focalThanhHoa.staffCode;
      const issuedOn = issueDate(random, monthsOf(programme.validity), since, expiring);
      if (issuedOn) certificates.push({ personId: person.id, programme: key, issuedOn });
    }
  }
  certificates.sort((a, b) => a.issuedOn.localeCompare(b.issuedOn) || a.personId - b.personId);
  await recordEarlierCertificates(certificates, { at, onceKey: "demo-certificates" });
}

function monthsOf(validity: Validity): number | null {
  if (validity === null) return null;
  return validity.method === "calendar" ? 12 * validity.years : validity.months;
}

/** A day of issue after the person began, or null for someone who has none. */
function issueDate(random: SeededRandom, months: number | null, since: CivilDate, expiring: boolean): CivilDate | null {
  const first = since > FIRST_ISSUE ? since : FIRST_ISSUE;
  const last = addDays(DEMO_TODAY, -10);
  const share = random.whole(0, 99) / 100;
  if (expiring || share > 0.88) return months === null ? null : endingIn(months, random.whole(5, 84), first);
  if (share > 0.72 || first >= last) return null;
  const lapsed = share > 0.66 && months !== null;
  if (lapsed) return endingIn(months, -random.whole(10, 159), first);
  const earliest = months === null ? first : later(first, addDays(DEMO_TODAY, 100 - months * 30));
  const room = daysBetween(earliest, last);
  return room <= 0 ? null : addDays(earliest, random.whole(0, room));
}

/** The day of issue whose validity ends so many days from the demo's date, where the person had begun by then. */
function endingIn(months: number, days: number, first: CivilDate): CivilDate | null {
  const issuedOn = addDays(DEMO_TODAY, days - daysBetween(DEMO_TODAY, addMonths(DEMO_TODAY, months)));
  return issuedOn < first ? null : issuedOn;
}

function later(a: CivilDate, b: CivilDate): CivilDate {
  return a > b ? a : b;
}

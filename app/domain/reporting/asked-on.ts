import { isInForce } from "~/domain/certification/certificate-status";
import type { Duty, DutyRules } from "~/domain/enrolment/duties";
import type { CivilDate } from "~/domain/time/civil-date";
import { dutiesOf } from "./certification-list";
import { memberOn, type PersonFacts } from "./person-facts";
import type { StaffMember, StaffPosting } from "./workforce";

/** A certificate that was asked of someone on a date. */
export interface AskedCertificate {
  programme: string;
  /** whether it was in force */
  held: boolean;
  /** the posts that asked for it, by their places in the person's postings */
  postings: readonly number[];
}

/** What was asked of someone on a date, and nothing else that is known of the day: of thousands of people it is the same. */
export interface AskedOn {
  employment: string | null;
  certificates: readonly AskedCertificate[];
}

/** What is asked of a person by the posts in scope that hold on a date, as the list of certification has it; null: there is none. */
export function askedOn(
  facts: PersonFacts,
  rules: DutyRules,
  asOf: CivilDate,
  inScope: (unitId: number) => boolean = () => true,
): AskedOn | null {
  const member = memberOn(facts, asOf, inScope);
  if (!member) return null;
  const certificates: AskedCertificate[] = [];
  for (const duty of dutiesOf(member, rules, asOf)) {
    if (duty.state === "waived") continue;
    const held = duty.certificate !== null && isInForce(duty.certificate.status);
    certificates.push({ programme: duty.programme, held, postings: placesAsking(duty, member, facts) });
  }
  return { employment: member.employment, certificates };
}

/** The posts that ask, else the primary one. */
function placesAsking({ reasons }: Duty, { postings: [primary] }: StaffMember, { postings }: PersonFacts): number[] {
  const places: number[] = [];
  for (const reason of reasons) {
    if (reason.kind !== "rule") continue;
    const place = postings.indexOf(reason.posting as StaffPosting);
    if (!places.includes(place)) places.push(place);
  }
  if (places.length === 0 && primary) places.push(postings.indexOf(primary));
  return places;
}

import { daysBetween } from "~/domain/time/civil-date";
import type { CertificationRow } from "./certification-list";
import type { StaffMember } from "./workforce";

/** How long someone's onboarding took, or has taken so far. */
export interface OnboardingTime {
  member: StaffMember;
  /** whole days from the start of the post that asks for it; 0 when it was there before */
  days: number;
  done: boolean;
}

/**
 * "Onboarding completed after n days": for everyone whose post asks for the programme. Counted to the first certificate that was
 * issued, whatever became of it later; to the date of the report while there is none.
 */
export function onboardingTimes(rows: readonly CertificationRow[], programme: string, asOf: string): OnboardingTime[] {
  return rows
    .filter((row) => row.programme === programme && row.state !== "waived")
    .map(({ member, postings }) => {
      const start = postings.map((posting) => posting.validFrom).sort()[0] ?? asOf;
      const issued = member.certificates
        .filter((certificate) => certificate.programme === programme && certificate.issuedOn <= asOf)
        .map((certificate) => certificate.issuedOn)
        .sort()[0];
      return { member, days: Math.max(0, daysBetween(start, issued ?? asOf)), done: issued !== undefined };
    });
}

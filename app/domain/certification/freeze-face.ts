import type { Bilingual } from "~/domain/text/bilingual";
import type { CivilDate } from "~/domain/time/civil-date";
import { lastDayOf } from "./certificate-status";
import type { CertificateFace } from "./face";
import type { StandingDecision } from "./standing-decision";

/** What a new certificate says of its holder and its dates; `validUntil` exclusive, null: no end. */
export interface Certified {
  holder: string;
  unit: Bilingual;
  programme: Bilingual;
  issuedOn: CivilDate;
  validUntil: CivilDate | null;
  serial: string;
  code: string;
}

/** The face of a certificate as it will stay: what is certified, under the decision in force on the day of issue. */
export function freezeFace(certified: Certified, { number, signedOn, content }: StandingDecision): CertificateFace {
  const { validUntil, ...face } = certified;
  return {
    form: 1,
    heading: content.heading,
    ...face,
    validThrough: lastDayOf(validUntil),
    issuingBody: content.issuing_body,
    issuingUnit: content.issuing_unit,
    signatory: { name: content.signatory_name, title: content.signatory_title },
    place: content.place,
    decision: { number, signedOn },
    sample: content.sample,
  };
}

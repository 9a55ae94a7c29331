import type { Bilingual } from "~/domain/text/bilingual";
import type { CivilDate } from "~/domain/time/civil-date";
import { lastDayOf } from "./certificate-status";
import type { NewFace } from "./face";
import type { StandingDecision } from "./standing-decision";
import { FIRST_WORDING } from "./wording";

/** What a new certificate says of its holder and its dates; `validUntil` exclusive, null: no end. */
export interface Certified {
  holder: string;
  unit: Bilingual;
  programme: Bilingual;
  issuedOn: CivilDate;
  validUntil: CivilDate | null;
  serial: string;
  code: string;
  /** the number of the paper that it corrects */
  replaces?: string | null;
}

/**
 * The face of a certificate as it will stay: what is certified, under the decision in force on the day of issue, in the words
 * of that day.
 */
export function freezeFace(certified: Certified, decision: StandingDecision): NewFace {
  const { validUntil, replaces = null, ...face } = certified;
  const { number, signedOn, content } = decision;
  const { heading, ...wording } = decision.wording ?? { ...FIRST_WORDING.certificate, heading: content.heading };
  return {
    form: 2,
    heading,
    ...face,
    validThrough: lastDayOf(validUntil),
    issuingBody: content.issuing_body,
    issuingUnit: content.issuing_unit,
    authority: content.authority ?? null,
    signatory: { name: content.signatory_name, title: content.signatory_title },
    place: content.place,
    decision: { number, signedOn },
    wording,
    replaces,
    sample: content.sample,
  };
}

import type { CivilDate } from "~/domain/time/civil-date";
import type { Paper } from "./public-certificate";
import { showCode } from "./serial-number";

/** All that the paper of a certificate shows, in one language. */
export interface PaperShown {
  heading: string;
  holder: string;
  unit: string;
  programme: string;
  issuedOn: CivilDate;
  /** null: no end */
  lastDay: CivilDate | null;
  serial: string;
  /** "7KQ4-M2XD" */
  code: string;
  issuer: string;
  signatory: string;
  /** "KT. GIÁM ĐỐC"; null: no such line */
  authority: string | null;
  place: string;
  decision: { number: string; signedOn: CivilDate };
  /** number of the paper that it corrects */
  replaces: string | null;
  /** "khớp bản gốc": what it says of itself as a copy; null: nothing */
  copy: string | null;
  sample: boolean;
}

export function paperShown(paper: Paper, language: "vi" | "en"): PaperShown {
  const second = "wording" in paper ? paper : null;
  return {
    heading: paper.heading[language],
    holder: paper.holder,
    unit: paper.unit[language],
    programme: paper.programme[language],
    issuedOn: paper.issuedOn,
    lastDay: paper.validThrough,
    serial: paper.serial,
    code: showCode(paper.code),
    issuer: `${paper.issuingBody[language]}, ${paper.issuingUnit[language]}`,
    signatory: `${paper.signatory.name}, ${paper.signatory.title[language]}`,
    authority: second?.authority?.[language] ?? null,
    place: paper.place[language],
    decision: paper.decision,
    replaces: second?.replaces ?? null,
    copy: second?.wording.copy[language] ?? null,
    sample: paper.sample,
  };
}

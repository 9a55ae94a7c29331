import type { Bilingual } from "~/domain/text/bilingual";
import type { CivilDate } from "~/domain/time/civil-date";
import type { CertificateFace, NewFace } from "./face";
import { FIRST_WORDING } from "./wording";

/** What a correction may put right: how the holder, their unit and the programme are written. */
export interface CorrectedWords {
  holder: string;
  unit: Bilingual;
  programme: Bilingual;
}

/** The face of the paper that stands in for another: its words corrected, who signed, under which decision and until when as before. */
export function correctFace(
  old: CertificateFace,
  { holder, unit, programme }: CorrectedWords,
  paper: { issuedOn: CivilDate; serial: string; code: string },
): NewFace {
  const { heading: _, ...wording } = FIRST_WORDING.certificate;
  const form = old.form === 2 ? old : { ...old, form: 2 as const, authority: null, wording };
  return { ...form, holder, unit, programme, ...paper, replaces: old.serial };
}

export function sameWords(a: CorrectedWords, b: CorrectedWords): boolean {
  return (
    a.holder === b.holder &&
    a.unit.vi === b.unit.vi &&
    a.unit.en === b.unit.en &&
    a.programme.vi === b.programme.vi &&
    a.programme.en === b.programme.en
  );
}

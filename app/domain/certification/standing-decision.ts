import { z } from "zod";
import { authorityLine, type SignatoryContent, signingTitle } from "./authority";
import { type CertificateWording, FIRST_WORDING } from "./wording";

const bothLanguages = z.object({ vi: z.string().min(1), en: z.string().min(1) });

/** The authority by which a programme issues by itself: who, for which body, by which decision, printed as of that day. */
export const decisionContent = z.object({
  issuing_body: bothLanguages,
  issuing_unit: bothLanguages,
  signatory_name: z.string().min(1),
  signatory_title: bothLanguages,
  /** the line above the title; left out: none */
  authority: bothLanguages.nullable().optional(),
  place: bothLanguages,
  heading: bothLanguages,
  sample: z.boolean(),
});

export type DecisionContent = z.infer<typeof decisionContent>;

export interface StandingDecision {
  programme: string;
  number: string;
  signedOn: string;
  validFrom: string;
  validTo: string | null;
  content: DecisionContent;
  /** the words of the paper on the day of issue, where some were recorded; else the first ones under the decision's heading */
  wording?: CertificateWording | null;
}

/** What a decision of a signatory prints. */
export function contentOfSignatory(signatory: SignatoryContent): DecisionContent {
  return {
    issuing_body: signatory.issuing_body,
    issuing_unit: signatory.issuing_unit,
    signatory_name: signatory.name,
    signatory_title: signingTitle(signatory),
    authority: authorityLine(signatory),
    place: signatory.place,
    heading: FIRST_WORDING.certificate.heading,
    sample: signatory.sample,
  };
}

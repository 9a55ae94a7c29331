import { z } from "zod";

const bothLanguages = z.object({ vi: z.string().min(1), en: z.string().min(1) });

/** The authority by which a programme issues by itself: who, for which body, by which decision, printed as of that day. */
export const decisionContent = z.object({
  issuing_body: bothLanguages,
  issuing_unit: bothLanguages,
  signatory_name: z.string().min(1),
  signatory_title: bothLanguages,
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
}

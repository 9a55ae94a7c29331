import type { Frameworks } from "~/domain/course/frameworks";
import type { AssignmentRule } from "~/domain/enrolment/assignment-rule";
import type { Duty } from "~/domain/enrolment/duties";
import { heldSince } from "~/domain/enrolment/rule-condition";
import type { OrganisationAsOf } from "~/domain/organisation/organisation-as-of";
import { type CivilDate, showCivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";

/** Why a duty exists, in one language: the sentence of the rule about this person, the rule's name, who made it. */
export interface DutyExplanation {
  reason: string;
  rule: string;
  issuer: string;
  since: CivilDate | null;
}

/** Explains a duty by its first reason, the one that sets the date. */
export function explainDuty(
  duty: Duty,
  {
    frameworks,
    rules,
    organisation,
    language,
  }: {
    frameworks: Frameworks;
    rules: readonly AssignmentRule[];
    organisation: OrganisationAsOf;
    language: Language;
  },
): DutyExplanation | null {
  const first = duty.reasons[0];
  if (!first) return null;
  if (first.kind === "manual") return { reason: first.text, rule: "", issuer: "", since: first.since };
  const rule = rules.find(({ key }) => key === first.rule);
  if (!rule) return null;
  const position = frameworks.positions.content.positions.find(({ key }) => key === first.posting.position);
  const filled: Record<string, string> = {
    position: position?.title[language] ?? first.posting.position,
    unit: organisation.byId.get(first.posting.unitId)?.name[language] ?? "",
    date: showCivilDate(heldSince(first.posting)),
  };
  return {
    reason: rule.reason[language].replace(/\{(\w+)\}/g, (whole, name: string) => filled[name] ?? whole),
    rule: `${rule.title[language]}. ${rule.document}`,
    issuer: rule.issuer[language],
    since: rule.valid_from,
  };
}

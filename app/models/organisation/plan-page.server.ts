import { applyBatch } from "~/domain/organisation/apply-batch";
import { type ActLine, type ProblemLine, wordsOfPlan } from "~/domain/organisation/describe-act";
import type { PlanHead } from "~/domain/organisation/reorganisation-plan";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate, Instant } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { type FoundPlan, findPlan } from "./find-plan.server";
import { organisationFacts } from "./organisation-facts.server";

export interface PlanPage extends PlanHead {
  publicId: string;
  savedAt: Instant;
  /** whether its day lies before, on or after today */
  when: "past" | "today" | "future";
  acts: (ActLine & { problems: ProblemLine[] })[];
}

/** A plan in preparation with what stands in the way of its acts; null: the viewer has none of this address. */
export async function planPage(
  viewer: Viewer,
  publicId: string,
  today: CivilDate,
  language: Language,
): Promise<{ found: FoundPlan; page: PlanPage } | null> {
  const found = await findPlan(viewer, publicId, today);
  if (!found) return null;
  const { plan } = found;
  const facts = await organisationFacts();
  const words = wordsOfPlan(facts, plan, language);
  const problems = applyBatch(facts, plan).problems.map(words.problem);
  const { title, date, document, note } = plan;
  return {
    found,
    page: {
      publicId,
      savedAt: found.savedAt,
      title,
      date,
      document,
      note,
      when: date < today ? "past" : date > today ? "future" : "today",
      acts: plan.acts.map((act, index) => ({
        ...words.act(act),
        problems: problems.filter((problem) => problem.act === index),
      })),
    },
  };
}

import type { ActProblem } from "./act-problem";
import type { Act, Batch } from "./acts";
import { changeArea, createArea, mergeAreas } from "./area-acts";
import { type Draft, endedOn, newId, report } from "./draft";
import type { OrganisationFacts } from "./organisation-facts";
import { classify, close, create, merge, move, placeInArea, rename, split } from "./unit-acts";

export interface Applied {
  /** the facts after the batch; rows that are new have negative ids */
  facts: OrganisationFacts;
  /** empty: the batch can be carried out. Each names its act by index. */
  problems: ActProblem[];
}

/**
 * Works a batch of acts, in order, into the facts, which stay as they are. An act with a problem is left out and the rest
 * goes on, so that an author sees all problems at once; with any problem `facts` must not be used.
 */
export function applyBatch(facts: OrganisationFacts, batch: Batch): Applied {
  const smallest = Math.min(
    0,
    ...Object.values(facts).flatMap((rows: readonly { id: number }[]) => rows.map((row) => row.id)),
  );
  const draft: Draft = {
    date: batch.date,
    source: [batch.mark, batch.document].filter(Boolean).join(", "),
    facts: { ...facts },
    problems: [],
    act: 0,
    nextId: smallest - 1,
  };
  batch.acts.forEach((act, index) => {
    draft.act = index;
    apply(draft, act);
  });
  return { facts: draft.facts, problems: draft.problems };
}

function apply(draft: Draft, act: Act): undefined {
  switch (act.act) {
    case "create":
      return create(draft, act);
    case "rename":
      return rename(draft, act);
    case "relabel-level":
      return relabel(draft, act);
    case "merge":
      return merge(draft, act);
    case "split":
      return split(draft, act);
    case "move":
      return move(draft, act);
    case "close":
      return close(draft, act);
    case "classify":
      return classify(draft, act);
    case "place-in-area":
      return placeInArea(draft, act);
    case "create-area":
      return createArea(draft, act);
    case "change-area":
      return changeArea(draft, act);
    case "merge-areas":
      return mergeAreas(draft, act);
  }
}

function relabel(draft: Draft, act: Extract<Act, { act: "relabel-level" }>): undefined {
  const ended = endedOn(draft.facts.labels, (row) => row.level === act.level, draft.date);
  if (!ended) return report(draft, "overlapping-label", { level: act.level, date: draft.date });
  const label = { id: newId(draft), level: act.level, label: act.label, validFrom: draft.date, validTo: null };
  draft.facts.labels = [...ended, label];
}

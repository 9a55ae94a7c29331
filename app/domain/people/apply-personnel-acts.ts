import { beAbsent, changeDetails, comeBack, register, rename } from "./person-acts";
import type { PersonnelAct, PersonnelProblem } from "./personnel-acts";
import { draftOf, type PersonnelContext, type PersonnelDraft } from "./personnel-draft";
import type { PersonnelFacts } from "./personnel-facts";
import { closePost, createPost, flagPost } from "./post-acts";
import { appoint, correctPosting, endPosting } from "./posting-acts";

export type { PersonnelContext } from "./personnel-draft";

/**
 * Works a list of acts, in order, into the facts, which stay as they are; rows that no act touches are the same objects
 * afterwards. What ends on a day, ends with the day before: another may begin on it. An act with a problem is left out and the
 * rest goes on, so that all problems are seen at once; with any problem the new facts must not be used.
 */
export function applyPersonnelActs(
  facts: PersonnelFacts,
  acts: readonly PersonnelAct[],
  context: PersonnelContext,
): { facts: PersonnelFacts; problems: PersonnelProblem[] } {
  const draft = draftOf(facts, context);
  acts.forEach((act, index) => {
    draft.act = index;
    apply(draft, act);
  });
  const after: PersonnelFacts = {
    persons: draft.persons.all(),
    names: draft.names.all(),
    details: draft.details.all(),
    posts: draft.posts.all(),
    postings: draft.postings.all(),
    absences: draft.absences.all(),
    merges: facts.merges,
  };
  return { facts: after, problems: draft.problems };
}

function apply(draft: PersonnelDraft, act: PersonnelAct): undefined {
  switch (act.act) {
    case "register":
      return register(draft, act);
    case "rename":
      return rename(draft, act);
    case "change-details":
      return changeDetails(draft, act);
    case "create-post":
      return createPost(draft, act);
    case "flag-post":
      return flagPost(draft, act);
    case "close-post":
      return closePost(draft, act);
    case "appoint":
      return appoint(draft, act);
    case "end-posting":
      return endPosting(draft, act);
    case "correct-posting":
      return correctPosting(draft, act);
    case "be-absent":
      return beAbsent(draft, act);
    case "return":
      return comeBack(draft, act);
  }
}

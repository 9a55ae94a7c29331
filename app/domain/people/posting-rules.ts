import { type CivilDate, holdsOn, spansOverlap } from "~/domain/time/civil-date";
import {
  absencesOf,
  contains,
  isEmpty,
  nameOn,
  type PersonnelDraft,
  postingsOf,
  recordsOf,
  report,
} from "./personnel-draft";
import type { PostFact, PostingFact } from "./personnel-facts";

/**
 * Whether a posting may stand beside all others; else the problems are noted. `instead`: the row that it takes the place of.
 */
export function mayStand(draft: PersonnelDraft, posting: PostingFact, post: PostFact, instead?: PostingFact): boolean {
  const before = draft.problems.length;
  if (isEmpty(posting)) {
    report(draft, "end-before-start", { from: posting.validFrom, until: posting.validTo ?? "" });
    return false;
  }
  checkFrame(draft, posting, post);
  checkPerson(draft, posting, instead);
  checkPlace(draft, posting, post, instead);
  return draft.problems.length === before;
}

/** The post exists all the while, the person has a name by then, and a collaborator's term has an end. */
function checkFrame(draft: PersonnelDraft, posting: PostingFact, post: PostFact): void {
  const { validFrom: from } = posting;
  if (!contains(post, posting)) {
    const { position, unitId } = post;
    report(draft, "post-not-existing", { position, unit: String(unitId), from, until: posting.validTo ?? "" });
  }
  const records = recordsOf(draft, posting.personId);
  const person = nameOn(draft, posting.personId, from);
  if (!records.some((id) => draft.names.where("person", id).some((name) => name.validFrom <= from))) {
    report(draft, "posting-before-name", { person, on: from });
  }
  const collaborates = draft.details
    .where("person", posting.personId)
    .some((row) => row.employment === "collaborator" && spansOverlap(row, posting));
  if (collaborates && posting.validTo === null) report(draft, "collaborator-without-end", { person });
}

/** One main post at a time, and no post twice at once. */
function checkPerson(draft: PersonnelDraft, posting: PostingFact, instead: PostingFact | undefined): void {
  for (const other of postingsOf(draft, posting.personId)) {
    if (other === instead || !spansOverlap(other, posting)) continue;
    const params = {
      ...whereOf(draft, other),
      person: nameOn(draft, posting.personId, posting.validFrom),
      on: other.validFrom,
      posting: other.publicId,
    };
    if (other.postId === posting.postId) report(draft, "overlapping-posting", params);
    else if (other.kind === "primary" && posting.kind === "primary") report(draft, "overlapping-primary", params);
  }
}

/** One holder of a post at a time, and one focal point of a unit; someone acting may stand beside a holder who is away. */
function checkPlace(
  draft: PersonnelDraft,
  posting: PostingFact,
  post: PostFact,
  instead: PostingFact | undefined,
): void {
  const focal = isFocal(draft, post);
  const posts = focal ? draft.posts.where("unit", post.unitId).filter((each) => isFocal(draft, each)) : [post];
  for (const other of posts.flatMap(({ id }) => draft.postings.where("post", id))) {
    if (other === instead || !spansOverlap(other, posting)) continue;
    // said already: the same person twice in one post
    if (other.postId === posting.postId && other.personId === posting.personId) continue;
    if (standsIn(draft, posting, other) || standsIn(draft, other, posting)) continue;
    const from = posting.validFrom > other.validFrom ? posting.validFrom : other.validFrom;
    const params = {
      ...whereOf(draft, other),
      holder: nameOn(draft, other.personId, from),
      on: other.validFrom,
      posting: other.publicId,
    };
    const acting = posting.kind === "acting" && other.kind !== "acting";
    report(draft, acting ? "acting-beside-holder" : focal ? "second-focal-point" : "post-held", params);
  }
}

/** A post of which its unit has exactly one active: deputies and posts of other positions never count. */
export function isFocal({ context }: PersonnelDraft, post: PostFact): boolean {
  return !post.deputy && context.focalPositions.has(post.position) && context.focalUnits.has(post.unitId);
}

/** Whether one acts while the other, who holds the post, is away. */
function standsIn(draft: PersonnelDraft, acting: PostingFact, holder: PostingFact): boolean {
  if (acting.kind !== "acting" || holder.kind === "acting") return false;
  // the holder may come later than the one who acts
  const from = acting.validFrom > holder.validFrom ? acting.validFrom : holder.validFrom;
  return isAbsentOn(draft, holder.personId, from);
}

function isAbsentOn(draft: PersonnelDraft, personId: number, date: CivilDate): boolean {
  return absencesOf(draft, personId).some((row) => holdsOn(row, date));
}

function whereOf(draft: PersonnelDraft, { postId }: PostingFact): Record<string, string> {
  const post = draft.posts.get(postId);
  return post ? { position: post.position, unit: String(post.unitId) } : {};
}

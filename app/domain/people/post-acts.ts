import type { PersonnelAct } from "./personnel-acts";
import { contains, isEmpty, namedPost, nameOn, newId, type PersonnelDraft, report } from "./personnel-draft";
import type { PostFact, PostingFact } from "./personnel-facts";
import { isFocal, mayStand } from "./posting-rules";

type Of<A extends PersonnelAct["act"]> = Extract<PersonnelAct, { act: A }>;

export function createPost(draft: PersonnelDraft, act: Of<"create-post">): undefined {
  const { ref, unitId, position, oneStop, deputy } = act;
  const span = { validFrom: act.from, validTo: act.until };
  const existences = draft.context.units.get(unitId);
  if (draft.refs.has(ref) || draft.posts.one("publicId", ref)) return report(draft, "duplicate-post", { post: ref });
  if (!draft.context.positions.has(position)) return report(draft, "unknown-position", { position });
  if (!existences) return report(draft, "unknown-unit", { unit: String(unitId) });
  if (isEmpty(span)) return report(draft, "end-before-start", { from: act.from, until: act.until ?? "" });
  if (!existences.some((existence) => contains(existence, span))) {
    return report(draft, "unit-not-existing", { unit: String(unitId), from: act.from, until: act.until ?? "" });
  }
  const publicId = draft.context.newPublicId();
  draft.refs.set(ref, publicId);
  draft.posts.add({ id: newId(draft), publicId, unitId, position, oneStop, deputy, lineage: null, ...span });
}

export function closePost(draft: PersonnelDraft, act: Of<"close-post">): undefined {
  const post = openPost(draft, act.post, act.on);
  if (!post) return;
  if (act.on <= post.validFrom) return report(draft, "end-before-start", { from: post.validFrom, until: act.on });
  const postings = draft.postings.where("post", post.id);
  const staying = postings.find(({ validTo }) => validTo === null || validTo > act.on);
  if (staying) {
    const { personId, validFrom, publicId } = staying;
    const params = { holder: nameOn(draft, personId, act.on), on: validFrom, posting: publicId };
    return report(draft, "post-has-holders", params);
  }
  const closed = { ...post, id: newId(draft), validTo: act.on };
  replacePost(draft, post, closed);
  for (const posting of postings) replacePosting(draft, posting, { ...posting, postId: closed.id });
}

export function flagPost(draft: PersonnelDraft, act: Of<"flag-post">): undefined {
  const post = openPost(draft, act.post, act.on);
  if (!post) return;
  const { oneStop, deputy, on } = act;
  if (post.oneStop === oneStop && post.deputy === deputy) return;
  if (on < post.validFrom) return report(draft, "end-before-start", { from: post.validFrom, until: on });
  const wholly = on === post.validFrom;
  const next: PostFact = {
    ...post,
    id: newId(draft),
    publicId: wholly ? post.publicId : draft.context.newPublicId(),
    lineage: wholly ? post.lineage : (post.lineage ?? post.publicId),
    validFrom: on,
    oneStop,
    deputy,
  };
  const postings = draft.postings.where("post", post.id);
  const becomesFocal = !isFocal(draft, post) && isFocal(draft, next);
  if (becomesFocal && !mayAllStand(draft, postings, next)) return;
  const closed = { ...post, id: newId(draft), validTo: on };
  replacePost(draft, post, ...(wholly ? [next] : [closed, next]));
  for (const posting of postings) carryOver(draft, posting, closed, next);
}

/** The post, where it is not closed by the day; else the problem is noted. */
function openPost(draft: PersonnelDraft, ref: string, on: string): PostFact | undefined {
  const post = namedPost(draft, ref);
  if (!post || post.validTo === null || post.validTo > on) return post;
  return report(draft, "post-not-existing", {
    position: post.position,
    unit: String(post.unitId),
    from: on,
    until: "",
  });
}

function mayAllStand(draft: PersonnelDraft, postings: readonly PostingFact[], post: PostFact): boolean {
  return postings
    .filter(({ validTo }) => validTo === null || validTo > post.validFrom)
    .every((posting) => {
      const validFrom = posting.validFrom > post.validFrom ? posting.validFrom : post.validFrom;
      return mayStand(draft, { ...posting, validFrom }, post, posting);
    });
}

/** A posting goes on in the post that follows: what ended before stays with the closed one, what spans the day is in both. */
function carryOver(draft: PersonnelDraft, posting: PostingFact, closed: PostFact, next: PostFact): void {
  const on = next.validFrom;
  const over = posting.validTo !== null && posting.validTo <= on;
  const spans = posting.validFrom < on && !over;
  const before = spans ? { validTo: on, endReason: null } : {};
  replacePosting(draft, posting, { ...posting, ...before, postId: posting.validFrom < on ? closed.id : next.id });
  if (!spans) return;
  draft.postings.add({
    ...posting,
    id: newId(draft),
    publicId: draft.context.newPublicId(),
    postId: next.id,
    validFrom: on,
    heldSince: posting.heldSince ?? posting.validFrom,
  });
}

function replacePost(draft: PersonnelDraft, post: PostFact, ...by: PostFact[]): void {
  draft.posts.remove(post);
  for (const row of by) draft.posts.add(row);
}

function replacePosting(draft: PersonnelDraft, posting: PostingFact, by: PostingFact): void {
  draft.postings.remove(posting);
  draft.postings.add({ ...by, id: newId(draft) });
}

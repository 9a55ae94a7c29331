import type { PersonnelAct } from "./personnel-acts";
import { actedOn, namedPost, nameOn, newId, type PersonnelDraft, report } from "./personnel-draft";
import type { PostingFact } from "./personnel-facts";
import { mayStand } from "./posting-rules";

type Of<A extends PersonnelAct["act"]> = Extract<PersonnelAct, { act: A }>;

export function appoint(draft: PersonnelDraft, act: Of<"appoint">): undefined {
  const person = actedOn(draft, act.person);
  const post = namedPost(draft, act.post);
  if (!person || !post) return;
  const posting: PostingFact = {
    id: newId(draft),
    publicId: draft.context.newPublicId(),
    personId: person.id,
    postId: post.id,
    kind: act.kind,
    validFrom: act.from,
    validTo: act.until,
    decision: act.decision?.normalize("NFC").trim() || null,
    endReason: null,
    heldSince: null,
  };
  if (mayStand(draft, posting, post)) draft.postings.add(posting);
}

export function endPosting(draft: PersonnelDraft, { posting: ref, on, reason }: Of<"end-posting">): undefined {
  const posting = draft.postings.one("publicId", ref);
  if (!posting) return report(draft, "unknown-posting", { posting: ref });
  const { validFrom, validTo } = posting;
  if (on <= validFrom) return report(draft, "end-before-start", { from: validFrom, until: on });
  if (validTo !== null && validTo <= on) {
    return report(draft, "posting-ended", { person: nameOn(draft, posting.personId, on), on: validTo });
  }
  draft.postings.remove(posting);
  draft.postings.add({ ...posting, id: newId(draft), validTo: on, endReason: reason });
}

export function correctPosting(draft: PersonnelDraft, act: Of<"correct-posting">): undefined {
  const posting = draft.postings.one("publicId", act.posting);
  if (!posting) return report(draft, "unknown-posting", { posting: act.posting });
  const corrected: PostingFact = {
    ...posting,
    id: newId(draft),
    decision: act.decision === undefined ? posting.decision : act.decision?.normalize("NFC").trim() || null,
    validFrom: act.from ?? posting.validFrom,
    validTo: act.until === undefined ? posting.validTo : act.until,
    endReason: act.until === null ? null : posting.endReason,
  };
  const sameSpan = corrected.validFrom === posting.validFrom && corrected.validTo === posting.validTo;
  if (sameSpan && corrected.decision === posting.decision) return;
  const post = draft.posts.get(posting.postId);
  if (!post) return report(draft, "unknown-post", { post: "" });
  if (!sameSpan && !mayStand(draft, corrected, post, posting)) return;
  draft.postings.remove(posting);
  draft.postings.add(corrected);
}

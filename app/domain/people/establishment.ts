import { type CivilDate, holdsOn } from "~/domain/time/civil-date";
import type { PersonnelFacts, PostFact, PostingFact } from "./personnel-facts";

/** A post on a date, with who holds it. */
export interface EstablishedPost {
  post: PostFact;
  /** primary and concurrent; more than one only where records contradict */
  holders: PostingFact[];
  acting: PostingFact[];
  /** the first to come after the date */
  next: PostingFact | null;
  /** held: by a holder; acting: by someone acting alone; vacant: by nobody; planned: the post is yet to begin */
  state: "held" | "acting" | "vacant" | "planned";
  /** vacant and acting: the first day without a holder */
  vacantSince: CivilDate | null;
}

export interface Establishment {
  posts: EstablishedPost[];
  /** posts that exist on the date: as many are required */
  required: number;
  held: number;
  acting: number;
  vacant: number;
}

/** The posts of a unit that exist on the date or are to come, with their holders: required = held + acting + vacant. */
export function establishmentOn(facts: Pick<PersonnelFacts, "posts" | "postings">, unitId: number, date: CivilDate) {
  const lines = new Map<string, PostFact[]>();
  for (const post of facts.posts) lines.set(lineOf(post), [...(lines.get(lineOf(post)) ?? []), post]);
  const posts = facts.posts
    .filter((post) => post.unitId === unitId && (post.validTo === null || post.validTo > date))
    // of a line whose flags change later, the part that holds; the rest is the same post
    .filter((post) => post.validFrom <= date || !lines.get(lineOf(post))?.some((other) => holdsOn(other, date)))
    .map((post) => established(post, facts.postings, lines.get(lineOf(post)) ?? [post], date));
  const count = (state: EstablishedPost["state"]) => posts.filter((each) => each.state === state).length;
  const [held, acting, vacant] = [count("held"), count("acting"), count("vacant")];
  return { posts, required: held + acting + vacant, held, acting, vacant } satisfies Establishment;
}

function established(
  post: PostFact,
  postings: readonly PostingFact[],
  line: readonly PostFact[],
  date: CivilDate,
): EstablishedPost {
  const ids = new Set(line.map(({ id }) => id));
  const ofLine = postings.filter(({ postId }) => ids.has(postId));
  const now = ofLine.filter((posting) => posting.postId === post.id && holdsOn(posting, date));
  const holders = now.filter(({ kind }) => kind !== "acting");
  const acting = now.filter(({ kind }) => kind === "acting");
  const known = new Set(now.map((posting) => posting.personId));
  const [next = null] = ofLine
    .filter((posting) => posting.validFrom > date && !known.has(posting.personId))
    .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const state =
    post.validFrom > date ? "planned" : holders.length > 0 ? "held" : acting.length > 0 ? "acting" : "vacant";
  const vacantSince = state === "vacant" || state === "acting" ? lastEnd(ofLine, line, date) : null;
  return { post, holders, acting, next, state, vacantSince };
}

/** The day on which the last holder left; of a post never held, its first day. */
function lastEnd(postings: readonly PostingFact[], line: readonly PostFact[], date: CivilDate): CivilDate {
  const ends = postings.flatMap(({ kind, validTo }) =>
    kind !== "acting" && validTo && validTo <= date ? [validTo] : [],
  );
  if (ends.length > 0) return ends.reduce((last, end) => (end > last ? end : last));
  return line.map(({ validFrom }) => validFrom).reduce((first, from) => (from < first ? from : first));
}

/** Posts of one line are one place, carried over. */
function lineOf({ lineage, publicId }: PostFact): string {
  return lineage ?? publicId;
}

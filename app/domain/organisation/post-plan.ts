import type { EndReason, PostingKind } from "~/domain/people/people-batch";
import { type CivilDate, type Span, spansOverlap } from "~/domain/time/civil-date";
import type { Batch } from "./acts";

/** A post in force, as it is recorded. */
export interface PostFact extends Span {
  id: number;
  publicId: string;
  unitId: number;
  position: string;
  oneStop: boolean;
  deputy: boolean;
  lineage: string | null;
}

/** A posting in force, as it is recorded. */
export interface PostingRow extends Span {
  id: number;
  publicId: string;
  personId: number;
  staffCode: string;
  postId: number;
  kind: PostingKind;
  decision: string | null;
  endReason: string | null;
  heldSince: CivilDate | null;
}

/** A post to be recorded; postings name it by `ref`. `publicId` null: it gets one of its own. */
export interface PlannedPost extends Omit<PostFact, "id" | "publicId"> {
  ref: number;
  publicId: string | null;
}

export interface PlannedPosting extends Omit<PostingRow, "id" | "publicId" | "postId" | "staffCode"> {
  publicId: string | null;
  post: number;
}

/** Where a post of a unit that ends goes; `unitId` null: nowhere. */
export interface PostWay {
  post: PostFact;
  unitId: number | null;
  /** it was the focal point's, and goes on as a deputy's */
  becomesDeputy: boolean;
}

/** The focal-point post of a unit that takes one over. */
export interface FocalOutcome {
  unitId: number;
  candidates: PostingRow[];
  keeper: PostingRow | null;
}

/** What has to be written: rows retracted, rows recorded. */
export interface PostPlan {
  retractedPosts: number[];
  retractedPostings: number[];
  posts: PlannedPost[];
  postings: PlannedPosting[];
  ways: PostWay[];
  focal: FocalOutcome[];
  /** heirs for which someone is named who holds no such post */
  unknownHolders: { unitId: number; staffCode: string }[];
}

export interface PostPlanFacts {
  date: CivilDate;
  /** the document under which postings go on; null: each keeps its decision */
  document: string | null;
  /** each unit that ends, with who follows it (the first takes what nobody else is named for) */
  heirs: ReadonlyMap<number, readonly number[]>;
  /** in force, of the units that end and of their heirs */
  posts: readonly PostFact[];
  /** in force, of those posts */
  postings: readonly PostingRow[];
  /** keys of the focal positions */
  focal: ReadonlySet<string>;
  rule: Batch["posts"];
  unitOfKey(key: string): number | undefined;
}

const REORGANISED: EndReason = "reorganisation";

/**
 * What becomes of posts when their units end: a post ends on the day, a new one of its line begins in the heir with the same
 * holders, so that the number of people is conserved; without an heir posts and postings end. A unit that takes over a focal
 * point has exactly one afterwards: who keeps it keeps it, the others go on as deputies.
 */
export function planPosts(facts: PostPlanFacts): PostPlan {
  const plan: PostPlan = {
    retractedPosts: [],
    retractedPostings: [],
    posts: [],
    postings: [],
    ways: [],
    focal: [],
    unknownHolders: [],
  };
  const postingsOf = grouped(facts.postings);
  const lasting = facts.posts.filter((post) => post.validTo === null || post.validTo > facts.date);
  const order = new Map([...facts.heirs.keys()].map((unitId, index) => [unitId, index]));
  const placeOf = (post: PostFact) => order.get(post.unitId) ?? 0;
  const leaving = lasting
    .filter((post) => order.has(post.unitId))
    .sort((a, b) => placeOf(a) - placeOf(b) || a.id - b.id);
  const focalArrivals = new Map<number, PostFact[]>();
  for (const post of leaving) {
    const heir = heirOf(post, facts);
    if (heir !== null && isFocal(post, facts)) focalArrivals.set(heir, [...(focalArrivals.get(heir) ?? []), post]);
    else carry(plan, facts, post, postingsOf.get(post.id) ?? [], heir, false);
  }
  for (const [heir, arrivals] of focalArrivals) {
    const own = lasting.filter((post) => post.unitId === heir && isFocal(post, facts));
    settleFocal(plan, facts, heir, arrivals, own, postingsOf);
  }
  return plan;
}

function grouped(postings: readonly PostingRow[]): ReadonlyMap<number, PostingRow[]> {
  const groups = new Map<number, PostingRow[]>();
  for (const posting of postings) {
    const group = groups.get(posting.postId);
    if (group) group.push(posting);
    else groups.set(posting.postId, [posting]);
  }
  return groups;
}

function isFocal(post: PostFact, { focal }: PostPlanFacts): boolean {
  return !post.deputy && focal.has(post.position);
}

function heirOf(post: PostFact, { heirs, rule, unitOfKey }: PostPlanFacts): number | null {
  const following = heirs.get(post.unitId) ?? [];
  const named = rule?.rule?.[post.publicId];
  const chosen = named === undefined ? undefined : unitOfKey(named);
  return following.find((unitId) => unitId === chosen) ?? following[0] ?? null;
}

/** Retracts the post, says it again as ended, and begins the next one of its line; its postings go along. */
function carry(
  plan: PostPlan,
  facts: PostPlanFacts,
  post: PostFact,
  postings: readonly PostingRow[],
  heir: number | null,
  becomesDeputy: boolean,
): undefined {
  const ended = retract(plan, facts, post);
  const begun = heir === null ? null : begin(plan, facts, post, heir, becomesDeputy);
  plan.ways.push({ post, unitId: heir, becomesDeputy });
  for (const posting of postings) moveOn(plan, facts, posting, ended, begun);
}

function retract(plan: PostPlan, { date }: PostPlanFacts, post: PostFact): number | null {
  plan.retractedPosts.push(post.id);
  if (post.validFrom >= date) return null;
  const { id: _, ...row } = post;
  return add(plan, { ...row, validTo: date });
}

function add(plan: PostPlan, post: Omit<PlannedPost, "ref">): number {
  const ref = plan.posts.length;
  plan.posts.push({ ...post, ref });
  return ref;
}

function begin(plan: PostPlan, { date }: PostPlanFacts, post: PostFact, unitId: number, deputy: boolean): number {
  const { id: _, ...row } = post;
  const begun = post.validFrom < date;
  return add(plan, {
    ...row,
    unitId,
    deputy: post.deputy || deputy,
    // a post that was yet to begin begins elsewhere, under the address it has
    publicId: begun ? null : post.publicId,
    lineage: begun ? (post.lineage ?? post.publicId) : post.lineage,
    validFrom: begun ? date : post.validFrom,
  });
}

/** A deputy's post for those who held the same post as its keeper. */
function beginBeside(plan: PostPlan, facts: PostPlanFacts, post: PostFact, unitId: number): number {
  const ref = begin(plan, facts, post, unitId, true);
  const planned = plan.posts[ref];
  if (planned) planned.publicId = null;
  return ref;
}

/** What was held until the day stays with the post that ended; what goes on, or begins later, is with the one that begins. */
function moveOn(
  plan: PostPlan,
  { date, document }: PostPlanFacts,
  posting: PostingRow,
  ended: number | null,
  begun: number | null,
): undefined {
  plan.retractedPostings.push(posting.id);
  const { id: _, postId: __, staffCode: ___, ...row } = posting;
  const goesOn = posting.validTo === null || posting.validTo > date;
  if (posting.validFrom < date && ended !== null) {
    const until = goesOn ? { validTo: date, endReason: REORGANISED } : {};
    plan.postings.push({ ...row, ...until, post: ended });
  }
  if (!goesOn || begun === null) return;
  const began = posting.validFrom < date;
  plan.postings.push({
    ...row,
    post: begun,
    publicId: began ? null : posting.publicId,
    validFrom: began ? date : posting.validFrom,
    heldSince: began ? (posting.heldSince ?? posting.validFrom) : posting.heldSince,
    decision: began ? (document ?? posting.decision) : posting.decision,
  });
}

function settleFocal(
  plan: PostPlan,
  facts: PostPlanFacts,
  heir: number,
  arrivals: readonly PostFact[],
  own: readonly PostFact[],
  postingsOf: ReadonlyMap<number, PostingRow[]>,
): undefined {
  const { date } = facts;
  const posts = [...own, ...arrivals];
  const onTheDay = (post: PostFact) =>
    (postingsOf.get(post.id) ?? []).filter(
      (posting) =>
        posting.kind !== "acting" && posting.validFrom <= date && (posting.validTo === null || posting.validTo > date),
    );
  const candidates = posts.flatMap(onTheDay);
  const keeper = keeperOf(plan, facts, heir, candidates, own.flatMap(onTheDay));
  plan.focal.push({ unitId: heir, candidates, keeper });
  const isHeld = (post: PostFact) => onTheDay(post).length > 0;
  // the one post that stays: the keeper's, else one that is vacant, else a new one
  const staying = keeper
    ? posts.find((post) => post.id === keeper.postId)
    : (own.find((post) => !isHeld(post)) ?? arrivals.find((post) => !isHeld(post)));
  for (const post of posts) {
    const postings = postingsOf.get(post.id) ?? [];
    const isOwn = post.unitId === heir;
    if (post !== staying) {
      const goesOn = postings.some((posting) => posting.validTo === null || posting.validTo > date);
      // nobody is in it and nobody will be: one post of the kind is enough
      carry(plan, facts, post, postings, goesOn ? heir : null, goesOn);
      continue;
    }
    const besides = postings.filter(
      (posting) => posting !== keeper && keeper !== null && clashes(posting, keeper, date),
    );
    const kept = postings.filter((posting) => !besides.includes(posting));
    if (isOwn && besides.length === 0) continue;
    if (isOwn) {
      const deputyPost = beginBeside(plan, facts, post, heir);
      const { id: _, ...row } = post;
      // the post goes on as it is, under a row of this change, so that what is led away from it can be told apart
      plan.retractedPosts.push(post.id);
      const same = add(plan, row);
      for (const posting of besides) moveOn(plan, facts, posting, same, deputyPost);
      for (const posting of kept) stay(plan, posting, same);
      continue;
    }
    const ended = retract(plan, facts, post);
    const begun = begin(plan, facts, post, heir, false);
    plan.ways.push({ post, unitId: heir, becomesDeputy: false });
    for (const posting of kept) moveOn(plan, facts, posting, ended, begun);
    if (besides.length === 0) continue;
    const deputyPost = beginBeside(plan, facts, post, heir);
    for (const posting of besides) moveOn(plan, facts, posting, ended, deputyPost);
  }
  if (!staying) {
    const [like] = posts;
    if (like) add(plan, vacantLike(like, heir, date));
  }
}

function stay(plan: PostPlan, posting: PostingRow, post: number): undefined {
  plan.retractedPostings.push(posting.id);
  const { id: _, postId: __, staffCode: ___, ...row } = posting;
  plan.postings.push({ ...row, post });
}

function vacantLike(post: PostFact, unitId: number, date: CivilDate): Omit<PlannedPost, "ref"> {
  const { position, oneStop } = post;
  return { publicId: null, unitId, position, oneStop, deputy: false, lineage: null, validFrom: date, validTo: null };
}

/** Held by someone else at the same time as the keeper, from the day on; whoever stands in for the holder stays with the post. */
function clashes(posting: PostingRow, keeper: PostingRow, date: CivilDate): boolean {
  if (posting.kind === "acting" || (posting.validTo !== null && posting.validTo <= date)) return false;
  return spansOverlap(posting, { validFrom: date, validTo: keeper.validTo });
}

/** Named for it; where nobody is named, the heir's own holder, else the only candidate. */
function keeperOf(
  plan: PostPlan,
  { rule, unitOfKey }: PostPlanFacts,
  heir: number,
  candidates: readonly PostingRow[],
  own: readonly PostingRow[],
): PostingRow | null {
  const named = Object.entries(rule?.focal ?? {}).find(([key]) => unitOfKey(key) === heir);
  if (named) {
    const [, staffCode] = named;
    const keeper = candidates.find((posting) => posting.staffCode === staffCode);
    if (staffCode !== null && !keeper) plan.unknownHolders.push({ unitId: heir, staffCode });
    return keeper ?? null;
  }
  const standing = own.length > 0 ? own : candidates;
  return standing.length === 1 ? (standing[0] ?? null) : null;
}

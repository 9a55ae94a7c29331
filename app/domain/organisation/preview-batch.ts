import { bestCertificate, type CertificateFacts } from "~/domain/certification/certificate-status";
import type { Role } from "~/domain/permissions/role";
import type { Bilingual } from "~/domain/text/bilingual";
import { addDays, holdsOn, type Span } from "~/domain/time/civil-date";
import type { ActProblem } from "./act-problem";
import type { Batch } from "./acts";
import type {
  BatchPreview,
  FocalCertificate,
  FocalChoice,
  FocalLeft,
  PersonRef,
  PostMove,
  UnitRef,
} from "./batch-preview";
import { areaChanges, levelChanges, unitChanges } from "./compare-organisations";
import { unitsEndedBy } from "./ended-units";
import { type OrganisationAsOf, unitsAsOf } from "./organisation-as-of";
import type { OrganisationFacts } from "./organisation-facts";
import type { PostFact, PostingRow, PostPlan } from "./post-plan";

/** Someone's place in an affected unit. */
export interface Presence extends Span {
  postingId: number;
  personId: number;
  unitId: number;
}

/** All that a preview is made of. */
export interface PreviewFacts {
  batch: Batch;
  basis: string;
  before: OrganisationFacts;
  after: OrganisationFacts;
  problems: ActProblem[];
  ending: ReadonlyMap<number, readonly number[]>;
  plan: PostPlan;
  /** the posts that the plan concerns, with their postings */
  posts: readonly PostFact[];
  postings: readonly PostingRow[];
  focalPositions: ReadonlySet<string>;
  /** ids of units that have to have a focal point on the day */
  asksForFocal(organisation: OrganisationAsOf): ReadonlySet<number>;
  persons: ReadonlyMap<number, PersonRef>;
  /** postings in force of the units that end and of those that take over */
  presences: readonly Presence[];
  /** who has a post elsewhere on the day */
  elsewhere: ReadonlySet<number>;
  /** null: no programme for focal points */
  certificates: { of(personId: number): readonly CertificateFacts[]; renewalWindowDays: number } | null;
  /** assignment rules with the public ids of the units they name */
  rules: readonly { key: string; title: Bilingual; units: readonly string[] }[];
  grants: readonly { publicId: string; role: Role; personId: number; unitId: number; carried: boolean; own: boolean }[];
  open: BatchPreview["open"];
}

/** What a batch would do, for people to read before it is done. */
export function previewBatch(facts: PreviewFacts): BatchPreview {
  const { batch, basis, problems } = facts;
  const base = { date: batch.date, basis, problems };
  if (problems.length > 0) return { ...base, ...NOTHING };
  const then = unitsAsOf(facts.before, addDays(batch.date, -1));
  const now = unitsAsOf(facts.after, batch.date);
  const nameUnit = (unitId: number): UnitRef => {
    const unit = now.byId.get(unitId) ?? then.byId.get(unitId) ?? unitsAsOf(facts.before, batch.date).byId.get(unitId);
    return { key: unit?.key ?? "", publicId: unit?.publicId || null, name: unit?.name ?? { vi: "", en: "" } };
  };
  const heads = headCounts(facts, nameUnit);
  const ways = facts.plan.ways.map((way) => postMove(facts, way, nameUnit));
  return {
    ...base,
    units: unitChanges(facts.before, facts.after, batch.date, facts.ending, nameUnit),
    levels: levelChanges(facts.before, facts.after, batch.date),
    areas: areaChanges(facts.before, facts.after, batch.date),
    ...heads,
    ending: [...facts.ending].map(([unitId, heirs]) => {
      const unit = nameUnit(unitId);
      const posts = ways.filter((post) => post.from.key === unit.key);
      return { act: actEnding(batch, unit.key), unit, heirs: heirs.map(nameUnit), posts };
    }),
    focalChoices: facts.plan.focal.map((outcome) => focalChoice(facts, outcome, nameUnit)),
    focalLeft: focalLeft(facts, now, nameUnit),
    leftWithoutPost: leftWithoutPost(facts, nameUnit),
    vacantPosts: ways.filter((way) => way.to !== null && way.holders.length === 0).length,
    rules: rulesNaming(facts, nameUnit),
    grants: facts.grants.map(({ publicId, role, personId, unitId, carried, own }) => ({
      publicId,
      role,
      person: personOf(facts, personId),
      unit: nameUnit(unitId),
      carriedTo: carried ? (facts.ending.get(unitId) ?? []).map(nameUnit) : [],
      own,
    })),
    open: facts.open,
  };
}

const NOTHING: Omit<BatchPreview, "date" | "basis" | "problems"> = {
  units: [],
  levels: [],
  areas: [],
  headCounts: [],
  people: { before: 0, after: 0 },
  ending: [],
  focalChoices: [],
  focalLeft: [],
  leftWithoutPost: [],
  vacantPosts: 0,
  rules: [],
  grants: [],
  open: { people: 0, manual: 0, extensions: 0, enrolments: 0 },
};

type NameUnit = (unitId: number) => UnitRef;

function personOf({ persons }: PreviewFacts, personId: number): PersonRef {
  return persons.get(personId) ?? { publicId: "", staffCode: "", name: "" };
}

function actEnding({ acts }: Batch, key: string): number {
  return acts.findIndex((act) => unitsEndedBy(act).includes(key));
}

function headCounts(facts: PreviewFacts, nameUnit: NameUnit): Pick<BatchPreview, "headCounts" | "people"> {
  const { batch, plan, presences, ending } = facts;
  const eve = addDays(batch.date, -1);
  const before = new Map<number, Set<number>>();
  const after = new Map<number, Set<number>>();
  const put = (counts: Map<number, Set<number>>, unitId: number, personId: number) => {
    const people = counts.get(unitId) ?? new Set();
    counts.set(unitId, people.add(personId));
  };
  const retracted = new Set(plan.retractedPostings);
  for (const presence of presences) {
    if (holdsOn(presence, eve)) put(before, presence.unitId, presence.personId);
    if (!retracted.has(presence.postingId) && holdsOn(presence, batch.date)) {
      put(after, presence.unitId, presence.personId);
    }
  }
  for (const posting of plan.postings) {
    const post = plan.posts[posting.post];
    if (post && holdsOn(posting, batch.date)) put(after, post.unitId, posting.personId);
  }
  const affected = new Set([...ending.keys(), ...[...ending.values()].flat()]);
  const all = (counts: Map<number, Set<number>>) => new Set([...counts.values()].flatMap((people) => [...people])).size;
  return {
    headCounts: [...affected].map((unitId) => ({
      unit: nameUnit(unitId),
      before: before.get(unitId)?.size ?? 0,
      after: after.get(unitId)?.size ?? 0,
    })),
    people: { before: all(before), after: all(after) },
  };
}

function postMove(facts: PreviewFacts, { post, unitId, becomesDeputy }: PostPlan["ways"][number], nameUnit: NameUnit) {
  const { date } = facts.batch;
  const move: PostMove = {
    publicId: post.publicId,
    position: post.position,
    oneStop: post.oneStop,
    deputy: post.deputy,
    focal: !post.deputy && facts.focalPositions.has(post.position),
    from: nameUnit(post.unitId),
    to: unitId === null ? null : nameUnit(unitId),
    becomesDeputy,
    holders: postingsOf(facts, post.id)
      .filter((posting) => posting.validTo === null || posting.validTo > date)
      .map((posting) => ({
        person: personOf(facts, posting.personId),
        kind: posting.kind,
        since: posting.heldSince ?? posting.validFrom,
        until: posting.validTo,
        future: posting.validFrom > date,
      })),
  };
  return move;
}

const byPost = new WeakMap<readonly PostingRow[], Map<number, PostingRow[]>>();

function postingsOf({ postings }: PreviewFacts, postId: number): readonly PostingRow[] {
  let groups = byPost.get(postings);
  if (!groups) {
    groups = new Map();
    for (const posting of postings) groups.set(posting.postId, [...(groups.get(posting.postId) ?? []), posting]);
    byPost.set(postings, groups);
  }
  return groups.get(postId) ?? [];
}

function focalChoice(
  facts: PreviewFacts,
  { unitId, candidates, keeper }: PostPlan["focal"][number],
  nameUnit: NameUnit,
): FocalChoice {
  const { certificates, batch } = facts;
  const unitOfPost = new Map(facts.posts.map((post) => [post.id, post.unitId]));
  return {
    unit: nameUnit(unitId),
    keeper: keeper && personOf(facts, keeper.personId),
    candidates: candidates.map((posting) => {
      const held = certificates?.of(posting.personId) ?? [];
      const best = certificates && bestCertificate(held, batch.date, certificates.renewalWindowDays);
      const status = best?.status === "not-yet" ? null : best?.status;
      const certificate: FocalCertificate | null = certificates ? (status ?? "none") : null;
      const from = nameUnit(unitOfPost.get(posting.postId) ?? 0);
      return {
        person: personOf(facts, posting.personId),
        from,
        certificate,
        until: best?.certificate.validUntil ?? null,
      };
    }),
  };
}

/** Units that take over or begin, ask for a focal point, and have none or several on the day. */
function focalLeft(facts: PreviewFacts, now: OrganisationAsOf, nameUnit: NameUnit): FocalLeft[] {
  const { plan, batch, posts, focalPositions } = facts;
  const asked = facts.asksForFocal(now);
  const known = new Set(facts.before.units.map((unit) => unit.id));
  const taking = new Set([...facts.ending.values()].flat());
  const retracted = new Set(plan.retractedPostings);
  const holders = new Map<number, Set<number>>();
  const count = (unitId: number, posting: Span & { kind: string; personId: number }) => {
    if (posting.kind === "acting" || !holdsOn(posting, batch.date)) return;
    holders.set(unitId, (holders.get(unitId) ?? new Set()).add(posting.personId));
  };
  const isFocal = (post: { deputy: boolean; position: string }) => !post.deputy && focalPositions.has(post.position);
  for (const post of posts.filter(isFocal)) {
    for (const posting of postingsOf(facts, post.id)) if (!retracted.has(posting.id)) count(post.unitId, posting);
  }
  for (const posting of plan.postings) {
    const post = plan.posts[posting.post];
    if (post && isFocal(post)) count(post.unitId, posting);
  }
  return [...asked]
    .filter((unitId) => taking.has(unitId) || !known.has(unitId))
    .flatMap((unitId) => {
      const size = holders.get(unitId)?.size ?? 0;
      return size === 1 ? [] : [{ unit: nameUnit(unitId), state: size === 0 ? "vacant" : "duplicate" } as const];
    });
}

function leftWithoutPost(facts: PreviewFacts, nameUnit: NameUnit): BatchPreview["leftWithoutPost"] {
  const { batch, plan, elsewhere } = facts;
  const staying = new Set(plan.postings.filter((posting) => holdsOn(posting, batch.date)).map((row) => row.personId));
  const retracted = new Set(plan.retractedPostings);
  for (const presence of facts.presences) {
    if (!retracted.has(presence.postingId) && holdsOn(presence, batch.date)) staying.add(presence.personId);
  }
  const posts = new Map(facts.posts.map((post) => [post.id, post]));
  const seen = new Set<number>();
  return facts.postings.flatMap((posting) => {
    const post = posts.get(posting.postId);
    const lost =
      post !== undefined &&
      facts.ending.has(post.unitId) &&
      holdsOn(posting, addDays(batch.date, -1)) &&
      (posting.validTo === null || posting.validTo > batch.date);
    const { personId } = posting;
    if (!lost || staying.has(personId) || elsewhere.has(personId) || seen.has(personId)) return [];
    seen.add(personId);
    return [{ person: personOf(facts, personId), unit: nameUnit(post.unitId), position: post.position }];
  });
}

function rulesNaming(facts: PreviewFacts, nameUnit: NameUnit): BatchPreview["rules"] {
  const ending = new Map(
    facts.before.units.filter(({ id }) => facts.ending.has(id)).map((unit) => [unit.publicId, unit]),
  );
  return facts.rules.flatMap(({ key, title, units }) =>
    units.flatMap((publicId) => {
      const unit = ending.get(publicId);
      if (!unit) return [];
      return [{ key, title, unit: nameUnit(unit.id), heirs: (facts.ending.get(unit.id) ?? []).map(nameUnit) }];
    }),
  );
}

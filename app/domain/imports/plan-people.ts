import type { EndReason, PostingKind } from "~/domain/people/people-batch";
import type { PersonnelAct } from "~/domain/people/personnel-acts";
import type { PostFact } from "~/domain/people/personnel-facts";
import { type CivilDate, holdsOn, type Span, spansOverlap } from "~/domain/time/civil-date";
import { BEYOND_THE_FILE, type Changed, type Outcome } from "./outcome";
import type { Held, PeopleView } from "./people-view";
import { personActs } from "./person-changes";
import type { ResolvedRow } from "./resolve-rows";

/** What is said of a posting that stands in the area of a full list and not in the list. */
export interface FullList {
  unitIds: ReadonlySet<number>;
  endReason: EndReason;
}

/** One row of the result before the rules of people have judged it. */
export interface Planned {
  number: number;
  outcome: Outcome;
  code: string;
  name: string;
  changes: Changed[];
  acts: PersonnelAct[];
}

export interface Plan {
  rows: Planned[];
  /** in the order in which they can be carried out, each with the row it comes from */
  acts: { act: PersonnelAct; row: number }[];
  ends: number;
  newPeople: number;
}

/** What is done first: names, then whatever ends, then what is put right, then what begins. */
const ORDER: Record<PersonnelAct["act"], number> = {
  register: 0,
  rename: 0,
  "change-details": 0,
  "correct-posting": 1,
  "end-posting": 2,
  "flag-post": 3,
  "create-post": 4,
  appoint: 4,
  "close-post": 5,
  "be-absent": 5,
  return: 5,
};

/**
 * Works out what rows would do: each is the posting on record that it speaks of, one that takes its place, or a new one.
 * `spared`: people of whom a row was refused; nothing of theirs ends for not being in the list.
 */
export function planPeople(
  rows: readonly ResolvedRow[],
  view: PeopleView,
  effective: CivilDate,
  full: FullList | null,
  spared: ReadonlySet<string>,
): Plan {
  const used = new Set<Held>();
  const begins: { row: ResolvedRow; planned: Planned; kind: PostingKind; instead: Held | null }[] = [];
  const planned: Planned[] = [];
  let newPeople = 0;
  for (const [code, ofPerson] of byPerson(rows)) {
    const person = view.person(code);
    const matches = new Map(
      ofPerson.map((row) => [row, matchOf(row, person ? view.postings(person.id) : [], used, effective)]),
    );
    for (const [index, row] of ofPerson.entries()) {
      const changes: Changed[] = [];
      const acts: PersonnelAct[] = [];
      if (index === 0) {
        const about = personActs(ofPerson, view, effective);
        changes.push(...about.changes);
        acts.push(...about.acts);
        if (!person) newPeople += 1;
      }
      const each: Planned = { number: row.number, outcome: "unchanged", code, name: row.fullName, changes, acts };
      planned.push(each);
      const match = matches.get(row);
      if (match) continueIn(row, match, each, effective);
      else {
        const kind = row.kind ?? "primary";
        const date = row.from ?? effective;
        const instead = kind === "primary" && person ? primaryOn(view.postings(person.id), used, date) : null;
        if (instead) used.add(instead);
        begins.push({ row, planned: each, kind, instead });
      }
      if (each.outcome === "unchanged" && changes.length > 0) each.outcome = "changed";
    }
  }
  const places = new Places(view);
  for (const { row, planned: each, instead } of begins) {
    if (!instead) continue;
    const on = row.from ?? effective;
    each.acts.push({ act: "end-posting", posting: instead.posting.publicId, on, reason: "transfer" });
    places.leave(instead, on);
  }
  for (const held of full ? missing(view, effective, full, used, spared) : []) {
    planned.push(endOf(held, view, effective, full?.endReason ?? "end-of-term"));
    places.leave(held, effective);
  }
  for (const { row, planned: each, kind, instead } of begins) {
    begin(row, kind, instead, each, places, effective);
  }
  const acts = planned
    .flatMap((each) => each.acts.map((act) => ({ act, row: each.number })))
    .map((entry, index) => ({ entry, index }))
    .sort((a, b) => ORDER[a.entry.act.act] - ORDER[b.entry.act.act] || a.index - b.index)
    .map(({ entry }) => entry);
  return { rows: planned, acts, ends: acts.filter(({ act }) => act.act === "end-posting").length, newPeople };
}

function byPerson(rows: readonly ResolvedRow[]): Map<string, ResolvedRow[]> {
  const people = new Map<string, ResolvedRow[]>();
  for (const row of rows) people.set(row.staffCode, [...(people.get(row.staffCode) ?? []), row]);
  return people;
}

/** The posting on record that a row speaks of: same place, same kind where the row says one, at the same time. */
function matchOf(row: ResolvedRow, postings: readonly Held[], used: Set<Held>, effective: CivilDate): Held | null {
  const span: Span = { validFrom: row.from ?? effective, validTo: row.until };
  const candidates = postings.filter(
    (held) =>
      !used.has(held) &&
      held.post.unitId === row.unitId &&
      held.post.position === row.positionKey &&
      (row.kind === null || held.posting.kind === row.kind) &&
      (spansOverlap(held.posting, span) || held.since === row.from),
  );
  const match =
    candidates.find(({ since }) => since === row.from) ??
    candidates.find(({ posting }) => holdsOn(posting, span.validFrom)) ??
    candidates[0];
  if (match) used.add(match);
  return match ?? null;
}

function primaryOn(postings: readonly Held[], used: Set<Held>, date: CivilDate): Held | null {
  return (
    postings.find((held) => !used.has(held) && held.posting.kind === "primary" && holdsOn(held.posting, date)) ?? null
  );
}

/** A posting that goes on: what the row says otherwise is put right. */
function continueIn(row: ResolvedRow, { posting, post, since }: Held, planned: Planned, effective: CivilDate): void {
  const { changes, acts } = planned;
  const correction: { decision?: string; from?: CivilDate; until?: CivilDate } = {};
  if (row.decision !== null && row.decision !== posting.decision) {
    changes.push({ field: "decision", before: posting.decision, after: row.decision });
    correction.decision = row.decision;
  }
  if (row.from !== null && row.from !== since) {
    changes.push({ field: "from", before: since, after: row.from });
    correction.from = row.from;
  }
  const ends = row.until !== null && row.until !== posting.validTo;
  if (ends) changes.push({ field: "until", before: posting.validTo, after: row.until });
  if (ends && posting.validTo !== null) correction.until = row.until ?? undefined;
  if (Object.keys(correction).length > 0)
    acts.push({ act: "correct-posting", posting: posting.publicId, ...correction });
  if (ends && posting.validTo === null && row.until !== null) {
    planned.outcome = "ended";
    acts.push({ act: "end-posting", posting: posting.publicId, on: row.until, reason: "end-of-term" });
  }
  const oneStop = row.oneStop ?? post.oneStop;
  const deputy = row.deputy ?? post.deputy;
  if (oneStop === post.oneStop && deputy === post.deputy) return;
  if (oneStop !== post.oneStop)
    changes.push({ field: "oneStop", before: String(post.oneStop), after: String(oneStop) });
  if (deputy !== post.deputy) changes.push({ field: "deputy", before: String(post.deputy), after: String(deputy) });
  const on = posting.validFrom > effective ? posting.validFrom : effective;
  acts.push({ act: "flag-post", post: post.publicId, oneStop, deputy, on });
}

function begin(
  row: ResolvedRow,
  kind: PostingKind,
  instead: Held | null,
  planned: Planned,
  places: Places,
  effective: CivilDate,
): void {
  const { changes, acts } = planned;
  const from = row.from ?? effective;
  planned.outcome = instead ? "moved" : "new";
  const before = instead?.post;
  if (before?.unitId !== row.unitId) {
    changes.push({ field: "unit", before: before ? String(before.unitId) : null, after: String(row.unitId) });
  }
  if (before?.position !== row.positionKey) {
    changes.push({ field: "position", before: before?.position ?? null, after: row.positionKey });
  }
  if (kind !== "primary") changes.push({ field: "kind", before: null, after: kind });
  if (row.oneStop) changes.push({ field: "oneStop", before: null, after: "true" });
  if (row.deputy) changes.push({ field: "deputy", before: null, after: "true" });
  changes.push({ field: "from", before: null, after: from });
  if (row.until) changes.push({ field: "until", before: null, after: row.until });
  if (row.decision) changes.push({ field: "decision", before: null, after: row.decision });
  const span: Span = { validFrom: from, validTo: row.until };
  const free = places.free(row, span);
  const post = free?.publicId ?? `import-${row.number}`;
  if (free) places.take(free, span);
  else {
    const flags = { oneStop: row.oneStop ?? false, deputy: row.deputy ?? false };
    const place = { unitId: row.unitId, position: row.positionKey };
    acts.push({ act: "create-post", ref: post, ...place, ...flags, from, until: null });
  }
  acts.push({ act: "appoint", person: row.staffCode, post, kind, from, until: row.until, decision: row.decision });
}

/** Who holds a post in the area of the list on its day, is not in the list, and has no end set already. */
function missing(
  view: PeopleView,
  effective: CivilDate,
  { unitIds }: FullList,
  used: ReadonlySet<Held>,
  spared: ReadonlySet<string>,
): Held[] {
  return view
    .openOn(effective)
    .filter(
      (held) => unitIds.has(held.post.unitId) && !used.has(held) && !spared.has(view.staffCode(held.posting.personId)),
    );
}

function endOf({ posting, post }: Held, view: PeopleView, on: CivilDate, reason: EndReason): Planned {
  return {
    number: BEYOND_THE_FILE + posting.id,
    outcome: "ended",
    code: view.staffCode(posting.personId),
    name: view.name(posting.personId)?.fullName ?? "",
    changes: [
      { field: "unit", before: String(post.unitId), after: null },
      { field: "position", before: post.position, after: null },
      { field: "until", before: null, after: on },
    ],
    acts: [{ act: "end-posting", posting: posting.publicId, on, reason }],
  };
}

/** Which posts are free, as the plan goes on. */
class Places {
  private readonly spans = new Map<number, Span[]>();

  constructor(private readonly view: PeopleView) {}

  leave({ posting, post }: Held, on: CivilDate): void {
    const holders = this.view.holders(post.id);
    const known = this.spansOf(post.id);
    const index = holders.indexOf(posting);
    if (index >= 0) known[index] = { validFrom: posting.validFrom, validTo: on };
  }

  take(post: PostFact, span: Span): void {
    this.spansOf(post.id).push(span);
  }

  /** A post of the place that nobody holds at any time of the span, and whose flags are those of the row. */
  free({ unitId, positionKey, oneStop, deputy }: ResolvedRow, span: Span): PostFact | undefined {
    return this.view
      .posts(unitId, positionKey)
      .find(
        (post) =>
          post.validFrom <= span.validFrom &&
          (post.validTo === null || (span.validTo !== null && span.validTo <= post.validTo)) &&
          (oneStop === null || oneStop === post.oneStop) &&
          (deputy ?? false) === post.deputy &&
          !this.spansOf(post.id).some((held) => spansOverlap(held, span)),
      );
  }

  private spansOf(postId: number): Span[] {
    const known =
      this.spans.get(postId) ?? this.view.holders(postId).map(({ validFrom, validTo }) => ({ validFrom, validTo }));
    this.spans.set(postId, known);
    return known;
  }
}

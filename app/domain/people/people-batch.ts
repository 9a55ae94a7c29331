import { type CivilDate, type Span, spansOverlap } from "~/domain/time/civil-date";

/** công chức | viên chức | người lao động | cộng tác viên */
export const EMPLOYMENTS = ["civil-servant", "public-employee", "contract", "collaborator"] as const;
export type Employment = (typeof EMPLOYMENTS)[number];

export const POSTING_KINDS = ["primary", "concurrent", "acting"] as const;
export type PostingKind = (typeof POSTING_KINDS)[number];

/** Why a posting ended. */
export const END_REASONS = [
  "reorganisation",
  "transfer",
  "retirement",
  "resignation",
  "end-of-term",
  "dismissal",
  "other",
] as const;
export type EndReason = (typeof END_REASONS)[number];

export interface NewPerson {
  staffCode: string;
  employment: Employment;
  workEmail: string | null;
  workPhone: string | null;
  /** one after another, the first from before anything else is said of the person */
  names: readonly (Span & { fullName: string })[];
}

/** A place in a unit's establishment; `ref` names it within the batch. */
export interface NewPost extends Span {
  ref: string;
  unitId: number;
  /** key of positions.yaml */
  position: string;
  oneStop: boolean;
  deputy: boolean;
}

export interface NewPosting extends Span {
  staffCode: string;
  post: string;
  kind: PostingKind;
  decision: string | null;
  endReason: EndReason | null;
}

/** People, posts and who holds them, recorded together. */
export interface PeopleBatch {
  persons: readonly NewPerson[];
  posts: readonly NewPost[];
  postings: readonly NewPosting[];
}

export type PeopleProblemCode =
  | "duplicate-staff-code"
  | "duplicate-email"
  | "duplicate-post"
  | "no-name"
  | "overlapping-names"
  | "unknown-person"
  | "unknown-post"
  | "end-before-start"
  | "post-outside-unit"
  | "posting-outside-post"
  | "posting-before-name"
  | "overlapping-primary";

export interface PeopleProblem {
  code: PeopleProblemCode;
  params: Record<string, string>;
}

/** What is wrong within a batch and against the spans for which the units exist; empty: it can be recorded. */
export function checkPeopleBatch(
  batch: PeopleBatch,
  existences: readonly (Span & { unitId: number })[],
): PeopleProblem[] {
  return [...personProblems(batch.persons), ...postProblems(batch.posts, existences), ...postingProblems(batch)];
}

function personProblems(persons: readonly NewPerson[]): PeopleProblem[] {
  const emails = persons.flatMap((person) => (person.workEmail === null ? [] : [person.workEmail]));
  return [
    ...repeated(persons.map((person) => person.staffCode)).map((person) => problem("duplicate-staff-code", { person })),
    ...repeated(emails).map((email) => problem("duplicate-email", { email })),
    ...persons.flatMap(({ staffCode: person, names }) => [
      ...(names.length === 0 ? [problem("no-name", { person })] : []),
      ...(names.some(isEmpty) ? [problem("end-before-start", { person })] : []),
      ...(anyOverlap(names) ? [problem("overlapping-names", { person })] : []),
    ]),
  ];
}

function postProblems(posts: readonly NewPost[], existences: readonly (Span & { unitId: number })[]): PeopleProblem[] {
  const existenceOf = new Map(existences.map((existence) => [existence.unitId, existence]));
  return [
    ...repeated(posts.map((post) => post.ref)).map((post) => problem("duplicate-post", { post })),
    ...posts.flatMap((post) => [
      ...(isEmpty(post) ? [problem("end-before-start", { post: post.ref })] : []),
      ...(contains(existenceOf.get(post.unitId), post) ? [] : [problem("post-outside-unit", { post: post.ref })]),
    ]),
  ];
}

function postingProblems({ persons, posts, postings }: PeopleBatch): PeopleProblem[] {
  const postOf = new Map(posts.map((post) => [post.ref, post]));
  const personOf = new Map(persons.map((person) => [person.staffCode, person]));
  const problems = postings.flatMap((posting) => {
    const params = { person: posting.staffCode, post: posting.post };
    const person = personOf.get(posting.staffCode);
    const post = postOf.get(posting.post);
    if (!person) return [problem("unknown-person", params)];
    if (!post) return [problem("unknown-post", params)];
    if (isEmpty(posting)) return [problem("end-before-start", params)];
    if (!contains(post, posting)) return [problem("posting-outside-post", params)];
    return person.names.some((name) => name.validFrom <= posting.validFrom)
      ? []
      : [problem("posting-before-name", params)];
  });
  const primaryOf = new Map<string, NewPosting[]>(persons.map((person) => [person.staffCode, []]));
  for (const posting of postings) if (posting.kind === "primary") primaryOf.get(posting.staffCode)?.push(posting);
  const overlapping = [...primaryOf]
    .filter(([, spans]) => anyOverlap(spans))
    .map(([person]) => problem("overlapping-primary", { person }));
  return [...problems, ...overlapping];
}

function problem(code: PeopleProblemCode, params: Record<string, string>): PeopleProblem {
  return { code, params };
}

function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return [...new Set(values.filter((value) => seen.has(value) || !seen.add(value)))];
}

function isEmpty(span: Span): boolean {
  return span.validTo !== null && span.validTo <= span.validFrom;
}

function contains(outer: Span | undefined, inner: Span): boolean {
  return outer !== undefined && outer.validFrom <= inner.validFrom && endsBy(inner.validTo, outer.validTo);
}

function endsBy(end: CivilDate | null, limit: CivilDate | null): boolean {
  return limit === null || (end !== null && end <= limit);
}

function anyOverlap(spans: readonly Span[]): boolean {
  return spans.some((span, index) => spans.slice(index + 1).some((other) => spansOverlap(span, other)));
}

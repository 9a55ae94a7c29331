import type { Evidence } from "~/domain/competency/standing";
import type { DueExtension, ManualAssignment, Waiver } from "~/domain/enrolment/duties";
import { type CivilDate, holdsOn, type Span } from "~/domain/time/civil-date";
import type { StaffCertificate, StaffMember, StaffPosting, VacantPost } from "./workforce";

/** All that reports know of one person, over all time. It never changes: whatever is recorded makes a new one. */
export interface PersonFacts {
  id: number;
  publicId: string;
  staffCode: string;
  names: (Span & { fullName: string; sortKey: string })[];
  employments: (Span & { employment: string | null })[];
  /** the primary one first */
  postings: StaffPosting[];
  certificates: StaffCertificate[];
  evidence: Evidence[];
  manual: ManualAssignment[];
  waivers: Waiver[];
  extensions: DueExtension[];
  absences: Span[];
  eligible: { programme: string; onDate: CivilDate }[];
}

/**
 * The person as a report of a date knows them, with the posts that hold on it and are in scope. Null: there is no such post, or no
 * name is known by then.
 */
export function memberOn(
  facts: PersonFacts,
  asOf: CivilDate,
  inScope: (unitId: number) => boolean = () => true,
): StaffMember | null {
  const postings = facts.postings.filter((posting) => holdsOn(posting, asOf) && inScope(posting.unitId));
  if (postings.length === 0) return null;
  const name = facts.names.find((each) => holdsOn(each, asOf));
  if (!name) return null;
  const { publicId, staffCode } = facts;
  return {
    publicId,
    staffCode,
    fullName: name.fullName,
    sortKey: name.sortKey,
    postings,
    certificates: kept(facts.certificates, ({ issuedOn }) => issuedOn <= asOf),
    evidence: kept(facts.evidence, (proof) => holdsOn(proof, asOf)),
    manual: kept(facts.manual, ({ since }) => since <= asOf),
    waivers: kept(facts.waivers, (waiver) => holdsOn(waiver, asOf)),
    extensions: kept(facts.extensions, ({ since }) => since <= asOf),
    absences: kept(facts.absences, ({ validFrom }) => validFrom <= asOf),
    employment: facts.employments.find((each) => holdsOn(each, asOf))?.employment ?? null,
    eligible: kept(facts.eligible, ({ onDate }) => onDate <= asOf),
  };
}

/** The list itself where all of it is kept: of most people most lists are, and thousands of copies would say the same. */
function kept<T>(list: T[], keep: (each: T) => boolean): T[] {
  return list.every(keep) ? list : list.filter(keep);
}

/** A place in the establishment over its time, with the times in which somebody held it. */
export interface PostFacts extends Span {
  id: number;
  unitId: number;
  position: string;
  deputy: boolean;
  oneStop: boolean;
  held: Span[];
}

/** The posts that stand on a date and that nobody holds, by unit and position. */
export function vacanciesOn(
  posts: Iterable<PostFacts>,
  asOf: CivilDate,
  inScope: (unitId: number) => boolean,
): VacantPost[] {
  const vacant: PostFacts[] = [];
  for (const post of posts) {
    if (holdsOn(post, asOf) && !post.held.some((term) => holdsOn(term, asOf)) && inScope(post.unitId))
      vacant.push(post);
  }
  return vacant
    .sort((a, b) => a.unitId - b.unitId || (a.position < b.position ? -1 : a.position > b.position ? 1 : a.id - b.id))
    .map(({ unitId, position, deputy, oneStop, validFrom, held }) => {
      const ends = held.flatMap(({ validTo }) => (validTo !== null && validTo <= asOf ? [validTo] : []));
      const last = ends.reduce((latest, end) => (end > latest ? end : latest), "");
      return { unitId, position, deputy, oneStop, since: last === "" ? validFrom : last };
    });
}

import { candidateNumbers, sittingState } from "~/domain/assessment/sitting";
import type { ListedPerson } from "~/domain/people/find-people";
import type { Viewer } from "~/domain/permissions/viewer";
import { standInsOn, subtreesOf } from "~/domain/reporting/unit-selection";
import { civilDateOf, holdsOn, type Instant } from "~/domain/time/civil-date";
import { actingFor } from "../access/acting-for.server";
import { isDuplicate, type Rows, reader, recordChange } from "../database.server";
import { Prisma } from "../generated/client";
import { organisationAsOf, organisationFacts } from "../organisation/organisation-facts.server";
import { peopleDirectory, peoplePresentOn } from "../people/people-directory.server";
import { keptRecord } from "../people/records-of.server";
import { wasRecorded } from "../recorded-acts.server";
import { scopeOf } from "../reporting/scope-units.server";
import { candidateRows, type FoundSitting, findSitting } from "./find-sitting.server";
import { busyElsewhere } from "./sitting-clashes.server";

/** More are no sitting but several. */
export const MOST_CANDIDATES = 500;

/** Whom to add: pasted staff codes; those with a post under a unit; of these only who learns the course and has not passed yet. */
export type CandidateSource =
  | { kind: "codes"; text: string }
  | { kind: "unit"; unit: string }
  | { kind: "needing"; unit: string };

export type NotAdded =
  | "unknown"
  /** of the sitting already */
  | "candidate"
  /** holds this sitting */
  | "invigilator"
  /** is a candidate or invigilator elsewhere at that time */
  | "elsewhere";

export type AddOutcome =
  | { ok: true; added: number; left: { who: string; why: NotAdded }[] }
  | { ok: false; refusal: "not-found" | "ended" | "nobody" | "too-many" };

class Refused extends Error {
  constructor(readonly refusal: "not-found" | "ended" | "too-many") {
    super(refusal);
  }
}

/** Adds people in the viewer's reach to a sitting and numbers its candidates. Who cannot be added is left, and said why. */
export async function addCandidates(
  viewer: Viewer,
  publicId: string,
  source: CandidateSource,
  at: Instant,
  onceKey: string,
): Promise<AddOutcome> {
  const today = civilDateOf(at);
  const sitting = await findSitting(await reader(), viewer, publicId, today);
  if (!sitting?.officer || sitting.candidate) return { ok: false, refusal: "not-found" };
  const { people, unknown } = await peopleOf(viewer, source, sitting.courseId, today);
  const left: { who: string; why: NotAdded }[] = unknown.map((who) => ({ who, why: "unknown" }));
  if (people.length === 0) return left.length > 0 ? { ok: true, added: 0, left } : { ok: false, refusal: "nobody" };
  if (people.length > MOST_CANDIDATES) return { ok: false, refusal: "too-many" };
  const key = `sitting-candidates ${publicId} ${viewer.accountId} ${onceKey}`;
  let added = 0;
  const act = {
    kind: "sitting-candidates-added",
    at,
    actorId: viewer.accountId,
    onBehalfOf: await actingFor(viewer, "manage-exams", [sitting.unitId], today),
    onceKey: key,
  };
  try {
    await recordChange(act, async (rows, changeId) => {
      const still = await openSitting(rows, viewer, publicId, at);
      const known = new Set((await candidateRows(rows, still.id)).map(({ personId }) => personId));
      const busy = await busyElsewhere(
        rows,
        still.id,
        still.plan,
        people.map(({ id }) => id),
      );
      const why = (id: number): NotAdded | null =>
        known.has(id)
          ? "candidate"
          : id === still.plan.invigilatorId
            ? "invigilator"
            : busy.has(id)
              ? "elsewhere"
              : null;
      const fresh = people.filter(({ id }) => why(id) === null);
      for (const person of people) {
        const reason = why(person.id);
        // those of a unit who are on the list already are no news
        if (reason && (reason !== "candidate" || source.kind === "codes")) {
          left.push({ who: nameOf(person, today), why: reason });
        }
      }
      if (known.size + fresh.length > MOST_CANDIDATES) throw new Refused("too-many");
      added = fresh.length;
      await writeNumbers(
        rows,
        changeId,
        still,
        fresh.map(({ id }) => id),
        at,
      );
    });
    return { ok: true, added, left };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    if (isDuplicate(error) && (await wasRecorded(key))) return { ok: true, added: 0, left: [] };
    throw error;
  }
}

export type RemoveOutcome = { ok: true; removed: number } | { ok: false; refusal: "not-found" | "ended" | "nobody" };

/** Takes people off the list who have not begun; the others stay. */
export async function removeCandidates(
  viewer: Viewer,
  publicId: string,
  people: readonly string[],
  at: Instant,
): Promise<RemoveOutcome> {
  const today = civilDateOf(at);
  const sitting = await findSitting(await reader(), viewer, publicId, today);
  if (!sitting?.officer || sitting.candidate) return { ok: false, refusal: "not-found" };
  const { byPublicId } = await peopleDirectory();
  const chosen = new Set(people.flatMap((id) => byPublicId.get(id)?.id ?? []));
  if (chosen.size === 0) return { ok: false, refusal: "nobody" };
  let removed = 0;
  const act = {
    kind: "sitting-candidates-removed",
    at,
    actorId: viewer.accountId,
    onBehalfOf: await actingFor(viewer, "manage-exams", [sitting.unitId], today),
  };
  try {
    await recordChange(act, async (rows, changeId) => {
      const still = await openSitting(rows, viewer, publicId, at);
      const begun = await begunIn(rows, still.id);
      const gone = (await candidateRows(rows, still.id)).filter(
        ({ personId }) => chosen.has(personId) && !begun.has(personId),
      );
      removed = gone.length;
      await rows.sitting_candidate.updateMany({
        where: { id: { in: gone.map(({ id }) => id) } },
        data: { retracted_change: changeId },
      });
      await writeNumbers(rows, changeId, still, [], at);
    });
    return { ok: true, removed };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal === "too-many" ? "ended" : error.refusal };
    throw error;
  }
}

async function openSitting(rows: Rows, viewer: Viewer, publicId: string, now: Instant): Promise<FoundSitting> {
  const sitting = await findSitting(rows, viewer, publicId, civilDateOf(now));
  if (!sitting?.officer) throw new Refused("not-found");
  if (sitting.plan.status !== "planned" || sittingState(sitting.plan, now) === "over") throw new Refused("ended");
  return sitting;
}

/**
 * Numbers ("số báo danh") in the order of names. Until the sitting opens everyone is numbered anew at each change of the list; from
 * then on the numbers that were called out stay, and who comes late gets the next ones.
 */
async function writeNumbers(
  rows: Rows,
  changeId: number,
  sitting: FoundSitting,
  fresh: readonly number[],
  now: Instant,
): Promise<void> {
  const known = await candidateRows(rows, sitting.id);
  const { byId } = await peopleDirectory();
  const toNumber = (personId: number) => ({ personId, sortKey: byId.get(personId)?.lastKey ?? "" });
  const again = sittingState(sitting.plan, now) === "planned";
  const numbers = again
    ? candidateNumbers([...known.map(({ personId }) => personId), ...fresh].map(toNumber))
    : candidateNumbers(fresh.map(toNumber), Math.max(0, ...known.map(({ number }) => Number(number))) + 1);
  const changed = known.filter(({ personId, number }) => numbers.has(personId) && numbers.get(personId) !== number);
  await rows.sitting_candidate.updateMany({
    where: { id: { in: changed.map(({ id }) => id) } },
    data: { retracted_change: changeId },
  });
  await rows.sitting_candidate.createMany({
    data: [...changed.map(({ personId }) => personId), ...fresh].map((personId) => ({
      sitting_id: sitting.id,
      person_id: personId,
      number: numbers.get(personId) ?? "",
      recorded_change: changeId,
    })),
  });
}

async function begunIn(rows: Rows, sittingId: number): Promise<Set<number>> {
  const found = await rows.$queryRaw<{ person_id: bigint }[]>`
    SELECT ${keptRecord("a.person_id")} AS person_id FROM attempt a WHERE a.sitting_id = ${sittingId}
    UNION SELECT ${keptRecord("r.person_id")} FROM paper_entry r WHERE r.sitting_id = ${sittingId} AND r.retracted_change IS NULL`;
  return new Set(found.map(({ person_id }) => Number(person_id)));
}

async function peopleOf(
  viewer: Viewer,
  source: CandidateSource,
  courseId: number,
  today: string,
): Promise<{ people: ListedPerson[]; unknown: string[] }> {
  const scope = await scopeOf(viewer, "manage-exams", today);
  const present = await peoplePresentOn(today);
  const reached = present.filter(({ postings }) => postings.some(({ unitId }) => scope.has(unitId)));
  if (source.kind === "codes") {
    const codes = [
      ...new Set(
        source.text
          .toUpperCase()
          .split(/[\s,;]+/)
          .filter(Boolean),
      ),
    ].slice(0, 2 * MOST_CANDIDATES);
    const byCode = new Map(reached.map(({ person }) => [person.staffCode.toUpperCase(), person]));
    return {
      people: codes.flatMap((code) => byCode.get(code) ?? []),
      unknown: codes.filter((code) => !byCode.has(code)).map((code) => code.slice(0, 40)),
    };
  }
  const [facts, organisation] = await Promise.all([organisationFacts(), organisationAsOf(today)]);
  const unit = facts.units.find(({ publicId, id }) => publicId === source.unit && scope.has(id));
  if (!unit) return { people: [], unknown: [] };
  const below = subtreesOf(organisation, standInsOn(facts, organisation, unit.id));
  const there = reached.filter(({ postings }) => postings.some(({ unitId }) => below.has(unitId) && scope.has(unitId)));
  const needing = source.kind === "needing" ? await stillNeeding(courseId) : null;
  return {
    people: there.map(({ person }) => person).filter(({ id }) => needing === null || needing.has(id)),
    unknown: [],
  };
}

/** Who learns the course and has no passed attempt at its exam. */
async function stillNeeding(courseId: number): Promise<Set<number>> {
  const client = await reader();
  const rows = await client.$queryRaw<{ person_id: bigint }[]>(Prisma.sql`
    SELECT DISTINCT ${keptRecord("r.person_id")} AS person_id FROM enrolment r WHERE r.course_id = ${courseId}
    EXCEPT SELECT ${keptRecord("a.person_id")} FROM attempt a JOIN course_version v ON v.id = a.course_version_id
      JOIN attempt_standing t ON t.attempt_id = a.id WHERE v.course_id = ${courseId} AND t.passed = 1`);
  return new Set(rows.map(({ person_id }) => Number(person_id)));
}

function nameOf(person: ListedPerson, today: string): string {
  const name = person.names.find((each) => holdsOn(each, today)) ?? person.names.at(-1);
  return name ? `${name.fullName} (${person.staffCode})` : person.staffCode;
}

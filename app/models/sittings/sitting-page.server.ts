import { isRunning } from "~/domain/assessment/attempt-acts";
import {
  minutesSchema,
  type SittingMinutes,
  type SittingMode,
  type SittingState,
  sittingState,
} from "~/domain/assessment/sitting";
import type { ListedPerson } from "~/domain/people/find-people";
import type { Viewer } from "~/domain/permissions/viewer";
import { nameAround } from "~/domain/reporting/unit-selection";
import { type CivilDate, civilDateOf, holdsOn, type Instant } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { type Rows, reader } from "../database.server";
import { organisationFacts } from "../organisation/organisation-facts.server";
import { peopleDirectory } from "../people/people-directory.server";
import { keptRecord } from "../people/records-of.server";
import { candidateRows, type FoundSitting, findSitting } from "./find-sitting.server";

/** Where a candidate stands on the day. */
export type CandidateState = "not-begun" | "working" | "ended" | "void" | "one-entry" | "entries-differ";

export interface CandidateLine {
  person: string;
  number: string;
  name: string;
  staffCode: string;
  /** the unit in which they serve */
  unit: string;
  state: CandidateState;
  /** the last one of the sitting, by its public id */
  attempt: string | null;
  startedAt: Instant | null;
  /** the deadline in force, extensions included */
  deadlineAt: Instant | null;
  endedAt: Instant | null;
}

export interface SittingHead {
  sitting: string;
  title: string;
  place: string;
  courseSlug: string;
  course: string;
  /** the unit that holds it, and the one above it */
  unit: string;
  unitAbove: string | null;
  opensAt: Instant;
  closesAt: Instant;
  mode: SittingMode;
  oneDevice: boolean;
  state: SittingState;
  invigilator: { name: string; staffCode: string } | null;
  officer: boolean;
  /** a candidate of it does nothing in it, whatever their power */
  mayAct: boolean;
}

export interface SittingPage extends SittingHead {
  /** "hidden": asked for, but not for this viewer's eyes */
  roomCode: string | "hidden" | null;
  candidates: CandidateLine[];
  minutes: { content: SittingMinutes; at: Instant; by: string; version: number } | null;
  papers: number;
}

/** What the page of a sitting shows; null where it is not the viewer's to see. */
export async function loadSitting(
  viewer: Viewer,
  publicId: string,
  now: Instant,
  language: Language,
): Promise<SittingPage | null> {
  const client = await reader();
  const found = await findSitting(client, viewer, publicId, civilDateOf(now));
  if (!found) return null;
  const [head, candidates, minutes, papers] = await Promise.all([
    headOf(found, now, language),
    candidateLines(found, now, language),
    minutesOf(client, found.id),
    client.sitting_paper.count({ where: { sitting_id: found.id } }),
  ]);
  return { ...head, roomCode: shownCode(found), candidates, minutes, papers };
}

/** The room code is the invigilator's to say; where none is named yet, the exam officer's. */
function shownCode({ plan, invigilator, officer, candidate }: FoundSitting): SittingPage["roomCode"] {
  if (plan.roomCode === null) return null;
  const theirs = invigilator || (officer && plan.invigilatorId === null);
  return theirs && !candidate ? plan.roomCode : "hidden";
}

export async function headOf(found: FoundSitting, now: Instant, language: Language): Promise<SittingHead> {
  const today = civilDateOf(now);
  const [facts, { byId }] = await Promise.all([organisationFacts(), peopleDirectory()]);
  const { plan } = found;
  const holder = plan.invigilatorId === null ? undefined : byId.get(plan.invigilatorId);
  const parent = facts.placements.find(
    (each) => each.unitId === found.unitId && holdsOn(each, today) && each.parentId !== null,
  )?.parentId;
  return {
    sitting: found.publicId,
    title: plan.title,
    place: plan.place,
    courseSlug: found.courseSlug,
    course: found.courseTitle[language],
    unit: nameAround(facts, found.unitId, today)[language],
    unitAbove: parent ? nameAround(facts, parent, today)[language] : null,
    opensAt: plan.opensAt,
    closesAt: plan.closesAt,
    mode: plan.mode,
    oneDevice: plan.oneDevice,
    state: sittingState(plan, now),
    invigilator: holder ? { name: nameOn(holder, today), staffCode: holder.staffCode } : null,
    officer: found.officer,
    mayAct: !found.candidate,
  };
}

export function nameOn(person: ListedPerson, today: CivilDate): string {
  return (person.names.find((each) => holdsOn(each, today)) ?? person.names.at(-1))?.fullName ?? person.staffCode;
}

/** The candidates of a sitting in the order of their numbers, with what they do: five statements, however many they are. */
export async function candidateLines(found: FoundSitting, now: Instant, language: Language): Promise<CandidateLine[]> {
  const client = await reader();
  const today = civilDateOf(now);
  const [rows, attempts, entries, facts, { byId }] = await Promise.all([
    candidateRows(client, found.id),
    attemptsOf(client, found.id, now),
    entriesOf(client, found),
    organisationFacts(),
    peopleDirectory(),
  ]);
  return rows.flatMap(({ personId, number }) => {
    const person = byId.get(personId);
    if (!person) return [];
    const attempt = attempts.get(personId);
    const posting = person.postings.find((each) => holdsOn(each, today)) ?? person.postings.at(-1);
    return [
      {
        person: person.publicId,
        number,
        name: nameOn(person, today),
        staffCode: person.staffCode,
        unit: posting ? nameAround(facts, posting.unitId, today)[language] : "",
        state: attempt?.state ?? entries.get(personId) ?? "not-begun",
        attempt: attempt?.publicId ?? null,
        startedAt: attempt?.startedAt ?? null,
        deadlineAt: attempt?.deadlineAt ?? null,
        endedAt: attempt?.endedAt ?? null,
      },
    ];
  });
}

interface AttemptInSitting {
  publicId: string;
  state: "working" | "ended" | "void";
  startedAt: Instant;
  deadlineAt: Instant;
  endedAt: Instant | null;
}

async function attemptsOf(
  client: Pick<Rows, "$queryRaw">,
  sittingId: number,
  now: Instant,
): Promise<Map<number, AttemptInSitting>> {
  const rows = await client.$queryRaw<
    {
      person_id: bigint;
      public_id: string;
      started_at: string;
      deadline_at: string;
      ended_at: string | null;
      void: bigint;
      result_id: bigint | null;
    }[]
  >`
    SELECT ${keptRecord("a.person_id")} AS person_id, a.public_id, a.started_at, r.deadline_at, r.ended_at, r.void, r.result_id
    FROM attempt a JOIN attempt_standing r ON r.attempt_id = a.id WHERE a.sitting_id = ${sittingId} ORDER BY a.id`;
  return new Map(
    rows.map((row) => {
      const isVoid = Boolean(row.void);
      const result = row.result_id === null ? null : { passed: false, pending: false };
      const running = isRunning({ deadlineAt: row.deadline_at, void: isVoid, result }, now);
      const attempt: AttemptInSitting = {
        publicId: row.public_id,
        state: isVoid ? "void" : running ? "working" : "ended",
        startedAt: row.started_at,
        deadlineAt: row.deadline_at,
        // by the clock, where nobody has recorded it yet
        endedAt: running ? null : (row.ended_at ?? row.deadline_at),
      };
      return [Number(row.person_id), attempt];
    }),
  );
}

async function entriesOf(
  client: Pick<Rows, "$queryRaw">,
  { id, plan }: FoundSitting,
): Promise<Map<number, "one-entry" | "entries-differ">> {
  if (plan.mode !== "paper") return new Map();
  const rows = await client.$queryRaw<{ person_id: bigint; entries: bigint }[]>`
    SELECT ${keptRecord("r.person_id")} AS person_id, COUNT(*) AS entries FROM paper_entry r
    WHERE r.sitting_id = ${id} AND r.retracted_change IS NULL GROUP BY 1`;
  return new Map(
    rows.map(({ person_id, entries }) => [Number(person_id), Number(entries) > 1 ? "entries-differ" : "one-entry"]),
  );
}

async function minutesOf(
  client: Awaited<ReturnType<typeof reader>>,
  sittingId: number,
): Promise<SittingPage["minutes"]> {
  const all = await client.sitting_minutes.count({ where: { sitting_id: sittingId } });
  if (all === 0) return null;
  const [row] = await client.$queryRaw<{ content: string; at: string; by: string | null }[]>`
    SELECT m.content, h.at, (SELECT n.full_name FROM account c JOIN person_name n ON n.person_id = c.person_id
        AND n.retracted_change IS NULL WHERE c.id = h.actor_id ORDER BY n.valid_from DESC LIMIT 1) AS by
    FROM sitting_minutes m JOIN change h ON h.id = m.recorded_change
    WHERE m.sitting_id = ${sittingId} AND m.retracted_change IS NULL`;
  return row
    ? { content: minutesSchema.parse(JSON.parse(row.content)), at: row.at, by: row.by ?? "", version: all }
    : null;
}

import type { Viewer } from "~/domain/permissions/viewer";
import { addDays, type CivilDate, civilDateOf, type Instant, spansOverlap } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { isDuplicate, type Rows, reader, recordChange } from "../database.server";
import { inWords, type PersonInWords } from "../people/changeable-person.server";
import { peopleDirectory } from "../people/people-directory.server";
import { keptRecord, recordsOf } from "../people/records-of.server";
import { wasRecorded } from "../recorded-acts.server";
import { scopeOf } from "../reporting/scope-units.server";
import { servesIn } from "./managed-attempt.server";
import { managedPerson } from "./managed-person.server";

/** Extra time that follows a person. Why they have it is in the document that orders it, and nowhere here. */
export interface ExtraTime {
  id: number;
  percent: number;
  validFrom: CivilDate;
  validTo: CivilDate | null;
  document: string | null;
  recordedAt: Instant;
}

export interface NewExtraTime {
  percent: number;
  validFrom: CivilDate;
  /** exclusive; null: until further notice */
  validTo: CivilDate | null;
  document: string;
  onceKey: string;
  at: Instant;
}

export type ExtraTimeRefusal = "not-found" | "own" | "ends-before-it-begins" | "overlaps";
export type ExtraTimeOutcome = { ok: true } | { ok: false; refusal: ExtraTimeRefusal };

class Refused extends Error {
  constructor(readonly refusal: ExtraTimeRefusal) {
    super(refusal);
  }
}

/** What is recorded of someone in the viewer's reach, newest first. Null: nobody there. */
export async function extraTimeOf(viewer: Viewer, publicId: string, today: CivilDate): Promise<ExtraTime[] | null> {
  const client = await reader();
  const person = await managedPerson(client, viewer, publicId, today);
  return person && inForce(client, person.id);
}

/** Records extra time from a day on. Exams that begin from then on are that much longer; what runs is extended by an act. */
export function giveExtraTime(viewer: Viewer, publicId: string, given: NewExtraTime): Promise<ExtraTimeOutcome> {
  return record(viewer, publicId, "extra-time-given", given, async (rows, changeId, personId) => {
    const { percent, validFrom, validTo } = given;
    if (validTo !== null && validTo <= validFrom) throw new Refused("ends-before-it-begins");
    const known = await inForce(rows, personId);
    if (known.some((each) => spansOverlap(each, { validFrom, validTo }))) throw new Refused("overlaps");
    await rows.extra_time.create({
      data: { person_id: personId, percent, valid_from: validFrom, valid_to: validTo, recorded_change: changeId },
    });
  });
}

/** Ends extra time after a last day; one that had not begun by then is taken back whole. */
export function endExtraTime(
  viewer: Viewer,
  publicId: string,
  ended: { id: number; lastDay: CivilDate; document: string; onceKey: string; at: Instant },
): Promise<ExtraTimeOutcome> {
  return record(viewer, publicId, "extra-time-ended", ended, async (rows, changeId, personId) => {
    const known = (await inForce(rows, personId)).find(({ id }) => id === ended.id);
    if (!known) throw new Refused("not-found");
    const validTo = addDays(ended.lastDay, 1);
    if (known.validTo !== null && known.validTo < validTo) throw new Refused("ends-before-it-begins");
    await rows.extra_time.update({ where: { id: known.id }, data: { retracted_change: changeId } });
    if (validTo <= known.validFrom) return;
    await rows.extra_time.create({
      data: {
        person_id: personId,
        percent: known.percent,
        valid_from: known.validFrom,
        valid_to: validTo,
        recorded_change: changeId,
      },
    });
  });
}

async function record(
  viewer: Viewer,
  publicId: string,
  kind: "extra-time-given" | "extra-time-ended",
  { at, document, onceKey: key }: { at: Instant; document: string; onceKey: string },
  write: (rows: Rows, changeId: number, personId: number) => Promise<void>,
): Promise<ExtraTimeOutcome> {
  const onceKey = `${kind} ${publicId} ${viewer.accountId} ${key}`;
  try {
    await recordChange({ kind, at, actorId: viewer.accountId, document, onceKey }, async (rows, changeId) => {
      const person = await managedPerson(rows, viewer, publicId, civilDateOf(at));
      if (!person) throw new Refused("not-found");
      if (person.own) throw new Refused("own");
      await write(rows, changeId, person.id);
    });
    return { ok: true };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    if (isDuplicate(error) && (await wasRecorded(onceKey))) return { ok: true };
    throw error;
  }
}

async function inForce(client: Pick<Rows, "$queryRaw">, personId: number): Promise<ExtraTime[]> {
  const rows = await client.$queryRaw<
    {
      id: bigint;
      percent: bigint;
      valid_from: string;
      valid_to: string | null;
      document: string | null;
      at: string;
    }[]
  >`
    SELECT x.id, x.percent, x.valid_from, x.valid_to, h.document, h.at
    FROM extra_time x JOIN change h ON h.id = x.recorded_change
    WHERE x.person_id IN ${recordsOf(personId)} AND x.retracted_change IS NULL ORDER BY x.valid_from DESC, x.id DESC`;
  return rows.map((row) => ({
    id: Number(row.id),
    percent: Number(row.percent),
    validFrom: row.valid_from,
    validTo: row.valid_to,
    document: row.document,
    recordedAt: row.at,
  }));
}

/** Someone with extra time today or later. */
export interface PersonWithExtraTime {
  person: PersonInWords;
  percent: number;
  validFrom: CivilDate;
  validTo: CivilDate | null;
}

/** Everyone in the viewer's reach who has extra time today or will have it. */
export async function extraTimeList(
  viewer: Viewer,
  today: CivilDate,
  language: Language,
): Promise<PersonWithExtraTime[]> {
  const [client, scope, { byId }] = [
    await reader(),
    await scopeOf(viewer, "manage-exams", today),
    await peopleDirectory(),
  ];
  const rows = await client.$queryRaw<
    { person_id: bigint; percent: bigint; valid_from: string; valid_to: string | null }[]
  >`
    SELECT ${keptRecord("r.person_id")} AS person_id, r.percent, r.valid_from, r.valid_to FROM extra_time r
    WHERE r.retracted_change IS NULL AND (r.valid_to IS NULL OR r.valid_to > ${today})
      AND ${servesIn(scope, keptRecord("r.person_id"), today)} ORDER BY r.valid_from, r.id`;
  const people: PersonWithExtraTime[] = [];
  for (const { person_id, percent, valid_from: validFrom, valid_to: validTo } of rows) {
    const listed = byId.get(Number(person_id));
    if (!listed) continue;
    people.push({ person: await inWords(listed, today, language), percent: Number(percent), validFrom, validTo });
  }
  return people;
}

import type { CertificateEvent } from "~/domain/certification/certificate-status";
import type { EarnedCertificate, PersonFacts } from "~/domain/certification/completion";
import { readCompletion } from "~/domain/certification/stored-completion";
import { type CivilDate, civilDateOf, type Instant } from "~/domain/time/civil-date";
import type { Rows } from "~/models/database.server";
import { recordsOf } from "~/models/people/records-of.server";
import { verifiedProofs } from "../proofs/verified-proofs.server";

type Client = Pick<Rows, "$queryRaw">;

/**
 * What rules may ask of a person, as the reader or the transaction sees it. The caller has established that the viewer may see
 * this person.
 */
export async function personFacts(client: Client, personId: number): Promise<PersonFacts> {
  return {
    exams: await examsOf(client, personId),
    tasks: await tasksOf(client, personId),
    certificates: await earnedCertificates(client, personId),
    ...(await verifiedProofs(client, personId)),
  };
}

/**
 * Passes that stand. One that only a later mark brought about counts when somebody decided that it does, and of an exam whose
 * first attempt counts, the one that was rewarded.
 */
async function examsOf(client: Client, personId: number): Promise<PersonFacts["exams"]> {
  const rows = await client.$queryRaw<{ id: bigint; slug: string; ended_at: Instant }[]>`
    SELECT a.id, c.slug, r.ended_at
    FROM attempt a
    JOIN attempt_standing r ON r.attempt_id = a.id
    JOIN course_version v ON v.id = a.course_version_id
    JOIN course c ON c.id = v.course_id
    WHERE a.person_id IN ${recordsOf(personId)} AND r.passed AND NOT r.pending AND NOT r.void AND r.ended_at IS NOT NULL
      AND COALESCE((SELECT m.decision FROM mark_effect m WHERE m.attempt_id = a.id ORDER BY m.id DESC LIMIT 1),
        CASE WHEN r.result_kind = 'marked'
          OR (SELECT x.passed FROM attempt_result x WHERE x.attempt_id = a.id AND x.round = r.round AND x.ordinal = 0)
          OR EXISTS (SELECT 1 FROM evidence e WHERE e.attempt_id = a.id AND e.retracted_change IS NULL)
        THEN 'issue' END) = 'issue'
      AND (COALESCE(json_extract(v.exam, '$.counts'), '') <> 'first'
        OR EXISTS (SELECT 1 FROM evidence e WHERE e.attempt_id = a.id AND e.retracted_change IS NULL))
    ORDER BY r.ended_at, a.id`;
  return rows.map(({ id, slug, ended_at }) => ({ course: slug, on: civilDateOf(ended_at), attemptId: Number(id) }));
}

/** Tasks whose last mark that was told, an appeal's included, is a pass: as of the day on which that round was handed in. */
async function tasksOf(client: Client, personId: number): Promise<PersonFacts["tasks"]> {
  const rows = await client.$queryRaw<
    { subject_id: bigint; slug: string; key: string; markers: bigint; handed_in: Instant; passed: bigint | boolean }[]
  >`
    SELECT s.id AS subject_id, c.slug, w.question_key AS key, s.markers, h.confirmed_at AS handed_in,
      (SELECT t.passed FROM mark_release t JOIN marking_subject z ON z.id = t.subject_id
        WHERE z.work_id = w.id AND z.round = s.round ORDER BY t.id DESC LIMIT 1) AS passed
    FROM task_work w
    JOIN marking_subject s ON s.work_id = w.id AND s.kind = 'task'
    JOIN task_hand_in h ON h.work_id = w.id AND h.round = s.round
    JOIN course_version v ON v.id = w.course_version_id
    JOIN course c ON c.id = v.course_id
    WHERE w.person_id IN ${recordsOf(personId)}
    ORDER BY s.id`;
  return rows
    .filter(({ passed }) => Boolean(passed))
    .map((row) => ({
      course: row.slug,
      key: row.key,
      handedInOn: civilDateOf(row.handed_in),
      markers: Number(row.markers),
      subjectId: Number(row.subject_id),
    }));
}

/** The certificates of a person as the rules see them, in the order of their issue. */
export async function earnedCertificates(client: Client, personId: number): Promise<EarnedCertificate[]> {
  const rows = await client.$queryRaw<
    {
      id: bigint;
      programme: string;
      issued_on: CivilDate;
      valid_until: CivilDate | null;
      completed_on: CivilDate | null;
      completion: string | null;
      attempt_id: bigint | null;
      basis: string | null;
      events: string | null;
    }[]
  >`
    SELECT c.id, c.programme, c.issued_on, c.valid_until, c.completed_on, c.completion, c.attempt_id, c.basis,
      (SELECT json_group_array(json_object('kind', e.kind, 'onDate', e.on_date)) FROM (
        SELECT kind, on_date FROM certificate_event
        WHERE certificate_id = c.id AND retracted_change IS NULL AND kind <> 'issued' ORDER BY on_date, id) e) AS events
    FROM certificate c WHERE c.person_id IN ${recordsOf(personId)} ORDER BY c.id`;
  return rows.map((row) => ({
    id: Number(row.id),
    programme: row.programme,
    facts: {
      issuedOn: row.issued_on,
      validUntil: row.valid_until,
      events: JSON.parse(row.events ?? "[]") as CertificateEvent[],
    },
    completedOn: row.completed_on,
    restsOn: restsOn(row),
  }));
}

function restsOn(row: { completion: string | null; attempt_id: bigint | null; basis: string | null }): string[] {
  const refs = readCompletion(row.completion)?.by.flatMap(({ refs }) => refs) ?? [];
  const attempt = row.attempt_id === null ? [] : [`attempt:${row.attempt_id}`];
  return [...new Set([...refs, ...attempt, ...(row.basis ? [row.basis] : [])])];
}

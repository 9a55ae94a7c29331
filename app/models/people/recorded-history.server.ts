import type { Employment, EndReason, PostingKind } from "~/domain/people/people-batch";
import type { AbsenceKind } from "~/domain/people/personnel-acts";
import { nameAround } from "~/domain/reporting/unit-selection";
import { addDays, type CivilDate, civilDateOf, holdsOn, showCivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { frameworksAsOf } from "../course/frameworks.server";
import { reader } from "../database.server";
import { Prisma } from "../generated/client";
import { organisationFacts } from "../organisation/organisation-facts.server";
import { peopleDirectory } from "./people-directory.server";
import { recordsOf } from "./records-of.server";

/** Something recorded of a person, with who recorded it and when; the words are those of `staffing:person.fact.<kind>`. */
export interface RecordedFact {
  key: string;
  date: CivilDate;
  said:
    | { kind: "named"; values: { name: string } }
    | { kind: "details"; employment: Employment; values: { email: string; phone: string } }
    | { kind: "posted"; as: PostingKind; values: { position: string; unit: string } }
    | { kind: "left"; reason: EndReason | null; values: { position: string; unit: string } }
    | { kind: "absent"; absence: AbsenceKind; values: { until: string } }
    | { kind: "handover"; handover: string; values: { position: string; unit: string } }
    | { kind: "merged"; values: { code: string } };
  /** a decision or another document */
  document: string | null;
  recordedOn: CivilDate;
  by: string | null;
  /** whose power was lent for it */
  onBehalfOf: string | null;
}

interface Row {
  kind: "named" | "details" | "posted" | "left" | "absent" | "handover" | "merged";
  id: bigint;
  date: CivilDate | null;
  until: CivilDate | null;
  one: string | null;
  two: string | null;
  three: string | null;
  unit_id: bigint | null;
  decision: string | null;
  recorded_at: string;
  change_document: string | null;
  by_person: bigint | null;
  behalf_person: bigint | null;
}

/**
 * What is recorded of a person and their work, newest first: names, details, postings, handovers, merges and, for who may know,
 * absences. The caller has established that the viewer may see this person.
 */
export async function recordedHistory(
  personId: number,
  { absences, today, language }: { absences: boolean; today: CivilDate; language: Language },
): Promise<RecordedFact[]> {
  const [rows, directory, facts, frameworks] = await Promise.all([
    readRows(personId, absences),
    peopleDirectory(),
    organisationFacts(),
    frameworksAsOf(today),
  ]);
  const { positions } = frameworks.positions.content;
  const nameOf = (id: bigint | null) => {
    const person = id === null ? undefined : directory.byId.get(directory.keptOf.get(Number(id)) ?? Number(id));
    return (person?.names.find((name) => holdsOn(name, today)) ?? person?.names.at(-1))?.fullName ?? null;
  };
  return rows.map((row) => {
    const date = row.date ?? civilDateOf(row.recorded_at);
    const position = positions.find(({ key }) => key === row.one)?.title[language] ?? row.one ?? "";
    const unit = row.unit_id === null ? "" : nameAround(facts, Number(row.unit_id), date)[language];
    return {
      key: `${row.kind} ${row.id}`,
      date,
      said: saidBy(row, { position, unit }),
      document: row.decision ?? row.change_document,
      recordedOn: civilDateOf(row.recorded_at),
      by: nameOf(row.by_person),
      onBehalfOf: nameOf(row.behalf_person),
    };
  });
}

function saidBy(row: Row, place: { position: string; unit: string }): RecordedFact["said"] {
  switch (row.kind) {
    case "named":
      return { kind: "named", values: { name: row.one ?? "" } };
    case "details":
      return {
        kind: "details",
        employment: row.one as Employment,
        values: { email: row.two ?? "", phone: row.three ?? "" },
      };
    case "posted":
      return { kind: "posted", as: row.two as PostingKind, values: place };
    case "left":
      return { kind: "left", reason: row.two as EndReason | null, values: place };
    case "absent":
      return {
        kind: "absent",
        absence: row.one as AbsenceKind,
        values: { until: row.until ? showCivilDate(addDays(row.until, -1)) : "" },
      };
    case "handover":
      return { kind: "handover", handover: row.two ?? "", values: place };
    case "merged":
      return { kind: "merged", values: { code: row.one ?? "" } };
  }
}

/** Began: recorded by the first change that said so, whatever closed copies came after; ended: by the one that closed it. */
async function readRows(personId: number, absences: boolean): Promise<Row[]> {
  const client = await reader();
  const records = recordsOf(personId);
  const away = absences
    ? Prisma.sql`UNION ALL SELECT 'absent', id, valid_from, valid_to, kind, NULL, NULL, NULL, NULL,
        recorded_change FROM absence WHERE person_id IN ${records} AND retracted_change IS NULL`
    : Prisma.empty;
  return client.$queryRaw<Row[]>`
    SELECT f.*, c.at AS recorded_at, c.document AS change_document, a.person_id AS by_person, b.person_id AS behalf_person
    FROM (
      SELECT 'named' AS kind, id, valid_from AS date, valid_to AS until, full_name AS one, NULL AS two, NULL AS three,
          NULL AS unit_id, NULL AS decision, recorded_change AS change_id
        FROM person_name WHERE person_id = ${personId} AND retracted_change IS NULL
      UNION ALL SELECT 'details', id, valid_from, valid_to, employment, work_email, work_phone, NULL, NULL, recorded_change
        FROM person_detail WHERE person_id = ${personId} AND retracted_change IS NULL
      UNION ALL SELECT 'posted', o.id, o.valid_from, o.valid_to, s.position, o.kind, NULL, s.unit_id, o.decision,
          (SELECT MIN(x.recorded_change) FROM posting x WHERE x.public_id = o.public_id)
        FROM posting o JOIN post s ON s.id = o.post_id WHERE o.person_id IN ${records} AND o.retracted_change IS NULL
      UNION ALL SELECT 'left', o.id, o.valid_to, NULL, s.position, o.end_reason, NULL, s.unit_id, NULL, o.recorded_change
        FROM posting o JOIN post s ON s.id = o.post_id
        WHERE o.person_id IN ${records} AND o.retracted_change IS NULL AND o.valid_to IS NOT NULL
      UNION ALL SELECT 'handover', h.id, h.on_date, NULL, s.position, h.public_id, NULL, s.unit_id, NULL, h.recorded_change
        FROM handover h JOIN post s ON s.id = h.post_id
        WHERE h.retracted_change IS NULL AND (h.outgoing_person_id IN ${records} OR h.incoming_person_id IN ${records})
      UNION ALL SELECT 'merged', g.id, NULL, NULL, p.staff_code, NULL, NULL, NULL, NULL, g.recorded_change
        FROM person_merge g JOIN person p ON p.id = g.merged_person_id
        WHERE g.kept_person_id = ${personId} AND g.retracted_change IS NULL
      ${away}
    ) AS f
    JOIN change c ON c.id = f.change_id
    LEFT JOIN account a ON a.id = c.actor_id
    LEFT JOIN account b ON b.id = c.on_behalf_of
    ORDER BY COALESCE(f.date, c.at) DESC, f.change_id DESC, f.id DESC`;
}

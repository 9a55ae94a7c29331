import { lastDayOf } from "~/domain/certification/certificate-status";
import type { Viewer } from "~/domain/permissions/viewer";
import type { ReminderStage } from "~/domain/reminders/reminders-due";
import type { CivilDate, Instant } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { programmeTitles } from "../certification/programme-titles.server";
import { reader, writeRows } from "../database.server";
import { Prisma } from "../generated/client";
import { keptRecord } from "../people/records-of.server";
import { holding, inScope, scopeOf } from "../reporting/scope-units.server";

export interface ReminderLine {
  id: number;
  audience: "holder" | "hr";
  stage: ReminderStage;
  programme: string;
  lastDay: CivilDate;
  certificate: string;
  person: string;
  name: string;
}

const MOST_SHOWN = 200;

/**
 * What the viewer was reminded of and has not put aside: of their own certificates, and of those of people within their reach today;
 * `audience`: of one of the two alone. What was renewed, corrected or revoked since is no news any more.
 */
export async function remindersOf(
  viewer: Viewer,
  today: CivilDate,
  language: Language,
  audience?: ReminderLine["audience"],
): Promise<ReminderLine[]> {
  const client = await reader();
  const only = audience ? Prisma.sql`AND r.audience = ${audience}` : Prisma.empty;
  const rows = await client.$queryRaw<
    {
      id: bigint;
      audience: "holder" | "hr";
      stage: ReminderStage;
      programme: string;
      valid_until: string;
      certificate: string;
      person: string;
      full_name: string;
    }[]
  >`
    SELECT r.id, r.audience, r.stage, c.programme, c.valid_until, c.public_id AS certificate, p.public_id AS person, n.full_name
    ${await unseen(viewer, today)} ${only} ORDER BY c.valid_until, r.id LIMIT ${MOST_SHOWN}`;
  const titleOf = rows.length > 0 ? await programmeTitles(today, language) : () => "";
  return rows.map((row) => ({
    id: Number(row.id),
    audience: row.audience,
    stage: row.stage,
    programme: titleOf(row.programme),
    lastDay: lastDayOf(row.valid_until) ?? row.valid_until,
    certificate: row.certificate,
    person: row.person,
    name: row.full_name,
  }));
}

/** How many reminders wait for the viewer. */
export async function countReminders(viewer: Viewer, today: CivilDate): Promise<number> {
  const client = await reader();
  const [row] = await client.$queryRaw<{ count: bigint }[]>`SELECT COUNT(*) AS count ${await unseen(viewer, today)}`;
  return Number(row?.count ?? 0);
}

/** The newest stage of each certificate alone: who was reminded at 90 and at 30 days reads of the 30. */
async function unseen(viewer: Viewer, today: CivilDate): Promise<Prisma.Sql> {
  const reach = inScope(await scopeOf(viewer, "see-people", today), "s.unit_id");
  return Prisma.sql`
    FROM reminder r JOIN certificate c ON c.id = r.certificate_id
    JOIN person p ON p.id = ${keptRecord("c.person_id")}
    JOIN person_name n ON n.person_id = p.id AND ${holding("n", today)}
    WHERE r.account_id = ${viewer.accountId} AND r.channel = 'page' AND r.seen_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM reminder l WHERE l.account_id = r.account_id AND l.certificate_id = r.certificate_id
        AND l.channel = 'page' AND l.id > r.id)
      AND NOT EXISTS (SELECT 1 FROM certificate_event e WHERE e.certificate_id = c.id AND e.retracted_change IS NULL
        AND e.kind IN ('renewed', 'superseded'))
      AND COALESCE((SELECT e.kind FROM certificate_event e WHERE e.certificate_id = c.id AND e.retracted_change IS NULL
        AND e.kind IN ('revoked', 'reinstated') ORDER BY e.on_date DESC, e.id DESC LIMIT 1), '') <> 'revoked'
      AND (p.id = ${viewer.personId} OR EXISTS (SELECT 1 FROM posting o JOIN post s ON s.id = o.post_id
        WHERE o.person_id IN (SELECT p.id UNION ALL SELECT merged_person_id FROM person_merge
          WHERE kept_person_id = p.id AND retracted_change IS NULL) AND ${holding("o", today)} AND ${reach}))`;
}

/** Puts aside what the viewer has read, up to the reminder that stood on their page last. */
export async function putAsideReminders(viewer: Viewer, upTo: number, at: Instant): Promise<void> {
  await writeRows(
    (rows) => rows.$executeRaw`
    UPDATE reminder SET seen_at = ${at}
    WHERE account_id = ${viewer.accountId} AND channel = 'page' AND seen_at IS NULL AND id <= ${upTo}`,
  );
}

import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { reader } from "../database.server";
import { Prisma } from "../generated/client";
import { CHANGE_COLUMNS, type ChangeLine, type ChangeRow, linesOf, touching } from "./carried-out-changes.server";

export type UnitsOfChangeKind = "begun" | "ended" | "renamed" | "moved";

/** A unit that a change touched, by the name it has on the change's day (an ended one: the day before). */
export interface UnitOfChange {
  kind: UnitsOfChangeKind;
  unit: string;
  name: string;
}

export interface ChangePage extends ChangeLine {
  note: string | null;
  /** address of the plan it was prepared as; null: a file */
  plan: string | null;
  units: UnitOfChange[];
}

/** A reorganisation that was carried out, where the viewer may see it; null: there is none for them. */
export async function carriedOutChange(
  viewer: Viewer,
  changeId: number,
  today: CivilDate,
  language: Language,
): Promise<ChangePage | null> {
  const client = await reader();
  const rows = await client.$queryRaw<ChangeRow[]>`
    SELECT ${CHANGE_COLUMNS} WHERE c.id = ${changeId} AND c.kind = 'organisation' AND ${await touching(viewer, today)}`;
  const [line] = await linesOf(rows, today);
  if (!line) return null;
  const plan = await client.reorganisation.findUnique({
    where: { change_id: changeId },
    select: { public_id: true, content: true },
  });
  const content = plan ? (JSON.parse(plan.content) as { note?: string }) : null;
  const units = await unitsOf(changeId, line.effective, language);
  return { ...line, note: content?.note ?? null, plan: plan?.public_id ?? null, units };
}

async function unitsOf(changeId: number, effective: CivilDate, language: Language): Promise<UnitOfChange[]> {
  const client = await reader();
  const name = language === "en" ? Prisma.sql`n.name_en` : Prisma.sql`n.name_vi`;
  // the name as the change left it, though it may have been undone since
  const named = Prisma.sql`(SELECT ${name} FROM unit_name n WHERE n.unit_id = t.unit_id AND n.recorded_change <= ${changeId}
    AND (n.retracted_change IS NULL OR n.retracted_change > ${changeId}) AND n.valid_from <= ${effective}
    ORDER BY n.valid_from DESC, n.id DESC LIMIT 1)`;
  return client.$queryRaw<UnitOfChange[]>`
    SELECT t.kind, o.public_id AS unit, COALESCE(${named}, o.key) AS name FROM (
      SELECT 'begun' AS kind, id AS unit_id FROM unit WHERE recorded_change = ${changeId}
      UNION SELECT 'ended', unit_id FROM unit_existence WHERE recorded_change = ${changeId} AND valid_to = ${effective}
      UNION SELECT 'renamed', unit_id FROM unit_name WHERE recorded_change = ${changeId} AND valid_from = ${effective}
      UNION SELECT 'moved', unit_id FROM unit_placement WHERE recorded_change = ${changeId} AND valid_from = ${effective}
    ) t JOIN unit o ON o.id = t.unit_id
    WHERE t.kind IN ('begun', 'ended') OR o.recorded_change <> ${changeId}
    ORDER BY t.kind, o.id`;
}

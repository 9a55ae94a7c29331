import { type Programme, programmesSchema } from "~/domain/certification/programme";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Rows } from "~/models/database.server";

/** The certification rules of one version of the framework. */
export interface ProgrammesInForce {
  frameworkVersionId: number;
  programmes: Programme[];
}

/** The certification rules in force on a date, as the transaction sees them; null before the first. */
export async function programmesInForce(rows: Rows, date: CivilDate): Promise<ProgrammesInForce | null> {
  const version = await rows.framework_version.findFirst({
    where: { kind: "certifications", valid_from: { lte: date } },
    orderBy: [{ valid_from: "desc" }, { id: "desc" }],
    select: { id: true, content: true },
  });
  if (!version) return null;
  return { frameworkVersionId: version.id, programmes: programmesSchema.parse(JSON.parse(version.content)).programmes };
}

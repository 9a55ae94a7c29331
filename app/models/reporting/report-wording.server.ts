import { DEFAULT_REPORT_WORDING, type ReportWording, reportWording } from "~/domain/reporting/report-wording";
import type { CivilDate } from "~/domain/time/civil-date";
import { reader } from "../database.server";

/** Heading and foot of administrative reports on a date; of several in force the one that began last. */
export async function reportWordingOn(date: CivilDate): Promise<ReportWording> {
  const client = await reader();
  const row = await client.paper_wording.findFirst({
    where: {
      kind: "report",
      retracted_change: null,
      valid_from: { lte: date },
      OR: [{ valid_to: null }, { valid_to: { gt: date } }],
    },
    orderBy: [{ valid_from: "desc" }, { id: "desc" }],
    select: { content: true },
  });
  const read = row ? reportWording.safeParse(JSON.parse(row.content)) : null;
  return read?.success ? read.data : DEFAULT_REPORT_WORDING;
}

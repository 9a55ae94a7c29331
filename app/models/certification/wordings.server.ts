import { FIRST_WORDING, WORDING_SCHEMAS, type WordingKind, type Wordings } from "~/domain/certification/wording";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Rows } from "~/models/database.server";

/** The recorded words of a kind of paper on a date; a programme's own go before those of all. Null where none were recorded. */
export async function recordedWording<K extends WordingKind>(
  rows: Rows,
  kind: K,
  programme: string | null,
  date: CivilDate,
): Promise<Wordings[K] | null> {
  const found = await rows.paper_wording.findMany({
    where: {
      kind,
      retracted_change: null,
      valid_from: { lte: date },
      AND: [
        { OR: [{ valid_to: null }, { valid_to: { gt: date } }] },
        { OR: [{ programme: null }, ...(programme === null ? [] : [{ programme }])] },
      ],
    },
    orderBy: [{ valid_from: "desc" }, { id: "desc" }],
    select: { programme: true, content: true },
  });
  const row = found.find((each) => each.programme !== null) ?? found[0];
  return row ? (WORDING_SCHEMAS[kind].parse(JSON.parse(row.content)) as Wordings[K]) : null;
}

/** The same, or the first words of the house. */
export async function wordingOn<K extends WordingKind>(
  rows: Rows,
  kind: K,
  programme: string | null,
  date: CivilDate,
): Promise<Wordings[K]> {
  return (await recordedWording(rows, kind, programme, date)) ?? FIRST_WORDING[kind];
}

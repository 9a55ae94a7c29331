import { reader } from "../database.server";

/** What a reorganisation did, in numbers. Labels: levels that got another name; areas: new or changed ones. */
export const COUNTED = ["begun", "ended", "renamed", "moved", "classified", "labels", "areas", "people"] as const;
export type Counted = (typeof COUNTED)[number];
export type ChangeCounts = Record<Counted, number>;

interface CountRow {
  id: number | bigint;
  kind: Counted;
  n: number | bigint;
}

/** The counts of some changes, in one statement; people: those whose postings began on its day by it. */
export async function countsOfChanges(changeIds: readonly number[]): Promise<(changeId: number) => ChangeCounts> {
  const client = await reader();
  const asked = JSON.stringify(changeIds);
  const rows =
    changeIds.length === 0
      ? []
      : await client.$queryRaw<CountRow[]>`
    WITH asked AS (SELECT c.id, c.effective FROM change c WHERE c.id IN (SELECT value FROM json_each(${asked})))
    SELECT c.id, 'begun' AS kind, COUNT(*) AS n FROM asked c JOIN unit x ON x.recorded_change = c.id GROUP BY c.id
    UNION ALL SELECT c.id, 'ended', COUNT(DISTINCT x.unit_id) FROM asked c
      JOIN unit_existence x ON x.recorded_change = c.id AND x.valid_to = c.effective GROUP BY c.id
    UNION ALL SELECT c.id, 'renamed', COUNT(DISTINCT x.unit_id) FROM asked c
      JOIN unit_name x ON x.recorded_change = c.id AND x.valid_from = c.effective
      JOIN unit o ON o.id = x.unit_id AND o.recorded_change <> c.id GROUP BY c.id
    UNION ALL SELECT c.id, 'moved', COUNT(DISTINCT x.unit_id) FROM asked c
      JOIN unit_placement x ON x.recorded_change = c.id AND x.valid_from = c.effective
      JOIN unit o ON o.id = x.unit_id AND o.recorded_change <> c.id GROUP BY c.id
    UNION ALL SELECT c.id, 'classified', COUNT(DISTINCT x.unit_id) FROM asked c
      JOIN unit_type x ON x.recorded_change = c.id AND x.valid_from = c.effective
      JOIN unit o ON o.id = x.unit_id AND o.recorded_change <> c.id GROUP BY c.id
    UNION ALL SELECT c.id, 'labels', COUNT(*) FROM asked c
      JOIN level_label x ON x.recorded_change = c.id AND x.valid_from = c.effective GROUP BY c.id
    UNION ALL SELECT c.id, 'areas', COUNT(*) FROM asked c
      JOIN area_version x ON x.recorded_change = c.id AND x.valid_from = c.effective GROUP BY c.id
    UNION ALL SELECT c.id, 'people', COUNT(DISTINCT x.person_id) FROM asked c
      JOIN posting x ON x.recorded_change = c.id AND x.valid_from = c.effective GROUP BY c.id`;
  const known = new Map(rows.map(({ id, kind, n }) => [`${id} ${kind}`, Number(n)]));
  return (changeId) => {
    const count = (kind: Counted) => known.get(`${changeId} ${kind}`) ?? 0;
    return Object.fromEntries(COUNTED.map((kind) => [kind, count(kind)])) as ChangeCounts;
  };
}

import { reader } from "../database.server";

/** Whether a change touched what all units share (what a level is called, areas), and the ids of the units it touched. */
export async function unitsTouched(changeId: number): Promise<{ shared: boolean; unitIds: number[] }> {
  const client = await reader();
  const rows = await client.$queryRaw<{ unit_id: number | bigint | null }[]>`
    WITH asked AS (SELECT ${changeId} AS id)
    SELECT x.id AS unit_id FROM unit x, asked WHERE x.recorded_change = asked.id
    UNION SELECT x.unit_id FROM unit_existence x, asked WHERE x.recorded_change = asked.id OR x.retracted_change = asked.id
    UNION SELECT x.unit_id FROM unit_name x, asked WHERE x.recorded_change = asked.id OR x.retracted_change = asked.id
    UNION SELECT x.unit_id FROM unit_placement x, asked WHERE x.recorded_change = asked.id OR x.retracted_change = asked.id
    UNION SELECT x.unit_id FROM unit_type x, asked WHERE x.recorded_change = asked.id OR x.retracted_change = asked.id
    UNION SELECT x.unit_id FROM unit_area x, asked WHERE x.recorded_change = asked.id OR x.retracted_change = asked.id
    UNION SELECT x.unit_id FROM post x, asked WHERE x.recorded_change = asked.id OR x.retracted_change = asked.id
    UNION SELECT NULL FROM level_label x, asked WHERE x.recorded_change = asked.id
    UNION SELECT NULL FROM area_version x, asked WHERE x.recorded_change = asked.id`;
  return {
    shared: rows.some(({ unit_id }) => unit_id === null),
    unitIds: rows.flatMap(({ unit_id }) => (unit_id === null ? [] : [Number(unit_id)])),
  };
}

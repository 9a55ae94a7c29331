import { reader } from "../database.server";

/**
 * Whether a change touched what all units share (what a level is called, areas, a new root), and the ids of the units it touched.
 * For one that it began stands the unit above it: once undone, what began stands nowhere.
 */
export async function unitsTouched(changeId: number): Promise<{ shared: boolean; unitIds: number[] }> {
  const client = await reader();
  const rows = await client.$queryRaw<{ unit_id: number | bigint | null }[]>`
    WITH asked AS (SELECT ${changeId} AS id),
    touched AS (
      SELECT x.unit_id FROM unit_existence x, asked WHERE x.recorded_change = asked.id OR x.retracted_change = asked.id
      UNION SELECT x.unit_id FROM unit_name x, asked WHERE x.recorded_change = asked.id OR x.retracted_change = asked.id
      UNION SELECT x.unit_id FROM unit_placement x, asked WHERE x.recorded_change = asked.id OR x.retracted_change = asked.id
      UNION SELECT x.parent_id FROM unit_placement x JOIN unit u ON u.id = x.unit_id, asked
        WHERE x.recorded_change = asked.id AND u.recorded_change = asked.id
      UNION SELECT x.unit_id FROM unit_type x, asked WHERE x.recorded_change = asked.id OR x.retracted_change = asked.id
      UNION SELECT x.unit_id FROM unit_area x, asked WHERE x.recorded_change = asked.id OR x.retracted_change = asked.id
      UNION SELECT x.unit_id FROM post x, asked WHERE x.recorded_change = asked.id OR x.retracted_change = asked.id
    )
    SELECT t.unit_id FROM touched t JOIN unit u ON u.id = t.unit_id, asked WHERE u.recorded_change <> asked.id
    UNION SELECT NULL FROM level_label x, asked WHERE x.recorded_change = asked.id
    UNION SELECT NULL FROM area_version x, asked WHERE x.recorded_change = asked.id
    UNION SELECT NULL FROM unit u, asked WHERE u.recorded_change = asked.id
      AND NOT EXISTS (SELECT 1 FROM unit_placement p WHERE p.unit_id = u.id AND p.recorded_change = asked.id)`;
  return {
    shared: rows.some(({ unit_id }) => unit_id === null),
    unitIds: rows.flatMap(({ unit_id }) => (unit_id === null ? [] : [Number(unit_id)])),
  };
}

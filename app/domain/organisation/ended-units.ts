import type { Act, Batch } from "./acts";
import type { OrganisationFacts } from "./organisation-facts";

/** The units that a batch ends, each with who follows it, in the order of the acts; ids of new units are those of the draft. */
export function endedUnits(
  { acts }: Pick<Batch, "acts">,
  before: OrganisationFacts,
  after: OrganisationFacts,
): Map<number, number[]> {
  const existing = new Set(before.existences);
  const known = new Set(before.successions);
  const ended = new Set(
    after.existences.filter((row) => row.validTo !== null && !existing.has(row)).map((row) => row.unitId),
  );
  const idOf = new Map(after.units.map((unit) => [unit.key, unit.id]));
  const inOrder = acts.flatMap(unitsEndedBy).flatMap((key) => idOf.get(key) ?? []);
  const heirs = new Map(inOrder.filter((id) => ended.has(id)).map((id) => [id, [] as number[]]));
  for (const row of after.successions) if (!known.has(row)) heirs.get(row.oldUnitId)?.push(row.newUnitId);
  return heirs;
}

/** Keys of the units that an act ends. */
export function unitsEndedBy(act: Act): readonly string[] {
  if (act.act === "merge") return act.units;
  return act.act === "split" || act.act === "close" ? [act.unit] : [];
}

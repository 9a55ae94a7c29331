import type { BatchPreview, UnitRef } from "./batch-preview";

/** Units that end and are followed by the same ones: one picture of before and after. */
export interface Turn {
  ending: { unit: UnitRef; people: number }[];
  heirs: { unit: UnitRef; people: number; begins: boolean }[];
}

/** The units that end, by who follows them, with their people the day before and on the day. */
export function turnsOf({ ending, headCounts, units }: BatchPreview): Turn[] {
  const counts = new Map(headCounts.map((count) => [count.unit.key, count]));
  const begun = new Set(units.flatMap((each) => (each.change === "begun" ? [each.unit.key] : [])));
  const turns = new Map<string, Turn>();
  for (const { unit, heirs } of ending) {
    // a unit that begins and ends on one day has no picture
    const by = heirs.map(({ key }) => key).join(" ") || `nobody ${unit.key}`;
    const turn = turns.get(by) ?? {
      ending: [],
      heirs: heirs.map((heir) => ({
        unit: heir,
        people: counts.get(heir.key)?.after ?? 0,
        begins: begun.has(heir.key),
      })),
    };
    turn.ending.push({ unit, people: counts.get(unit.key)?.before ?? 0 });
    turns.set(by, turn);
  }
  return [...turns.values()];
}

/** What a preview comes to, in numbers: its first sentence. */
export interface PreviewSum {
  /** all units that end become one new unit */
  merged: boolean;
  ended: number;
  begun: number;
  renamed: number;
  moved: number;
  reclassified: number;
  levels: number;
  areas: number;
  /** people whose posts go to another unit, none counted twice */
  people: number;
  vacantFocal: number;
  doubledFocal: number;
  vacantPosts: number;
  withoutPost: number;
}

export function sumOf(preview: BatchPreview): PreviewSum {
  const count = (change: BatchPreview["units"][number]["change"]) =>
    preview.units.filter((each) => each.change === change).length;
  const moving = preview.ending.flatMap(({ posts }) =>
    posts.filter(({ to }) => to !== null).flatMap(({ holders }) => holders.map(({ person }) => person.staffCode)),
  );
  const left = (state: "vacant" | "duplicate") => preview.focalLeft.filter((each) => each.state === state).length;
  const turns = turnsOf(preview);
  return {
    merged: turns.length === 1 && turns[0]?.heirs.length === 1 && turns[0].heirs[0]?.begins === true,
    ended: count("ended"),
    begun: count("begun"),
    renamed: count("renamed"),
    moved: count("moved"),
    reclassified: count("reclassified"),
    levels: preview.levels.length,
    areas: preview.areas.length,
    people: new Set(moving).size,
    vacantFocal: left("vacant"),
    doubledFocal: left("duplicate"),
    vacantPosts: preview.vacantPosts,
    withoutPost: preview.leftWithoutPost.length,
  };
}

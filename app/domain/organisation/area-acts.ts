import { holdsOn } from "~/domain/time/civil-date";
import type { ActOf } from "./acts";
import { type Draft, endedOn, existingArea, newId, report } from "./draft";
import type { AreaVersion } from "./organisation-facts";

type NewArea = Omit<ActOf<"create-area">, "act">;

export function createArea(draft: Draft, act: ActOf<"create-area">): undefined {
  addArea(draft, act);
}

function addArea(draft: Draft, spec: NewArea): undefined {
  const { facts } = draft;
  if (facts.areas.some((area) => area.key === spec.area)) return report(draft, "duplicate-key", { key: spec.area });
  const id = newId(draft);
  facts.areas = [...facts.areas, { id, key: spec.area }];
  addVersion(draft, spec.area, { areaId: id, code: spec.code, kind: spec.kind, name: spec.name, validTo: null });
}

function addVersion(draft: Draft, key: string, version: Omit<AreaVersion, "id" | "validFrom">): undefined {
  const { facts, date } = draft;
  const holder = facts.areaVersions.find(
    (row) => row.code === version.code && row.areaId !== version.areaId && holdsOn(row, date),
  );
  if (holder) return report(draft, "code-in-use", { code: version.code, area: key, date });
  facts.areaVersions = [...facts.areaVersions, { id: newId(draft), ...version, validFrom: date }];
}

export function changeArea(draft: Draft, act: ActOf<"change-area">): undefined {
  const area = existingArea(draft, act.area);
  if (!area) return;
  const { facts, date } = draft;
  const before = facts.areaVersions.find((row) => row.areaId === area.id && holdsOn(row, date));
  const ended = endedOn(facts.areaVersions, (row) => row.areaId === area.id, date);
  if (!before || !ended) return report(draft, "overlapping-area", { area: act.area, date });
  facts.areaVersions = ended;
  addVersion(draft, act.area, {
    areaId: area.id,
    code: act.code ?? before.code,
    kind: act.kind ?? before.kind,
    name: act.name ?? before.name,
    validTo: before.validTo,
  });
}

export function mergeAreas(draft: Draft, act: ActOf<"merge-areas">): undefined {
  const areas = act.areas.map((key) => existingArea(draft, key));
  for (const area of areas) {
    if (!area) return;
    const ended = endedOn(draft.facts.areaVersions, (row) => row.areaId === area.id, draft.date);
    if (!ended) return report(draft, "overlapping-area", { area: area.key, date: draft.date });
    draft.facts.areaVersions = ended;
  }
  addArea(draft, act.into);
}

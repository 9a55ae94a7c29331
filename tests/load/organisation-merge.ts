import { type Batch, batchSchema } from "~/domain/organisation/acts";
import { provincialUnits } from "~/domain/organisation/organisation-as-of";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf } from "~/domain/time/civil-date";
import { reader } from "~/models/database.server";
import { carryOutReorganisation } from "~/models/organisation/carry-out-reorganisation.server";
import { organisationAsOf } from "~/models/organisation/organisation-facts.server";
import { previewReorganisation } from "~/models/organisation/preview-reorganisation.server";
import { undoChange } from "~/models/undo-change.server";

const UNITS_MERGED = 11;

/** Seconds that the parts took, and how many postings of the day they moved. */
export interface MergeFigures {
  preview: number;
  merge: number;
  undo: number;
  postings: number;
}

/**
 * Merges up to eleven grassroots units of the province that has the most, on the house that is connected, and undoes it: seconds
 * from the confirmed form to the commit.
 */
export async function measureMerge(): Promise<number> {
  return (await mergeFigures()).merge;
}

export async function mergeFigures(at = new Date().toISOString()): Promise<MergeFigures> {
  const today = civilDateOf(at);
  const organisation = await organisationAsOf(today);
  const grassroots = provincialUnits(organisation)
    .map((unit) => unit.children.filter(({ level }) => level === "GRASSROOTS"))
    .sort((a, b) => b.length - a.length)[0];
  const units = (grassroots ?? []).slice(0, UNITS_MERGED);
  if (units.length < 2) throw new Error("no province has two grassroots units to merge");
  const name = { vi: "BHXH cơ sở gộp để đo", en: "Merged for the measurement" };
  const batch: Batch = batchSchema.parse({
    key: `measured-${Date.now()}`,
    date: today,
    title: name,
    document: "1/QĐ-BHXH",
    mark: "TEXT",
    acts: [{ act: "merge", units: units.map(({ key }) => key), into: { unit: `merged-${Date.now()}`, name } }],
  });
  const viewer = overAll(organisation.roots[0]?.id ?? 0);
  const [preview, previewed] = await timed(() => previewReorganisation(viewer, batch, today));
  if (!("preview" in previewed) || previewed.preview.problems.length > 0) {
    throw new Error(`the merger is refused: ${JSON.stringify(previewed).slice(0, 300)}`);
  }
  const { basis } = previewed.preview;
  const [merge, outcome] = await timed(() => carryOutReorganisation(viewer, batch, at, { basis }));
  if (!("changeId" in outcome)) throw new Error("the merger was not carried out");
  const client = await reader();
  const postings = await client.posting.count({
    where: { recorded_change: outcome.changeId, valid_from: today, retracted_change: null },
  });
  const [undo, undone] = await timed(() => undoChange(outcome.changeId, { actorId: null, at }));
  if (!undone.undone) throw new Error("the merger could not be undone");
  return { preview, merge, undo, postings };
}

async function timed<T>(work: () => Promise<T>): Promise<[seconds: number, result: T]> {
  const start = performance.now();
  const result = await work();
  return [(performance.now() - start) / 1000, result];
}

function overAll(rootId: number): Viewer {
  return {
    accountId: 0,
    personId: 0,
    personPublicId: "",
    fullName: "",
    staffCode: "",
    language: "vi",
    theme: "system",
    noticeRead: true,
    sharedComputer: false,
    collaborator: false,
    serving: true,
    grants: [{ role: "hr-officer", unitId: rootId }],
    delegations: [],
  };
}

import { createHash } from "node:crypto";
import { comparePeople } from "~/domain/imports/compare-people";
import { compareUnits } from "~/domain/imports/compare-units";
import type { PeopleField, UnitField } from "~/domain/imports/fields";
import type { ImportCounts, RowResult } from "~/domain/imports/outcome";
import { readPeopleRow } from "~/domain/imports/people-row";
import type { TableRow } from "~/domain/imports/table";
import { UnitIndex } from "~/domain/imports/unit-index";
import { readUnitRow } from "~/domain/imports/unit-row";
import type { Batch } from "~/domain/organisation/acts";
import { subtreeIds, unitsAsOf } from "~/domain/organisation/organisation-as-of";
import type { PersonnelAct } from "~/domain/people/personnel-acts";
import type { Viewer } from "~/domain/permissions/viewer";
import { foldForSearch } from "~/domain/text/fold-for-search";
import { type CivilDate, civilDateOf, type Instant } from "~/domain/time/civil-date";
import { frameworksAsOf } from "../course/frameworks.server";
import { reader } from "../database.server";
import { organisationAsOf, organisationFacts } from "../organisation/organisation-facts.server";
import { agreedOn, personnelContext } from "../people/personnel-context.server";
import { loadPersonnelFacts } from "../people/personnel-facts.server";
import { scopeOf } from "../reporting/scope-units.server";
import type { ImportRun } from "./import-run.server";
import { rowsOfFile } from "./rows-of-file.server";

export interface ComparedImport {
  rows: RowResult[];
  counts: ImportCounts;
  /** what would be carried out */
  acts: PersonnelAct[] | null;
  batch: Batch | null;
  /** of the acts: another hash is another import */
  digest: string;
  /** the file's own cells by row number, for the rows that are refused */
  cells: ReadonlyMap<number, TableRow>;
}

/**
 * Compares an import with what is on record, for what the viewer may act upon. Nothing is written. The rows are read anew from the
 * kept file.
 * @throws TableRefused
 */
export async function compareImport(
  run: ImportRun,
  viewer: Viewer,
  at: Instant,
  onStep: (done: number, total: number) => void,
): Promise<ComparedImport> {
  const compared = run.kind === "people" ? await people(run, viewer, at, onStep) : await units(run, viewer, at);
  const hash = createHash("sha256").update(JSON.stringify([compared.acts, compared.batch]));
  for (const { number, outcome } of compared.rows) hash.update(`${number} ${outcome}\n`);
  return { ...compared, digest: hash.digest("hex") };
}

async function people(run: ImportRun, viewer: Viewer, at: Instant, onStep: (done: number, total: number) => void) {
  const today = civilDateOf(at);
  const { rows, columnOf } = await rowsOfFile<PeopleField>(run);
  const client = await reader();
  const scope = await scopeOf(viewer, "import-people", today);
  const facts = await loadPersonnelFacts(client, "all");
  onStep(0, rows.length);
  const compared = comparePeople(
    rows.map((row) => readPeopleRow(row, columnOf)),
    {
      effective: run.effective,
      unitsOn: await unitsOfDays(rows.length > 0 ? run.effective : today, scope.has),
      positionOf: await positionWords(today),
      mayTouch: scope.has,
      facts,
      personnel: await personnelContext(client, await agreedOn(today)),
      full: await fullList(run, scope.has),
      onStep,
    },
  );
  return { ...compared, batch: null, cells: byNumber(rows) };
}

async function units(run: ImportRun, viewer: Viewer, at: Instant) {
  const { rows, columnOf } = await rowsOfFile<UnitField>(run);
  const scope = await scopeOf(viewer, "change-organisation", civilDateOf(at));
  const organisation = await organisationAsOf(run.effective);
  const client = await reader();
  const held = await client.$queryRaw<{ unit_id: bigint; n: bigint }[]>`
    SELECT s.unit_id, COUNT(*) AS n FROM posting o JOIN post s ON s.id = o.post_id
    WHERE o.retracted_change IS NULL AND o.valid_from <= ${run.effective} AND (o.valid_to IS NULL OR o.valid_to > ${run.effective})
    GROUP BY s.unit_id`;
  const title = { vi: `Nhập từ tệp ${run.fileName}`, en: `Import of ${run.fileName}` };
  const compared = compareUnits(
    rows.map((row) => readUnitRow(row, columnOf)),
    {
      facts: await organisationFacts(),
      organisation,
      units: new UnitIndex(organisation, scope.has),
      mayTouch: scope.has,
      batch: { key: `import-${run.publicId}`, date: run.effective, title, document: run.fileName, mark: "TEXT" },
      postingsIn: new Map(held.map(({ unit_id, n }) => [Number(unit_id), Number(n)])),
    },
  );
  return { ...compared, acts: null, cells: byNumber(rows) };
}

const byNumber = (rows: readonly TableRow[]) => new Map(rows.map((row) => [row.number, row]));

/** The units of a day by what files call them, each day worked out once. */
async function unitsOfDays(effective: CivilDate, mayName: (unitId: number) => boolean) {
  const facts = await organisationFacts();

  const days = new Map<CivilDate, UnitIndex>([[effective, new UnitIndex(await organisationAsOf(effective), mayName)]]);
  return (date: CivilDate) => {
    const index = days.get(date) ?? new UnitIndex(unitsAsOf(facts, date), mayName);
    days.set(date, index);
    return index;
  };
}

/** Titles, short titles and keys of the positions of a day. */
async function positionWords(today: CivilDate): Promise<(text: string) => string | null> {
  const { positions } = await frameworksAsOf(today);
  const words = new Map<string, string>();
  for (const { key, title, short } of positions.content.positions) {
    for (const text of [key, title.vi, title.en, short.vi, short.en]) words.set(foldForSearch(text), key);
  }
  return (text) => words.get(foldForSearch(text)) ?? null;
}

async function fullList(run: ImportRun, has: (unitId: number) => boolean) {
  const choice = run.reading?.choice;
  if (!choice?.fullListOf) return null;
  const organisation = await organisationAsOf(run.effective);
  const top = [...organisation.byId.values()].find(({ publicId }) => publicId === choice.fullListOf);
  const unitIds = top && has(top.id) ? subtreeIds(organisation, top.id).filter(has) : [];
  return { unitIds: new Set(unitIds), endReason: choice.endReason };
}

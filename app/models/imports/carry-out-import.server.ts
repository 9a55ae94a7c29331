import { mustBeNamed } from "~/domain/imports/outcome";
import { unitsInScope } from "~/domain/organisation/succession";
import type { PersonnelAct } from "~/domain/people/personnel-acts";
import { behalfOf } from "~/domain/permissions/behalf";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { insertAccounts } from "../access/accounts.server";
import { type Rows, reader, writeRows } from "../database.server";
import { carryOutActs } from "../organisation/carry-out-acts.server";
import { organisationFacts } from "../organisation/organisation-facts.server";
import { carryOutPersonnelActs } from "../people/carry-out-personnel-acts.server";
import { newPublicId } from "../public-id.server";
import { type ComparedImport, compareImport } from "./compare-import.server";
import type { ImportRun } from "./import-run.server";
import { noteComparison } from "./try-import.server";

/** What the person has agreed to on the page of the dry run. */
export interface Agreement {
  /** the rows that are refused stay out */
  withoutRefused: boolean;
  /** the name was typed where so many postings end that it is asked for */
  named: boolean;
}

/**
 * Carries out an import, whole or not at all, as it was shown. Where the facts have changed since, so that something else would be
 * done, nothing is written but the new comparison, which has to be looked at first.
 * @throws TableRefused; PersonnelRefused or ActsRefused where someone was faster in the very last moment
 */
export async function carryOutImport(
  run: ImportRun,
  viewer: Viewer,
  agreement: Agreement,
  at: Instant,
  onStep: (step: "comparing" | "writing", done: number, total: number) => void,
): Promise<"carried-out" | "look-again"> {
  const order = await agreedOrder(run, viewer, agreement, at, (done, total) => onStep("comparing", done, total));
  if (!order) return "look-again";
  onStep("writing", 0, 0);
  if (order.acts) await carryOutPeople(run, viewer, order.acts, at);
  else await carryOutUnits(run, viewer, order.batch, at);
  const kept = JSON.stringify({ ...run.summary, withoutRefused: order.leavesOut, comparedAgain: false });
  await writeRows((rows) => rows.import_run.updateMany({ where: { id: run.id }, data: { summary: kept } }));
  return "carried-out";
}

/**
 * What is to be carried out, where it is still what was agreed to; else the new comparison is noted. Of the comparison nothing else is
 * kept: while the facts are written, its rows would only take up memory.
 */
async function agreedOrder(
  run: ImportRun,
  viewer: Viewer,
  agreement: Agreement,
  at: Instant,
  onStep: (done: number, total: number) => void,
): Promise<(Pick<ComparedImport, "acts" | "batch"> & { leavesOut: boolean }) | null> {
  const { summary } = run;
  const compared = await compareImport(run, viewer, at, onStep);
  const agreed =
    summary !== null &&
    (compared.acts === null || compared.acts.length > 0) &&
    summary.digest === compared.digest &&
    (compared.counts.rows.refused === 0 || agreement.withoutRefused) &&
    (!mustBeNamed(compared.counts, summary.share) || agreement.named);
  if (!agreed) {
    await noteComparison(run, compared, at, summary?.digest !== compared.digest);
    return null;
  }
  const { acts, batch, counts } = compared;
  return { acts, batch, leavesOut: counts.rows.refused > 0 };
}

async function carryOutPeople(run: ImportRun, viewer: Viewer, acts: PersonnelAct[], at: Instant): Promise<void> {
  const act = {
    kind: "import",
    at,
    actorId: viewer.accountId,
    onBehalfOf: await lenderOf(viewer, acts, at),
    effective: run.effective,
    document: run.fileName,
    onceKey: `import ${run.publicId}`,
  };
  const registered = acts.flatMap((each) => (each.act === "register" ? [each.person] : []));
  // the importer's own area was kept in the comparison, by the power to import
  await carryOutPersonnelActs(null, acts, act, async (rows, changeId, people) => {
    await takeRun(rows, run, changeId);
    const accounts = registered.flatMap((code) => {
      const personId = people.get(code);
      return personId === undefined ? [] : [{ publicId: newPublicId(), personId, passwordHash: null }];
    });
    await insertAccounts(rows, changeId, accounts);
  });
}

/** In the transaction that writes the facts: an import is carried out once. */
async function takeRun(rows: Rows, run: ImportRun, changeId: number): Promise<void> {
  const taken = await rows.import_run.updateMany({
    where: { id: run.id, change_id: null },
    data: { change_id: changeId },
  });
  if (taken.count !== 1) throw new Error("this import was carried out already");
}

/** A process that died between the two writes has carried the batch out: then only the run is noted. */
async function carryOutUnits(
  run: ImportRun,
  viewer: Viewer,
  batch: ComparedImport["batch"],
  at: Instant,
): Promise<void> {
  if (batch) await carryOutActs(batch, viewer.accountId, at);
  const client = await reader();
  const change = await client.change.findFirst({
    where: { once_key: { startsWith: `organisation import-${run.publicId} ` } },
    orderBy: { id: "desc" },
    select: { id: true },
  });
  if (change) await writeRows((rows) => takeRun(rows, run, change.id));
}

/** Whose lent power is used: nobody's where a grant of the viewer's own covers every unit that is written to. */
async function lenderOf(viewer: Viewer, acts: readonly PersonnelAct[], at: Instant): Promise<number | null> {
  if (!viewer.delegations.some(({ power }) => power === "import-people")) return null;
  const facts = await organisationFacts();
  const units = [...new Set(acts.flatMap((act) => (act.act === "create-post" ? [act.unitId] : [])))];
  return behalfOf(viewer, "import-people", (top) => {
    const under = unitsInScope(facts, [top], civilDateOf(at));
    return units.every((unit) => under.has(unit));
  });
}

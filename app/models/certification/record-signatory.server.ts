import { type SignatoryContent, signatoryContent } from "~/domain/certification/authority";
import type { Viewer } from "~/domain/permissions/viewer";
import { type CivilDate, civilDateOf, type Instant } from "~/domain/time/civil-date";
import { actingFor } from "~/models/access/acting-for.server";
import { isDuplicate, type Rows, reader, recordChange } from "~/models/database.server";
import type { signatoryModel } from "~/models/generated/models";
import { organisationFacts } from "~/models/organisation/organisation-facts.server";
import { newPublicId } from "~/models/public-id.server";
import { wasRecorded } from "~/models/recorded-acts.server";
import { scopeOf } from "~/models/reporting/scope-units.server";

export interface SignatoryOrder {
  /** public id */
  unit: string;
  personId: number | null;
  content: SignatoryContent;
  from: CivilDate;
  /** exclusive */
  until: CivilDate | null;
}

export type SignatoryOutcome =
  | { ok: true; publicId: string }
  | { ok: false; refusal: "not-found" | "unit" | "end-before-start" | "overtaken" | "before-it-begins" };

interface By {
  at: Instant;
  onceKey: string;
}

/** Records who signs for the people of a unit in the viewer's reach, from a day on. */
export async function recordSignatory(viewer: Viewer, order: SignatoryOrder, by: By): Promise<SignatoryOutcome> {
  const unit = await unitInReach(viewer, order.unit, by.at);
  if (unit === null) return { ok: false, refusal: "unit" };
  if (order.until !== null && order.until <= order.from) return { ok: false, refusal: "end-before-start" };
  const publicId = newPublicId();
  return write(viewer, "signatory-recorded", unit, order.from, by, publicId, async (rows, changeId) => {
    await addRow(rows, changeId, publicId, unit, order);
  });
}

/** Records a signatory without a person who does so, for what is set up before anybody works here. A second act of the same key changes nothing. */
export async function setUpSignatory(
  unitId: number,
  order: Omit<SignatoryOrder, "unit">,
  act: { at: Instant; document: string; onceKey: string },
): Promise<void> {
  if (await wasRecorded(act.onceKey)) return;
  await recordChange({ ...act, kind: "signatory-recorded", effective: order.from }, (rows, changeId) =>
    addRow(rows, changeId, newPublicId(), unitId, order),
  );
}

/** Somebody else, or other facts, from a day on: the entry ends on it and a new one begins; what was before stays as it was. */
export async function replaceSignatory(
  viewer: Viewer,
  publicId: string,
  order: SignatoryOrder,
  by: By,
): Promise<SignatoryOutcome> {
  const row = await signatoryInReach(viewer, publicId, by.at);
  const unit = await unitInReach(viewer, order.unit, by.at);
  if (!row) return { ok: false, refusal: "not-found" };
  if (unit === null) return { ok: false, refusal: "unit" };
  if (order.until !== null && order.until <= order.from) return { ok: false, refusal: "end-before-start" };
  if (order.from < row.valid_from) return { ok: false, refusal: "before-it-begins" };
  const next = newPublicId();
  return write(viewer, "signatory-replaced", unit, order.from, by, next, async (rows, changeId) => {
    await endRow(rows, changeId, row, order.from);
    await addRow(rows, changeId, next, unit, order);
  });
}

/** Ends a signatory: `on` is the first day on which they sign no more. */
export async function endSignatory(viewer: Viewer, publicId: string, on: CivilDate, by: By): Promise<SignatoryOutcome> {
  const row = await signatoryInReach(viewer, publicId, by.at);
  if (!row) return { ok: false, refusal: "not-found" };
  if (on < row.valid_from) return { ok: false, refusal: "before-it-begins" };
  return write(viewer, "signatory-ended", row.unit_id, on, by, publicId, (rows, changeId) =>
    endRow(rows, changeId, row, on),
  );
}

/** The last row of a signatory over a unit in the viewer's reach. */
export async function signatoryInReach(viewer: Viewer, publicId: string, at: Instant): Promise<signatoryModel | null> {
  const client = await reader();
  const row = await client.signatory.findFirst({
    where: { public_id: publicId, retracted_change: null },
    orderBy: [{ valid_from: "desc" }, { id: "desc" }],
  });
  const scope = await scopeOf(viewer, "manage-programmes", civilDateOf(at));
  return row && scope.has(row.unit_id) ? row : null;
}

async function unitInReach(viewer: Viewer, publicId: string, at: Instant): Promise<number | null> {
  const [scope, facts] = await Promise.all([
    scopeOf(viewer, "manage-programmes", civilDateOf(at)),
    organisationFacts(),
  ]);
  return facts.units.find((unit) => unit.publicId === publicId && scope.has(unit.id))?.id ?? null;
}

class Overtaken extends Error {}

async function endRow(rows: Rows, changeId: number, row: signatoryModel, on: CivilDate): Promise<void> {
  const { count } = await rows.signatory.updateMany({
    where: { id: row.id, retracted_change: null },
    data: { retracted_change: changeId },
  });
  if (count === 0) throw new Overtaken();
  if (on <= row.valid_from) return;
  const { id: _, retracted_change: __, ...kept } = row;
  const validTo = row.valid_to !== null && row.valid_to < on ? row.valid_to : on;
  await rows.signatory.create({ data: { ...kept, valid_to: validTo, recorded_change: changeId } });
}

async function addRow(
  rows: Rows,
  changeId: number,
  publicId: string,
  unitId: number,
  { personId, content, from, until }: Omit<SignatoryOrder, "unit">,
): Promise<void> {
  await rows.$executeRaw`
    INSERT INTO signatory (public_id, unit_id, person_id, content, valid_from, valid_to, recorded_change)
    VALUES (${publicId}, ${unitId}, ${personId}, ${JSON.stringify(signatoryContent.parse(content))}, ${from}, ${until},
      ${changeId})`;
}

async function write(
  viewer: Viewer,
  kind: "signatory-recorded" | "signatory-replaced" | "signatory-ended",
  unitId: number,
  effective: CivilDate,
  { at, onceKey: once }: By,
  publicId: string,
  work: (rows: Rows, changeId: number) => Promise<void>,
): Promise<SignatoryOutcome> {
  const onceKey = `${kind} ${viewer.accountId} ${once}`;
  const onBehalfOf = await actingFor(viewer, "manage-programmes", [unitId], civilDateOf(at));
  try {
    await recordChange({ kind, at, actorId: viewer.accountId, onBehalfOf, effective, onceKey }, work);
  } catch (error) {
    if (error instanceof Overtaken) return { ok: false, refusal: "overtaken" };
    if (!isDuplicate(error) || !(await wasRecorded(onceKey))) throw error;
  }
  return { ok: true, publicId };
}

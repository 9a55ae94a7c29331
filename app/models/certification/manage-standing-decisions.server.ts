import { contentOfSignatory, decisionContent } from "~/domain/certification/standing-decision";
import type { Viewer } from "~/domain/permissions/viewer";
import { type CivilDate, civilDateOf, type Instant } from "~/domain/time/civil-date";
import { isDuplicate, reader, recordChange } from "~/models/database.server";
import { organisationAsOf } from "~/models/organisation/organisation-facts.server";
import { wasRecorded } from "~/models/recorded-acts.server";
import { scopeOf } from "~/models/reporting/scope-units.server";
import { signatoryInReach } from "./record-signatory.server";
import { readSignatory } from "./signatories.server";
import { recordStandingDecision } from "./standing-decisions.server";

export interface DecisionShown {
  id: number;
  programme: string;
  number: string;
  signedOn: CivilDate;
  from: CivilDate;
  until: CivilDate | null;
  signatory: string;
  title: { vi: string; en: string };
  state: "upcoming" | "in-force" | "ended";
}

/** Standing decisions hold for everyone: they are for whoever manages programmes from the top of the house. */
export async function managesAll(viewer: Viewer, today: CivilDate): Promise<boolean> {
  const [scope, { roots }] = await Promise.all([scopeOf(viewer, "manage-programmes", today), organisationAsOf(today)]);
  return roots.some(({ id }) => scope.has(id));
}

/** The decisions by which programmes issue by themselves, of all times, newest first. */
export async function listStandingDecisions(today: CivilDate): Promise<DecisionShown[]> {
  const client = await reader();
  const rows = await client.standing_decision.findMany({
    where: { retracted_change: null },
    orderBy: [{ valid_from: "desc" }, { id: "desc" }],
  });
  return rows.map((row) => {
    const content = decisionContent.parse(JSON.parse(row.content));
    return {
      id: row.id,
      programme: row.programme,
      number: row.number,
      signedOn: row.signed_on,
      from: row.valid_from,
      until: row.valid_to,
      signatory: content.signatory_name,
      title: content.signatory_title,
      state: row.valid_from > today ? "upcoming" : row.valid_to === null || row.valid_to > today ? "in-force" : "ended",
    };
  });
}

export interface DecisionOrder {
  programme: string;
  /** public id */
  signatory: string;
  number: string;
  signedOn: CivilDate;
  from: CivilDate;
  /** exclusive */
  until: CivilDate | null;
  onceKey: string;
  at: Instant;
}

export type DecisionOutcome =
  | { ok: true }
  | { ok: false; refusal: "not-found" | "signatory" | "in-the-past" | "end-before-start" | "number-used" | "ended" };

/** From a day on, not before today, a programme issues by itself, signed for by a signatory who may sign on that day. */
export async function decideStanding(viewer: Viewer, order: DecisionOrder): Promise<DecisionOutcome> {
  const today = civilDateOf(order.at);
  if (!(await managesAll(viewer, today))) return { ok: false, refusal: "not-found" };
  const onceKey = `standing-decision ${viewer.accountId} ${order.onceKey}`;
  if (await wasRecorded(onceKey)) return { ok: true };
  const row = await signatoryInReach(viewer, order.signatory, order.at);
  const signs = row && row.valid_from <= order.from && (row.valid_to === null || row.valid_to > order.from);
  if (!row || !signs) return { ok: false, refusal: "signatory" };
  if (order.from < today) return { ok: false, refusal: "in-the-past" };
  if (order.until !== null && order.until <= order.from) return { ok: false, refusal: "end-before-start" };
  const client = await reader();
  const same = { programme: order.programme, number: order.number, retracted_change: null };
  if ((await client.standing_decision.count({ where: same })) > 0) return { ok: false, refusal: "number-used" };
  const { programme, number, signedOn, from: validFrom, until: validTo, at } = order;
  const content = contentOfSignatory(readSignatory(row).content);
  try {
    await recordStandingDecision(
      { programme, number, signedOn, validFrom, validTo, content },
      { at, actorId: viewer.accountId, document: number, effective: validFrom, onceKey },
    );
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  return { ok: true };
}

/** From a day on, not before today, the programme no longer issues by itself under this decision. */
export async function endStandingDecision(
  viewer: Viewer,
  id: number,
  { on, at, reason }: { on: CivilDate; at: Instant; reason: string },
): Promise<DecisionOutcome> {
  const today = civilDateOf(at);
  const client = await reader();
  const row = await client.standing_decision.findFirst({ where: { id, retracted_change: null } });
  if (!row || !(await managesAll(viewer, today))) return { ok: false, refusal: "not-found" };
  if (row.valid_to !== null && row.valid_to <= today) return { ok: false, refusal: "ended" };
  if (on < today) return { ok: false, refusal: "in-the-past" };
  const act = { kind: "standing-decision-ended", at, actorId: viewer.accountId, effective: on, note: reason };
  return recordChange(act, async (rows, changeId): Promise<DecisionOutcome> => {
    const { count } = await rows.standing_decision.updateMany({
      where: { id, retracted_change: null },
      data: { retracted_change: changeId },
    });
    if (count === 0) return { ok: false, refusal: "ended" };
    if (on > row.valid_from) {
      const { id: _, retracted_change: __, ...kept } = row;
      await rows.standing_decision.create({ data: { ...kept, valid_to: on, recorded_change: changeId } });
    }
    return { ok: true };
  });
}

import {
  type ChecklistItem,
  type HandoverSide,
  type HandoverState,
  handoverState,
} from "~/domain/people/handover-checklist";
import type { Viewer } from "~/domain/permissions/viewer";
import { nameAround } from "~/domain/reporting/unit-selection";
import type { CivilDate, Instant } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { frameworksAsOf } from "../course/frameworks.server";
import { isDuplicate, reader, recordChange } from "../database.server";
import { Prisma } from "../generated/client";
import { organisationFacts } from "../organisation/organisation-facts.server";
import { recordsOf } from "../people/records-of.server";
import { inScope, type Scope, scopeOf } from "../reporting/scope-units.server";

export interface HandoverSummary {
  /** public id */
  handover: string;
  position: string;
  unitId: number;
  unit: string;
  /** null: the post was vacant */
  outgoing: string | null;
  incoming: string;
  on: CivilDate;
  state: HandoverState;
}

export interface HandoverView extends HandoverSummary {
  items: HandoverItem[];
  /** the viewer's own side; null: they only look on */
  side: HandoverSide | null;
}

export interface HandoverItem {
  key: string;
  text: string;
  confirmed: Record<HandoverSide, { at: Instant; by: string } | null>;
}

interface HandoverRow {
  id: bigint;
  public_id: string;
  checklist: string;
  on_date: string;
  position: string;
  unit_id: bigint;
  outgoing_person_id: bigint | null;
  outgoing: string | null;
  incoming: string;
  is_outgoing: bigint | boolean;
  is_incoming: bigint | boolean;
}

/** Names as of the day of the handover or, where there was none yet, the first after it. */
const nameOf = (column: "h.outgoing_person_id" | "h.incoming_person_id") => Prisma.sql`
  COALESCE(
    (SELECT n.full_name FROM person_name n WHERE n.person_id = ${Prisma.raw(column)} AND n.retracted_change IS NULL
      AND n.valid_from <= h.on_date ORDER BY n.valid_from DESC LIMIT 1),
    (SELECT n.full_name FROM person_name n WHERE n.person_id = ${Prisma.raw(column)} AND n.retracted_change IS NULL
      ORDER BY n.valid_from LIMIT 1))`;

async function findRows(personId: number, where: Prisma.Sql): Promise<HandoverRow[]> {
  const client = await reader();
  const own = recordsOf(personId);
  return client.$queryRaw<HandoverRow[]>`
    SELECT h.id, h.public_id, h.checklist, h.on_date, s.position, s.unit_id, h.outgoing_person_id,
      ${nameOf("h.outgoing_person_id")} AS outgoing, ${nameOf("h.incoming_person_id")} AS incoming,
      COALESCE(h.outgoing_person_id IN ${own}, 0) AS is_outgoing, h.incoming_person_id IN ${own} AS is_incoming
    FROM handover h JOIN post s ON s.id = h.post_id
    WHERE h.retracted_change IS NULL AND ${where} ORDER BY h.on_date DESC, h.id DESC`;
}

interface ConfirmationRow {
  handover_id: number;
  item: string;
  side: string;
  account_id: number;
  at: string;
}

async function confirmationsOf(ids: readonly number[]): Promise<ConfirmationRow[]> {
  if (ids.length === 0) return [];
  const client = await reader();
  return client.handover_confirmation.findMany({
    where: { handover_id: { in: [...ids] } },
    select: { handover_id: true, item: true, side: true, account_id: true, at: true },
  });
}

async function summaries(rows: readonly HandoverRow[], today: CivilDate, language: Language) {
  const [facts, frameworks, confirmations] = await Promise.all([
    organisationFacts(),
    frameworksAsOf(today),
    confirmationsOf(rows.map(({ id }) => Number(id))),
  ]);
  const { positions } = frameworks.positions.content;
  return rows.map((row) => {
    const own = confirmations.filter(({ handover_id }) => handover_id === Number(row.id));
    const items = JSON.parse(row.checklist) as ChecklistItem[];
    const said = own.map(({ item, side }) => ({ item, side: side as HandoverSide }));
    const summary: HandoverSummary = {
      handover: row.public_id,
      position: positions.find(({ key }) => key === row.position)?.title[language] ?? row.position,
      unitId: Number(row.unit_id),
      unit: nameAround(facts, Number(row.unit_id), row.on_date)[language],
      outgoing: row.outgoing,
      incoming: row.incoming,
      on: row.on_date,
      state: handoverState(items, said, row.outgoing_person_id !== null),
    };
    return { summary, items, confirmations: own };
  });
}

/** The open handovers of posts in a scope, newest first. */
export async function openHandovers(scope: Scope, today: CivilDate, language: Language): Promise<HandoverSummary[]> {
  const found = await summaries(await findRows(0, inScope(scope, "s.unit_id")), today, language);
  return found.map(({ summary }) => summary).filter(({ state }) => !state.complete);
}

/** A person's handovers, on either side, newest first. The caller has established that the viewer may see this person. */
export async function handoversOf(personId: number, today: CivilDate, language: Language): Promise<HandoverSummary[]> {
  const own = recordsOf(personId);
  const where = Prisma.sql`(h.outgoing_person_id IN ${own} OR h.incoming_person_id IN ${own})`;
  return (await summaries(await findRows(personId, where), today, language)).map(({ summary }) => summary);
}

/** A handover for one of its two people, or for who may see the people of the post's unit. Null for everyone else. */
export async function loadHandover(
  viewer: Viewer,
  publicId: string,
  today: CivilDate,
  language: Language,
): Promise<HandoverView | null> {
  const own = recordsOf(viewer.personId);
  const scope = await scopeOf(viewer, "see-people", today);
  const rows = await findRows(
    viewer.personId,
    Prisma.sql`h.public_id = ${publicId} AND (h.outgoing_person_id IN ${own} OR h.incoming_person_id IN ${own}
      OR ${inScope(scope, "s.unit_id")})`,
  );
  const [row] = rows;
  const [found] = await summaries(rows, today, language);
  if (!row || !found) return null;
  const by = { outgoing: found.summary.outgoing ?? "", incoming: found.summary.incoming };
  const confirmed = (key: string, side: HandoverSide) => {
    const one = found.confirmations.find((each) => each.item === key && each.side === side);
    return one ? { at: one.at, by: by[side] } : null;
  };
  return {
    ...found.summary,
    side: row.is_incoming ? "incoming" : row.is_outgoing ? "outgoing" : null,
    items: found.items.map((item) => ({
      key: item.key,
      text: item[language],
      confirmed: { outgoing: confirmed(item.key, "outgoing"), incoming: confirmed(item.key, "incoming") },
    })),
  };
}

/**
 * Confirms items of the viewer's own side of a handover; what is confirmed already stays as it was, whoever comes twice or at
 * once. False: it is not theirs, or an item is not on its list, and nothing is written.
 */
export async function confirmHandover(
  viewer: Viewer,
  publicId: string,
  items: readonly string[],
  at: Instant,
): Promise<boolean> {
  const own = recordsOf(viewer.personId);
  const [row] = await findRows(
    viewer.personId,
    Prisma.sql`h.public_id = ${publicId} AND (h.outgoing_person_id IN ${own} OR h.incoming_person_id IN ${own})`,
  );
  if (!row) return false;
  const side: HandoverSide = row.is_incoming ? "incoming" : "outgoing";
  const known = new Set((JSON.parse(row.checklist) as ChecklistItem[]).map(({ key }) => key));
  if (items.some((item) => !known.has(item))) return false;
  const said = await confirmationsOf([Number(row.id)]);
  const fresh = [...new Set(items)].filter((item) => !said.some((each) => each.side === side && each.item === item));
  if (fresh.length === 0) return true;
  const act = { kind: "handover-confirmed", at, actorId: viewer.accountId };
  try {
    await recordChange(act, async (rows, changeId) => {
      const rest = { handover_id: Number(row.id), side, account_id: viewer.accountId, at, recorded_change: changeId };
      await rows.handover_confirmation.createMany({ data: fresh.map((item) => ({ item, ...rest })) });
    });
    return true;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    // someone's other window was faster with one of them: the rest is still to be said
    return confirmHandover(viewer, publicId, items, at);
  }
}

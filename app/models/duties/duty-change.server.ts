import type { Viewer } from "~/domain/permissions/viewer";
import { type CivilDate, civilDateOf, type Instant } from "~/domain/time/civil-date";
import { reader } from "../database.server";
import { actById, type RecordedAct } from "../recorded-changes.server";
import { holding, inScope, scopeOf } from "../reporting/scope-units.server";
import { type Undo, undoChange } from "../undo-change.server";
import { ORDER_KINDS } from "./duty-order.server";

export type OrderKind = (typeof ORDER_KINDS)[keyof typeof ORDER_KINDS];
const KINDS = Object.values(ORDER_KINDS);

export interface DutyChangeView {
  act: RecordedAct & { kind: OrderKind };
  /** how many people the act reached */
  total: number;
  /** those in the viewer's reach, by name: the first hundred */
  people: { person: string; name: string; staffCode: string }[];
  /** all of them are in the viewer's reach */
  mayUndo: boolean;
}

const MOST_SHOWN = 100;

/** An order for many people, for those who may assign duties to any of them; null: there is none. */
export async function loadDutyChange(viewer: Viewer, id: number, today: CivilDate): Promise<DutyChangeView | null> {
  const act = await actById(id, KINDS);
  if (!act) return null;
  const client = await reader();
  const scope = await scopeOf(viewer, "assign-duties", today);
  const rows = await client.$queryRaw<
    { public_id: string; staff_code: string; full_name: string; reach: bigint; total: bigint; reached: bigint }[]
  >`
    SELECT f.*, COUNT(*) OVER () AS total, SUM(f.reach) OVER () AS reached FROM (
      SELECT p.public_id, p.staff_code, n.full_name, n.sort_key, EXISTS (
        SELECT 1 FROM posting o JOIN post s ON s.id = o.post_id
        WHERE o.person_id = p.id AND ${holding("o", today)} AND ${inScope(scope, "s.unit_id")}) AS reach
      FROM person p LEFT JOIN person_name n ON n.person_id = p.id AND ${holding("n", today)}
      WHERE p.id IN (SELECT person_id FROM manual_assignment WHERE recorded_change = ${id}
        UNION SELECT person_id FROM due_extension WHERE recorded_change = ${id}
        UNION SELECT person_id FROM waiver WHERE recorded_change = ${id})
    ) AS f ORDER BY f.reach DESC, f.sort_key LIMIT ${MOST_SHOWN}`;
  const total = Number(rows[0]?.total ?? 0);
  const reached = Number(rows[0]?.reached ?? 0);
  if (reached === 0) return null;
  const people = rows
    .filter(({ reach }) => Boolean(reach))
    .map((row) => ({ person: row.public_id, name: row.full_name, staffCode: row.staff_code }));
  return { act: act as DutyChangeView["act"], total, people, mayUndo: reached === total };
}

/** Takes an order back, whole, while nothing later builds on it. Null: there is none that the viewer may take back. */
export async function undoDutyChange(
  viewer: Viewer,
  id: number,
  note: string | null,
  at: Instant,
): Promise<Undo | null> {
  const view = await loadDutyChange(viewer, id, civilDateOf(at));
  if (!view?.mayUndo) return null;
  return undoChange(id, { actorId: viewer.accountId, at, note: note ?? undefined });
}

import type { Viewer } from "~/domain/permissions/viewer";
import { type CivilDate, civilDateOf, type Instant } from "~/domain/time/civil-date";
import { actingFor } from "../access/acting-for.server";
import { namesOfAccounts } from "../access/names-of-accounts.server";
import { reader } from "../database.server";
import { scopeOf } from "../reporting/scope-units.server";
import { type Undo, type UndoRefusal, undoChange } from "../undo-change.server";
import { planScope } from "./plan-scope.server";
import { unitsTouched } from "./units-of-change.server";

/** A later change that stands in the way of an undo. */
export interface InTheWay {
  changeId: number;
  /** a reorganisation has a page of its own */
  reorganisation: boolean;
  title: string | null;
  at: Instant;
  by: string | null;
}

export type ReorganisationUndone = { undone: true } | { undone: false; code: UndoRefusal; inTheWay: InTheWay[] };

/** Whether a viewer may undo a reorganisation: every unit that it touched is theirs to reorganise. */
export async function mayUndo(viewer: Viewer, changeId: number, today: CivilDate): Promise<boolean> {
  if ((await planScope(viewer, today)).all) return true;
  const [scope, touched] = await Promise.all([scopeOf(viewer, "change-organisation", today), unitsTouched(changeId)]);
  return !touched.shared && touched.unitIds.length > 0 && touched.unitIds.every((unitId) => scope.has(unitId));
}

/** Undoes a reorganisation, whole, unless later changes build on it; null: it is not the viewer's to undo. */
export async function undoReorganisation(
  viewer: Viewer,
  changeId: number,
  at: Instant,
): Promise<ReorganisationUndone | null> {
  const today = civilDateOf(at);
  if (!(await isReorganisation(changeId)) || !(await mayUndo(viewer, changeId, today))) return null;
  const { unitIds } = await unitsTouched(changeId);
  const onBehalfOf = await actingFor(viewer, "change-organisation", unitIds, today);
  const outcome = await undoChange(changeId, { actorId: viewer.accountId, onBehalfOf, at });
  if (outcome.undone) return { undone: true };
  return { undone: false, code: outcome.code, inTheWay: await named(outcome.because, today) };
}

async function isReorganisation(changeId: number): Promise<boolean> {
  const client = await reader();
  return (await client.change.count({ where: { id: changeId, kind: "organisation" } })) > 0;
}

async function named(because: Extract<Undo, { undone: false }>["because"], today: CivilDate): Promise<InTheWay[]> {
  const client = await reader();
  const changes = await client.change.findMany({
    where: { id: { in: because.map(({ changeId }) => changeId) } },
    select: { id: true, actor_id: true },
  });
  const actorOf = new Map(changes.map(({ id, actor_id }) => [id, actor_id]));
  const names = await namesOfAccounts(
    changes.flatMap(({ actor_id }) => actor_id ?? []),
    today,
  );
  return because.map(({ changeId, kind, title, at }) => ({
    changeId,
    reorganisation: kind === "organisation",
    title,
    at,
    by: names.get(actorOf.get(changeId) ?? 0) ?? null,
  }));
}

import type { PlanProblem, SittingMode, SittingPlan } from "~/domain/assessment/sitting";
import type { Viewer } from "~/domain/permissions/viewer";
import { type CivilDate, civilDateOf, type Instant } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { actingFor } from "../access/acting-for.server";
import { currentCourses } from "../course/courses-up-to.server";
import { isDuplicate, type Rows, reader, recordChange } from "../database.server";
import { Prisma } from "../generated/client";
import { organisationFacts } from "../organisation/organisation-facts.server";
import { type FoundPerson, findPersonForField } from "../people/find-for-field.server";
import { newPublicId } from "../public-id.server";
import { scopeOf } from "../reporting/scope-units.server";
import { findSitting } from "./find-sitting.server";
import { newRoomCode } from "./room-code.server";
import { clashesOf } from "./sitting-clashes.server";

/** A plan as the form says it; course and unit are chosen once. */
export interface PlanOrder {
  title: string;
  place: string;
  opensAt: Instant;
  closesAt: Instant;
  mode: SittingMode;
  /** "keep": the code that it has, or a new one where it has none */
  roomCode: "none" | "keep" | "new";
  oneDevice: boolean;
  /** as typed: a staff code, an address or a name; empty: nobody yet */
  invigilator: string;
}

export type PlanOutcome =
  | { ok: true; publicId: string }
  | { ok: false; problems: PlanProblem[]; people?: FoundPerson[] }
  /** no such sitting, or it is cancelled or closed */
  | { ok: false; problems: "not-found" | "ended" };

class PlanRefused extends Error {
  constructor(readonly problems: PlanProblem[] | "not-found" | "ended") {
    super("plan refused");
  }
}

/** Records a new sitting over a unit in the viewer's reach. */
export async function planSitting(
  viewer: Viewer,
  { course, unit }: { course: string; unit: string },
  order: PlanOrder,
  at: Instant,
  onceKey: string,
  language: Language,
): Promise<PlanOutcome> {
  const today = civilDateOf(at);
  const [scope, facts, courses] = await Promise.all([
    scopeOf(viewer, "manage-exams", today),
    organisationFacts(),
    currentCourses(today),
  ]);
  const chosen = courses.find(({ slug }) => slug === course);
  const holder = facts.units.find(({ publicId, id }) => publicId === unit && scope.has(id));
  const found = await invigilatorOf(viewer, order, today, language);
  const problems: PlanProblem[] = [...found.problems];
  if (!chosen) problems.push("course");
  if (!holder) problems.push("unit");
  if (order.closesAt <= at) problems.push("over-already");
  if (chosen && tooShort(order, chosen.exam.minutes)) problems.push("too-short");
  if (problems.length > 0 || !chosen || !holder) return { ok: false, problems, people: found.people };
  const publicId = newPublicId();
  const key = `sitting-planned ${viewer.accountId} ${onceKey}`;
  const act = {
    kind: "sitting-planned",
    at,
    actorId: viewer.accountId,
    onBehalfOf: await actingFor(viewer, "manage-exams", [holder.id], today),
    onceKey: key,
  };
  try {
    await recordChange(act, async (rows, changeId) => {
      const plan = planOf(order, found.id, null);
      const clashes = await clashesOf(rows, 0, plan, today);
      if (clashes.length > 0) throw new PlanRefused(clashes);
      const { id } = await rows.sitting.create({
        data: { public_id: publicId, course_id: chosen.courseId, unit_id: holder.id, recorded_change: changeId },
        select: { id: true },
      });
      await writePlan(rows, changeId, id, plan);
    });
    return { ok: true, publicId };
  } catch (error) {
    if (error instanceof PlanRefused) return { ok: false, problems: error.problems } as PlanOutcome;
    if (isDuplicate(error)) {
      const first = await plannedBefore(key);
      if (first) return { ok: true, publicId: first };
    }
    throw error;
  }
}

/** Says the plan of a sitting again; what it said before stays in the history. */
export async function changeSitting(
  viewer: Viewer,
  publicId: string,
  order: PlanOrder,
  at: Instant,
  onceKey: string,
  language: Language,
): Promise<PlanOutcome> {
  const today = civilDateOf(at);
  const seen = await findSitting(await reader(), viewer, publicId, today);
  if (!seen?.officer || seen.candidate) return { ok: false, problems: "not-found" };
  const found = await invigilatorOf(viewer, order, today, language, seen.plan.invigilatorId);
  const problems: PlanProblem[] = [...found.problems];
  const course = (await currentCourses(today)).find(({ courseId }) => courseId === seen.courseId);
  if (order.closesAt <= at && order.closesAt !== seen.plan.closesAt) problems.push("over-already");
  if (course && tooShort(order, course.exam.minutes)) problems.push("too-short");
  if (problems.length > 0) return { ok: false, problems, people: found.people };
  const act = {
    kind: "sitting-changed",
    at,
    actorId: viewer.accountId,
    onBehalfOf: await actingFor(viewer, "manage-exams", [seen.unitId], today),
    onceKey: `sitting-changed ${publicId} ${viewer.accountId} ${onceKey}`,
  };
  try {
    await recordChange(act, async (rows, changeId) => {
      const sitting = await findSitting(rows, viewer, publicId, today);
      if (!sitting?.officer) throw new PlanRefused("not-found");
      if (sitting.plan.status !== "planned") throw new PlanRefused("ended");
      const plan = planOf(order, found.id, sitting.plan.roomCode);
      const clashes = await clashesOf(rows, sitting.id, plan, today);
      if (plan.mode !== sitting.plan.mode && (await hasBegun(rows, sitting.id))) clashes.push("mode-begun");
      if (clashes.length > 0) throw new PlanRefused(clashes);
      await rows.sitting_plan.update({ where: { id: sitting.planId }, data: { retracted_change: changeId } });
      await writePlan(rows, changeId, sitting.id, plan);
    });
    return { ok: true, publicId };
  } catch (error) {
    if (error instanceof PlanRefused) return { ok: false, problems: error.problems } as PlanOutcome;
    if (isDuplicate(error)) return { ok: true, publicId };
    throw error;
  }
}

export async function writePlan(rows: Rows, changeId: number, sittingId: number, plan: SittingPlan): Promise<void> {
  await rows.sitting_plan.create({
    data: {
      sitting_id: sittingId,
      title: plan.title,
      place: plan.place,
      opens_at: plan.opensAt,
      closes_at: plan.closesAt,
      mode: plan.mode,
      room_code: plan.roomCode,
      one_device: plan.oneDevice,
      invigilator_id: plan.invigilatorId,
      status: plan.status,
      recorded_change: changeId,
    },
  });
}

function planOf(order: PlanOrder, invigilatorId: number | null, known: string | null): SittingPlan {
  const { title, place, opensAt, closesAt, mode, roomCode, oneDevice } = order;
  // on paper there is nothing to begin by a code, and no browser to hold on to
  const code = mode === "paper" || roomCode === "none" ? null : roomCode === "keep" && known ? known : newRoomCode();
  return {
    title,
    place,
    opensAt,
    closesAt,
    mode,
    roomCode: code,
    oneDevice: mode === "online" && oneDevice,
    invigilatorId,
    status: "planned",
  };
}

function tooShort({ opensAt, closesAt }: PlanOrder, minutes: number): boolean {
  return Date.parse(closesAt) - Date.parse(opensAt) < minutes * 60_000;
}

async function invigilatorOf(
  viewer: Viewer,
  { invigilator }: PlanOrder,
  today: CivilDate,
  language: Language,
  known: number | null = null,
): Promise<{ id: number | null; problems: PlanProblem[]; people?: FoundPerson[] }> {
  if (invigilator.trim() === "") return { id: null, problems: [] };
  const found = await findPersonForField(viewer, "manage-exams", invigilator, today, language);
  if (found.kind === "one") return { id: found.person.id, problems: [] };
  if (found.kind === "several") return { id: null, problems: ["invigilator-several"], people: found.people };
  // one who was named by somebody with a wider reach stays named
  const client = await reader();
  const person = known === null ? null : await client.person.findUnique({ where: { id: known } });
  if (person && person.staff_code === invigilator.trim().toUpperCase()) return { id: known, problems: [] };
  return { id: null, problems: ["invigilator"] };
}

async function hasBegun(rows: Rows, sittingId: number): Promise<boolean> {
  const [row] = await rows.$queryRaw<{ begun: bigint }[]>`
    SELECT (SELECT COUNT(*) FROM attempt WHERE sitting_id = ${sittingId})
      + (SELECT COUNT(*) FROM sitting_paper WHERE sitting_id = ${sittingId}) AS begun`;
  return Number(row?.begun ?? 0) > 0;
}

async function plannedBefore(onceKey: string): Promise<string | null> {
  const client = await reader();
  const [row] = await client.$queryRaw<{ public_id: string }[]>(Prisma.sql`
    SELECT s.public_id FROM sitting s JOIN change h ON h.id = s.recorded_change WHERE h.once_key = ${onceKey}`);
  return row?.public_id ?? null;
}

import type { SittingMode, SittingPlan } from "~/domain/assessment/sitting";
import { hasPower, type Viewer } from "~/domain/permissions/viewer";
import type { Bilingual } from "~/domain/text/bilingual";
import type { CivilDate } from "~/domain/time/civil-date";
import { currentCourses } from "../course/courses-up-to.server";
import type { Rows } from "../database.server";
import { Prisma } from "../generated/client";
import { keptRecord, recordsOf } from "../people/records-of.server";
import { scopeOf } from "../reporting/scope-units.server";

/** A sitting as those see it who hold it. */
export interface FoundSitting {
  id: number;
  publicId: string;
  courseId: number;
  courseSlug: string;
  courseTitle: Bilingual;
  unitId: number;
  plan: SittingPlan;
  /** the row of the plan in force */
  planId: number;
  /** manages exams over the unit that holds it */
  officer: boolean;
  /** is the invigilator that it names */
  invigilator: boolean;
  /** is one of its candidates: then nothing of it is theirs to do */
  candidate: boolean;
}

/** The sittings `s` with plans `p` that a condition names and that are the viewer's to see, the newest first. */
export async function sittingsWhere(
  client: Pick<Rows, "$queryRaw">,
  viewer: Viewer,
  where: Prisma.Sql,
  today: CivilDate,
  most = 500,
): Promise<FoundSitting[]> {
  const manages = hasPower(viewer, "manage-exams") ? await scopeOf(viewer, "manage-exams", today) : null;
  const units = manages === null ? [] : manages.units;
  const inReach =
    units === "all"
      ? Prisma.sql`1 = 1`
      : units.length === 0
        ? Prisma.sql`1 = 0`
        : Prisma.raw(`s.unit_id IN (${units.map(Number).join(",")})`);
  const named = hasPower(viewer, "invigilate")
    ? Prisma.sql`(p.invigilator_id IS NOT NULL AND p.invigilator_id IN ${recordsOf(viewer.personId)})`
    : Prisma.sql`1 = 0`;
  const rows = await client.$queryRaw<
    {
      id: bigint;
      public_id: string;
      course_id: bigint;
      slug: string;
      unit_id: bigint;
      plan_id: bigint;
      title: string;
      place: string;
      opens_at: string;
      closes_at: string;
      mode: string;
      room_code: string | null;
      one_device: bigint | boolean;
      invigilator_id: bigint | null;
      status: string;
      named: bigint;
      candidate: bigint;
    }[]
  >`
    SELECT s.id, s.public_id, s.course_id, c.slug, s.unit_id, p.id AS plan_id, p.title, p.place, p.opens_at, p.closes_at, p.mode,
      p.room_code, p.one_device, p.invigilator_id, p.status, ${named} AS named,
      EXISTS (SELECT 1 FROM sitting_candidate k WHERE k.sitting_id = s.id AND k.retracted_change IS NULL
        AND k.person_id IN ${recordsOf(viewer.personId)}) AS candidate
    FROM sitting s JOIN sitting_plan p ON p.sitting_id = s.id AND p.retracted_change IS NULL JOIN course c ON c.id = s.course_id
    WHERE ${where} AND (${inReach} OR ${named}) ORDER BY p.opens_at DESC, s.id DESC LIMIT ${most}`;
  const courses = await currentCourses(today);
  return rows.map((row) => ({
    id: Number(row.id),
    publicId: row.public_id,
    courseId: Number(row.course_id),
    courseSlug: row.slug,
    courseTitle: courses.find(({ slug }) => slug === row.slug)?.exam.title ?? { vi: row.slug, en: row.slug },
    unitId: Number(row.unit_id),
    planId: Number(row.plan_id),
    plan: {
      title: row.title,
      place: row.place,
      opensAt: row.opens_at,
      closesAt: row.closes_at,
      mode: row.mode as SittingMode,
      roomCode: row.room_code,
      oneDevice: Boolean(row.one_device),
      invigilatorId: row.invigilator_id === null ? null : Number(row.invigilator_id),
      status: row.status as SittingPlan["status"],
    },
    officer: manages?.has(Number(row.unit_id)) ?? false,
    invigilator: Boolean(row.named),
    candidate: Boolean(row.candidate),
  }));
}

/** One sitting by its public id; null for an unknown one and for one that is not the viewer's to see. */
export async function findSitting(
  client: Pick<Rows, "$queryRaw">,
  viewer: Viewer,
  publicId: string,
  today: CivilDate,
): Promise<FoundSitting | null> {
  const [found] = await sittingsWhere(client, viewer, Prisma.sql`s.public_id = ${publicId}`, today, 1);
  return found ?? null;
}

/** Candidates in force: the person's kept record and the number, in the order of numbers. */
export async function candidateRows(
  client: Pick<Rows, "$queryRaw">,
  sittingId: number,
): Promise<{ id: number; personId: number; number: string }[]> {
  const rows = await client.$queryRaw<{ id: bigint; person_id: bigint; number: string }[]>`
    SELECT r.id, ${keptRecord("r.person_id")} AS person_id, r.number FROM sitting_candidate r
    WHERE r.sitting_id = ${sittingId} AND r.retracted_change IS NULL ORDER BY r.number`;
  return rows.map((row) => ({ id: Number(row.id), personId: Number(row.person_id), number: row.number }));
}

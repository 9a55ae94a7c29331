import type { PlanProblem, SittingPlan } from "~/domain/assessment/sitting";
import { ROLES, roleAllows } from "~/domain/permissions/role";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Rows } from "../database.server";
import { Prisma } from "../generated/client";
import { keptRecord, recordsOf } from "../people/records-of.server";
import { candidateRows } from "./find-sitting.server";

type Times = Pick<SittingPlan, "opensAt" | "closesAt">;

/** Other planned sittings `p` that overlap with these times. */
function overlapping(sittingId: number, { opensAt, closesAt }: Times): Prisma.Sql {
  return Prisma.sql`p.retracted_change IS NULL AND p.status = 'planned' AND p.sitting_id <> ${sittingId}
    AND p.opens_at < ${closesAt} AND p.closes_at > ${opensAt}`;
}

/** Of some people, the kept records of those who are candidates or invigilators of another sitting at these times. */
export async function busyElsewhere(
  client: Pick<Rows, "$queryRaw">,
  sittingId: number,
  times: Times,
  personIds: readonly number[],
): Promise<Set<number>> {
  if (personIds.length === 0) return new Set();
  const wanted = new Set(personIds);
  const rows = await client.$queryRaw<{ person_id: bigint }[]>`
    SELECT ${keptRecord("r.person_id")} AS person_id FROM sitting_candidate r JOIN sitting_plan p ON p.sitting_id = r.sitting_id
    WHERE r.retracted_change IS NULL AND ${overlapping(sittingId, times)}
    UNION SELECT ${keptRecord("r.id")} AS person_id FROM sitting_plan p JOIN person r ON r.id = p.invigilator_id
    WHERE ${overlapping(sittingId, times)}`;
  return new Set(rows.map(({ person_id }) => Number(person_id)).filter((id) => wanted.has(id)));
}

/** What of people stands in the way of a plan; asked inside the transaction that writes it. `sittingId` 0: a new one. */
export async function clashesOf(
  rows: Rows,
  sittingId: number,
  plan: SittingPlan,
  today: CivilDate,
): Promise<PlanProblem[]> {
  const problems: PlanProblem[] = [];
  const candidates = (await candidateRows(rows, sittingId)).map(({ personId }) => personId);
  const { invigilatorId } = plan;
  const everyone = invigilatorId === null ? candidates : [...candidates, invigilatorId];
  const busy = await busyElsewhere(rows, sittingId, plan, everyone);
  if (candidates.some((id) => busy.has(id))) problems.push("candidate-elsewhere");
  if (invigilatorId !== null) {
    if (candidates.includes(invigilatorId)) problems.push("invigilator-is-candidate");
    else if (busy.has(invigilatorId)) problems.push("invigilator-elsewhere");
    if (!(await mayInvigilate(rows, invigilatorId, today))) problems.push("invigilator-no-right");
  }
  return problems;
}

const INVIGILATING = ROLES.filter((role) => roleAllows(role, "invigilate"));

/** Whether somebody holds a role that lets them open the sitting that names them. */
async function mayInvigilate(rows: Rows, personId: number, today: CivilDate): Promise<boolean> {
  const found = await rows.$queryRaw<unknown[]>`
    SELECT 1 FROM permission_grant g JOIN account a ON a.id = g.account_id
    WHERE a.person_id IN ${recordsOf(personId)} AND g.role IN (${Prisma.join([...INVIGILATING])})
      AND g.retracted_change IS NULL AND g.valid_from <= ${today} AND (g.valid_to IS NULL OR g.valid_to > ${today}) LIMIT 1`;
  return found.length > 0;
}

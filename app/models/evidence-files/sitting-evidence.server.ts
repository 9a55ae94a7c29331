import type { SittingEvidence } from "~/domain/evidence-file/evidence-file";
import { nameAround } from "~/domain/reporting/unit-selection";
import type { CivilDate } from "~/domain/time/civil-date";
import { namesOfAccounts } from "../access/names-of-accounts.server";
import { currentCourses } from "../course/courses-up-to.server";
import type { Rows } from "../database.server";
import { namesOfPeople } from "../marking/names-of-people.server";
import { organisationFacts } from "../organisation/organisation-facts.server";
import { keptRecords } from "../people/records-of.server";
import { candidateRows } from "../sittings/find-sitting.server";

export interface GatheredSitting {
  sitting: SittingEvidence;
  attempts: number[];
  changes: number[];
}

/** An exam day: its plan, candidates, minutes, sealed papers and what was typed in. The caller has established that the viewer may see it. */
export async function sittingEvidence(client: Rows, id: number, today: CivilDate): Promise<GatheredSitting> {
  const sitting = await client.sitting.findUniqueOrThrow({ where: { id } });
  const course = await client.course.findUniqueOrThrow({ where: { id: sitting.course_id } });
  const taught = (await currentCourses(today)).find(({ slug }) => slug === course.slug);
  const of = { where: { sitting_id: id }, orderBy: { id: "asc" as const } };
  const plans = await client.sitting_plan.findMany(of);
  const minutes = await client.sitting_minutes.findMany(of);
  const papers = await client.sitting_paper.findMany(of);
  const entries = await client.paper_entry.findMany(of);
  const attempts = await client.attempt.findMany({ ...of, select: { id: true, public_id: true, person_id: true } });
  const candidates = await candidateRows(client, id);
  // with those who were taken off the list again
  const named = await client.sitting_candidate.findMany(of);
  const kept = await keptRecords(client);
  const person = (record: number) => kept.get(record) ?? record;
  const ids = candidates.map(({ personId }) => personId);
  const codes = new Map(
    (await client.person.findMany({ where: { id: { in: ids } }, select: { id: true, staff_code: true } })).map(
      ({ id, staff_code }) => [id, staff_code],
    ),
  );
  const plan = plans.find(({ retracted_change }) => retracted_change === null) ?? plans.at(-1);
  const names = await namesOfPeople(plan?.invigilator_id ? [...ids, person(plan.invigilator_id)] : ids, today);
  const recorded = await client.change.findMany({
    where: { id: { in: minutes.map(({ recorded_change }) => recorded_change) } },
    select: { id: true, at: true, actor_id: true },
  });
  const accounts = await namesOfAccounts(
    [...entries.map(({ account_id }) => account_id), ...recorded.flatMap(({ actor_id }) => actor_id ?? [])],
    today,
  );
  return {
    sitting: {
      title: plan?.title ?? "",
      place: plan?.place ?? "",
      unit: nameAround(await organisationFacts(), sitting.unit_id, today),
      course: course.slug,
      courseTitle: taught?.exam.title ?? { vi: course.slug, en: course.slug },
      opensAt: plan?.opens_at ?? "",
      closesAt: plan?.closes_at ?? "",
      mode: plan?.mode ?? "",
      status: plan?.status ?? "",
      invigilator: plan?.invigilator_id ? (names.get(person(plan.invigilator_id)) ?? null) : null,
      candidates: candidates.map(({ personId, number }) => ({
        number,
        name: names.get(personId) ?? "",
        staffCode: codes.get(personId) ?? "",
        attempt: attempts.find((each) => person(each.person_id) === personId)?.public_id ?? null,
      })),
      minutes: minutes.map(({ content, recorded_change, retracted_change }) => {
        const act = recorded.find((each) => each.id === recorded_change);
        return {
          content: JSON.parse(content) as unknown,
          at: act?.at ?? "",
          by: accounts.get(act?.actor_id ?? 0) ?? null,
          retracted: retracted_change !== null,
        };
      }),
      papers: papers.map(({ code, seal }) => ({ code, seal })),
      entries: entries.map(({ person_id, ordinal, code, account_id, at, retracted_change }) => ({
        number: candidates.find(({ personId }) => personId === person(person_id))?.number ?? "",
        ordinal,
        code,
        by: accounts.get(account_id) ?? null,
        at,
        retracted: retracted_change !== null,
      })),
    },
    attempts: attempts.map(({ id }) => id),
    changes: [
      sitting.recorded_change,
      ...papers.map(({ recorded_change }) => recorded_change),
      ...[...plans, ...named, ...minutes, ...entries].flatMap(({ recorded_change, retracted_change }) => [
        recorded_change,
        ...(retracted_change === null ? [] : [retracted_change]),
      ]),
    ],
  };
}

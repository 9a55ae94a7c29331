import { coursesOf } from "~/domain/certification/programme-references";
import { type DutyRules, dutiesOn } from "~/domain/enrolment/duties";
import type { PostingFact } from "~/domain/enrolment/rule-condition";
import { checklistOn } from "~/domain/people/handover-checklist";
import { addDays, type CivilDate, showCivilDate } from "~/domain/time/civil-date";
import { frameworksAsOf } from "../course/frameworks.server";
import type { Rows } from "../database.server";
import { dutyRules } from "../enrolment/duty-rules.server";
import { recordsOf } from "../people/records-of.server";
import { newPublicId } from "../public-id.server";

/** What a handover needs to know before the transaction in which it begins. */
export interface HandoverTerms {
  on: CivilDate;
  today: CivilDate;
  rules: DutyRules;
  /** the programme of the first weeks; null: there is none */
  onboarding: { programme: string; course: string } | null;
}

export interface NewHandover {
  /** id of the post's row */
  postId: number;
  /** ids of persons; outgoing null: the post was vacant */
  outgoing: number | null;
  incoming: number;
}

const ONBOARDING_DAYS = 30;

/**
 * What an appointment writes beside itself where the post is handed over: the handover from the one who left the post last, by
 * the same change or before. Made before the transaction, run in it.
 */
export async function alsoHandOver(
  { staffCode, from }: { staffCode: string; from: CivilDate },
  today: CivilDate,
): Promise<(rows: Rows, changeId: number, people: ReadonlyMap<string, number>) => Promise<void>> {
  const terms = await handoverTerms(from, today);
  return async (rows, changeId, people) => {
    const incoming = people.get(staffCode);
    const [appointed] = await rows.$queryRaw<{ post_id: bigint; outgoing: bigint | null }[]>`
      SELECT o.post_id, (SELECT x.person_id FROM posting x JOIN post y ON y.id = x.post_id
          WHERE y.public_id = s.public_id AND x.retracted_change IS NULL AND x.valid_to <= ${from}
            AND x.person_id NOT IN ${recordsOf(incoming ?? 0)}
          ORDER BY x.valid_to DESC, x.id DESC LIMIT 1) AS outgoing
      FROM posting o JOIN post s ON s.id = o.post_id
      WHERE o.person_id = ${incoming ?? 0} AND o.recorded_change = ${changeId} AND o.valid_from = ${from}
        AND o.retracted_change IS NULL
      ORDER BY o.id DESC LIMIT 1`;
    if (!appointed || incoming === undefined) throw new Error("a handover without an appointment");
    const outgoing = appointed.outgoing === null ? null : Number(appointed.outgoing);
    await startHandover(rows, changeId, { postId: Number(appointed.post_id), outgoing, incoming }, terms);
  };
}

/** @param on the day on which the post changes hands */
export async function handoverTerms(on: CivilDate, today: CivilDate): Promise<HandoverTerms> {
  const [rules, frameworks] = await Promise.all([dutyRules(on), frameworksAsOf(on)]);
  const programme = frameworks.certifications.content.programmes.find(({ track }) => track === "onboarding");
  const course = programme && coursesOf(programme)[0];
  return { on, today, rules, onboarding: programme && course ? { programme: programme.key, course } : null };
}

/**
 * Begins the handover of a post within the transaction that appoints the incoming holder, with the checklist of the day. Their
 * onboarding is asked for in it, too: by a rule where one fits the new post, else by an assignment that names the handover.
 * @returns the handover's public id
 */
export async function startHandover(
  rows: Rows,
  changeId: number,
  { postId, outgoing, incoming }: NewHandover,
  terms: HandoverTerms,
): Promise<string> {
  const publicId = newPublicId();
  await rows.handover.create({
    data: {
      public_id: publicId,
      post_id: postId,
      outgoing_person_id: outgoing,
      incoming_person_id: incoming,
      on_date: terms.on,
      checklist: JSON.stringify(checklistOn(terms.on)),
      recorded_change: changeId,
    },
  });
  if (terms.onboarding && !(await isAsked(rows, incoming, terms, terms.onboarding.programme))) {
    const begins = terms.on > terms.today ? terms.on : terms.today;
    await rows.manual_assignment.create({
      data: {
        person_id: incoming,
        ...terms.onboarding,
        due: addDays(begins, ONBOARDING_DAYS),
        reason: await reasonOf(rows, outgoing, terms.on),
        valid_from: terms.on,
        recorded_change: changeId,
      },
    });
  }
  return publicId;
}

async function reasonOf(rows: Rows, outgoing: number | null, on: CivilDate): Promise<string> {
  const name =
    outgoing &&
    (await rows.person_name.findFirst({
      where: { person_id: outgoing, retracted_change: null },
      orderBy: { valid_from: "desc" },
      select: { full_name: true },
    }));
  const date = showCivilDate(on);
  return name ? `Nhận bàn giao vị trí từ ${name.full_name} ngày ${date}` : `Nhận bàn giao vị trí ngày ${date}`;
}

/** Whether onboarding is asked of the person on the day: by a rule for a post they hold then, or by an assignment. */
async function isAsked(
  rows: Rows,
  personId: number,
  { on, rules }: HandoverTerms,
  programme: string,
): Promise<boolean> {
  const postings = await rows.$queryRaw<
    {
      position: string;
      one_stop: bigint | boolean;
      deputy: bigint | boolean;
      unit_id: bigint;
      level: string;
      valid_from: string;
      valid_to: string | null;
      held_since: string | null;
    }[]
  >`
    SELECT s.position, s.one_stop, s.deputy, s.unit_id, u.level, o.valid_from, o.valid_to, o.held_since
    FROM posting o JOIN post s ON s.id = o.post_id JOIN unit u ON u.id = s.unit_id
    WHERE o.person_id IN ${recordsOf(personId)} AND o.retracted_change IS NULL`;
  const manual = await rows.$queryRaw<{ course: string; due: string; reason: string; valid_from: string }[]>`
    SELECT course, due, reason, valid_from FROM manual_assignment
    WHERE person_id IN ${recordsOf(personId)} AND programme = ${programme} AND retracted_change IS NULL`;
  const [detail] = await rows.$queryRaw<{ employment: string }[]>`
    SELECT employment FROM person_detail WHERE person_id = ${personId} AND retracted_change IS NULL AND valid_from <= ${on}
    ORDER BY valid_from DESC LIMIT 1`;
  const facts = {
    postings: postings.map(
      (row): PostingFact => ({
        position: row.position,
        oneStop: Boolean(row.one_stop),
        deputy: Boolean(row.deputy),
        unitId: Number(row.unit_id),
        unitLevel: row.level,
        validFrom: row.valid_from,
        validTo: row.valid_to,
        heldSince: row.held_since ?? row.valid_from,
      }),
    ),
    manual: manual.map(({ valid_from: since, ...row }) => ({ ...row, programme, since })),
    employment: detail?.employment ?? null,
  };
  const none = { waivers: [], extensions: [], absences: [], certificates: [], eligible: [] };
  return dutiesOn({ ...rules, ...facts, ...none }, on).some((duty) => duty.programme === programme);
}

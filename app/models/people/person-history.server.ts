import { lastDayOf } from "~/domain/certification/certificate-status";
import type { EndedDuty } from "~/domain/enrolment/ended-duties";
import { type CivilDate, civilDateOf, showCivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import type { HeldCertificate } from "../certification/held-certificates.server";
import { getCourseVersion } from "../course/course-versions.server";
import type { LearnerEnrolment, LearnerFacts } from "../enrolment/learner-facts.server";

/** One dated thing in someone's record; the words are those of `people:event.<kind>` with the values put in. */
export interface HistoryEvent {
  kind:
    | "posting"
    | "transferred"
    | "posting-end"
    | "issued"
    | "issued-open"
    | "expired"
    | "revoked"
    | "reinstated"
    | "superseded"
    | "passed"
    | "failed"
    | "learned"
    | "eligible"
    | "waived"
    | "extended"
    | "duty-left"
    | "duty-rule-ended"
    | "assigned";
  date: CivilDate;
  values: Record<string, string | number>;
}

interface Words {
  asOf: CivilDate;
  language: Language;
  /** attempts that were not passed are shown to the learner alone */
  own: boolean;
  positionTitle(position: string): string;
  unitName(unitId: number, date: CivilDate): string;
  programmeTitle(programme: string): string;
  /** duties that ended open */
  ended: readonly EndedDuty[];
}

/** What happened to a person up to the date, newest first. */
export async function historyOf(facts: LearnerFacts, words: Words): Promise<HistoryEvent[]> {
  const learning = await Promise.all(facts.enrolments.map((enrolment) => learningEvents(enrolment, words)));
  return [
    ...facts.certificates.flatMap((certificate) => certificateEvents(certificate, words)),
    ...learning.flat(),
    ...orderEvents(facts, words),
    ...words.ended.map((duty) => endedEvent(duty, words)),
    ...postingEvents(facts, words),
  ]
    .filter((event) => event.date <= words.asOf)
    .sort((a, b) => b.date.localeCompare(a.date));
}

function postingEvents({ postings }: LearnerFacts, { positionTitle, unitName }: Words): HistoryEvent[] {
  return postings.flatMap((posting) => {
    const values = { position: positionTitle(posting.position), unit: unitName(posting.unitId, posting.validFrom) };
    // a unit that was merged ends its postings; whoever goes on in the next unit with the same work did not leave it
    const before = postings.find((each) => each.validTo === posting.validFrom && each.position === posting.position);
    const after = postings.some((each) => each.validFrom === posting.validTo && each.position === posting.position);
    const began: HistoryEvent = before
      ? {
          kind: "transferred",
          date: posting.validFrom,
          values: { ...values, from: unitName(before.unitId, before.validFrom) },
        }
      : { kind: "posting", date: posting.validFrom, values };
    if (posting.validTo === null || after) return [began];
    return [began, { kind: "posting-end" as const, date: posting.validTo, values }];
  });
}

function certificateEvents(certificate: HeldCertificate, { programmeTitle }: Words): HistoryEvent[] {
  const lastDay = lastDayOf(certificate.validUntil);
  const values = {
    programme: programmeTitle(certificate.programme),
    serial: certificate.serial,
    until: lastDay ? showCivilDate(lastDay) : "",
  };
  const events: HistoryEvent[] = [{ kind: lastDay ? "issued" : "issued-open", date: certificate.issuedOn, values }];
  for (const { kind, onDate } of certificate.events) {
    // what renewed it has a line of its own
    if (kind !== "renewed") events.push({ kind, date: onDate, values });
  }
  const { validUntil } = certificate;
  const last = certificate.events.filter(({ kind }) => kind !== "renewed").at(-1);
  if (validUntil && !(last && last.kind !== "reinstated" && last.onDate <= validUntil)) {
    events.push({ kind: "expired", date: validUntil, values });
  }
  return events;
}

async function learningEvents(enrolment: LearnerEnrolment, { language, own }: Words): Promise<HistoryEvent[]> {
  const version = await getCourseVersion(enrolment.courseVersionId);
  const base = { course: version.title[language], version: version.number };
  const events: HistoryEvent[] = [];
  if (enrolment.lessonsDoneAt) {
    events.push({ kind: "learned", date: civilDateOf(enrolment.lessonsDoneAt), values: base });
  }
  for (const { number, end, score } of enrolment.attempts) {
    if (!end || !score || (!end.passed && !own)) continue;
    const values = { ...base, number, got: score.got, max: score.max };
    events.push({ kind: end.passed ? "passed" : "failed", date: civilDateOf(end.at), values });
  }
  return events;
}

function endedEvent({ programme, on, because }: EndedDuty, words: Words): HistoryEvent {
  const values = { programme: words.programmeTitle(programme) };
  if (because.kind === "rule-ended") return { kind: "duty-rule-ended", date: on, values };
  const { position, unitId, validFrom } = because.posting;
  return {
    kind: "duty-left",
    date: on,
    values: { ...values, position: words.positionTitle(position), unit: words.unitName(unitId, validFrom) },
  };
}

function orderEvents(
  { manual, waivers, extensions, eligible }: LearnerFacts,
  { programmeTitle }: Words,
): HistoryEvent[] {
  return [
    ...eligible.map((pass) => ({
      kind: "eligible" as const,
      date: pass.onDate,
      values: { programme: programmeTitle(pass.programme) },
    })),
    ...waivers.map((waiver) => ({
      kind: "waived" as const,
      date: waiver.validFrom,
      values: { programme: programmeTitle(waiver.programme), reason: waiver.reason },
    })),
    ...extensions.map((extension) => ({
      kind: "extended" as const,
      date: extension.since,
      values: {
        programme: programmeTitle(extension.programme),
        reason: extension.reason,
        due: showCivilDate(extension.due),
      },
    })),
    ...manual.map((order) => ({
      kind: "assigned" as const,
      date: order.since,
      values: { programme: programmeTitle(order.programme), reason: order.reason, due: showCivilDate(order.due) },
    })),
  ];
}

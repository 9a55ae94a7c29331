import type { AskedEffect } from "~/domain/assessment/mark-effects";
import type { CertificateStatus } from "~/domain/certification/certificate-status";
import { programmesAsking } from "~/domain/certification/programme-references";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Language } from "~/domain/text/language";
import { type CivilDate, civilDateOf, type Instant } from "~/domain/time/civil-date";
import { getCourseVersion } from "../course/course-versions.server";
import { frameworksAsOf } from "../course/frameworks.server";
import { reader } from "../database.server";
import { Prisma } from "../generated/client";
import { inWords, type PersonInWords } from "../people/changeable-person.server";
import { peopleDirectory } from "../people/people-directory.server";
import { askedEffects, type EffectCause } from "./earning-state.server";
import { managedAttempts } from "./managed-attempt.server";
import { certificatesRestingOn } from "./resting-papers.server";

/** What has to be decided of an attempt, and what rests on it. */
export interface EffectPage {
  attempt: string;
  person: PersonInWords;
  courseSlug: string;
  course: string;
  number: number;
  endedAt: Instant;
  /** null: nothing waits any more */
  waiting: { asked: AskedEffect; because: EffectCause; key: number } | null;
  /** first and last result of the present round */
  first: EffectScore | null;
  last: EffectScore | null;
  certificates: { serial: string; programme: string; issuedOn: CivilDate; status: CertificateStatus }[];
  /** evidence of competencies that rests on it */
  evidence: number;
  /** programmes that ask for this exam */
  programmes: string[];
}

export interface EffectScore {
  score: number;
  max: number;
  passed: boolean;
}

/** Null for an unknown attempt, one out of the viewer's reach, and their own. */
export async function loadEffect(
  viewer: Viewer,
  publicId: string,
  today: CivilDate,
  language: Language,
): Promise<EffectPage | null> {
  const client = await reader();
  const where = Prisma.sql`a.public_id = ${publicId}`;
  const [attempt] = await managedAttempts(client, viewer, where, today, "release-marks");
  const listed = attempt && (await peopleDirectory()).byId.get(attempt.personId);
  if (!attempt || attempt.own || !listed || attempt.endedAt === null) return null;
  const course = await getCourseVersion(attempt.courseVersionId);
  const { id, personId, endedAt } = attempt;
  const [[waiting], certificates, evidence, results, frameworks] = await Promise.all([
    askedEffects(client, [id]),
    certificatesRestingOn(client, { id, personId, courseSlug: course.slug, endedAt }, today),
    client.evidence.count({ where: { attempt_id: id, retracted_change: null } }),
    client.attempt_result.findMany({
      where: { attempt_id: id, round: attempt.round },
      orderBy: { ordinal: "asc" },
      select: { score: true, max_score: true, passed: true },
    }),
    frameworksAsOf(civilDateOf(endedAt)),
  ]);
  const { programmes } = frameworks.certifications.content;
  const titleOf = (key: string) => programmes.find((each) => each.key === key)?.title[language] ?? key;
  const scoreOf = (row: (typeof results)[number] | undefined): EffectScore | null =>
    row ? { score: row.score, max: row.max_score, passed: row.passed } : null;
  return {
    attempt: publicId,
    person: await inWords(listed, today, language),
    courseSlug: course.slug,
    course: course.title[language],
    number: attempt.number,
    endedAt,
    waiting: waiting ? { asked: waiting.asked, because: waiting.because, key: waiting.key } : null,
    first: scoreOf(results[0]),
    last: scoreOf(results.at(-1)),
    certificates: certificates.map(({ serial, programme, issuedOn, status }) => ({
      serial,
      programme: titleOf(programme),
      issuedOn,
      status,
    })),
    evidence,
    programmes: programmesAsking(programmes, course.slug).map(({ key }) => titleOf(key)),
  };
}

import { type CertificateStatus, certificateStatus, lastDayOf } from "~/domain/certification/certificate-status";
import { recommendedCourse, requiredLevels, standing } from "~/domain/competency/standing";
import type { EvidenceKind } from "~/domain/competency/strength";
import type { CourseVersion } from "~/domain/course/course-version";
import type { Frameworks } from "~/domain/course/frameworks";
import { endedDuties } from "~/domain/enrolment/ended-duties";
import type { Viewer } from "~/domain/permissions/viewer";
import { nameAround, nameOfUnit } from "~/domain/reporting/unit-selection";
import { type CivilDate, holdsOn } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { currentCourses } from "../course/courses-up-to.server";
import { frameworksAsOf } from "../course/frameworks.server";
import { dutyRules } from "../enrolment/duty-rules.server";
import { type LearnerFacts, learnerFacts } from "../enrolment/learner-facts.server";
import { organisationAsOf, organisationFacts } from "../organisation/organisation-facts.server";
import { type EvidenceFact, evidenceOf } from "./evidence-of.server";
import { type HistoryEvent, historyOf } from "./person-history.server";
import { ownPerson, type PersonInReach, personInReach } from "./person-in-reach.server";

export interface PersonView {
  person: string;
  name: string;
  staffCode: string;
  posts: { position: string; unit: string; unitId: string | null; from: CivilDate; kind: string }[];
  competencies: CompetencyView[];
  certificates: CertificateView[];
  history: HistoryEvent[];
}

export interface CompetencyView {
  key: string;
  title: string;
  level: number;
  /** null: no post requires it */
  need: number | null;
  proof: { kind: EvidenceKind; course: string; date: CivilDate; until: CivilDate | null } | null;
  /** where a level is missing: what would help */
  course: { slug: string; title: string } | null;
}

export interface CertificateView {
  id: string;
  programme: string;
  serial: string;
  status: CertificateStatus;
  from: CivilDate;
  lastDay: CivilDate | null;
  /** revoked or superseded on this day */
  endedOn: CivilDate | null;
}

interface Dates {
  asOf: CivilDate;
  today: CivilDate;
}

/**
 * The record of someone with a post in the viewer's scope on the date, or without any post then where the viewer may change their
 * record today; null for anyone else: to the viewer they do not exist.
 */
export async function loadPersonRecord(
  viewer: Viewer,
  publicId: string,
  dates: Dates,
  language: Language,
): Promise<PersonView | null> {
  const person = await personInReach(viewer, publicId, dates);
  return person ? recordOf(person, dates, language, false) : null;
}

/** The viewer's own record. */
export async function loadOwnRecord(viewer: Viewer, dates: Dates, language: Language): Promise<PersonView> {
  return recordOf(ownPerson(viewer), dates, language, true);
}

async function recordOf(
  { id, publicId, name, staffCode }: PersonInReach,
  { asOf, today }: Dates,
  language: Language,
  own: boolean,
): Promise<PersonView> {
  const [learner, evidence, frameworks, courses, organisation, facts, rules] = await Promise.all([
    learnerFacts(id),
    evidenceOf(id, asOf),
    frameworksAsOf(asOf),
    currentCourses(today),
    organisationAsOf(asOf),
    organisationFacts(),
    dutyRules(asOf),
  ]);
  const positions = frameworks.positions.content.positions;
  const positionTitle = (key: string) => positions.find((each) => each.key === key)?.title[language] ?? key;
  const unitName = (unitId: number, date: CivilDate) => {
    const unit = organisation.byId.get(unitId);
    return (unit ? nameOfUnit(organisation, unit) : nameAround(facts, unitId, date))[language];
  };
  const posts = learner.postings.filter((posting) => holdsOn(posting, asOf));
  return {
    person: publicId,
    name,
    staffCode,
    posts: [...posts]
      .sort((a, b) => Number(b.kind === "primary") - Number(a.kind === "primary"))
      .map((posting) => ({
        position: positionTitle(posting.position),
        unit: unitName(posting.unitId, asOf),
        unitId: organisation.byId.get(posting.unitId)?.publicId ?? null,
        from: posting.validFrom,
        kind: posting.kind,
      })),
    competencies: competenciesOf(posts, evidence, frameworks, courses, asOf, language),
    certificates: certificatesOf(learner, frameworks, asOf, language),
    history: await historyOf(learner, {
      asOf,
      language,
      own,
      positionTitle,
      unitName,
      programmeTitle: titles(frameworks, language),
      ended: endedDuties({ ...learner, ...rules }, asOf),
    }),
  };
}

function titles(frameworks: Frameworks, language: Language): (programme: string) => string {
  const { programmes } = frameworks.certifications.content;
  return (key) => programmes.find((each) => each.key === key)?.short[language] ?? key;
}

/** What the posts require and what is proven beyond it, in the order of the framework. */
function competenciesOf(
  posts: LearnerFacts["postings"],
  evidence: readonly EvidenceFact[],
  frameworks: Frameworks,
  courses: readonly CourseVersion[],
  asOf: CivilDate,
  language: Language,
): CompetencyView[] {
  const positions = new Map(frameworks.positions.content.positions.map((each) => [each.key, each]));
  const required = requiredLevels(posts, positions);
  const proven = standing(evidence, asOf);
  return frameworks.competencies.content.competencies.flatMap(({ key, title }) => {
    const need = required.get(key) ?? null;
    const level = proven.get(key) ?? 0;
    if (need === null && level === 0) return [];
    const proof = evidence.find((each) => each.competency === key && each.level === level && holdsOn(each, asOf));
    const slug =
      need !== null && level < need
        ? recommendedCourse({ competency: key, required: need, proven: level }, courses)
        : null;
    const course = courses.find((each) => each.slug === slug);
    const proofCourse = courses.find((each) => each.slug === proof?.course);
    return [
      {
        key,
        title: title[language],
        level,
        need,
        proof: proof
          ? {
              kind: proof.kind,
              course: proofCourse?.title[language] ?? "",
              date: proof.validFrom,
              until: lastDayOf(proof.validTo),
            }
          : null,
        course: course ? { slug: course.slug, title: course.title[language] } : null,
      },
    ];
  });
}

function certificatesOf(
  { certificates }: LearnerFacts,
  frameworks: Frameworks,
  asOf: CivilDate,
  language: Language,
): CertificateView[] {
  const { programmes } = frameworks.certifications.content;
  return certificates
    .filter((certificate) => certificate.issuedOn <= asOf)
    .map((certificate) => {
      const programme = programmes.find(({ key }) => key === certificate.programme);
      const status = certificateStatus(certificate, asOf, programme?.renewal.window_days ?? 0);
      const ended = certificate.events
        .filter(({ kind, onDate }) => (kind === "revoked" || kind === "superseded") && onDate <= asOf)
        .at(-1);
      const lastDay = lastDayOf(certificate.validUntil);
      return {
        id: certificate.publicId,
        programme: programme?.short[language] ?? certificate.programme,
        serial: certificate.serial,
        status,
        from: certificate.issuedOn,
        lastDay,
        endedOn: status === "revoked" || status === "replaced" ? (ended?.onDate ?? null) : null,
      };
    });
}

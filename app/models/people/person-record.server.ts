import { type CertificateStatus, certificateStatus, lastDayOf } from "~/domain/certification/certificate-status";
import { recommendedCourse, requiredLevels, standing } from "~/domain/competency/standing";
import type { CourseVersion } from "~/domain/course/course-version";
import type { Frameworks } from "~/domain/course/frameworks";
import { endedDuties } from "~/domain/enrolment/ended-duties";
import { hasPower, type Viewer } from "~/domain/permissions/viewer";
import { nameAround, nameOfUnit } from "~/domain/reporting/unit-selection";
import { type CivilDate, holdsOn } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { currentCourses } from "../course/courses-up-to.server";
import { frameworksAsOf } from "../course/frameworks.server";
import { reader } from "../database.server";
import { dutyRules } from "../enrolment/duty-rules.server";
import { type LearnerFacts, learnerFacts } from "../enrolment/learner-facts.server";
import { Prisma } from "../generated/client";
import { organisationAsOf, organisationFacts } from "../organisation/organisation-facts.server";
import { holding, inScope, scopeOf } from "../reporting/scope-units.server";
import { changeablePerson } from "./changeable-person.server";
import { type EvidenceFact, evidenceOf } from "./evidence-of.server";
import { type HistoryEvent, historyOf } from "./person-history.server";
import { keptRecord, recordsOf } from "./records-of.server";

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
  /** `kind`: an exam passed here, or a certificate brought along */
  proof: { kind: "exam" | "certificate"; course: string; date: CivilDate; until: CivilDate | null } | null;
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

interface PersonRow {
  id: bigint;
  public_id: string;
  staff_code: string;
  full_name: string | null;
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
  const scope = await scopeOf(viewer, "see-people", dates.today);
  const client = await reader();
  const rows = await client.$queryRaw<PersonRow[]>`
    SELECT p.id, p.public_id, p.staff_code,
      (SELECT n.full_name FROM person_name n WHERE n.person_id = p.id AND ${holding("n", dates.asOf)}) AS full_name
    FROM person r JOIN person p ON p.id = ${keptRecord("r.id")}
    WHERE r.public_id = ${publicId} AND EXISTS (
      SELECT 1 FROM posting o JOIN post s ON s.id = o.post_id
      WHERE o.person_id IN ${recordsOf(Prisma.sql`p.id`)} AND ${holding("o", dates.asOf)} AND ${inScope(scope, "s.unit_id")})`;
  const row = rows[0] ?? (await ofSomeoneWithoutPost(viewer, publicId, dates));
  return row ? recordOf(row, dates, language, false) : null;
}

async function ofSomeoneWithoutPost(viewer: Viewer, publicId: string, dates: Dates): Promise<PersonRow | null> {
  if (!hasPower(viewer, "change-people")) return null;
  const person = await changeablePerson(viewer, publicId, "change-people", dates.today);
  if (!person || person.postings.some((posting) => holdsOn(posting, dates.asOf))) return null;
  const name = person.names.find((each) => holdsOn(each, dates.asOf)) ?? person.names.at(-1);
  const { id, publicId: public_id, staffCode: staff_code } = person;
  return { id: BigInt(id), public_id, staff_code, full_name: name?.fullName ?? null };
}

/** The viewer's own record. */
export async function loadOwnRecord(viewer: Viewer, dates: Dates, language: Language): Promise<PersonView> {
  const row = {
    id: BigInt(viewer.personId),
    public_id: viewer.personPublicId,
    staff_code: viewer.staffCode,
    full_name: viewer.fullName,
  };
  return recordOf(row, dates, language, true);
}

async function recordOf(row: PersonRow, { asOf, today }: Dates, language: Language, own: boolean): Promise<PersonView> {
  const id = Number(row.id);
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
    person: row.public_id,
    name: row.full_name ?? row.staff_code,
    staffCode: row.staff_code,
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
              kind: proof.kind === "certificate" ? "certificate" : "exam",
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
      const status = certificateStatus(certificate, asOf, programme?.renewal_window_days ?? 0);
      const ended = certificate.events.filter((event) => event.kind !== "reinstated" && event.onDate <= asOf).at(-1);
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

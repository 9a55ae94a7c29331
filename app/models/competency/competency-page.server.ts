import { lastDayOf } from "~/domain/certification/certificate-status";
import { closingCourses } from "~/domain/competency/closing-courses";
import { type ComingRequirement, comingRequirement } from "~/domain/competency/coming-requirement";
import { coursesBefore } from "~/domain/competency/courses-before";
import type { Competency, Positions } from "~/domain/competency/framework";
import { type PracticeProgress, type PracticeRule, practiceProgress } from "~/domain/competency/practice-evidence";
import { compareLevels, requiredLevels, standing } from "~/domain/competency/standing";
import type { EvidenceKind, Strength } from "~/domain/competency/strength";
import type { Frameworks } from "~/domain/course/frameworks";
import type { Viewer } from "~/domain/permissions/viewer";
import { nameAround, nameOfUnit } from "~/domain/reporting/unit-selection";
import { type CivilDate, holdsOn } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { currentCourses } from "../course/courses-up-to.server";
import { frameworksAsOf, frameworkVersion } from "../course/frameworks.server";
import { postingsOf } from "../enrolment/learner-facts.server";
import { organisationAsOf, organisationFacts } from "../organisation/organisation-facts.server";
import { type EvidenceFact, evidenceOf } from "../people/evidence-of.server";
import { ownPerson, type PersonInReach, personInReach } from "../people/person-in-reach.server";
import { confirmedEntriesOf } from "../practice-log/confirmed-entries.server";

import { evidenceAddress } from "./evidence-address.server";

export interface CompetencyPage {
  person: string;
  name: string;
  groups: { key: string; title: string; lines: CompetencyLine[] }[];
  /** of those that are required: how many, and how many are met */
  required: number;
  met: number;
  /** the courses that close the gaps, in order */
  next: { slug: string; title: string; closes: string[] }[];
}

export interface CompetencyLine {
  key: string;
  title: string;
  description: string;
  level: number;
  /** null: no post requires it */
  need: number | null;
  neededBy: { position: string; unit: string; level: number }[];
  /** what will be required from a later day on */
  coming: ComingRequirement | null;
  /** indicators of the present level (null: none is proven) and of the next (null: there is none above) */
  present: string | null;
  above: { level: number; text: string } | null;
  evidence: EvidenceLine[];
  /** what the log asks for the next level that it can prove, and how far it is; null: there is none */
  practice: { rule: PracticeRule; progress: PracticeProgress } | null;
}

export interface EvidenceLine {
  kind: EvidenceKind;
  /** title of the course, or the place of the work */
  what: string;
  level: number;
  strength: Strength;
  from: CivilDate;
  lastDay: CivilDate | null;
  /** its last day has passed on the date of the page */
  ended: boolean;
  href: string | null;
}

interface Dates {
  asOf: CivilDate;
  today: CivilDate;
}

/** Required and proven levels of someone in the viewer's reach, with what each rests on; null for anyone else. */
export async function loadCompetencyOf(
  viewer: Viewer,
  publicId: string,
  dates: Dates,
  language: Language,
): Promise<CompetencyPage | null> {
  const person = await personInReach(viewer, publicId, dates);
  return person ? pageOf(viewer, person, dates, language) : null;
}

/** The viewer's own. */
export function loadOwnCompetency(viewer: Viewer, dates: Dates, language: Language): Promise<CompetencyPage> {
  return pageOf(viewer, ownPerson(viewer), dates, language);
}

async function pageOf(
  viewer: Viewer,
  person: PersonInReach,
  { asOf, today }: Dates,
  language: Language,
): Promise<CompetencyPage> {
  const [postings, evidence, entries, frameworks, courses] = await Promise.all([
    postingsOf(person.id),
    evidenceOf(person.id, asOf),
    confirmedEntriesOf(person.id, asOf),
    frameworksAsOf(asOf),
    currentCourses(today),
  ]);
  const posts = postings.filter((posting) => holdsOn(posting, asOf));
  const { positions } = frameworks.positions.content;
  const required = requiredLevels(posts, new Map(positions.map((each) => [each.key, each])));
  const proven = standing(evidence, asOf);
  const gaps = compareLevels(required, proven);
  const place = await placesOf(asOf, language);
  const everyDay = await requirementsOfAllDays(frameworks);
  const titleOf = (slug: string | null) => courses.find((course) => course.slug === slug)?.title[language] ?? "";
  const own = person.id === viewer.personId;

  const line = (competency: Competency): CompetencyLine => {
    const { key, title, description, levels, practice = [] } = competency;
    const level = proven.get(key) ?? 0;
    const indicator = (of: number) => levels.find((each) => each.level === of)?.indicator[language] ?? null;
    const above = indicator(level + 1);
    const rule = practice.filter((each) => each.level > level).sort((a, b) => a.level - b.level)[0];
    return {
      key,
      title: title[language],
      description: description[language],
      level,
      need: required.get(key) ?? null,
      neededBy: posts.flatMap(({ position, unitLevel, unitId }) => {
        const needs = requiredLevels([{ position, unitLevel }], new Map(positions.map((each) => [each.key, each])));
        const asked = needs.get(key);
        const name = positions.find((each) => each.key === position)?.title[language] ?? position;
        return asked ? [{ position: name, unit: place(unitId), level: asked }] : [];
      }),
      coming: comingRequirement(posts, everyDay, key, asOf),
      present: level > 0 ? indicator(level) : null,
      above: above === null ? null : { level: level + 1, text: above },
      evidence: evidence.filter((each) => each.competency === key).map((each) => evidenceLine(each)),
      practice: rule ? { rule, progress: practiceProgress(entries.get(key) ?? [], rule, asOf) } : null,
    };
  };
  const evidenceLine = (fact: EvidenceFact): EvidenceLine => ({
    kind: fact.kind,
    what: fact.place ?? titleOf(fact.course),
    level: fact.level,
    strength: fact.strength,
    from: fact.validFrom,
    lastDay: lastDayOf(fact.validTo),
    ended: !holdsOn(fact, asOf),
    href: evidenceAddress(viewer, fact, own),
  });

  const { groups, competencies } = frameworks.competencies.content;
  const shown = competencies.map(line).filter((each) => each.need !== null || each.evidence.length > 0 || each.coming);
  const closing = closingCourses(
    gaps.filter((gap) => gap.proven < gap.required),
    courses.map(({ slug, evidence: proves }) => ({
      slug,
      evidence: proves,
      after: coursesBefore(slug, frameworks.certifications.content.programmes),
    })),
  );
  const competencyTitle = (key: string) => competencies.find((each) => each.key === key)?.title[language] ?? key;
  return {
    person: person.publicId,
    name: person.name,
    groups: groups
      .map(({ key, title }) => ({
        key,
        title: title[language],
        lines: shown.filter((each) => competencies.find((of) => of.key === each.key)?.group === key),
      }))
      .filter(({ lines }) => lines.length > 0),
    required: gaps.length,
    met: gaps.filter((gap) => gap.proven >= gap.required).length,
    next: closing.map(({ slug, closes }) => ({ slug, title: titleOf(slug), closes: closes.map(competencyTitle) })),
  };
}

async function placesOf(asOf: CivilDate, language: Language): Promise<(unitId: number) => string> {
  const [organisation, facts] = await Promise.all([organisationAsOf(asOf), organisationFacts()]);
  return (unitId) => {
    const unit = organisation.byId.get(unitId);
    return (unit ? nameOfUnit(organisation, unit) : nameAround(facts, unitId, asOf))[language];
  };
}

/** The positions as their file has them, with requirements that begin later. */
async function requirementsOfAllDays({ positions }: Frameworks): Promise<Positions["positions"]> {
  if (positions.id === null) return [];
  return ((await frameworkVersion(positions.id)).content as Positions).positions;
}

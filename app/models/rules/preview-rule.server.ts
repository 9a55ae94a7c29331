import {
  type DutyChange,
  dutyChanges,
  plainAnswers,
  type RuleChangePlan,
  touchedProgrammes,
} from "~/domain/enrolment/rule-preview";
import { nameOfUnit } from "~/domain/reporting/unit-selection";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { frameworksAsOf } from "../course/frameworks.server";
import { reader } from "../database.server";
import { dutyRules } from "../enrolment/duty-rules.server";
import { Prisma } from "../generated/client";
import { organisationAsOf } from "../organisation/organisation-facts.server";
import { holding, type Scope } from "../reporting/scope-units.server";
import { type RuleSubject, ruleSubjects, subjectFacts } from "./rule-subjects.server";

export interface RulePreview {
  on: CivilDate;
  counts: Record<DutyChange["kind"], number>;
  /** how many people in all the rule means, whatever changes for them */
  people: number;
  total: number;
  pages: number;
  lines: PreviewLine[];
}

export interface PreviewLine {
  person: string;
  name: string;
  staffCode: string;
  place: string;
  programme: string;
  change: DutyChange;
}

export const PREVIEW_PAGE = 50;

/** So many people are asked about alone before others are answered in between. */
const AT_ONCE = 2_000;

/**
 * What a change of rules does, person by person, as of the day on which it begins: everyone in scope with a post on that day, by
 * name. Null for a page that there is not.
 */
export async function previewRules(
  scope: Scope,
  plan: RuleChangePlan,
  language: Language,
  page: number,
): Promise<RulePreview | null> {
  const rules = await dutyRules(plan.on);
  const programmes = touchedProgrammes(plan);
  const plainly = plainAnswers(plan, rules);
  const asked = new Map<number, { subject: RuleSubject; plain: readonly DutyChange[] }>();
  let meant = 0;
  for (const subject of (await ruleSubjects(scope, plan.on)).values()) {
    const { touched, changes } = plainly(subject);
    if (touched) meant += 1;
    if (changes.length > 0) asked.set(subject.personId, { subject, plain: changes });
  }
  const factsOf = await subjectFacts(programmes, plan.on, (id) => asked.has(id));
  const found: { subject: RuleSubject; change: DutyChange }[] = [];
  const counts = { new: 0, earned: 0, ended: 0, moved: 0 };
  let alone = 0;
  for (const { subject, plain } of asked.values()) {
    const facts = factsOf(subject.personId);
    if (facts) alone += 1;
    if (facts && alone % AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
    const changes = facts ? dutyChanges({ ...subject, ...facts }, plan, programmes, rules) : plain;
    for (const change of changes) {
      counts[change.kind] += 1;
      found.push({ subject, change });
    }
  }
  const pages = Math.max(1, Math.ceil(found.length / PREVIEW_PAGE));
  if (page > pages) return null;
  const order = await pageByName(
    found.map(({ subject }) => subject.personId),
    plan.on,
    page,
  );
  const shown = order.flatMap((index) => found[index] ?? []);
  return {
    on: plan.on,
    counts,
    people: meant,
    total: found.length,
    pages,
    lines: await linesOf(shown, plan.on, language),
  };

  async function linesOf(rows: typeof found, on: CivilDate, language: Language): Promise<PreviewLine[]> {
    const [records, organisation, frameworks] = await Promise.all([
      recordsOfPage(
        rows.map(({ subject }) => subject.personId),
        on,
      ),
      organisationAsOf(on),
      frameworksAsOf(on),
    ]);
    return rows.map(({ subject, change }) => {
      const record = records.get(subject.personId);
      const posting = subject.postings.find((each) => each.kind === "primary") ?? subject.postings[0];
      const unit = organisation.byId.get(posting?.unitId ?? 0);
      const position = posting?.position ?? "";
      const post =
        frameworks.positions.content.positions.find(({ key }) => key === position)?.short[language] ?? position;
      const programme = frameworks.certifications.content.programmes.find(({ key }) => key === change.programme);
      return {
        person: record?.public_id ?? "",
        name: record?.full_name ?? "",
        staffCode: record?.staff_code ?? "",
        place: [post, unit && nameOfUnit(organisation, unit)[language]].filter(Boolean).join(", "),
        programme: programme?.short[language] ?? change.programme,
        change,
      };
    });
  }
}

/**
 * The places, in a list of people, of those whom a page shows: by name, and of one person as they stand there. Sort keys are made to
 * be compared byte by byte; who has no name comes first.
 */
async function pageByName(ids: readonly number[], on: CivilDate, page: number): Promise<number[]> {
  const client = await reader();
  const rows = await client.$queryRaw<{ place: bigint }[]>`
    SELECT list.key AS place FROM json_each(${JSON.stringify(ids)}) AS list
    LEFT JOIN person_name n ON n.person_id = list.value AND ${holding("n", on)}
    ORDER BY COALESCE(n.sort_key, ''), list.value, list.key LIMIT ${PREVIEW_PAGE} OFFSET ${(page - 1) * PREVIEW_PAGE}`;
  return rows.map(({ place }) => Number(place));
}

async function recordsOfPage(ids: readonly number[], on: CivilDate) {
  const client = await reader();
  const rows = await client.$queryRaw<{ id: bigint; public_id: string; staff_code: string; full_name: string }[]>`
    SELECT p.id, p.public_id, p.staff_code, n.full_name FROM person p
    JOIN person_name n ON n.person_id = p.id AND ${holding("n", on)}
    WHERE p.id IN (${Prisma.join([0, ...new Set(ids)])})`;
  return new Map(rows.map((row) => [Number(row.id), row]));
}

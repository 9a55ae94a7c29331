import {
  type DutyChange,
  dutyChanges,
  type RuleChangePlan,
  touchedProgrammes,
  touchedRules,
  touches,
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
import { ruleSubjects, subjectFacts } from "./rule-subjects.server";

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

/** So many people are looked at before others are answered in between. */
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
  const touched = touchedRules(plan);
  const programmes = touchedProgrammes(plan);
  const subjects = await ruleSubjects(scope, plan.on);
  const meant = [...subjects.values()].filter((subject) => touches(touched, subject, rules, plan.on));
  const ids = new Set(meant.map(({ personId }) => personId));
  const factsOf = await subjectFacts(programmes, plan.on, (id) => ids.has(id));
  const found: { personId: number; unitId: number; position: string; change: DutyChange }[] = [];
  const counts = { new: 0, earned: 0, ended: 0, moved: 0 };
  for (const [index, subject] of meant.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await new Promise((resolve) => setImmediate(resolve));
    const { personId, postings } = subject;
    for (const change of dutyChanges({ ...subject, ...factsOf(personId) }, plan, programmes, rules)) {
      counts[change.kind] += 1;
      const posting = postings.find((each) => each.kind === "primary") ?? postings[0];
      found.push({ personId, unitId: posting?.unitId ?? 0, position: posting?.position ?? "", change });
    }
  }
  const pages = Math.max(1, Math.ceil(found.length / PREVIEW_PAGE));
  if (page > pages) return null;
  const names = await namesOf(
    found.map(({ personId }) => personId),
    plan.on,
  );
  const shown = found
    .map((each) => ({ ...each, sortKey: names.get(each.personId)?.sortKey ?? "" }))
    .sort((a, b) => compare(a.sortKey, b.sortKey) || a.personId - b.personId)
    .slice((page - 1) * PREVIEW_PAGE, page * PREVIEW_PAGE);
  return {
    on: plan.on,
    counts,
    people: meant.length,
    total: found.length,
    pages,
    lines: await linesOf(shown, plan.on, language),
  };

  async function linesOf(rows: typeof found, on: CivilDate, language: Language): Promise<PreviewLine[]> {
    const [records, organisation, frameworks] = await Promise.all([
      recordsOfPage(
        rows.map(({ personId }) => personId),
        on,
      ),
      organisationAsOf(on),
      frameworksAsOf(on),
    ]);
    return rows.map(({ personId, unitId, position, change }) => {
      const record = records.get(personId);
      const unit = organisation.byId.get(unitId);
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

/** Sort keys are made to be compared byte by byte. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The sort keys of many people: all of the house where there are too many to name. */
async function namesOf(ids: readonly number[], on: CivilDate): Promise<Map<number, { sortKey: string }>> {
  const client = await reader();
  const few = ids.length <= 500;
  const rows = await client.$queryRaw<{ row: string }[]>`
    SELECT n.person_id || ';' || n.sort_key AS row FROM person_name n
    WHERE ${holding("n", on)} AND ${few ? Prisma.sql`n.person_id IN (${Prisma.join([0, ...ids])})` : Prisma.sql`1 = 1`}`;
  return new Map(
    rows.map(({ row }) => {
      const end = row.indexOf(";");
      return [Number(row.slice(0, end)), { sortKey: row.slice(end + 1) }];
    }),
  );
}

async function recordsOfPage(ids: readonly number[], on: CivilDate) {
  const client = await reader();
  const rows = await client.$queryRaw<{ id: bigint; public_id: string; staff_code: string; full_name: string }[]>`
    SELECT p.id, p.public_id, p.staff_code, n.full_name FROM person p
    JOIN person_name n ON n.person_id = p.id AND ${holding("n", on)}
    WHERE p.id IN (${Prisma.join([0, ...new Set(ids)])})`;
  return new Map(rows.map((row) => [Number(row.id), row]));
}

import { firstCircle, type ReferenceProblem, referenceProblems } from "~/domain/certification/check-programmes";
import type { Programme } from "~/domain/certification/programme";
import type { Requirement } from "~/domain/certification/requirement";
import type { Viewer } from "~/domain/permissions/viewer";
import { hasPower } from "~/domain/permissions/viewer";
import { addDays, type CivilDate, civilDateOf, type Instant, spansOverlap } from "~/domain/time/civil-date";
import { programmeHistory } from "~/models/certification/programmes-in-force.server";
import { isDuplicate, type Rows, reader, recordChange } from "~/models/database.server";
import { newPublicId } from "~/models/public-id.server";
import { wasRecorded } from "~/models/recorded-acts.server";
import { writableNames } from "./programme-pages.server";

/** New rules of a programme from a day on, as its owner typed them. */
export interface NewRules {
  from: CivilDate;
  /** the last day; null: until another version begins */
  through: CivilDate | null;
  requires: Requirement;
  validity: Programme["validity"];
  renewal: Programme["renewal"];
  minHeldDays: number;
  reason: string;
}

export type RulesProblem =
  | { field: "from"; problem: "past" }
  | { field: "through"; problem: "before" }
  | { field: "from"; problem: "overlaps"; from: CivilDate; until: CivilDate | null }
  | { field: "requires" | "renewal"; problem: "reference"; reference: ReferenceProblem }
  | { field: "requires"; problem: "circle"; circle: string[] };

export interface AffectedNumbers {
  /** hold a certificate on the first day: it keeps its dates */
  holding: number;
  /** of these, whose certificate ends within a year of the first day: they renew by the new rules */
  renewing: number;
  /** met the rules and wait for a signatory: nothing changes for them */
  waiting: number;
}

export type RulesOutcome =
  | { kind: "set"; programme: string }
  | { kind: "not-found" }
  | { kind: "refused"; problems: RulesProblem[] };

/** What is wrong with new rules; nothing: they may be set. Null: no such programme. */
export async function checkRules(key: string, rules: NewRules, today: CivilDate): Promise<RulesProblem[] | null> {
  const problems = await problemsOf(await reader(), key, rules, today);
  return problems && [...problems, ...(await referencesOf(rules, today))];
}

async function problemsOf(
  rows: Pick<Rows, "$queryRaw" | "programme_version">,
  key: string,
  rules: NewRules,
  today: CivilDate,
): Promise<RulesProblem[] | null> {
  const history = await programmeHistory(rows);
  const before = history.of(key, rules.from) ?? history.of(key, today);
  if (!before) return null;
  const problems: RulesProblem[] = [];
  // what holds today has been relied on: rules change from tomorrow on
  if (rules.from <= today) problems.push({ field: "from", problem: "past" });
  if (rules.through !== null && rules.through < rules.from) problems.push({ field: "through", problem: "before" });
  const span = { validFrom: rules.from, validTo: rules.through === null ? null : addDays(rules.through, 1) };
  const others = await rows.programme_version.findMany({ where: { programme: key, retracted_change: null } });
  for (const { valid_from, valid_to } of others) {
    // one without an end gives way to the next; what ends on a day, or begins later, may not be covered
    const gives = valid_to === null && valid_from < rules.from;
    if (!gives && spansOverlap({ validFrom: valid_from, validTo: valid_to }, span))
      problems.push({ field: "from", problem: "overlaps", from: valid_from, until: valid_to });
  }
  const programme = programmeOf(before.programme, rules);
  const days = history.keys.flatMap((each) => history.begins(each)).filter((day) => day >= rules.from);
  const found = firstCircle([rules.from, ...days], (date) => [
    ...history.on(date).flatMap((each) => (each.programme.key === key ? [] : [each.programme])),
    programme,
  ]);
  if (found) problems.push({ field: "requires", problem: "circle", circle: found.circle });
  return problems;
}

async function referencesOf({ requires, renewal }: NewRules, today: CivilDate): Promise<RulesProblem[]> {
  const { courses, programmes } = await writableNames(today, "vi");
  const known = {
    courses: new Set(courses.map(({ slug }) => slug)),
    programmes: new Set(programmes.map(({ key }) => key)),
    tasksOf: (course: string) => new Set(courses.find(({ slug }) => slug === course)?.tasks),
  };
  const of = (field: "requires" | "renewal", tree: Requirement) =>
    referenceProblems(tree, known).map(({ problem }) => ({ field, problem: "reference" as const, reference: problem }));
  return [...of("requires", requires), ...(renewal.requires ? of("renewal", renewal.requires) : [])];
}

function programmeOf(before: Programme, { requires, validity, renewal, minHeldDays }: NewRules): Programme {
  const { valid_from: _from, min_held_days: _days, ...same } = before;
  return { ...same, requires, validity, renewal, ...(minHeldDays > 0 && { min_held_days: minHeldDays }) };
}

/** How many people new rules concern, in the whole country: numbers, no names. */
export async function affectedBy(key: string, { from }: Pick<NewRules, "from">): Promise<AffectedNumbers> {
  const client = await reader();
  const [row] = await client.$queryRaw<{ holding: bigint; renewing: bigint | null }[]>`
    SELECT COUNT(DISTINCT c.person_id) AS holding,
      COUNT(DISTINCT CASE WHEN c.valid_until < ${addDays(from, 365)} THEN c.person_id END) AS renewing
    FROM certificate c
    WHERE c.programme = ${key} AND c.issued_on <= ${from} AND (c.valid_until IS NULL OR c.valid_until > ${from})
      AND COALESCE((SELECT e.kind FROM certificate_event e WHERE e.certificate_id = c.id AND e.retracted_change IS NULL
        AND e.kind NOT IN ('issued', 'renewed') ORDER BY e.on_date DESC, e.id DESC LIMIT 1), 'issued')
        NOT IN ('revoked', 'superseded')`;
  const waiting = await client.$queryRaw<{ count: bigint }[]>`
    SELECT COUNT(DISTINCT g.person_id) AS count FROM eligibility g
    WHERE g.programme = ${key} AND g.retracted_change IS NULL
      AND NOT EXISTS (SELECT 1 FROM certificate c WHERE c.programme = g.programme AND c.basis = g.basis)`;
  return {
    holding: Number(row?.holding ?? 0),
    renewing: Number(row?.renewing ?? 0),
    waiting: Number(waiting[0]?.count ?? 0),
  };
}

class Refused extends Error {
  constructor(readonly outcome: RulesOutcome) {
    super(outcome.kind);
  }
}

/**
 * Sets new rules of a programme from a day on: a version of its own; one without an end that began before ends on that day. What was
 * issued keeps the rules of its day. A repeated send changes nothing.
 */
export async function setProgrammeVersion(
  viewer: Viewer,
  key: string,
  rules: NewRules,
  { at, onceKey }: { at: Instant; onceKey: string },
): Promise<RulesOutcome> {
  if (!hasPower(viewer, "manage-programmes")) return { kind: "not-found" };
  const act = {
    kind: "programme-version-set",
    at,
    actorId: viewer.accountId,
    effective: rules.from,
    note: rules.reason,
    onceKey: `programme-version ${viewer.accountId} ${onceKey}`,
  };
  const references = await referencesOf(rules, civilDateOf(at));
  try {
    await recordChange(act, async (rows, changeId) => {
      const dates = await problemsOf(rows, key, rules, civilDateOf(at));
      const problems = dates && [...dates, ...references];
      if (problems === null) throw new Refused({ kind: "not-found" });
      if (problems.length > 0) throw new Refused({ kind: "refused", problems });
      await write(rows, changeId, key, rules);
    });
  } catch (error) {
    if (isDuplicate(error) && (await wasRecorded(act.onceKey))) return { kind: "set", programme: key };
    if (error instanceof Refused) return error.outcome;
    throw error;
  }
  return { kind: "set", programme: key };
}

async function write(rows: Rows, changeId: number, key: string, rules: NewRules): Promise<void> {
  const running = await rows.programme_version.findFirst({
    where: { programme: key, retracted_change: null, valid_to: null, valid_from: { lt: rules.from } },
  });
  if (running) {
    const { id, retracted_change: _, recorded_change: __, ...same } = running;
    await rows.programme_version.update({ where: { id }, data: { retracted_change: changeId } });
    await rows.programme_version.create({ data: { ...same, valid_to: rules.from, recorded_change: changeId } });
  }
  const history = await programmeHistory(rows);
  const before =
    history.of(key, rules.from)?.programme ?? history.of(key, history.begins(key).at(-1) ?? rules.from)?.programme;
  if (!before) throw new Refused({ kind: "not-found" });
  await rows.programme_version.create({
    data: {
      public_id: newPublicId(),
      programme: key,
      content: JSON.stringify(programmeOf(before, rules)),
      reason: rules.reason,
      valid_from: rules.from,
      valid_to: rules.through === null ? null : addDays(rules.through, 1),
      recorded_change: changeId,
    },
  });
}

/** A version that has not begun, for the page on which it is taken back; null: there is none, or it has begun. */
export async function futureVersion(publicId: string, today: CivilDate) {
  const client = await reader();
  const row = await client.programme_version.findFirst({
    where: { public_id: publicId, retracted_change: null, valid_from: { gt: today } },
    select: { programme: true, valid_from: true, reason: true },
  });
  return row && { programme: row.programme, from: row.valid_from, reason: row.reason };
}

/**
 * Takes back a version that has not begun; one that was ended for it runs on.
 * @returns the programme; null: there is no such version, or it has begun
 */
export async function takeBackVersion(
  viewer: Viewer,
  publicId: string,
  { at, onceKey }: { at: Instant; onceKey: string },
): Promise<string | null> {
  if (!hasPower(viewer, "manage-programmes")) return null;
  const found = await futureVersion(publicId, civilDateOf(at));
  const key = `programme-version-taken-back ${publicId} ${viewer.accountId} ${onceKey}`;
  if (!found) return null;
  const act = { kind: "programme-version-taken-back", at, actorId: viewer.accountId, onceKey: key };
  await recordChange({ ...act, effective: found.from }, async (rows, changeId) => {
    const row = await rows.programme_version.findFirst({ where: { public_id: publicId, retracted_change: null } });
    if (!row) return;
    await rows.programme_version.update({ where: { id: row.id }, data: { retracted_change: changeId } });
    const ended = await rows.programme_version.findFirst({
      where: {
        programme: row.programme,
        retracted_change: null,
        valid_to: row.valid_from,
        recorded_change: row.recorded_change,
      },
    });
    if (!ended) return;
    const { id, retracted_change: _, recorded_change: __, ...same } = ended;
    await rows.programme_version.update({ where: { id }, data: { retracted_change: changeId } });
    await rows.programme_version.create({ data: { ...same, valid_to: null, recorded_change: changeId } });
  });
  return found.programme;
}

import { type Completed, firstCompletion, type PersonFacts } from "~/domain/certification/completion";
import { writeCompletion } from "~/domain/certification/stored-completion";
import { endOfValidity } from "~/domain/certification/validity";
import { type CivilDate, civilDateOf, type Instant } from "~/domain/time/civil-date";
import type { Rows } from "~/models/database.server";
import { recordsOf } from "~/models/people/records-of.server";
import { holderOn } from "./holder-on.server";
import { issueCertificate } from "./issue-certificate.server";
import { personFacts } from "./person-facts.server";
import { type ProgrammeHistory, type ProgrammeInForce, programmeHistory } from "./programmes-in-force.server";
import { decisionInForce } from "./standing-decisions.server";

export interface Earning {
  /** now: nothing counts that lies after it */
  at: Instant;
  /** a pass whose result the caller is about to say */
  pass?: PersonFacts["exams"][number];
}

/** Requirements met that wait for a signatory. */
interface Waiting {
  id: bigint;
  programme: string;
  on: CivilDate;
}

/**
 * Issues, or makes eligible where no decision in force lets it issue, every programme that a person has completed: called in the
 * transaction of any fact of theirs (a result, a mark that was told, a verified proof, a certificate that is new or holds again).
 * The rules are those of the day of completion, so that a late mark costs nothing; what was issued may complete the next. A second
 * call changes nothing.
 */
export async function earnWhatIsDue(rows: Rows, changeId: number, personId: number, earning: Earning): Promise<void> {
  const history = await programmeHistory(rows);
  const asOf = civilDateOf(earning.at);
  // each round gives one more programme at the least, or is the last
  for (let round = 0; round <= history.keys.length; round += 1) {
    const facts = await factsOf(rows, personId, earning);
    const waiting = await waitingOf(rows, personId);
    let earned = 0;
    for (const key of history.keys) {
      const own = waiting.filter(({ programme }) => programme === key);
      const due = dueNow(history, key, facts, asOf, (rules, date) => !own.some(({ on }) => waitsOn(rules, on, date)));
      if (due && (await give(rows, changeId, personId, due))) earned += 1;
      if (!due && own.length > 0 && (await overtake(rows, changeId, personId, { history, key, facts, asOf, own })))
        earned += 1;
    }
    if (earned === 0) return;
  }
}

async function factsOf(rows: Rows, personId: number, { pass }: Earning): Promise<PersonFacts> {
  const facts = await personFacts(rows, personId);
  if (!pass || facts.exams.some(({ attemptId }) => attemptId === pass.attemptId)) return facts;
  return { ...facts, exams: [...facts.exams, pass] };
}

interface Due {
  rules: ProgrammeInForce;
  completion: Completed;
}

function dueNow(
  history: ProgrammeHistory,
  key: string,
  facts: PersonFacts,
  asOf: CivilDate,
  open: (rules: ProgrammeInForce, date: CivilDate) => boolean,
): Due | null {
  const rulesOn = (date: CivilDate) => {
    const rules = history.of(key, date);
    return rules && open(rules, date) ? rules.programme : null;
  };
  const found = firstCompletion(rulesOn, key, facts, { asOf, from: history.begins(key) });
  const rules = found && history.of(key, found.completion.completedOn);
  return found && rules ? { rules, completion: found.completion } : null;
}

/** Whoever waits for a signatory need not do it again, as long as what waits would hold. */
function waitsOn({ programme }: ProgrammeInForce, on: CivilDate, date: CivilDate): boolean {
  const end = endOfValidity(programme.validity, on);
  return date >= on && (end === null || date < end);
}

async function waitingOf(rows: Rows, personId: number): Promise<Waiting[]> {
  return rows.$queryRaw<Waiting[]>`
    SELECT g.id, g.programme, g.on_date AS "on" FROM eligibility g
    WHERE g.person_id IN ${recordsOf(personId)} AND g.retracted_change IS NULL
      AND NOT EXISTS (SELECT 1 FROM certificate c WHERE c.programme = g.programme AND c.basis = g.basis)`;
}

/**
 * What waits gives way where the person met the rules again under a decision that lets the programme issue.
 * @returns whether a certificate was issued
 */
async function overtake(
  rows: Rows,
  changeId: number,
  personId: number,
  {
    history,
    key,
    facts,
    asOf,
    own,
  }: {
    history: ProgrammeHistory;
    key: string;
    facts: PersonFacts;
    asOf: CivilDate;
    own: readonly Waiting[];
  },
): Promise<boolean> {
  const due = dueNow(history, key, facts, asOf, (_, date) => own.every(({ on }) => date > on));
  if (!due || !(await issue(rows, changeId, personId, due))) return false;
  for (const { id } of own)
    await rows.eligibility.update({ where: { id: Number(id) }, data: { retracted_change: changeId } });
  return true;
}

/** @returns whether a certificate was issued that there was not before; null: nothing lets it issue, or nobody could be printed */
async function issue(rows: Rows, changeId: number, personId: number, { rules, completion }: Due) {
  const on = completion.completedOn;
  const decision = await decisionInForce(rows, rules.programme.key, on);
  const holder = decision && (await holderOn(rows, personId, on));
  if (!decision || !holder) return null;
  return (await issueCertificate(rows, changeId, { holder, rules, decision, issuedOn: on, completion })).isNew;
}

/** @returns whether a certificate was issued that there was not before */
async function give(rows: Rows, changeId: number, personId: number, due: Due): Promise<boolean> {
  const issued = await issue(rows, changeId, personId, due);
  if (issued !== null) return issued;
  const { rules, completion } = due;
  // without a unit to print, someone has to look at it
  const attempt = /^attempt:(\d+)$/.exec(completion.basis)?.[1] ?? null;
  await rows.$executeRaw`
    INSERT INTO eligibility (person_id, programme, attempt_id, basis, on_date, completion, recorded_change)
    VALUES (${personId}, ${rules.programme.key}, ${attempt === null ? null : Number(attempt)}, ${completion.basis},
      ${completion.completedOn}, ${writeCompletion(completion)}, ${changeId})
    ON CONFLICT DO NOTHING`;
  return false;
}

import type { Completed } from "~/domain/certification/completion";
import { contentOfSignatory, type StandingDecision } from "~/domain/certification/standing-decision";
import { readCompletion } from "~/domain/certification/stored-completion";
import { endOfValidity } from "~/domain/certification/validity";
import { unitsGranting, type Viewer } from "~/domain/permissions/viewer";
import { type CivilDate, civilDateOf, type Instant } from "~/domain/time/civil-date";
import { actingFor } from "~/models/access/acting-for.server";
import { isDuplicate, type Rows, reader, recordChange } from "~/models/database.server";
import type { eligibilityModel } from "~/models/generated/models";
import { keptRecords } from "~/models/people/records-of.server";
import { wasRecorded } from "~/models/recorded-acts.server";
import { scopeOf } from "~/models/reporting/scope-units.server";
import { earnWhatIsDue } from "./earn.server";
import { findIssueList, type ReachableList } from "./find-issue-list.server";
import { holderOn } from "./holder-on.server";
import { issueCertificate } from "./issue-certificate.server";
import { Moved, requireAct } from "./move-list.server";
import { programmeHistory } from "./programmes-in-force.server";
import { type Signatory, signatoriesOver } from "./signatories.server";
import { recordedWording } from "./wordings.server";

export interface ApprovalOrder {
  /** public id of the signatory as whom the viewer approves */
  signatory: string;
  /** of the decision */
  number: string;
  decidedOn: CivilDate;
  onceKey: string;
  at: Instant;
}

export type ApprovalOutcome =
  /** `leftOut`: those who wait again: the approver and the signatory themselves, and whose requirements fell or ran out meanwhile */
  | { ok: true; issued: number; leftOut: number }
  | {
      ok: false;
      refusal: "not-found" | "moved" | "signatory" | "in-the-future" | "before-completion" | "number-used" | "nobody";
    };

class Refused extends Error {
  constructor(readonly refusal: "before-completion" | "nobody") {
    super(refusal);
  }
}

/** The signatories as whom the viewer may approve a list on a day. */
export async function signatoriesFor(
  viewer: Viewer,
  list: ReachableList,
  decidedOn: CivilDate,
  today: CivilDate,
): Promise<Signatory[]> {
  const scope = await scopeOf(viewer, "sign-certificates", today);
  const over = await signatoriesOver(await reader(), list.row.unit_id, decidedOn);
  return over
    .filter(({ personId }) => personId === viewer.personId || scope.has(list.row.unit_id))
    .sort((a, b) => Number(b.personId === viewer.personId) - Number(a.personId === viewer.personId));
}

/**
 * Approves a list under a decision: everyone on it gets a certificate in one transaction, once, however many approve at the same
 * time. Nobody certifies themselves: the approver's and the signatory's own names are left out and wait for somebody else.
 */
export async function approveList(viewer: Viewer, publicId: string, order: ApprovalOrder): Promise<ApprovalOutcome> {
  const { at, decidedOn, number } = order;
  const today = civilDateOf(at);
  const list = await findIssueList(viewer, publicId, today);
  if (!list?.may.sign) return { ok: false, refusal: "not-found" };
  const onceKey = `issue-list-approve ${publicId} ${viewer.accountId} ${order.onceKey}`;
  if (await wasRecorded(onceKey)) return countsOf(list);
  if (decidedOn > today) return { ok: false, refusal: "in-the-future" };
  const signatory = (await signatoriesFor(viewer, list, decidedOn, today)).find(
    (each) => each.publicId === order.signatory,
  );
  if (!signatory) return { ok: false, refusal: "signatory" };
  if (await numberUsed(number, decidedOn, list.row.id)) return { ok: false, refusal: "number-used" };
  const act = {
    kind: "issue-list-approved",
    at,
    actorId: viewer.accountId,
    onBehalfOf: unitsGranting(viewer, "sign-certificates").length
      ? await actingFor(viewer, "sign-certificates", [list.row.unit_id], today)
      : null,
    document: number,
    effective: decidedOn,
    onceKey,
  };
  try {
    return await recordChange(act, async (rows, changeId) => {
      await requireAct(rows, list.row.id, "approve");
      await rows.issue_list_event.create({
        data: {
          list_id: list.row.id,
          kind: "approved",
          account_id: viewer.accountId,
          signatory_id: signatory.id,
          number,
          decided_on: decidedOn,
          at,
          recorded_change: changeId,
        },
      });
      return issueAll(rows, changeId, { list, signatory, order, self: viewer.personId });
    });
  } catch (error) {
    if (await wasRecorded(onceKey)) return countsOf(list);
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    if (error instanceof Moved || isDuplicate(error)) return { ok: false, refusal: "moved" };
    throw error;
  }
}

interface Approval {
  list: ReachableList;
  signatory: Signatory;
  order: ApprovalOrder;
  self: number;
}

async function issueAll(rows: Rows, changeId: number, approval: Approval): Promise<ApprovalOutcome> {
  const { list, signatory, order, self } = approval;
  const entries = await rows.issue_list_entry.findMany({
    where: { list_id: list.row.id, retracted_change: null },
    orderBy: { id: "asc" },
  });
  const eligibilities = new Map(
    (await rows.eligibility.findMany({ where: { id: { in: entries.map((entry) => entry.eligibility_id) } } })).map(
      (row) => [row.id, row],
    ),
  );
  const kept = await keptRecords(rows);
  const decision = await decisionOf(rows, approval);
  const refused = new Set([self, signatory.personId]);
  const left: number[] = [];
  const people = new Set<number>();
  for (const entry of entries) {
    const eligibility = eligibilities.get(entry.eligibility_id);
    const personId = eligibility ? (kept.get(eligibility.person_id) ?? eligibility.person_id) : null;
    if (eligibility && eligibility.on_date > order.decidedOn) throw new Refused("before-completion");
    const issued =
      eligibility &&
      personId !== null &&
      !refused.has(personId) &&
      (await issueOne(rows, changeId, { eligibility, personId, decision, listId: list.row.id }));
    if (issued) people.add(personId);
    else left.push(entry.id);
  }
  if (people.size === 0) throw new Refused("nobody");
  await rows.issue_list_entry.updateMany({ where: { id: { in: left } }, data: { retracted_change: changeId } });
  for (const personId of people) await earnWhatIsDue(rows, changeId, personId, { at: order.at });
  return { ok: true, issued: entries.length - left.length, leftOut: left.length };
}

interface One {
  eligibility: eligibilityModel;
  personId: number;
  decision: StandingDecision;
  listId: number;
}

/** @returns false where what it rests on fell or ran out, or nobody could be printed */
async function issueOne(rows: Rows, changeId: number, { eligibility, personId, decision, listId }: One) {
  if (eligibility.retracted_change !== null) return false;
  const { basis, on_date: completedOn, programme } = eligibility;
  const rules = (await programmeHistory(rows)).of(programme, completedOn);
  const holder = await holderOn(rows, personId, decision.signedOn);
  if (!rules || !holder) return false;
  const end = endOfValidity(rules.programme.validity, completedOn);
  if (end !== null && end <= decision.signedOn) return false;
  const completion = { basis, completedOn, by: leavesOf(eligibility.completion) };
  await issueCertificate(rows, changeId, {
    holder,
    rules,
    decision,
    issuedOn: decision.signedOn,
    completion,
    issueListId: listId,
  });
  return true;
}

/** By what the rules were met, as it was kept; nothing for what was kept before that was written down. */
function leavesOf(completion: string | null): Completed["by"] {
  return (readCompletion(completion)?.by ?? []) as Completed["by"];
}

/** What the papers of a list print: its decision, in the words of that day. */
async function decisionOf(rows: Rows, { list, signatory, order }: Approval): Promise<StandingDecision> {
  const { programme } = list.row;
  return {
    programme,
    number: order.number,
    signedOn: order.decidedOn,
    validFrom: order.decidedOn,
    validTo: null,
    content: contentOfSignatory(signatory.content),
    wording: await recordedWording(rows, "certificate", programme, order.decidedOn),
  };
}

/** A decision has one number: another list of the same day may be part of it, one of another day may not. */
async function numberUsed(number: string, decidedOn: CivilDate, listId: number): Promise<boolean> {
  const client = await reader();
  const year = decidedOn.slice(0, 4);
  const others = await client.issue_list_event.findMany({
    where: { kind: "approved", number, list_id: { not: listId } },
    select: { decided_on: true },
  });
  return others.some((other) => other.decided_on?.startsWith(year) && other.decided_on !== decidedOn);
}

async function countsOf({ row }: ReachableList): Promise<ApprovalOutcome> {
  const client = await reader();
  const [approved] = await client.issue_list_event.findMany({ where: { list_id: row.id, kind: "approved" } });
  const issued = await client.issue_list_entry.count({ where: { list_id: row.id, retracted_change: null } });
  const leftOut = await client.issue_list_entry.count({
    where: { list_id: row.id, retracted_change: approved?.recorded_change ?? -1 },
  });
  return { ok: true, issued, leftOut };
}

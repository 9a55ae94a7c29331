import { writeReason } from "~/domain/assessment/attempt-acts";
import type { PersonnelAct } from "~/domain/people/personnel-acts";
import { behalfOf } from "~/domain/permissions/behalf";
import type { Viewer } from "~/domain/permissions/viewer";
import { needsWords, possibleEvents } from "~/domain/requests/may-decide";
import type { RequestContent } from "~/domain/requests/request-kind";
import type { RequestEventKind } from "~/domain/requests/request-state";
import { type CivilDate, civilDateOf, type Instant } from "~/domain/time/civil-date";
import { writeGrant } from "../assessment/grant-attempt.server";
import { type Act, type Rows, reader, recordChange } from "../database.server";
import { openAppealOfRequest } from "../marking/appeal-of-request.server";
import { carryOutPersonnelActs } from "../people/carry-out-personnel-acts.server";
import { coversPerson } from "../reporting/covers-person.server";
import { findRequest } from "./request-page.server";
import type { RecordedRequest } from "./request-rows.server";

export interface RequestDecision {
  event: RequestEventKind;
  text: string;
  /** for more time: the new day; for an exemption: its first day without (null: for good); for a record: from when */
  on: CivilDate | null;
}

export type EventOutcome =
  | "recorded"
  /** no such request for this viewer */
  | "not-found"
  /** somebody was faster, or it was never theirs to do */
  | "not-possible"
  /** a reason is owed */
  | "words-missing"
  /** the day is missing or lies in the past */
  | "day-missing";

/** Thrown inside a transaction so that nothing of it stays. */
class Overtaken extends Error {}

/**
 * Records what happens to a request; an approval brings about what was asked for in the same transaction: a later day, an
 * exemption, one more attempt, another name or contact. Of two who decide at once one wins, the other hears `not-possible`.
 * @throws PersonnelRefused when the record cannot be changed so
 */
export async function recordRequestEvent(
  viewer: Viewer,
  publicId: string,
  decision: RequestDecision,
  at: Instant,
): Promise<EventOutcome> {
  const today = civilDateOf(at);
  const found = await findRequest(await reader(), viewer, publicId, today);
  if (!found) return "not-found";
  const { request, own, power } = found;
  const party = { own, decides: !own };
  if (!possibleEvents(request.kind, request.standing.state, party).includes(decision.event)) return "not-possible";
  if (needsWords(decision.event) && decision.text === "") return "words-missing";
  const approves = decision.event === "approved";
  if (approves && request.kind === "extend" && (decision.on === null || decision.on <= today)) return "day-missing";
  if (approves && request.kind === "exempt" && decision.on !== null && decision.on <= today) return "day-missing";

  const act: Act = {
    kind: `request-${decision.event}`,
    at,
    actorId: viewer.accountId,
    onBehalfOf: own ? null : behalfOf(viewer, power, await coversPerson(request.personId, today)),
    note: decision.text || null,
  };
  const write = async (rows: Rows, changeId: number) => {
    const still = await findRequest(rows, viewer, publicId, today);
    if (!still || !possibleEvents(request.kind, still.request.standing.state, party).includes(decision.event)) {
      throw new Overtaken();
    }
    await rows.request_event.create({
      data: {
        request_id: request.id,
        kind: decision.event,
        account_id: viewer.accountId,
        text: decision.text,
        at,
        recorded_change: changeId,
      },
    });
    if (approves) await bringAbout(rows, changeId, request, decision, at);
  };
  try {
    const acts = approves ? await recordActs(request, decision.on ?? today) : [];
    // whoever may decide about the record has it changed: the reach was checked when the request was found
    if (acts.length > 0) await carryOutPersonnelActs(null, acts, act, write);
    else await recordChange(act, write);
    return "recorded";
  } catch (error) {
    if (error instanceof Overtaken) return "not-possible";
    throw error;
  }
}

async function bringAbout(
  rows: Rows,
  changeId: number,
  { id, content, personId }: RecordedRequest,
  { on, text }: RequestDecision,
  at: Instant,
): Promise<void> {
  const today = civilDateOf(at);
  if (content.kind === "more-attempt") {
    await writeGrant(rows, changeId, personId, content.course, writeReason({ kind: "other", words: text }));
    return;
  }
  if (content.kind === "appeal-mark") {
    if (!(await openAppealOfRequest(rows, changeId, { id, personId, content, at }))) throw new Overtaken();
    return;
  }
  if (content.kind !== "extend" && content.kind !== "exempt") return;
  const common = {
    person_id: personId,
    programme: content.programme,
    reason: text,
    valid_from: today,
    recorded_change: changeId,
  };
  if (content.kind === "extend") await rows.due_extension.create({ data: { ...common, due: on ?? today } });
  else await rows.waiver.create({ data: { ...common, valid_to: on } });
}

/** What an approved correction changes of the record; posts and the rest are put right by acts of their own. */
async function recordActs({ content, personId }: RecordedRequest, on: CivilDate): Promise<PersonnelAct[]> {
  if (content.kind !== "correct-record") return [];
  const person = await staffCodeOf(personId);
  return correction(content, person, on);
}

function correction(
  { field, value }: Extract<RequestContent, { kind: "correct-record" }>,
  person: string,
  on: CivilDate,
): PersonnelAct[] {
  switch (field) {
    case "name":
      return [{ act: "rename", person, fullName: value, on }];
    case "email":
      return [{ act: "change-details", person, workEmail: value, on }];
    case "phone":
      return [{ act: "change-details", person, workPhone: value, on }];
    case "post":
    case "other":
      return [];
  }
}

async function staffCodeOf(personId: number): Promise<string> {
  const client = await reader();
  const { staff_code } = await client.person.findUniqueOrThrow({
    where: { id: personId },
    select: { staff_code: true },
  });
  return staff_code;
}

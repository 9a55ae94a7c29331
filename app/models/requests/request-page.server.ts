import type { Power } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import { possibleEvents } from "~/domain/requests/may-decide";
import { powerToDecide, type RequestContent } from "~/domain/requests/request-kind";
import { isLate, type RequestEventKind, type RequestState } from "~/domain/requests/request-state";
import type { CivilDate, Instant } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { namesOfAccounts } from "../access/names-of-accounts.server";
import { type Rows, reader } from "../database.server";
import { type AppealOutcome, appealOutcome } from "../marking/appeal-of-request.server";
import { recordsOf } from "../people/records-of.server";
import { decidable } from "./decider.server";
import { type PersonOfRequest, peopleOfRequests } from "./request-people.server";
import { type RecordedRequest, requestsWhere } from "./request-rows.server";
import { type RequestSubject, subjectsOf } from "./request-subject.server";

export interface RequestView {
  request: string;
  content: RequestContent;
  subject: RequestSubject;
  text: string;
  raisedAt: Instant;
  due: CivilDate;
  state: RequestState;
  late: boolean;
  person: PersonOfRequest;
  /** the viewer's own */
  own: boolean;
  owner: string | null;
  /** what the viewer may do now */
  may: RequestEventKind[];
  files: { id: string; name: string; bytes: number }[];
  /** what came of an approved appeal; null: it is none */
  appeal: AppealOutcome | null;
  events: { kind: RequestEventKind; by: string; behalfOf: string | null; text: string; at: Instant }[];
}

/** A request that is the viewer's own or theirs to decide, by its public id; null for everything else. */
export async function findRequest(
  client: Rows,
  viewer: Viewer,
  publicId: string,
  today: CivilDate,
): Promise<{ request: RecordedRequest; own: boolean; power: Power } | null> {
  const mine = await decidable(viewer, today);
  const [row] = await client.$queryRaw<{ id: bigint; own: bigint | boolean }[]>`
    SELECT r.id, r.person_id IN ${recordsOf(viewer.personId)} AS own FROM request r
    WHERE r.public_id = ${publicId} AND (r.person_id IN ${recordsOf(viewer.personId)} OR ${mine})`;
  if (!row) return null;
  const [request] = await requestsWhere(client, { id: Number(row.id) });
  return request ? { request, own: Boolean(row.own), power: powerToDecide(request.kind) } : null;
}

/** The page of a request; null where `findRequest` finds none. */
export async function loadRequest(
  viewer: Viewer,
  publicId: string,
  today: CivilDate,
  language: Language,
): Promise<RequestView | null> {
  const client = await reader();
  const found = await findRequest(client, viewer, publicId, today);
  if (!found) return null;
  const { request, own } = found;
  const [people, subjects, files, behalves, appeal] = await Promise.all([
    peopleOfRequests([request], today, language),
    subjectsOf([request], today, language),
    client.request_file.findMany({ where: { request_id: request.id }, orderBy: { id: "asc" } }),
    behalvesOf(request, today),
    request.kind === "appeal-mark" ? appealOutcome(request.id) : null,
  ]);
  const { state, ownerId } = request.standing;
  return {
    request: request.publicId,
    content: request.content,
    subject: subjects.get(request.id) ?? { title: "", score: null },
    text: request.text,
    raisedAt: request.at,
    due: request.due,
    state,
    late: isLate(state, request.due, today),
    person: people.person(request.personId),
    own,
    owner: ownerId === null ? null : people.account(ownerId),
    may: possibleEvents(request.kind, state, { own, decides: !own }),
    files: files.map(({ public_id: id, name, bytes }) => ({ id, name, bytes })),
    appeal,
    events: request.events.map((event) => ({
      kind: event.kind,
      by: people.account(event.accountId),
      behalfOf: behalves.get(event.changeId) ?? null,
      text: event.text,
      at: event.at,
    })),
  };
}

/** In whose place an event was recorded, where a lent power was used: names by change. */
async function behalvesOf({ events }: RecordedRequest, today: CivilDate): Promise<Map<number, string>> {
  if (events.length === 0) return new Map();
  const client = await reader();
  const changes = await client.change.findMany({
    where: { id: { in: events.map(({ changeId }) => changeId) }, on_behalf_of: { not: null } },
    select: { id: true, on_behalf_of: true },
  });
  if (changes.length === 0) return new Map();
  const names = await namesOfAccounts(
    changes.flatMap((change) => change.on_behalf_of ?? []),
    today,
  );
  return new Map(changes.map((change) => [change.id, names.get(change.on_behalf_of ?? 0) ?? ""]));
}

/** Proof that came with a request that the viewer may read; null for everything else. */
export async function findProof(
  viewer: Viewer,
  requestId: string,
  fileId: string,
  today: CivilDate,
): Promise<{ name: string; mediaType: string; sha256: string } | null> {
  const client = await reader();
  const found = await findRequest(client, viewer, requestId, today);
  if (!found) return null;
  const file = await client.request_file.findFirst({ where: { public_id: fileId, request_id: found.request.id } });
  return file && { name: file.name, mediaType: file.media_type, sha256: file.sha256 };
}

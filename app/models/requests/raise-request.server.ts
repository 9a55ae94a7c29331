import { keepFile } from "~/documents/kept-files.server";
import type { Viewer } from "~/domain/permissions/viewer";
import type { ProofType } from "~/domain/requests/proof-file";
import type { RequestContent } from "~/domain/requests/request-kind";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { addWorkingDays } from "~/domain/time/working-days";
import { isDuplicate, reader, recordChange } from "../database.server";
import { newPublicId } from "../public-id.server";
import { changeUnder } from "../recorded-acts.server";
import { settingOn } from "../settings/settings.server";
import { workingDays } from "../time/working-days.server";
import { isAskable, requestChoices } from "./request-choices.server";

export interface NewRequest {
  content: RequestContent;
  text: string;
  proof: readonly { name: string; type: ProofType; bytes: Uint8Array }[];
  /** made with the form: sent twice, it is one request */
  onceKey: string;
}

/**
 * Records what the viewer asks for about themself, with its proof and the day by which it should be decided (working days of the
 * setting request-days). Returns its public id; null when what it is about is not the viewer's.
 */
export async function raiseRequest(viewer: Viewer, request: NewRequest, at: Instant): Promise<string | null> {
  if (!isAskable(request.content, await requestChoices(viewer, at, viewer.language))) return null;
  const today = civilDateOf(at);
  const days = await settingOn("request-days", today);
  const due = addWorkingDays(await workingDays(), today, days);
  const kept = await Promise.all(
    request.proof.map(async ({ name, type, bytes }) => ({
      name,
      media_type: type,
      bytes: bytes.length,
      sha256: await keepFile("proofs", bytes),
    })),
  );
  const publicId = newPublicId();
  const onceKey = `request ${viewer.accountId} ${request.onceKey}`;
  try {
    await recordChange({ kind: "request-raised", at, actorId: viewer.accountId, onceKey }, async (rows, changeId) => {
      const { id } = await rows.request.create({
        data: {
          public_id: publicId,
          kind: request.content.kind,
          person_id: viewer.personId,
          raised_by: viewer.accountId,
          text: request.text,
          payload: JSON.stringify(request.content),
          due,
          at,
          recorded_change: changeId,
        },
        select: { id: true },
      });
      await rows.request_file.createMany({
        data: kept.map((file) => ({
          public_id: newPublicId(),
          request_id: id,
          ...file,
          recorded_change: changeId,
        })),
      });
    });
    return publicId;
  } catch (error) {
    const earlier = isDuplicate(error) ? await changeUnder(onceKey) : null;
    if (earlier === null) throw error;
    return raisedBy(earlier);
  }
}

async function raisedBy(changeId: number): Promise<string> {
  const client = await reader();
  const row = await client.request.findFirstOrThrow({ where: { recorded_change: changeId } });
  return row.public_id;
}

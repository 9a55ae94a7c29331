import { queueCipher } from "../exam/queue-cipher";
import { queueKeyAt } from "../exam/queue-key";
import { openQueueStore } from "../exam/queue-store";
import { draftMarks } from "./draft-marks";
import { sendDraft } from "./send-draft";

/**
 * Sends the drafts that wait on this device of the account that is signed in, before it signs out. What belongs to somebody else stays
 * as it is, unreadable.
 * @returns how many of this account still wait, for lack of a line or a login
 */
export async function drainDrafts(): Promise<number> {
  const marks = draftMarks.all();
  if (marks.length === 0) return 0;
  const store = await openQueueStore();
  let left = 0;
  for (const mark of marks) {
    const space = mark.indexOf(" ");
    const [address, name] = [mark.slice(0, space), mark.slice(space + 1)];
    const [sealed] = await store.of(name);
    const key = sealed ? await queueKeyAt(address) : "nothing";
    if (key === "not-mine") continue;
    if (sealed && key !== "later" && key !== "nothing") {
      const draft = await (await queueCipher(key.key)).open(sealed);
      if (draft === null) continue;
      const { line } = await sendDraft(address, draft);
      if (line === "saved" || line === "closed") await store.remove(sealed);
    }
    if ((await store.of(name)).length === 0) draftMarks.remove(mark);
    else left += 1;
  }
  return left;
}

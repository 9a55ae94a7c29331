import { postWaiting } from "../exam/post-waiting";
import type { WaitingAnswer } from "../exam/queue-cipher";

/** What a form's fields say. */
export type DraftFields = Record<string, string>;

export type DraftState = { line: "saved"; at: string } | { line: "saving" | "offline" | "signed-out" | "closed" };

/** Sends a draft once to the address that takes it. */
export async function sendDraft(address: string, { value, clientKey }: WaitingAnswer): Promise<DraftState> {
  const fields = JSON.parse(String(value)) as DraftFields;
  try {
    const response = await postWaiting(address, { fields, clientKey });
    if (response.ok) return { line: "saved", at: ((await response.json()) as { savedAt: string }).savedAt };
    if (response.type === "opaqueredirect" || response.status === 401 || response.status === 404) {
      return { line: "signed-out" };
    }
    return { line: response.status === 409 ? "closed" : "offline" };
  } catch {
    return { line: "offline" };
  }
}

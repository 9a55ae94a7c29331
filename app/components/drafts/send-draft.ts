import type { WaitingAnswer } from "../exam/queue-cipher";

/** What a form's fields say. */
export type DraftFields = Record<string, string>;

export type DraftState = { line: "saved"; at: string } | { line: "saving" | "offline" | "signed-out" | "closed" };

const PATIENCE_MS = 10_000;
/** Browsers let 64 KiB outlive the page. */
const OUTLIVES_PAGE = 60_000;

/** Sends a draft once to the address that takes it. */
export async function sendDraft(address: string, { value, clientKey }: WaitingAnswer): Promise<DraftState> {
  const body = JSON.stringify({ fields: JSON.parse(String(value)) as DraftFields, clientKey });
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body,
      keepalive: body.length < OUTLIVES_PAGE,
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.ok) return { line: "saved", at: ((await response.json()) as { savedAt: string }).savedAt };
    if (response.type === "opaqueredirect" || response.status === 401 || response.status === 404) {
      return { line: "signed-out" };
    }
    return { line: response.status === 409 ? "closed" : "offline" };
  } catch {
    return { line: "offline" };
  }
}

import type { AnswerValue } from "~/domain/assessment/answer-value";
import type { SealedAnswer } from "./queue-store";

/** An answer on its way to the server. */
export interface WaitingAnswer {
  item: number;
  value: AnswerValue;
  flagged: boolean;
  clientKey: string;
}

/** Seals and opens the answers of one attempt, with the key that the server gives to its account alone. */
export interface QueueCipher {
  seal(attempt: string, answer: WaitingAnswer): Promise<SealedAnswer>;
  /** null for what another key has sealed */
  open(sealed: SealedAnswer): Promise<WaitingAnswer | null>;
}

/** @param key 32 bytes as base64url */
export async function queueCipher(key: string): Promise<QueueCipher> {
  const bytes = Uint8Array.from(atob(key.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  const aes = await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
  return {
    async seal(attempt, { item, value, flagged, clientKey }) {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const text = new TextEncoder().encode(JSON.stringify({ value, flagged }));
      const bound = placeOf({ attempt, item, clientKey });
      const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: bound }, aes, text);
      return { attempt, item, clientKey, iv, sealed };
    },
    async open({ attempt, item, clientKey, iv, sealed }) {
      try {
        const additionalData = placeOf({ attempt, item, clientKey });
        const text = await crypto.subtle.decrypt(
          { name: "AES-GCM", iv: iv as Uint8Array<ArrayBuffer>, additionalData },
          aes,
          sealed,
        );
        const { value, flagged } = JSON.parse(new TextDecoder().decode(text)) as Pick<
          WaitingAnswer,
          "value" | "flagged"
        >;
        return { item, clientKey, value, flagged };
      } catch {
        return null;
      }
    },
  };
}

/** What is sealed belongs to its place: moved to another item or attempt it does not open. */
function placeOf({ attempt, item, clientKey }: Pick<SealedAnswer, "attempt" | "item" | "clientKey">) {
  return new TextEncoder().encode(`${attempt} ${item} ${clientKey}`);
}

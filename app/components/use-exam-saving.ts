import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import type { SaveState } from "./exam-bar";

interface Answered {
  number: number;
  tokens: readonly string[];
  flagged: boolean;
}

interface WaitingSave {
  item: number;
  tokens: string[];
  flagged: boolean;
  clientKey: string;
}

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 15_000;

/**
 * Saves each change of an exam page at once. What the server has not taken yet waits here, newest answer per item, and is sent
 * again until it is taken; leaving by a button posts the form, which saves the same answers once more.
 * @param items the answers of this page as the server gave them
 */
export function useExamSaving(publicId: string, items: readonly Answered[]) {
  const [save, setSave] = useState<SaveState>();
  const [answers, setAnswers] = useState<ReadonlyMap<number, { answered: boolean; flagged: boolean }>>(new Map());
  const waiting = useRef(new Map<number, WaitingSave>());
  const sending = useRef(false);
  const retryIn = useRef(FIRST_RETRY_MS);
  const retry = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pageKey = useRef("");
  const place = useRef(0);

  const drain = useCallback(async () => {
    if (sending.current || waiting.current.size === 0) return;
    sending.current = true;
    clearTimeout(retry.current);
    const batch = [...waiting.current.values()];
    const outcome = await send(publicId, batch);
    sending.current = false;
    if (outcome.kind === "ended") return window.location.assign(`/attempts/${publicId}/result`);
    if (outcome.kind === "saved") {
      for (const sent of batch) {
        if (waiting.current.get(sent.item)?.clientKey === sent.clientKey) waiting.current.delete(sent.item);
      }
      retryIn.current = FIRST_RETRY_MS;
      if (waiting.current.size === 0) setSave({ state: "saved", at: outcome.at });
      else void drain();
      return;
    }
    setSave({ state: "offline" });
    retry.current = setTimeout(() => void drain(), retryIn.current);
    retryIn.current = Math.min(retryIn.current * 2, LONGEST_RETRY_MS);
  }, [publicId]);

  useEffect(() => {
    const again = () => void drain();
    window.addEventListener("online", again);
    return () => {
      window.removeEventListener("online", again);
      clearTimeout(retry.current);
    };
  }, [drain]);

  const onChange = useCallback(
    (event: FormEvent<HTMLFormElement>) => {
      const item = Number(/^[af](\d+)$/.exec((event.target as HTMLInputElement).name)?.[1]);
      if (!items.some(({ number }) => number === item)) return;
      const form = new FormData(event.currentTarget);
      const tokens = form.getAll(`a${item}`).map(String);
      const flagged = form.get(`f${item}`) === "yes";
      pageKey.current ||= crypto.randomUUID();
      place.current += 1;
      waiting.current.set(item, { item, tokens, flagged, clientKey: `${pageKey.current}.${place.current}` });
      setAnswers((before) => new Map(before).set(item, { answered: tokens.length > 0, flagged }));
      setSave({ state: "saving" });
      void drain();
    },
    [items, drain],
  );

  return { save, answers, onChange };
}

type Outcome = { kind: "saved"; at: string } | { kind: "ended" } | { kind: "later" };

async function send(publicId: string, saves: WaitingSave[]): Promise<Outcome> {
  try {
    const response = await fetch(`/attempts/${publicId}/save`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ saves }),
      keepalive: true,
      redirect: "error",
    });
    if (response.status === 409) return { kind: "ended" };
    if (!response.ok) return { kind: "later" };
    const { savedAt } = (await response.json()) as { savedAt: string };
    return { kind: "saved", at: savedAt };
  } catch {
    return { kind: "later" };
  }
}

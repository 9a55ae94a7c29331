import { type FormEvent, useEffect, useRef, useState } from "react";
import { DraftQueue } from "./draft-queue";
import type { DraftFields, DraftState } from "./send-draft";

export interface DraftPlace {
  /** names the draft on this device */
  name: string;
  /** where it is saved */
  address: string;
  /** of this account for this draft */
  queueKey: string;
  /** true for the fields that belong to the draft */
  belongs: (field: string) => boolean;
}

/**
 * Saves a form's fields as they change, and gives back to the form what an earlier page could not send. Without JavaScript the
 * form's own button saves. `form` goes to the form with `onInput` and `onSubmit`; a hidden field "clientKey" tells the order.
 */
export function useDraft({ name, address, queueKey, belongs }: DraftPlace) {
  const [state, setState] = useState<DraftState | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const queue = useRef<DraftQueue | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: which fields belong never changes for a draft
  useEffect(() => {
    const opened = new DraftQueue(name, address, queueKey, setState);
    queue.current = opened;
    void opened.open().then((waiting) => {
      if (waiting && form.current) write(form.current, waiting, belongs);
    });
    return () => opened.close();
  }, [name, address, queueKey]);

  const onInput = (event: FormEvent<HTMLFormElement>) => {
    const field = (event.target as HTMLInputElement).name;
    if (belongs(field)) queue.current?.change(read(event.currentTarget, belongs));
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const key = event.currentTarget.elements.namedItem("clientKey");
    if (key instanceof HTMLInputElement && queue.current) key.value = queue.current.nextKey();
  };
  return { state, form, onInput, onSubmit };
}

function read(form: HTMLFormElement, belongs: DraftPlace["belongs"]): DraftFields {
  const fields: DraftFields = {};
  for (const [name, value] of new FormData(form)) {
    if (belongs(name) && typeof value === "string") fields[name] = value;
  }
  return fields;
}

function write(form: HTMLFormElement, fields: DraftFields, belongs: DraftPlace["belongs"]): void {
  for (const [name, value] of Object.entries(fields)) {
    const input = form.elements.namedItem(name);
    if (!belongs(name)) continue;
    if (input instanceof HTMLTextAreaElement || input instanceof HTMLInputElement) input.value = value;
  }
}

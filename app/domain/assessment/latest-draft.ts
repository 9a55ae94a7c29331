import { readClientKey } from "./latest-answers";

/** A save of a draft as it was recorded; ids grow in the order in which the server took them. */
export interface SavedDraft {
  id: number;
  clientKey: string;
}

/**
 * The save that holds, by the rule of exam answers: between pages the one that the server took last; of one page, a save that was
 * overtaken on the way and arrives late changes nothing. Null where there is none.
 */
export function latestDraft<D extends SavedDraft>(saves: readonly D[]): D | null {
  let latest: D | null = null;
  const furthest = new Map<string, number>();
  for (const save of [...saves].sort((a, b) => a.id - b.id)) {
    const key = readClientKey(save.clientKey);
    if (key) {
      if (key.place < (furthest.get(key.page) ?? 0)) continue;
      furthest.set(key.page, key.place);
    }
    latest = save;
  }
  return latest;
}

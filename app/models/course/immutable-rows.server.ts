import { reader } from "../database.server";
import type { PrismaClient } from "../generated/client";

// one memory a connection, so that another database starts afresh
const memories = new WeakMap<PrismaClient, Map<string, Promise<unknown>>>();

/**
 * What `load` makes of rows that never change, loaded once under its key. Everyone gets the same object: leave it as it is.
 */
export async function loadOnce<T>(key: string, load: (client: PrismaClient) => Promise<T>): Promise<T> {
  const client = await reader();
  let memory = memories.get(client);
  if (!memory) {
    memory = new Map();
    memories.set(client, memory);
  }
  const known = memory.get(key) as Promise<T> | undefined;
  if (known) return known;
  const loading = load(client);
  memory.set(key, loading);
  // a failure is not kept
  loading.catch(() => memory.delete(key));
  return loading;
}

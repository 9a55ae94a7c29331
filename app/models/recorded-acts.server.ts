import { reader } from "./database.server";

/** The change that an act with this once-key recorded; null where there is none. `actorId`: only where it was theirs. */
export async function changeUnder(onceKey: string, actorId?: number): Promise<number | null> {
  const client = await reader();
  const change = await client.change.findUnique({
    where: { once_key: onceKey },
    select: { id: true, actor_id: true },
  });
  return change && (actorId === undefined || change.actor_id === actorId) ? change.id : null;
}

/** Whether an act with this once-key was carried out. */
export async function wasRecorded(onceKey: string): Promise<boolean> {
  return (await changeUnder(onceKey)) !== null;
}

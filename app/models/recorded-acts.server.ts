import { reader } from "./database.server";

/** Whether an act with this once-key was carried out. */
export async function wasRecorded(onceKey: string): Promise<boolean> {
  const client = await reader();
  return (await client.change.count({ where: { once_key: onceKey } })) > 0;
}

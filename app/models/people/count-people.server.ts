import { reader } from "~/models/database.server";

/** How many people are on record, whoever they are; for commands. */
export async function countPeople(): Promise<number> {
  const client = await reader();
  return client.person.count();
}

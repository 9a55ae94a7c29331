import { countPeople } from "~/models/people/count-people.server";
import { wasRecorded } from "~/models/recorded-acts.server";
import { DEMO_PEOPLE_KEY } from "./people";

/** The demo goes into an empty database, or on with its own: never among real people. */
export async function mayHoldDemo(): Promise<boolean> {
  return (await wasRecorded(DEMO_PEOPLE_KEY)) || (await countPeople()) === 0;
}

import { CHARACTERS } from "./characters";
import type { Roster, StaffedUnit } from "./roster";

const HUNG_YEN = "co-so-hung-yen-1";
/** Units that host a collaborator; their agreements end at the end of a year. */
const HOSTS: Record<string, string> = {
  "co-so-ha-noi-1": "2027-01-01",
  "co-so-nghe-an-2": "2027-07-01",
  "co-so-binh-thanh": "2027-01-01",
  "co-so-dai-tu": "2028-01-01",
  "co-so-ca-mau-1": "2026-10-01",
  "co-so-dak-lak-3": "2027-04-01",
  "co-so-da-nang-1": "2026-01-01",
};

/** Posts and people of a grassroots unit. `waiting`: who came over from the merged provinces and takes a post here. */
export function staffGrassrootsUnit(roster: Roster, unit: StaffedUnit, waiting: string[]): void {
  const { random } = roster;
  const officer = roster.post(unit, "communication-officer");
  const fromMerger = waiting.shift();
  if (fromMerger !== undefined) roster.hold(fromMerger, officer, unit.validFrom);
  else if (!random.chance(0.08)) roster.hold(newcomer(roster, unit), officer, since(roster, unit));

  const counter = roster.post(unit, "one-stop-officer", { oneStop: true });
  if (unit.key === HUNG_YEN) {
    roster.hold(roster.character(CHARACTERS.oneStopHungYen), counter, "2025-08-04");
    host(roster, unit, roster.character(CHARACTERS.collaboratorHungYen), "2027-06-01", "2026-11-02");
  } else if (!random.chance(0.05)) {
    roster.hold(newcomer(roster, unit), counter, since(roster, unit));
  }
  const end = HOSTS[unit.key];
  if (end !== undefined) {
    const person = roster.person({ areaKey: unit.areaKey, employment: "collaborator", withEmail: 0 });
    host(roster, unit, person, end);
  }
}

function newcomer(roster: Roster, unit: StaffedUnit): string {
  return roster.person({ areaKey: unit.areaKey, withEmail: 0.75 });
}

/** Most were there when the unit began. */
function since(roster: Roster, unit: StaffedUnit): string {
  return roster.random.chance(0.6) ? unit.validFrom : roster.day(unit.validFrom, "2026-10-15");
}

function host(roster: Roster, unit: StaffedUnit, person: string, to: string, from?: string): void {
  const drawn = roster.day("2025-10-15", "2025-12-15");
  roster.hold(person, roster.post(unit, "collaborator"), from ?? drawn, { to, endReason: "end-of-term" });
}

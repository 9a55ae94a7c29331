import type { CivilDate } from "~/domain/time/civil-date";
import { CHARACTERS } from "./characters";
import type { Roster, StaffedUnit } from "./roster";

/** The task "one focal point per provincial office" is of the end of 2017. */
export const FOCAL_POINTS_BEGIN: CivilDate = "2018-01-01";

/** People whose posts ended with their unit, and who are free for the new one: the old unit of the seat first. */
export interface Former {
  leaders: string[];
  focals: string[];
  communicators: string[];
}

/** Posts and people of provincial units that a merger ended, up to their end. */
export function staffOldProvinces(roster: Roster, oldUnits: StaffedUnit[], areaKey: string | null): Former {
  const former: Former = { leaders: [], focals: [], communicators: [] };
  for (const unit of oldUnits) {
    const isHungYen = unit.key === "bhxh-hung-yen";
    const leader = isHungYen
      ? roster.character(CHARACTERS.leaderHungYen)
      : roster.person({ areaKey, employment: "civil-servant" });
    roster.hold(leader, roster.post(unit, "leader"), roster.day("2019-01-01", "2023-12-31"));
    former.leaders.push(leader);

    const isQuangNam = unit.key === "bhxh-quang-nam";
    const communicator = isQuangNam ? roster.character(CHARACTERS.focalDaNang) : roster.person({ areaKey });
    const post = roster.post(unit, "communication-officer");
    const since = roster.day("2018-06-01", "2024-10-01");
    if (roster.random.chance(0.4)) {
      roster.hold(roster.person({ areaKey }), post, roster.day("2017-01-01", "2018-03-01"), {
        to: since,
        endReason: "retirement",
      });
    }
    roster.hold(communicator, post, since);
    former.communicators.push(communicator);

    const focal = roster.person({ areaKey });
    roster.hold(
      focal,
      roster.post(unit, "foreign-information-focal", { from: FOCAL_POINTS_BEGIN }),
      roster.day("2018-01-15", "2024-10-01"),
    );
    former.focals.push(focal);
  }
  return former;
}

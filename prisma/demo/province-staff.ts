import type { NewPost } from "~/domain/people/people-batch";
import { addDays } from "~/domain/time/civil-date";
import { CHARACTERS } from "./characters";
import { FOCAL_POINTS_BEGIN, type Former, staffOldProvinces } from "./old-province-staff";
import type { Roster, StaffedUnit } from "./roster";

const FOCAL_VACANT = ["bhxh-lai-chau", "bhxh-tay-ninh-2025"];
const FOCAL_HELD_TWICE = "bhxh-ca-mau-2025";
/** Where the second communication officer is the focal point beside the main post. */
const FOCAL_CONCURRENT = [
  "bhxh-lang-son",
  "bhxh-ha-tinh",
  "bhxh-quang-tri-2025",
  "bhxh-gia-lai-2025",
  "bhxh-vinh-long-2025",
];
/** Four holders of one post in two years. */
const RESTLESS = "bhxh-cao-bang";
/** Bigger offices have more posts of these kinds. */
const BIG = ["bhxh-ha-noi", "bhxh-ho-chi-minh-2025", "bhxh-da-nang-2025", "bhxh-nghe-an"];

/**
 * Posts and people of a provincial unit of today and, where it followed others, of those up to their end. Returns who was left
 * without a post by the merger.
 */
export function staffProvince(roster: Roster, unit: StaffedUnit, oldUnits: StaffedUnit[]): string[] {
  const former = staffOldProvinces(roster, oldUnits, unit.areaKey);
  const staffing = new Staffing(roster, unit, former);
  staffing.leaders();
  staffing.communicationOfficers();
  staffing.focalPoint();
  staffing.others();
  return [...former.focals, ...former.communicators];
}

class Staffing {
  constructor(
    private readonly roster: Roster,
    private readonly unit: StaffedUnit,
    private readonly former: Former,
  ) {}

  private newcomer(employment?: "civil-servant"): string {
    return this.roster.person({ areaKey: this.unit.areaKey, employment });
  }

  /** Someone who comes over from an old unit on the day the new one begins, else a newcomer some time later. */
  private fill(post: NewPost, from: string | undefined, employment?: "civil-servant"): string {
    if (from !== undefined) {
      this.roster.hold(from, post, post.validFrom);
      return from;
    }
    const since = this.roster.day(
      addDays(post.validFrom, 20),
      this.unit.validFrom > "2024" ? "2026-09-30" : "2026-03-31",
    );
    const earlier = addDays(post.validFrom, 10);
    if (this.unit.validFrom < "2024" && since > "2019" && this.roster.random.chance(0.5)) {
      this.roster.hold(this.newcomer(), post, earlier, {
        to: since,
        endReason: this.roster.random.pick(["retirement", "transfer", "resignation"]),
      });
    }
    const person = this.newcomer(employment);
    this.roster.hold(person, post, since);
    return person;
  }

  leaders(): void {
    const { roster, unit, former } = this;
    this.fill(roster.post(unit, "leader"), former.leaders.shift(), "civil-servant");
    for (const leader of former.leaders.splice(0, 2)) {
      // the leaders of the other old units become deputies
      roster.hold(leader, roster.post(unit, "leader", { deputy: true }), unit.validFrom);
    }
  }

  communicationOfficers(): void {
    const { roster, unit, former } = this;
    const first = roster.post(unit, "communication-officer");
    const second = roster.post(unit, "communication-officer");
    if (unit.key === "bhxh-hung-yen-2025") {
      roster.hold(former.communicators.shift() ?? this.newcomer(), first, unit.validFrom, {
        to: "2026-10-01",
        endReason: "retirement",
      });
      roster.hold(roster.character(CHARACTERS.newOfficer), first, "2026-11-16");
    } else {
      this.fill(first, former.communicators.shift());
    }
    if (unit.key === RESTLESS) {
      this.changeOften(second);
      return;
    }
    if (unit.key === "bhxh-da-nang-2025") {
      roster.hold(former.communicators.shift() ?? this.newcomer(), second, unit.validFrom, { to: "2026-09-14" });
      return;
    }
    if (unit.key === "bhxh-ha-noi") {
      const officer = roster.character(CHARACTERS.renamed);
      roster.rename(officer, "Trịnh Ngọc Ly", "2024-06-01");
      roster.hold(officer, second, "2021-03-01");
      return;
    }
    const officer = this.fill(second, former.communicators.shift());
    if (FOCAL_CONCURRENT.includes(unit.key)) this.holdConcurrently(officer);
  }

  /** Three changes within the two years up to the demo's date. */
  private changeOften(post: NewPost): void {
    const days = ["2019-04-01", "2025-02-10", "2025-10-06", "2026-07-01"];
    for (const [index, from] of days.entries()) {
      const to = days[index + 1];
      this.roster.hold(
        this.newcomer(),
        post,
        from,
        to === undefined ? {} : { to, endReason: index === 1 ? "resignation" : "transfer" },
      );
    }
  }

  private holdConcurrently(officer: string): void {
    const post = this.focalPost();
    this.roster.hold(officer, post, this.roster.day("2026-06-01", "2026-10-01"), { kind: "concurrent" });
  }

  private focalPost(): NewPost {
    const beganLater = this.unit.validFrom >= FOCAL_POINTS_BEGIN;
    const from = beganLater ? this.unit.validFrom : FOCAL_POINTS_BEGIN;
    return this.roster.post(this.unit, "foreign-information-focal", { from });
  }

  focalPoint(): void {
    const { roster, unit, former } = this;
    if (FOCAL_CONCURRENT.includes(unit.key)) return;
    const post = this.focalPost();
    if (unit.key === "bhxh-da-nang-2025") {
      roster.hold(former.focals.shift() ?? this.newcomer(), post, unit.validFrom, {
        to: "2026-09-14",
        endReason: "retirement",
      });
      roster.hold(CHARACTERS.focalDaNang.staffCode, post, "2026-09-14");
    } else if (unit.key === "bhxh-thanh-hoa") {
      roster.hold(roster.character(CHARACTERS.focalThanhHoa), post, "2023-05-15");
    } else if (FOCAL_VACANT.includes(unit.key)) {
      const person = former.focals.shift() ?? this.newcomer();
      roster.hold(person, post, post.validFrom, { to: "2026-09-01", endReason: "retirement" });
    } else {
      this.fill(post, former.focals.shift());
      if (unit.key === FOCAL_HELD_TWICE) this.fill(post, former.focals.shift());
    }
  }

  others(): void {
    const { roster, unit, former } = this;
    const isBig = BIG.includes(unit.key);
    for (let count = isBig ? 2 : 1; count > 0; count--) {
      const post = roster.post(unit, "one-stop-officer", { oneStop: true });
      if (!roster.random.chance(0.06)) this.fill(post, undefined);
    }
    if (isBig) this.fill(roster.post(unit, "foreign-information-dedicated"), former.focals.shift());
    if (isBig) this.fill(roster.post(unit, "hr-officer"), undefined);
    if (unit.key === "bhxh-hung-yen-2025") {
      roster.hold(roster.character(CHARACTERS.hrHungYen), roster.post(unit, "hr-officer"), unit.validFrom);
    }
  }
}

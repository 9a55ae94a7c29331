import { type Power, roleAllows } from "../../../app/domain/permissions/role";
import type { House } from "../house/house";
import { NEW_OFFICER } from "../site";
import type { Address } from "./addresses";
import type { Member } from "./cast";

interface Dated {
  valid_from: string;
  valid_to: string | null;
}
const holds = (row: Dated, date: string) => row.valid_from <= date && (row.valid_to === null || row.valid_to > date);

/** What each member may see, worked out from the tables and in no other way. */
export class Oracle {
  private readonly existences: (Dated & { unit_id: number })[];
  private readonly placements: (Dated & { unit_id: number; parent_id: number })[];
  private readonly successions: { old_unit_id: number; new_unit_id: number; date: string }[];
  private readonly postings: (Dated & { person_id: number; unit_id: number })[];
  private readonly unitIds: Map<string, number>;
  private readonly scopes = new Map<number, Set<number>>();
  readonly holdersOfPermissions: Set<number>;

  constructor(
    private readonly house: House,
    readonly today: string,
  ) {
    const rows = <T>(sql: string) => house.rows<T>(sql);
    this.existences = rows("SELECT * FROM unit_existence WHERE retracted_change IS NULL");
    this.placements = rows("SELECT * FROM unit_placement WHERE retracted_change IS NULL");
    this.successions = rows("SELECT * FROM unit_succession WHERE retracted_change IS NULL");
    this.postings = rows(`SELECT o.person_id, o.valid_from, o.valid_to, s.unit_id FROM posting o
      JOIN post s ON s.id = o.post_id WHERE o.retracted_change IS NULL`);
    this.unitIds = new Map(
      rows<{ id: number; key: string }>("SELECT id, key FROM unit").map(({ id, key }) => [key, id]),
    );
    this.holdersOfPermissions = new Set(
      rows<{
        person_id: number;
      }>(`SELECT a.person_id FROM account a WHERE a.id IN (SELECT account_id FROM permission_grant)
        OR a.id IN (SELECT to_account_id FROM delegation) OR a.id IN (SELECT from_account_id FROM delegation)`).map(
        ({ person_id }) => person_id,
      ),
    );
  }

  personId(staffCode: string): number {
    return this.house.row<{ id: number }>("SELECT id FROM person WHERE staff_code = ?", staffCode).id;
  }

  /** The units of all times that go with the subtree of a unit today. */
  private scopeOf(top: number): Set<number> {
    const known = this.scopes.get(top);
    if (known) return known;
    const stands = new Set(this.existences.filter((row) => holds(row, this.today)).map(({ unit_id }) => unit_id));
    const scope = new Set<number>(stands.has(top) ? [top] : []);
    for (let grown = -1; grown !== scope.size; ) {
      grown = scope.size;
      for (const row of this.placements) {
        if (holds(row, this.today) && stands.has(row.unit_id) && scope.has(row.parent_id)) scope.add(row.unit_id);
        // one that ended without a successor goes with where it last stood
        const heirs = this.successions.filter((each) => each.old_unit_id === row.unit_id && each.date <= this.today);
        const last = !this.placements.some((each) => each.unit_id === row.unit_id && each.valid_from > row.valid_from);
        if (!stands.has(row.unit_id) && heirs.length === 0 && last && scope.has(row.parent_id)) scope.add(row.unit_id);
      }
      for (const row of this.successions) {
        if (row.date <= this.today && !stands.has(row.old_unit_id) && scope.has(row.new_unit_id))
          scope.add(row.old_unit_id);
      }
    }
    this.scopes.set(top, scope);
    return scope;
  }

  unitsOf(member: Member, power: Power): Set<number> {
    const tops = member.rights.filter((right) =>
      "role" in right ? roleAllows(right.role, power) : right.power === power,
    );
    return new Set(tops.flatMap(({ unit }) => [...this.scopeOf(this.unitIds.get(unit) ?? -1)]));
  }

  has(member: Member, power: Power): boolean {
    return this.unitsOf(member, power).size > 0;
  }

  /** The people with a post on the date in the units over which the member has the power. */
  peopleOf(member: Member, power: Power, date: string): Set<number> {
    const units = this.unitsOf(member, power);
    return new Set(
      this.postings.filter((row) => holds(row, date) && units.has(row.unit_id)).map(({ person_id }) => person_id),
    );
  }

  /** The people who ever had a post there: of past days their records may be seen. */
  peopleEver(member: Member, power: Power): Set<number> {
    const units = this.unitsOf(member, power);
    return new Set(this.postings.filter(({ unit_id }) => units.has(unit_id)).map(({ person_id }) => person_id));
  }

  private focalPoints(date: string): number[] {
    const rows = this.house.rows<
      Dated & { person_id: number }
    >(`SELECT o.person_id, o.valid_from, o.valid_to FROM posting o
      JOIN post s ON s.id = o.post_id WHERE s.position = 'foreign-information-focal' AND o.retracted_change IS NULL`);
    return rows.filter((row) => holds(row, date)).map(({ person_id }) => person_id);
  }

  /** Whether the door of an address opens for a member at all. */
  opens({ door }: Address, member: Member): boolean {
    if (door.to === "everyone") return true;
    if (member.staffCode === null) return false;
    if (door.to === "signed-in") {
      return door.of === "course" || door.of === "activity" ? member.learns !== "nothing" : true;
    }
    if (door.to === "staff") return member.staff;
    return door.or === "own" || door.powers.some((power) => this.has(member, power));
  }

  /** Who may be named on a page of an address as of a date. */
  mayBeNamed({ door, file }: Address, member: Member, asked: string): Set<number> {
    const date = SPEAK_OF_DATES.some((start) => file.startsWith(start)) ? asked : this.today;
    const named = new Set<number>(member.staffCode === null ? [] : [this.personId(member.staffCode)]);
    const add = (people: Iterable<number>) => {
      for (const id of people) named.add(id);
    };
    if (door.to === "powers") for (const power of door.powers) add(this.peopleOf(member, power, date));
    // two dates are compared: whoever was there on one of them is told of
    if (file.startsWith("routes/reports/compare")) add(this.peopleEver(member, "see-people"));
    // a unit's page tells its people to those who may see them
    if (file === "routes/organisation/unit.tsx") add(this.peopleOf(member, "see-people", date));
    // a focal point finds the whole network; the login shows what a staff code looks like
    if (
      file === "routes/focal/directory.tsx" &&
      member.rights.some((right) => "role" in right && right.role === "focal-point")
    ) {
      add(this.focalPoints(date));
    }
    if (file === "routes/access/login.tsx") add([this.personId(NEW_OFFICER)]);
    // these pages exist to tell who holds a permission
    if (TELL_HOLDERS.includes(file)) add(this.holdersOfPermissions);
    return named;
  }
}

const TELL_HOLDERS = [
  "routes/people/viewers.tsx",
  "routes/permissions/list.tsx",
  "routes/permissions/lent.tsx",
  // who wrote and who approved
  "routes/bank/question.tsx",
  "routes/bank/proposals.tsx",
  "routes/bank/proposal.tsx",
];
/** The pages that answer for the date of their address; all others speak of today. */
const SPEAK_OF_DATES = [
  "routes/competency/",
  "routes/focal/network",
  "routes/focal/unit",
  "routes/hr/",
  "routes/organisation/tree",
  "routes/organisation/unit",
  "routes/people/list",
  "routes/people/me",
  "routes/people/person",
  "routes/permissions/list",
  "routes/reports/",
  "routes/staffing/posts",
];

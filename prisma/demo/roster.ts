import type { OrganisationFacts } from "~/domain/organisation/organisation-facts";
import type {
  Employment,
  EndReason,
  NewPerson,
  NewPost,
  NewPosting,
  PeopleBatch,
  PostingKind,
} from "~/domain/people/people-batch";
import { foldForSearch } from "~/domain/people/person-name";
import { addDays, type CivilDate, daysBetween, type Span } from "~/domain/time/civil-date";
import { type Character, LAST_CHARACTER_NUMBER } from "./characters";
import { inventName } from "./invented-names";
import type { SeededRandom } from "./seeded-random";

/** The last day that the demo knows of; nothing in it begins later. */
export const DEMO_TODAY: CivilDate = "2026-11-21";
const RECORDS_BEGIN: CivilDate = "2017-01-01";

/** A unit to be staffed, with the span for which it exists. */
export interface StaffedUnit extends Span {
  id: number;
  key: string;
  areaKey: string | null;
}

export interface PersonWishes {
  areaKey?: string | null;
  employment?: Employment;
  /** share of such people who have a work address */
  withEmail?: number;
}

export interface PostingWishes {
  to?: CivilDate | null;
  kind?: PostingKind;
  endReason?: EndReason;
}

/** Collects the people, posts and postings of the demo. */
export class Roster {
  private readonly persons: NewPerson[] = [];
  private readonly posts: NewPost[] = [];
  private readonly postings: NewPosting[] = [];
  private readonly names = new Set<string>();
  private readonly emails = new Set<string>();
  private nextNumber = LAST_CHARACTER_NUMBER + 1;

  constructor(
    readonly random: SeededRandom,
    readonly facts: OrganisationFacts,
  ) {}

  /** @throws when no unit has the key: the organisation files and the demo must fit. */
  unit(key: string): StaffedUnit {
    const unit = this.facts.units.find((candidate) => candidate.key === key);
    const existence = this.facts.existences.find((row) => row.unitId === unit?.id);
    if (!unit || !existence) throw new Error(`the demo needs the unit ${key}`);
    return {
      id: unit.id,
      key,
      areaKey: this.areaKeyOf(unit.id),
      validFrom: existence.validFrom,
      validTo: existence.validTo,
    };
  }

  /** Its own area's key, or that of the unit it stands under. */
  private areaKeyOf(unitId: number): string | null {
    const row = this.facts.unitAreas.find((candidate) => candidate.unitId === unitId);
    if (row) return this.facts.areas.find((area) => area.id === row.areaId)?.key ?? null;
    const parent = this.facts.placements.find((candidate) => candidate.unitId === unitId);
    return parent ? this.areaKeyOf(parent.parentId) : null;
  }

  person({ areaKey = null, employment, withEmail = 0.95 }: PersonWishes = {}): string {
    const fullName = this.namesake() ?? inventName(this.random, areaKey, this.names);
    const staffCode = `VSS-${String(this.nextNumber++).padStart(5, "0")}`;
    const kind =
      employment ?? this.random.pick(["civil-servant", "civil-servant", "public-employee", "contract"] as const);
    return this.add({ staffCode, fullName, employment: kind }, this.random.chance(withEmail));
  }

  /** Now and then someone bears the name of a colleague, as in life. */
  private namesake(): string | undefined {
    const count = this.persons.length;
    return count % 120 === 119 ? this.persons[3 + (count + 1) / 120]?.names[0]?.fullName : undefined;
  }

  character(character: Character): string {
    return this.add(character, character.employment !== "collaborator");
  }

  private add({ staffCode, fullName, employment }: Character, hasEmail: boolean): string {
    this.names.add(fullName);
    const names = [{ fullName, validFrom: RECORDS_BEGIN, validTo: null }];
    const workEmail = hasEmail ? this.emailOf(fullName) : null;
    this.persons.push({ staffCode, employment, workEmail, workPhone: null, names });
    return staffCode;
  }

  /** "Nguyễn Thị Hương" gives huong.nt@example.vn, the next one huong.nt2@example.vn. */
  private emailOf(fullName: string): string {
    const words = foldForSearch(fullName)
      .replace(/[^a-z ]/g, "")
      .split(" ");
    const local = `${words.at(-1)}.${words
      .slice(0, -1)
      .map((word) => word.charAt(0))
      .join("")}`;
    for (let number = 1; ; number++) {
      const email = `${local}${number > 1 ? number : ""}@example.vn`;
      if (this.emails.has(email)) continue;
      this.emails.add(email);
      return email;
    }
  }

  /** From a day on the person bears another name. */
  rename(staffCode: string, fullName: string, from: CivilDate): void {
    const index = this.persons.findIndex((person) => person.staffCode === staffCode);
    const person = this.persons[index];
    const before = person?.names[0];
    if (!person || !before) throw new Error(`nobody has the staff code ${staffCode}`);
    const names = [
      { ...before, validTo: from },
      { fullName, validFrom: from, validTo: null },
    ];
    this.persons[index] = { ...person, names };
  }

  /** A post for as long as the unit exists, or from a later day on. */
  post(
    unit: StaffedUnit,
    position: string,
    wishes: { from?: CivilDate; oneStop?: boolean; deputy?: boolean } = {},
  ): NewPost {
    const { from = unit.validFrom, oneStop = false, deputy = false } = wishes;
    const ref = `${unit.key} ${position} ${this.posts.length}`;
    const post = { ref, unitId: unit.id, position, oneStop, deputy, validFrom: from, validTo: unit.validTo };
    this.posts.push(post);
    return post;
  }

  /** The person holds the post from the day on: to the day given, else as long as the post lasts. */
  hold(staffCode: string, post: NewPost, from: CivilDate, wishes: PostingWishes = {}): void {
    const { to = post.validTo, kind = "primary" } = wishes;
    const endReason = to === null ? null : (wishes.endReason ?? (to === post.validTo ? "reorganisation" : "transfer"));
    const decision = `Quyết định minh họa số ${this.postings.length + 1}`;
    this.postings.push({ staffCode, post: post.ref, kind, decision, endReason, validFrom: from, validTo: to });
  }

  /** A day at random, both ends included. */
  day(earliest: CivilDate, latest: CivilDate): CivilDate {
    return addDays(earliest, this.random.whole(0, daysBetween(earliest, latest)));
  }

  batch(): PeopleBatch {
    return { persons: this.persons, posts: this.posts, postings: this.postings };
  }
}

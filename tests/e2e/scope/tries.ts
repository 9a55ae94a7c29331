import type { Thing } from "../../../app/domain/permissions/doors";
import { POWERS, ROLES } from "../../../app/domain/permissions/role";
import type { House } from "../house/house";
import type { Address } from "./addresses";
import type { Member } from "./cast";
import type { Oracle } from "./oracle";

/** One question to the site, and what its answer may be. */
export interface Try {
  address: Address;
  method: "GET" | "POST";
  path: string;
  form: Record<string, string | readonly string[]>;
  /** the date of which the page speaks */
  date: string;
  /** must not exist for the member: refused, not found, or led to the login */
  closed: boolean;
}

const NEVER_POSTED = ["routes/access/login.tsx", "routes/access/logout.ts", "routes/access/slip.tsx"];
/** Forms of one's own power that name people and units: filled with those of others they must change nothing. */
const NAME_OTHERS = ["routes/permissions/new.tsx", "routes/permissions/lend.tsx"];
const PRIVATE: readonly Thing[] = [
  "attempt",
  "certificate",
  "change",
  "delegation",
  "grant",
  "handover",
  "import",
  "log-entry",
  "marking-place",
  "person",
  "post",
  "practice-run",
  "reorganisation",
  "request",
  "schedule",
  "share",
  "signatory",
  "sitting",
  "slip",
  "task-work",
];
const HOSTILE = [
  "",
  "0",
  "-1",
  "null",
  "undefined",
  "../..",
  "%00",
  "' OR 1=1 --",
  "__proto__",
  "1".repeat(300),
  "Ⅷ",
  "<b>",
];

/** A reproducible stream of numbers in [0, 1): mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Makes tries for one member: any address, as a page, as its data and as a form, with what belongs to others. */
export class Tries {
  private readonly things: Record<Thing | "lesson" | "file" | "posting", string[]>;
  private readonly words: string[];
  private readonly units: string[];
  private readonly everyone: string[];
  /** staff codes of people in the member's reach, and the units of it */
  private readonly known: string[];
  private readonly ownUnits: string[];
  private readonly strangers: string[];

  constructor(
    house: House,
    private readonly oracle: Oracle,
    private readonly member: Member,
    private readonly addresses: readonly Address[],
    private readonly random: () => number,
  ) {
    const ids = (sql: string, ...values: unknown[]) =>
      house.rows<{ id: string | number }>(sql, ...values).map(({ id }) => String(id));
    const own = member.staffCode === null ? -1 : oracle.personId(member.staffCode);
    const seen = [...oracle.peopleEver(member, "see-people"), ...oracle.peopleEver(member, "reset-password"), own];
    const mine = JSON.stringify(seen);
    const notSeen = (column: string) => `${column} NOT IN (SELECT value FROM json_each('${mine}'))`;
    const notMine = (column: string) => `${column} NOT IN (SELECT id FROM account WHERE person_id = ${own})`;
    const holds = JSON.stringify([...oracle.unitsOf(member, "manage-exams")]);
    const notHeld = (column: string) => `${column} NOT IN (SELECT value FROM json_each('${holds}'))`;
    const manages = JSON.stringify([...oracle.unitsOf(member, "manage-grants")]);
    const programmes = JSON.stringify([...oracle.unitsOf(member, "manage-programmes")]);
    const issues = JSON.stringify([
      ...oracle.unitsOf(member, "prepare-certificates"),
      ...oracle.unitsOf(member, "sign-certificates"),
    ]);
    this.things = {
      activity: ids("SELECT id FROM activity LIMIT 20"),
      attempt: ids(`SELECT public_id AS id FROM attempt WHERE person_id <> ${own} AND person_id NOT IN
        (SELECT value FROM json_each('${JSON.stringify([...oracle.peopleEver(member, "see-attempts")])}'))`),
      // who prepares or signs sees the certificates of these people too
      certificate: ids(`SELECT public_id AS id FROM certificate WHERE ${notSeen("person_id")} AND person_id NOT IN
        (SELECT value FROM json_each('${JSON.stringify([
          ...oracle.peopleEver(member, "prepare-certificates"),
          ...oracle.peopleEver(member, "sign-certificates"),
        ])}'))`),
      course: this.coursesNotLearned(ids("SELECT slug AS id FROM course")),
      delegation: ids(`SELECT public_id AS id FROM delegation WHERE ${notMine("from_account_id")}`),
      grant: ids(
        `SELECT public_id AS id FROM permission_grant WHERE unit_id NOT IN (SELECT value FROM json_each('${manages}'))`,
      ),
      handover: ids(`SELECT public_id AS id FROM handover WHERE ${notSeen("incoming_person_id")}`),
      import: ids(`SELECT public_id AS id FROM import_run WHERE ${notMine("account_id")}`),
      person: ids(`SELECT public_id AS id FROM person WHERE ${notSeen("id")}`),
      post: ids(
        "SELECT s.public_id AS id FROM post s JOIN unit u ON u.id = s.unit_id WHERE u.key LIKE '%ca-mau%' LIMIT 30",
      ),
      reorganisation: ids(`SELECT public_id AS id FROM reorganisation WHERE ${notMine("account_id")}`),
      request: ids(`SELECT public_id AS id FROM request WHERE ${notSeen("person_id")}`),
      "marking-place": ids(`SELECT public_id AS id FROM marking_place WHERE person_id <> ${own}`),
      picture: [`${"0".repeat(64)}.png`],
      "practice-run": ids(`SELECT public_id AS id FROM practice_run WHERE person_id <> ${own}`),
      proposal: ids("SELECT public_id AS id FROM question_proposal"),
      regrade: ids("SELECT public_id AS id FROM regrade"),
      sitting: ids(`SELECT public_id AS id FROM sitting WHERE ${notHeld("unit_id")}`),
      "task-work": ids(`SELECT public_id AS id FROM task_work WHERE person_id <> ${own}`),
      "issue-list": ids(
        `SELECT public_id AS id FROM issue_list WHERE unit_id NOT IN (SELECT value FROM json_each('${issues}'))`,
      ),
      "log-entry": ids(`SELECT public_id AS id FROM log_entry WHERE ${notSeen("person_id")}`),
      programme: ids("SELECT DISTINCT programme AS id FROM certificate"),
      proof: ids(`SELECT public_id AS id FROM outside_proof WHERE ${notSeen("person_id")}`),
      "saved-report": ids(`SELECT public_id AS id FROM saved_report WHERE ${notMine("account_id")}`),
      "saved-view": ids(`SELECT public_id AS id FROM saved_view WHERE ${notMine("account_id")}`),
      schedule: ids(`SELECT public_id AS id FROM report_schedule WHERE ${notMine("account_id")}`),
      share: ids(`SELECT public_id AS id FROM certificate_share WHERE person_id <> ${own}`),
      signatory: ids(
        `SELECT public_id AS id FROM signatory WHERE unit_id NOT IN (SELECT value FROM json_each('${programmes}'))`,
      ),
      wording: ids("SELECT public_id AS id FROM paper_wording"),
      rule: ids("SELECT public_id AS id FROM assignment_rule LIMIT 30"),
      slip: ["0".repeat(27)],
      unit: ids("SELECT public_id AS id FROM unit WHERE key LIKE '%ca-mau%' OR key LIKE '%ha-noi%' OR key = 'vss'"),
      change: ids("SELECT id FROM change LIMIT 200"),
      other: [],
      posting: ids(`SELECT public_id AS id FROM posting WHERE ${notSeen("person_id")} LIMIT 200`),
      lesson: ids("SELECT DISTINCT key AS id FROM lesson LIMIT 20"),
      file: ids("SELECT public_id AS id FROM request_file"),
    };
    this.units = this.things.unit;
    const reach = JSON.stringify(POWERS.flatMap((power) => [...oracle.unitsOf(member, power)]));
    this.strangers = ids(`SELECT staff_code AS id FROM person WHERE ${notSeen("id")}`);
    this.known = ids(`SELECT staff_code AS id FROM person WHERE id IN (SELECT value FROM json_each('${mine}'))`);
    this.ownUnits = ids(`SELECT public_id AS id FROM unit WHERE id IN (SELECT value FROM json_each('${reach}'))`);
    this.everyone = ids("SELECT public_id AS id FROM person");
    this.words = ids(`SELECT full_name AS id FROM person_name WHERE ${notSeen("person_id")} LIMIT 60`)
      .concat(ids(`SELECT staff_code AS id FROM person WHERE ${notSeen("id")} LIMIT 60`))
      .concat(["nguyen", "a", "VSS", "%", "_", "ca mau"]);
  }

  /** The courses that are none of the member's: all of them, where they learn nothing. */
  private coursesNotLearned(slugs: string[]): string[] {
    if (this.member.learns === "assigned") return slugs.filter((slug) => slug !== "onboarding");
    return slugs;
  }

  private pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T;
  }

  private maybe<T>(share: number, make: () => T): T | null {
    return this.random() < share ? make() : null;
  }

  next(): Try {
    for (;;) {
      const made = this.make(this.pick(this.addresses));
      if (made) return made;
    }
  }

  private make(address: Address): Try | null {
    const { door, file, pattern } = address;
    const opens = this.oracle.opens(address, this.member);
    let junk = false;
    const filled = pattern.replace(/:(\w+)|\*/g, (_, name: string | undefined) => {
      const known = name === undefined ? [] : this.valuesFor(name, door.of);
      if (door.of === "person" && this.random() < 0.15) {
        // anybody at all: who may be named decides
        junk = true;
        return this.pick(this.everyone);
      }
      if (known.length > 0 && this.random() < 0.9) return encodeURIComponent(this.pick(known));
      junk = true;
      return encodeURIComponent(
        this.pick([
          "zzzzzzzzzzzzzzzz",
          "0000000000000000",
          ...HOSTILE.filter((text) => text !== "" && text !== "../.."),
        ]),
      );
    });
    const toLearn = door.to === "signed-in" && (door.of === "course" || door.of === "activity");
    const learned = toLearn && this.member.learns === "all";
    const foreign =
      door.of !== undefined &&
      (PRIVATE.includes(door.of) ||
        (door.of === "unit" && door.to === "powers") ||
        (toLearn && door.of === "course" && this.member.learns !== "all"));
    const closed = !opens || (foreign && !junk && file !== "routes/access/slip.tsx");
    const posts = this.random() < 0.25;
    if (posts) {
      if (opens && NAME_OTHERS.includes(file)) {
        return { address, method: "POST", path: filled, form: this.mixed(), date: this.oracle.today, closed: false };
      }
      // a form of one's own changes what is one's own: only what must stay shut is posted to
      if (!closed || learned || NEVER_POSTED.includes(file)) return null;
      return { address, method: "POST", path: filled, form: this.fields(), date: this.oracle.today, closed };
    }
    const { query, date } = this.query();
    return { address, method: "GET", path: this.asPageOrData(address, filled, query), form: {}, date, closed };
  }

  private valuesFor(name: string, of: Thing | undefined): string[] {
    if (name === "slug") return this.things.course;
    if (name === "file") return this.things.file;
    if (name === "key" && of === "course") return this.things.lesson;
    if (name === "post" || name === "posting" || name === "unit") return this.things[name];
    if (name === "token") return this.things.slip;
    return this.things[of ?? "other"];
  }

  private query(): { query: URLSearchParams; date: string } {
    const query = new URLSearchParams();
    const put = (name: string, value: string | null) => value !== null && query.set(name, value);
    const dates = ["2025-06-30", "2024-03-01", "2026-07-01", "2019-01-01", "01/08/2025"];
    const past = this.maybe(0.25, () => this.pick(dates));
    put("ngay", past ?? this.maybe(0.1, () => this.pick(["2030-01-01", "31/02/2026", ...HOSTILE])));
    put(
      "q",
      this.maybe(0.25, () => this.pick(this.words)),
    );
    put(
      "unit",
      this.maybe(0.25, () => this.pick([...this.units, ...HOSTILE])),
    );
    put(
      "person",
      this.maybe(0.1, () => this.pick(this.things.person)),
    );
    put(
      "page",
      this.maybe(0.1, () => this.pick(["2", "3", "99", "x"])),
    );
    put(
      "show",
      this.maybe(0.1, () => this.pick(["units", "focal", "all"])),
    );
    put(
      "competency",
      this.maybe(0.1, () => "dialogue"),
    );
    put(
      "level",
      this.maybe(0.1, () => this.pick(["CENTRAL", "PROVINCIAL", "GRASSROOTS"])),
    );
    const date = past === "01/08/2025" ? "2025-08-01" : (past ?? this.oracle.today);
    return { query, date };
  }

  private asPageOrData({ routeId, file }: Address, path: string, query: URLSearchParams): string {
    const flavour = file.endsWith(".ts") ? 1 : this.random();
    const text = () => (query.size > 0 ? `?${query}` : "");
    if (flavour > 0.45) return path + text();
    if (flavour < 0.25) query.set("_routes", routeId);
    return (path === "/" ? "/_root.data" : `${path}.data`) + text();
  }

  /** Someone of one's own reach and a unit of others, or the reverse, or both of others. */
  private mixed(): Record<string, string | readonly string[]> {
    const own = this.random();
    const person = own < 0.4 ? this.pick(this.known) : this.pick(this.strangers);
    const unit = (own >= 0.7 ? this.pick(this.ownUnits) : this.pick(this.units)) ?? "none";
    const role = this.pick(ROLES);
    const power = this.pick(POWERS);
    return { ...this.fields(), person, personCode: "", unit, role, power, from: "2026-12-01", lastDay: "2026-12-31" };
  }

  /** What any form of the site might ask for, filled with what is someone else's. */
  private fields(): Record<string, string | readonly string[]> {
    const person = this.pick(this.things.person);
    const word = this.pick(this.words);
    const all: Record<string, string | readonly string[]> = {
      onceKey: `fuzz${Math.floor(this.random() * 1e9)}`,
      once: `fuzz${Math.floor(this.random() * 1e9)}`,
      person: word,
      personCode: word,
      people: [person],
      unit: this.pick(this.units),
      role: "administrator",
      power: "see-people",
      from: "2026-12-01",
      on: "2026-12-01",
      date: "2026-12-01",
      effective: "2026-12-01",
      lastDay: "2026-12-31",
      until: "2026-12-31",
      due: "2027-01-31",
      document: "QĐ 1/QĐ-BHXH",
      reason: "…",
      note: "…",
      text: "…",
      confirm: "yes",
      decision: "approved",
      kind: "approved",
      item: "0",
      value: "A",
    };
    return Object.fromEntries(
      Object.entries(all).map(([name, value]) => [name, this.random() < 0.1 ? this.pick(HOSTILE) : value]),
    );
  }
}

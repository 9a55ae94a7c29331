import type Database from "better-sqlite3";
import { sortKey } from "~/domain/people/person-name";
import { foldForSearch } from "~/domain/text/fold-for-search";

export const STAFF = 20_000;
const GRASSROOTS = 350;
/** the province whose units are merged has this many, with so many people each */
const MERGED_UNITS = 11;
const PEOPLE_EACH = 273;
export const HR_CODE = "LARGE-HR";

/** Since when there are grassroots units here, and provinces as they are today. */
const TODAYS_PROVINCES = "2025-07-01";
const GRASSROOTS_BEGIN = "2025-10-01";

export interface LargeHouse {
  /** names of the units in which the people are today, by staff code, for a file about them */
  staff: { code: string; name: string; unit: string; path: string; position: string }[];
  provinces: string[];
}

const FAMILY = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý"];
const MIDDLE = ["Thị", "Văn", "Thị Thu", "Đức", "Minh", "Ngọc", "Thanh", "Hữu", "Thị Hồng", "Quang"];
const GIVEN = [
  "An",
  "Bình",
  "Chi",
  "Dung",
  "Đạt",
  "Giang",
  "Hà",
  "Hằng",
  "Hương",
  "Khánh",
  "Lan",
  "Linh",
  "Mai",
  "Nam",
  "Nga",
  "Phương",
  "Quân",
  "Sơn",
  "Thảo",
  "Trang",
  "Tú",
  "Vân",
  "Yến",
  "Ánh",
];
const POSITIONS = [
  "communication-officer",
  "one-stop-officer",
  "communication-officer",
  "leader",
  "external-relations-officer",
];

const of = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
const id = (prefix: string, index: number) => `${prefix}${index.toString(36).padStart(14, "0")}`;
const nameOf = (index: number) =>
  `${of(FAMILY, index)} ${of(MIDDLE, Math.floor(index / 13))} ${of(GIVEN, Math.floor(index / 7))}`;

/** Fills an empty house that has its units; a house that was filled before is only described. */
export function peopleTheHouse(database: Database.Database): LargeHouse {
  const provinces = database
    .prepare(
      `SELECT u.id, n.name_vi AS name FROM unit u
       JOIN unit_existence e ON e.unit_id = u.id AND e.retracted_change IS NULL AND e.valid_from <= ? AND e.valid_to IS NULL
       JOIN unit_name n ON n.unit_id = u.id AND n.retracted_change IS NULL AND n.valid_to IS NULL
       WHERE u.level = 'PROVINCIAL' ORDER BY u.id`,
    )
    .all(GRASSROOTS_BEGIN) as { id: number; name: string }[];
  if (!database.prepare("SELECT 1 FROM person WHERE staff_code = ?").get(HR_CODE)) {
    database.transaction(() => fill(database, provinces))();
  }
  const staff = database
    .prepare(
      `SELECT p.staff_code AS code, pn.full_name AS name, un.name_vi AS unit, parent.name_vi AS above, s.position
       FROM posting o JOIN person p ON p.id = o.person_id JOIN post s ON s.id = o.post_id
       JOIN person_name pn ON pn.person_id = p.id AND pn.valid_to IS NULL AND pn.retracted_change IS NULL
       JOIN unit_name un ON un.unit_id = s.unit_id AND un.valid_to IS NULL AND un.retracted_change IS NULL
       LEFT JOIN unit_placement l ON l.unit_id = s.unit_id AND l.valid_to IS NULL AND l.retracted_change IS NULL
       LEFT JOIN unit_name parent ON parent.unit_id = l.parent_id AND parent.valid_to IS NULL AND parent.retracted_change IS NULL
       WHERE o.valid_to IS NULL AND o.retracted_change IS NULL AND p.staff_code LIKE 'L-%' ORDER BY p.id`,
    )
    .all() as { code: string; name: string; unit: string; above: string; position: string }[];
  return {
    staff: staff.map(({ above, ...each }) => ({ ...each, path: `${above} / ${each.unit}` })),
    provinces: provinces.map(({ name }) => name),
  };
}

function fill(database: Database.Database, provinces: readonly { id: number; name: string }[]): void {
  const changeAt = database.prepare("INSERT INTO change (at, kind, effective) VALUES (?, 'large-house', ?)");
  const change = (at: string) => Number(changeAt.run(`${at}T01:00:00.000Z`, at).lastInsertRowid);
  const began = change("2017-01-01");
  const moved = change("2021-06-01");
  const now = change(GRASSROOTS_BEGIN);
  const offices = grassroots(database, provinces, now);
  const old = database
    .prepare(
      `SELECT e.unit_id AS id, e.valid_to AS until FROM unit_existence e JOIN unit u ON u.id = e.unit_id
       WHERE u.level = 'PROVINCIAL' AND e.retracted_change IS NULL AND e.valid_from <= '2017-01-01'
         AND (e.valid_to IS NULL OR e.valid_to > '2025-03-01')`,
    )
    .all() as { id: number; until: string | null }[];

  const person = database.prepare("INSERT INTO person (public_id, staff_code, recorded_change) VALUES (?, ?, ?)");
  const name = database.prepare(
    "INSERT INTO person_name (person_id, full_name, folded, sort_key, valid_from, valid_to, recorded_change) VALUES (?, ?, ?, ?, ?, ?, ?)",
  );
  const detail = database.prepare(
    "INSERT INTO person_detail (person_id, employment, work_email, valid_from, recorded_change) VALUES (?, 'public-employee', ?, '2017-01-01', ?)",
  );
  const account = database.prepare("INSERT INTO account (public_id, person_id, recorded_change) VALUES (?, ?, ?)");
  const post = database.prepare(
    "INSERT INTO post (public_id, unit_id, position, valid_from, valid_to, recorded_change) VALUES (?, ?, ?, ?, ?, ?)",
  );
  const posting = database.prepare(
    "INSERT INTO posting (public_id, person_id, post_id, kind, valid_from, valid_to, end_reason, recorded_change) VALUES (?, ?, ?, 'primary', ?, ?, ?, ?)",
  );
  const said = (personId: number, text: string, from: string, to: string | null, changeId: number) =>
    name.run(personId, text, foldForSearch(text), sortKey(text), from, to, changeId);
  let rows = 0;
  const serve = (
    personId: number,
    unitId: number,
    position: string,
    from: string,
    to: string | null,
    changeId: number,
  ) => {
    rows += 1;
    const place = Number(post.run(id("p", rows), unitId, position, from, to, changeId).lastInsertRowid);
    posting.run(id("o", rows), personId, place, from, to, to && "transfer", changeId);
  };

  for (let index = 0; index < STAFF; index += 1) {
    const personId = Number(
      person.run(id("s", index), `L-${index.toString().padStart(5, "0")}`, began).lastInsertRowid,
    );
    const fullName = nameOf(index);
    if (index % 50 === 0) {
      said(personId, `${fullName} Cũ`, "2017-01-01", "2021-06-01", began);
      said(personId, fullName, "2021-06-01", null, moved);
    } else said(personId, fullName, "2017-01-01", null, began);
    detail.run(personId, `l${index}@large.example`, began);
    account.run(id("a", index), personId, began);
    const position = of(POSITIONS, index);
    const first = of(old, index);
    const second = of(old, index + (index % 3));
    const untilSecond = second.until !== null && second.until < TODAYS_PROVINCES ? second.until : TODAYS_PROVINCES;
    serve(personId, first.id, position, "2017-01-01", "2021-06-01", began);
    serve(personId, second.id, position, "2021-06-01", untilSecond, moved);
    serve(personId, of(offices, index), position, GRASSROOTS_BEGIN, null, now);
  }
  const root = database
    .prepare("SELECT id FROM unit WHERE level = 'CENTRAL' ORDER BY id LIMIT 1")
    .pluck()
    .get() as number;
  const hr = Number(person.run(id("h", 0), HR_CODE, now).lastInsertRowid);
  said(hr, "Phạm Thị Đo", "2017-01-01", null, now);
  detail.run(hr, "hr@large.example", now);
  const hrAccount = Number(account.run(id("h", 1), hr, now).lastInsertRowid);
  serve(hr, root, "communication-officer", GRASSROOTS_BEGIN, null, now);
  const grant = database.prepare(
    "INSERT INTO permission_grant (public_id, account_id, role, unit_id, valid_from, recorded_change) VALUES (?, ?, ?, ?, ?, ?)",
  );
  grant.run(id("g", 0), hrAccount, "hr-officer", root, GRASSROOTS_BEGIN, now);
}

/** Makes the grassroots units. @returns ids of offices, each as often as it should have people */
function grassroots(
  database: Database.Database,
  provinces: readonly { id: number; name: string }[],
  changeId: number,
): number[] {
  const unit = database.prepare(
    "INSERT INTO unit (public_id, level, key, vss_code, recorded_change) VALUES (?, 'GRASSROOTS', ?, ?, ?)",
  );
  const existence = database.prepare(
    "INSERT INTO unit_existence (unit_id, valid_from, recorded_change) VALUES (?, ?, ?)",
  );
  const naming = database.prepare(
    "INSERT INTO unit_name (unit_id, name_vi, name_en, short_vi, short_en, folded, valid_from, recorded_change) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const placement = database.prepare(
    "INSERT INTO unit_placement (unit_id, parent_id, valid_from, recorded_change) VALUES (?, ?, ?, ?)",
  );
  const offices: { id: number; province: number }[] = [];
  for (let index = 0; index < GRASSROOTS; index += 1) {
    // the first ones are all of one province
    const province = index < MERGED_UNITS ? 0 : index % provinces.length;
    const parent = of(provinces, province);
    const vi = `BHXH cơ sở số ${index + 1}`;
    const en = `Grassroots social insurance no. ${index + 1}`;
    const code = `L${index.toString().padStart(4, "0")}`;
    const unitId = Number(unit.run(id("u", index), `large-${index}`, code, changeId).lastInsertRowid);
    existence.run(unitId, GRASSROOTS_BEGIN, changeId);
    naming.run(unitId, vi, en, vi, en, foldForSearch(`${vi} ${en}`), GRASSROOTS_BEGIN, changeId);
    placement.run(unitId, parent.id, GRASSROOTS_BEGIN, changeId);
    offices.push({ id: unitId, province });
  }
  const rest = [...offices.slice(MERGED_UNITS).map((office) => office.id), ...provinces.map((province) => province.id)];
  return Array.from({ length: STAFF }, (_, index) =>
    index < MERGED_UNITS * PEOPLE_EACH ? (offices[index % MERGED_UNITS]?.id ?? 0) : of(rest, index),
  );
}

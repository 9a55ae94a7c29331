import type { Power, Role } from "../../../app/domain/permissions/role";
import type { House } from "../house/house";
import { COLLABORATOR, FOCAL_DA_NANG, HR_CENTRAL, HR_HUNG_YEN, LEADER_HUNG_YEN, NEW_OFFICER } from "../site";

/** Someone who tries every address, with what they truly have: written down here, not asked of the site. */
export interface Member {
  name: string;
  /** null: not signed in */
  staffCode: string | null;
  rights: readonly ({ role: Role; unit: string } | { power: Power; unit: string })[];
  /** one of the staff: sees the directory of units */
  staff: boolean;
  /** may learn: everything, what is assigned, nothing */
  learns: "all" | "assigned" | "nothing";
}

const PROVINCE = "bhxh-hung-yen-2025";
const BELOW = "co-so-hung-yen-1";
const DA_NANG = "bhxh-da-nang-2025";

/** Roles that no account of the demo has over a province alone. */
const ADDED: readonly Role[] = [
  "author",
  "legal-checker",
  "approver",
  "marker",
  "programme-owner",
  "trainer",
  "exam-officer",
  "invigilator",
  "signatory",
  "inspector",
  "administrator",
];

const code = (name: string) => `FUZZ-${name.toUpperCase()}`;

export const VISITOR: Member = { name: "visitor", staffCode: null, rights: [], staff: false, learns: "nothing" };

/** What each of them has; `addCast` puts those into the house whom the demo does not know. */
export const LEARNERS: readonly Member[] = [
  VISITOR,
  { name: "learner", staffCode: NEW_OFFICER, rights: [], staff: true, learns: "all" },
  { name: "collaborator", staffCode: COLLABORATOR, rights: [], staff: false, learns: "assigned" },
  {
    name: "who left, with a permission not ended",
    staffCode: code("left"),
    rights: [],
    staff: false,
    learns: "nothing",
  },
  {
    name: "external account",
    staffCode: code("external"),
    rights: [{ role: "learner", unit: PROVINCE }],
    staff: true,
    learns: "all",
  },
  {
    name: "focal-point",
    staffCode: FOCAL_DA_NANG,
    rights: [{ role: "focal-point", unit: DA_NANG }],
    staff: true,
    learns: "all",
  },
  ...members(["author", "legal-checker", "approver", "marker"]),
];

export const OFFICERS: readonly Member[] = [
  {
    name: "unit-leader",
    staffCode: LEADER_HUNG_YEN,
    rights: [{ role: "unit-leader", unit: PROVINCE }],
    staff: true,
    learns: "all",
  },
  {
    name: "hr-officer",
    staffCode: HR_HUNG_YEN,
    rights: [{ role: "hr-officer", unit: PROVINCE }],
    staff: true,
    learns: "all",
  },
  {
    name: "who was lent powers",
    staffCode: code("lent"),
    rights: [
      { power: "see-people", unit: BELOW },
      { power: "change-people", unit: BELOW },
    ],
    staff: true,
    learns: "all",
  },
  ...members(["programme-owner", "trainer", "exam-officer", "invigilator", "signatory", "inspector", "administrator"]),
];

function members(roles: readonly Role[]): Member[] {
  return roles.map((role) => ({
    name: role,
    staffCode: code(role),
    rights: [{ role, unit: PROVINCE }],
    staff: true,
    learns: "all",
  }));
}

/** Puts into the house whom the demo does not know, and things of people far away for everyone else to reach for. */
export function addCast(house: House): void {
  const { database } = house;
  const insert = (table: string, row: Record<string, unknown>): number => {
    const names = Object.keys(row);
    const values = names.map(() => "?").join(", ");
    const sql = `INSERT INTO ${table} (${names.join(", ")}) VALUES (${values})`;
    return Number(database.prepare(sql).run(...Object.values(row)).lastInsertRowid);
  };
  const unitId = (key: string) => house.row<{ id: number }>("SELECT id FROM unit WHERE key = ?", key).id;
  const accountOf = (staffCode: string) =>
    house.row<{ id: number }>(
      "SELECT a.id FROM account a JOIN person p ON p.id = a.person_id WHERE p.staff_code = ?",
      staffCode,
    ).id;
  database.transaction(() => {
    const change = insert("change", { at: "2026-11-21T01:00:00.000Z", kind: "test" });
    const recorded = { recorded_change: change };
    const { password_hash } = house.row<{ password_hash: string }>(
      "SELECT password_hash FROM account WHERE id = ?",
      accountOf(NEW_OFFICER),
    );
    let counter = 0;
    const publicId = () => {
      counter += 1;
      return `fuzz${String(counter).padStart(12, "0")}`;
    };
    const person = (staffCode: string, posting: { unit: string; to: string | null } | null): number => {
      const fullName = `Thử Phạm Vi Số ${counter + 1}`;
      const id = insert("person", { public_id: publicId(), staff_code: staffCode, ...recorded });
      insert("person_detail", { person_id: id, employment: "contract", valid_from: "2020-01-01", ...recorded });
      const folded = `thu pham vi so ${counter}`;
      insert("person_name", {
        person_id: id,
        full_name: fullName,
        folded,
        sort_key: folded,
        valid_from: "2020-01-01",
        ...recorded,
      });
      if (posting) {
        const post = { public_id: publicId(), unit_id: unitId(posting.unit), position: "communication-officer" };
        const dates = { valid_from: "2025-07-01", valid_to: posting.to, ...recorded };
        const postId = insert("post", { ...post, one_stop: 0, deputy: 0, ...dates });
        insert("posting", { public_id: publicId(), person_id: id, post_id: postId, kind: "primary", ...dates });
      }
      return insert("account", { public_id: publicId(), person_id: id, password_hash, ...recorded });
    };
    const grant = (account: number, role: Role, unit: string) =>
      insert("permission_grant", {
        public_id: publicId(),
        account_id: account,
        role,
        unit_id: unitId(unit),
        valid_from: "2026-07-01",
        document: "QĐ thử",
        ...recorded,
      });
    for (const role of ADDED) grant(person(code(role), { unit: PROVINCE, to: null }), role, PROVINCE);
    grant(person(code("left"), { unit: PROVINCE, to: "2026-06-01" }), "hr-officer", PROVINCE);
    grant(person(code("external"), null), "learner", PROVINCE);
    const lent = person(code("lent"), { unit: PROVINCE, to: null });
    const lend = (from: number, to: number, power: Power, unit: string) =>
      insert("delegation", {
        public_id: publicId(),
        from_account_id: from,
        to_account_id: to,
        power,
        unit_id: unitId(unit),
        document: "QĐ thử",
        valid_from: "2026-11-01",
        valid_to: "2027-06-01",
        ...recorded,
      });
    for (const power of ["see-people", "change-people"] as const) lend(accountOf(HR_HUNG_YEN), lent, power, BELOW);

    // far away: nobody of the cast but the visitor's equals may ever see these
    const far = person("FUZZ-FAR-1", { unit: "bhxh-ca-mau-2025", to: null });
    const farther = person("FUZZ-FAR-2", { unit: "bhxh-ca-mau-2025", to: null });
    grant(far, "hr-officer", "bhxh-ca-mau-2025");
    lend(far, farther, "see-people", "bhxh-ca-mau-2025");
    addThings(insert, publicId, { change, account: far, personId: personOf(house, far), house });
  })();
}

function personOf(house: House, account: number): number {
  return house.row<{ person_id: number }>("SELECT person_id FROM account WHERE id = ?", account).person_id;
}

/** One of each thing that an address can name, belonging to someone far away. */
function addThings(
  insert: (table: string, row: Record<string, unknown>) => number,
  publicId: () => string,
  { change, account, personId, house }: { change: number; account: number; personId: number; house: House },
): void {
  const recorded = { recorded_change: change };
  const at = "2026-11-20T01:00:00.000Z";
  const version = house.row<{ id: number; course_id: number }>("SELECT id, course_id FROM course_version LIMIT 1");
  const enrolment = insert("enrolment", {
    public_id: publicId(),
    person_id: personId,
    course_id: version.course_id,
    course_version_id: version.id,
    started_at: at,
    ...recorded,
  });
  const attempt = insert("attempt", {
    public_id: publicId(),
    person_id: personId,
    enrolment_id: enrolment,
    course_version_id: version.id,
    number: 1,
    started_at: at,
    deadline_at: "2026-12-20T01:00:00.000Z",
    paper: "{}",
    ...recorded,
  });
  const sitting = insert("sitting", {
    public_id: publicId(),
    course_id: version.course_id,
    unit_id: house.row<{ id: number }>("SELECT id FROM unit WHERE key = 'bhxh-ca-mau-2025'").id,
    ...recorded,
  });
  insert("sitting_plan", {
    sitting_id: sitting,
    title: "FUZZ-SECRET",
    place: "FUZZ-SECRET",
    opens_at: "2026-12-20T01:00:00.000Z",
    closes_at: "2026-12-20T03:00:00.000Z",
    mode: "online",
    room_code: "FUZZ-SECRET",
    invigilator_id: personId,
    status: "planned",
    ...recorded,
  });
  const farUnit = house.row<{ id: number }>("SELECT id FROM unit WHERE key = 'bhxh-ca-mau-2025'").id;
  const secret = { vi: "FUZZ-SECRET", en: "FUZZ-SECRET" };
  insert("signatory", {
    public_id: publicId(),
    unit_id: farUnit,
    person_id: personId,
    content: JSON.stringify({
      issuing_body: secret,
      issuing_unit: secret,
      authority: "none",
      authority_of: null,
      name: "FUZZ-SECRET",
      title: secret,
      decision: { number: "FUZZ-SECRET", signed_on: "2026-01-02" },
      place: secret,
      sample: true,
    }),
    valid_from: "2026-01-02",
    ...recorded,
  });
  const list = insert("issue_list", {
    public_id: publicId(),
    programme: "equipment-livestream",
    unit_id: farUnit,
    account_id: account,
    ...recorded,
  });
  for (const kind of ["drawn-up", "submitted"]) {
    insert("issue_list_event", { list_id: list, kind, account_id: account, text: "FUZZ-SECRET", at, ...recorded });
  }
  insert("report_schedule", {
    public_id: publicId(),
    account_id: account,
    recipient_account_id: account,
    name: "FUZZ-SECRET",
    address: "/hr/certification",
    format: "csv",
    period: "weekly",
    valid_from: "2026-01-02",
    ...recorded,
  });
  insert("sitting_candidate", { sitting_id: sitting, person_id: personId, number: "001", ...recorded });
  insert("practice_run", {
    public_id: publicId(),
    person_id: personId,
    course_version_id: version.id,
    kind: "practice",
    paper: JSON.stringify({ form: 2, title: { vi: "FUZZ-SECRET", en: "FUZZ-SECRET" }, items: [] }),
    started_at: at,
  });
  const question = house.row<{ id: number; key: string }>("SELECT id, key FROM question_version LIMIT 1");
  const work = insert("task_work", {
    public_id: publicId(),
    person_id: personId,
    enrolment_id: enrolment,
    course_version_id: version.id,
    question_key: question.key,
    question_version_id: question.id,
    at,
    ...recorded,
  });
  insert("task_hand_in", { work_id: work, round: 0, text: "FUZZ-SECRET", files: "[]", confirmed_at: at, ...recorded });
  const subject = insert("marking_subject", {
    public_id: publicId(),
    kind: "item",
    attempt_id: attempt,
    item: 1,
    round: 0,
    question_version_id: question.id,
    course_id: version.course_id,
    person_id: personId,
    unit_id: house.row<{ id: number }>("SELECT id FROM unit WHERE key = 'bhxh-ca-mau-2025'").id,
    markers: 1,
    threshold: 0.15,
    ...recorded,
  });
  insert("marking_place", {
    public_id: publicId(),
    subject_id: subject,
    place: 1,
    person_id: personId,
    account_id: account,
    at,
    ...recorded,
  });
  const request = insert("request", {
    public_id: publicId(),
    kind: "correct-record",
    person_id: personId,
    raised_by: account,
    text: "FUZZ-SECRET",
    payload: JSON.stringify({ kind: "correct-record", field: "name", value: "FUZZ-SECRET" }),
    due: "2026-12-01",
    at,
    ...recorded,
  });
  insert("request_file", {
    public_id: publicId(),
    request_id: request,
    name: "FUZZ-SECRET.pdf",
    media_type: "application/pdf",
    bytes: 3,
    sha256: "0".repeat(64),
    ...recorded,
  });
  const entry = insert("log_entry", {
    public_id: publicId(),
    person_id: personId,
    competency: "dialogue",
    on_date: "2026-11-10",
    place: "FUZZ-SECRET",
    audience: "FUZZ-SECRET",
    people: 3,
    role: "led",
    language: "vi",
    ...recorded,
  });
  insert("log_entry_event", { entry_id: entry, kind: "submitted", account_id: account, at, ...recorded });
  insert("import_run", {
    public_id: publicId(),
    kind: "people",
    file_name: "FUZZ-SECRET.csv",
    sha256: "0".repeat(64),
    bytes: 3,
    account_id: house.row<{ id: number }>(
      "SELECT a.id FROM account a JOIN person p ON p.id = a.person_id WHERE p.staff_code = ?",
      HR_CENTRAL,
    ).id,
    effective: "2026-12-01",
    at,
    ...recorded,
  });
  insert("certificate_share", {
    public_id: publicId(),
    person_id: personId,
    token_hash: "0".repeat(64),
    created_at: at,
    expires_at: "2027-11-20T01:00:00.000Z",
  });
  insert("absence", {
    public_id: publicId(),
    person_id: personId,
    kind: "maternity",
    valid_from: "2026-11-01",
    valid_to: "2027-05-01",
    ...recorded,
  });
}

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, it } from "vitest";

/** Of rows that were taken back alone. */
const TAKEN_BACK = `retracted_change where "retracted_change" is not null`;

/**
 * Every table with its keys and indexes, the integer ids apart. Prisma looks over partial indexes, CHECKs and triggers, and a
 * migration that redefines a table drops them: what is lost is missed here.
 */
const tables: Record<string, readonly string[]> = {
  absence: ["person_id", TAKEN_BACK, "unique public_id, recorded_change"],
  account: ["unique person_id", "unique public_id"],
  acknowledgement: ["unique account_id, subject"],
  activity: ["unique course_version_id, key"],
  activity_state: ["primary person_id, package_hash"],
  area: ["unique key"],
  area_version: ["area_id", "code"],
  assignment_rule: ["key", "unique public_id, recorded_change"],
  attempt: [
    "course_version_id",
    "deadline_at",
    "enrolment_id",
    "sitting_id",
    "unique person_id, course_version_id, number",
    "unique public_id",
  ],
  attempt_grant: ["person_id"],
  attempt_log: ["attempt_id"],
  attempt_result: ["unique attempt_id, round, ordinal"],
  attempt_source: ["unique attempt_id, session, device, address"],
  attempt_time: ["attempt_id"],
  attempt_void: ["attempt_id", `unique attempt_id where "retracted_change" is null`],
  bank_item: ["question_key", `unique question_key where "retracted_change" is null`],
  certificate: [
    "issue_list_id",
    "person_id",
    "unique programme, attempt_id",
    "unique programme, basis",
    "unique public_id",
    "unique replaces_id",
    "unique serial",
  ],
  certificate_credential: ["unique certificate_id, key_id"],
  certificate_document: [],
  certificate_event: ["certificate_id", TAKEN_BACK],
  certificate_share: ["person_id", "unique public_id", "unique token_hash"],
  certificate_signature: ["unique certificate_id, key_id"],
  certificate_signed_copy: ["certificate_id", `unique certificate_id where "retracted_change" is null`],
  change: ["unique once_key", "unique undoes"],
  course: ["unique slug"],
  course_completion: ["person_id", "unique enrolment_id"],
  course_question: ["primary course_version_id, question_version_id"],
  course_version: ["unique course_id, hash"],
  delegation: ["from_account_id", "to_account_id", "unique public_id, recorded_change"],
  due_extension: ["person_id", TAKEN_BACK],
  eligibility: ["person_id", "programme", TAKEN_BACK, `unique programme, basis where "retracted_change" is null`],
  enrolment: ["course_id", "unique person_id, course_version_id", "unique public_id"],
  evidence: [
    "log_entry_id",
    "person_id",
    "proof_id",
    TAKEN_BACK,
    "unique attempt_id, competency",
    "unique subject_id, competency",
  ],
  extra_time: ["person_id"],
  framework_version: ["unique kind, hash"],
  handover: ["incoming_person_id", "outgoing_person_id", "post_id", "unique public_id"],
  handover_confirmation: ["unique handover_id, item, side"],
  import_profile: ["account_id"],
  import_progress: [],
  import_row: ["primary import_id, number"],
  import_run: ["account_id", "unique change_id", "unique public_id"],
  issue_list: ["programme", "unique public_id", "unit_id"],
  issue_list_entry: ["eligibility_id", "list_id", `unique eligibility_id where "retracted_change" is null`],
  issue_list_event: ["list_id", `unique list_id where "kind" = 'approved'`],
  job_turn: ["primary name"],
  late_response: ["unique attempt_id, client_key"],
  lesson: ["unique course_version_id, key"],
  lesson_completion: ["unique enrolment_id, lesson_id"],
  level_label: [],
  log_entry: ["person_id", "unique public_id"],
  log_entry_event: ["entry_id"],
  mail_choice: ["account_id"],
  manual_assignment: ["person_id", TAKEN_BACK],
  mark: ["unique place_id"],
  mark_draft: ["unique place_id, client_key"],
  mark_effect: ["attempt_id", "unique result_id"],
  mark_release: ["unique subject_id"],
  marking_place: [
    "person_id",
    "subject_id",
    "unique public_id",
    `unique subject_id, person_id where "retracted_change" is null`,
    `unique subject_id, place where "retracted_change" is null`,
  ],
  marking_subject: [
    "attempt_id",
    "course_id",
    `unique attempt_id, item, round where "kind" = 'item'`,
    "unique public_id",
    `unique request_id, item where "kind" = 'appeal'`,
    `unique work_id, round where "kind" = 'task'`,
    "work_id",
  ],
  outgoing_mail: ["sent_at", "unique key"],
  outside_proof: ["person_id", "unique public_id"],
  outside_proof_event: ["proof_id"],
  outside_proof_file: ["proof_id", "unique public_id"],
  paper_entry: ["sitting_id", `unique sitting_id, person_id, ordinal where "retracted_change" is null`],
  paper_wording: ["kind", "unique public_id, recorded_change"],
  password_slip: ["account_id", "unique token_hash"],
  permission_grant: ["account_id", "unique public_id, recorded_change"],
  person: ["unique public_id", "unique staff_code"],
  person_detail: [
    "person_id",
    TAKEN_BACK,
    `unique work_email where "work_email" is not null and "retracted_change" is null and "valid_to" is null`,
    "work_email",
  ],
  person_merge: ["kept_person_id", "merged_person_id", TAKEN_BACK],
  person_name: ["person_id", TAKEN_BACK],
  post: [TAKEN_BACK, "unique public_id, recorded_change", "unit_id"],
  posting: ["person_id", "post_id", TAKEN_BACK, "unique public_id, recorded_change"],
  practice_answer: ["unique run_id, item"],
  practice_run: ["person_id, course_version_id", "unique public_id"],
  practice_statement: ["activity_id", "unique person_id, client_key"],
  programme_version: ["programme", "unique public_id, recorded_change"],
  proposal_event: ["proposal_id"],
  question_proposal: ["bank", "question_key", "unique public_id"],
  question_version: ["unique key, hash"],
  regrade: ["course_id", "unique public_id"],
  reminder: ["account_id", "unique certificate_id, account_id, stage, channel"],
  reorganisation: ["unique change_id", "unique public_id"],
  report_schedule: ["account_id", "unique public_id, recorded_change"],
  report_sending: ["unique schedule_id, due_on"],
  request: ["person_id", "unique public_id"],
  request_event: ["request_id"],
  request_file: ["request_id", "unique public_id"],
  response: ["unique attempt_id, client_key"],
  saved_report: ["account_id", "unique public_id"],
  saved_view: ["account_id", "unique public_id"],
  serial_counter: ["primary series"],
  session: ["account_id", "primary id_hash"],
  setting: ["key"],
  signatory: ["person_id", "unique public_id, recorded_change", "unit_id"],
  signing_key: ["unique key_id"],
  sitting: ["course_id", "unique public_id", "unit_id"],
  sitting_candidate: [
    "person_id",
    "sitting_id",
    `unique sitting_id, number where "retracted_change" is null`,
    `unique sitting_id, person_id where "retracted_change" is null`,
  ],
  sitting_minutes: ["sitting_id", `unique sitting_id where "retracted_change" is null`],
  sitting_paper: ["unique sitting_id, code"],
  sitting_plan: ["invigilator_id", "sitting_id", `unique sitting_id where "retracted_change" is null`],
  standing_decision: ["programme"],
  task_draft: ["unique work_id, client_key"],
  task_file: ["unique public_id", "work_id"],
  task_hand_in: ["unique work_id, round"],
  task_return: ["unique work_id, round"],
  task_work: ["unique person_id, course_version_id, question_key", "unique public_id"],
  unit: ["unique key", "unique public_id"],
  unit_area: ["area_id", "unit_id"],
  unit_existence: ["unit_id"],
  unit_name: ["unit_id"],
  unit_placement: ["parent_id", "unit_id"],
  unit_succession: ["new_unit_id", "old_unit_id"],
  unit_type: ["unit_id"],
  waiver: ["person_id", TAKEN_BACK],
  working_day_exception: ["day"],
};

const directory = mkdtempSync(path.join(os.tmpdir(), "cau-noi-schema-"));
const file = path.join(directory, "empty.db");
let database: Database.Database;

function prisma(args: readonly string[], url: string) {
  const env = { ...process.env, DATABASE_URL: url, PRISMA_HIDE_UPDATE_MESSAGE: "1" };
  return spawnSync(path.resolve("node_modules/.bin/prisma"), args, { env, encoding: "utf8" });
}

/** "unique a, b", "a, b", "unique a where …", in order. */
function keysOf(table: string): string[] {
  const indexes = database.prepare("SELECT * FROM pragma_index_list(?)").all(table) as {
    name: string;
    unique: number;
    origin: string;
  }[];
  return indexes
    .map(({ name, unique, origin }) => {
      const columns = database.prepare("SELECT name FROM pragma_index_info(?)").pluck().all(name).join(", ");
      const sql = database.prepare("SELECT sql FROM sqlite_master WHERE name = ?").pluck().get(name) as string | null;
      const condition = /\bWHERE\b.*/is.exec(sql ?? "")?.[0].toLowerCase();
      return [origin === "pk" ? "primary" : unique ? "unique" : null, columns, condition].filter(Boolean).join(" ");
    })
    .sort();
}

beforeAll(() => {
  const { status, stderr } = prisma(["migrate", "deploy"], `file:${file}`);
  expect([status, stderr]).toEqual([0, expect.not.stringContaining("Error")]);
  database = new Database(file, { readonly: true });
}, 120_000);

afterAll(() => {
  database?.close();
  rmSync(directory, { recursive: true, force: true });
});

it("has the tables, unique keys and indexes that are listed", () => {
  const names = database
    .prepare("SELECT name FROM sqlite_master WHERE type = ? AND name NOT LIKE ? AND name <> ? ORDER BY name")
    .pluck()
    .all("table", "sqlite_%", "_prisma_migrations") as string[];
  expect(Object.fromEntries(names.map((name) => [name, keysOf(name)]))).toEqual(tables);
});

it("has a CHECK, trigger or view nowhere that would not be listed here", () => {
  const others = database
    .prepare("SELECT type || $space || name FROM sqlite_master WHERE type IN ($trigger, $view) OR sql LIKE $check")
    .pluck()
    .all({ space: " ", trigger: "trigger", view: "view", check: "%CHECK%(%" });
  expect(others).toEqual(["view attempt_standing"]);
});

it("says in its migrations all that the schema says", () => {
  const from = ["--from-migrations", "prisma/migrations", "--to-schema-datamodel", "prisma/schema.prisma"];
  const { status, stdout } = prisma(["migrate", "diff", ...from, "--script", "--exit-code"], "file::memory:");
  expect(stdout).toContain("This is an empty migration");
  expect(status).toBe(0);
}, 120_000);

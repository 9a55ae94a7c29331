import { Prisma } from "./generated/client";

/** A table of facts: its rows are recorded by one change and can be retracted by another. */
export interface FactTable {
  name: string;
  columns: readonly string[];
  /** Of the rows in force that agree in these columns, no two may hold at the same time. */
  oneAtATime: readonly (readonly string[])[];
  /** false: its rows hold from when they are recorded, without dates of their own */
  dated: boolean;
  /** false: a unique key forbids a second row of the same, so that a retracted one cannot be revived */
  revivable: boolean;
}

type Traits = Partial<Pick<FactTable, "oneAtATime" | "dated" | "revivable">>;

function table(name: string, columns: Record<string, string>, traits: Traits = {}): FactTable {
  return { name, columns: Object.values(columns), oneAtATime: [], dated: true, revivable: true, ...traits };
}

/** Every table with recorded_change and retracted_change; posts stand before the postings that name them. */
export const FACT_TABLES: readonly FactTable[] = [
  table("unit_existence", Prisma.Unit_existenceScalarFieldEnum, { oneAtATime: [["unit_id"]] }),
  table("unit_name", Prisma.Unit_nameScalarFieldEnum, { oneAtATime: [["unit_id"]] }),
  table("unit_placement", Prisma.Unit_placementScalarFieldEnum, { oneAtATime: [["unit_id"]] }),
  table("unit_type", Prisma.Unit_typeScalarFieldEnum, { oneAtATime: [["unit_id"]] }),
  table("unit_succession", Prisma.Unit_successionScalarFieldEnum, { dated: false }),
  table("level_label", Prisma.Level_labelScalarFieldEnum, { oneAtATime: [["level"]] }),
  table("area_version", Prisma.Area_versionScalarFieldEnum, { oneAtATime: [["area_id"], ["code"]] }),
  table("unit_area", Prisma.Unit_areaScalarFieldEnum, { oneAtATime: [["unit_id"]] }),
  table("person_name", Prisma.Person_nameScalarFieldEnum, { oneAtATime: [["person_id"]] }),
  table("person_detail", Prisma.Person_detailScalarFieldEnum, { oneAtATime: [["person_id"], ["work_email"]] }),
  table("person_merge", Prisma.Person_mergeScalarFieldEnum, { oneAtATime: [["merged_person_id"]], dated: false }),
  table("absence", Prisma.AbsenceScalarFieldEnum, { oneAtATime: [["person_id"]] }),
  table("post", Prisma.PostScalarFieldEnum, { oneAtATime: [["public_id"]] }),
  table("posting", Prisma.PostingScalarFieldEnum),
  table("handover", Prisma.HandoverScalarFieldEnum, { dated: false, revivable: false }),
  table("permission_grant", Prisma.Permission_grantScalarFieldEnum, { oneAtATime: [["public_id"]] }),
  table("delegation", Prisma.DelegationScalarFieldEnum, { oneAtATime: [["public_id"]] }),
  table("manual_assignment", Prisma.Manual_assignmentScalarFieldEnum, { dated: false }),
  table("waiver", Prisma.WaiverScalarFieldEnum),
  table("due_extension", Prisma.Due_extensionScalarFieldEnum, { dated: false }),
  table("assignment_rule", Prisma.Assignment_ruleScalarFieldEnum, {
    oneAtATime: [["public_id"], ["key"]],
    dated: false,
  }),
  table("working_day_exception", Prisma.Working_day_exceptionScalarFieldEnum, { oneAtATime: [["day"]], dated: false }),
  table("setting", Prisma.SettingScalarFieldEnum, { oneAtATime: [["key"]] }),
  table("standing_decision", Prisma.Standing_decisionScalarFieldEnum),
  table("programme_version", Prisma.Programme_versionScalarFieldEnum, { oneAtATime: [["programme"]] }),
  table("signatory", Prisma.SignatoryScalarFieldEnum, { oneAtATime: [["public_id"]] }),
  table("paper_wording", Prisma.Paper_wordingScalarFieldEnum, { oneAtATime: [["public_id"]] }),
  table("eligibility", Prisma.EligibilityScalarFieldEnum, { oneAtATime: [["programme", "basis"]], dated: false }),
  table("issue_list_entry", Prisma.Issue_list_entryScalarFieldEnum, {
    oneAtATime: [["eligibility_id"]],
    dated: false,
  }),
  table("certificate_signed_copy", Prisma.Certificate_signed_copyScalarFieldEnum, {
    oneAtATime: [["certificate_id"]],
    dated: false,
  }),
  table("report_schedule", Prisma.Report_scheduleScalarFieldEnum, { oneAtATime: [["public_id"]], dated: false }),
  table("certificate_event", Prisma.Certificate_eventScalarFieldEnum, { dated: false }),
  table("evidence", Prisma.EvidenceScalarFieldEnum, { revivable: false }),
  table("attempt_time", Prisma.Attempt_timeScalarFieldEnum, { dated: false, revivable: false }),
  table("attempt_void", Prisma.Attempt_voidScalarFieldEnum, { oneAtATime: [["attempt_id"]], dated: false }),
  table("attempt_grant", Prisma.Attempt_grantScalarFieldEnum, { dated: false }),
  table("extra_time", Prisma.Extra_timeScalarFieldEnum, { oneAtATime: [["person_id"]] }),
  table("bank_item", Prisma.Bank_itemScalarFieldEnum, { oneAtATime: [["question_key"]], dated: false }),
  table("sitting_plan", Prisma.Sitting_planScalarFieldEnum, { oneAtATime: [["sitting_id"]], dated: false }),
  table("sitting_candidate", Prisma.Sitting_candidateScalarFieldEnum, {
    oneAtATime: [
      ["sitting_id", "person_id"],
      ["sitting_id", "number"],
    ],
    dated: false,
  }),
  table("sitting_minutes", Prisma.Sitting_minutesScalarFieldEnum, { oneAtATime: [["sitting_id"]], dated: false }),
  table("paper_entry", Prisma.Paper_entryScalarFieldEnum, {
    oneAtATime: [["sitting_id", "person_id", "ordinal"]],
    dated: false,
  }),
  table("marking_place", Prisma.Marking_placeScalarFieldEnum, { dated: false, revivable: false }),
  table("import_profile", Prisma.Import_profileScalarFieldEnum, { dated: false }),
];

/** A column of one table that names a row of another by its id. `inForce` false: a table whose rows are never retracted. */
export interface Reference {
  table: string;
  column: string;
  inForce: boolean;
}

const facts = (name: string, ...columns: string[]): Reference[] =>
  columns.map((column) => ({ table: name, column, inForce: true }));
const records = (name: string, ...columns: string[]): Reference[] =>
  columns.map((column) => ({ table: name, column, inForce: false }));

/**
 * Who refers to units, areas, people and accounts: what is left in force of it when the last that was said of them is taken
 * back depends on them. Sessions, slips and the opening of an account do not count.
 */
export const REFERENCES = {
  unit: [
    ...facts("unit_name", "unit_id"),
    ...facts("unit_placement", "unit_id", "parent_id"),
    ...facts("unit_type", "unit_id"),
    ...facts("unit_succession", "old_unit_id", "new_unit_id"),
    ...facts("unit_area", "unit_id"),
    ...facts("post", "unit_id"),
    ...facts("permission_grant", "unit_id"),
    ...facts("delegation", "unit_id"),
    ...records("certificate", "unit_id"),
    ...records("sitting", "unit_id"),
    ...facts("signatory", "unit_id"),
    ...records("issue_list", "unit_id"),
  ],
  area: facts("unit_area", "area_id"),
  person: [
    ...facts("person_detail", "person_id"),
    ...facts("person_merge", "kept_person_id", "merged_person_id"),
    ...facts("absence", "person_id"),
    ...facts("posting", "person_id"),
    ...facts("handover", "outgoing_person_id", "incoming_person_id"),
    ...facts("manual_assignment", "person_id"),
    ...facts("waiver", "person_id"),
    ...facts("due_extension", "person_id"),
    ...facts("evidence", "person_id"),
    ...records("enrolment", "person_id"),
    ...records("course_completion", "person_id"),
    ...records("attempt", "person_id"),
    ...facts("eligibility", "person_id"),
    ...records("certificate", "person_id"),
    ...records("request", "person_id"),
    ...facts("attempt_grant", "person_id"),
    ...facts("extra_time", "person_id"),
    ...facts("sitting_candidate", "person_id"),
    ...facts("paper_entry", "person_id"),
    ...facts("marking_place", "person_id"),
    ...facts("sitting_plan", "invigilator_id"),
    ...records("task_work", "person_id"),
    ...facts("signatory", "person_id"),
    ...records("log_entry", "person_id"),
    ...records("outside_proof", "person_id"),
    ...records("marking_subject", "person_id"),
  ],
  account: [
    ...facts("permission_grant", "account_id"),
    ...facts("delegation", "from_account_id", "to_account_id"),
    ...records("request", "raised_by"),
    ...facts("report_schedule", "account_id", "recipient_account_id"),
    ...records("issue_list", "account_id"),
  ],
} as const satisfies Record<string, readonly Reference[]>;

/** Tables whose rows are what someone achieved or what was published: a change that recorded one cannot be undone. */
export const LASTING_RECORDS = [
  "lesson_completion",
  "course_completion",
  "attempt",
  "attempt_result",
  "eligibility",
  "certificate",
  "issue_list_event",
  "log_entry_event",
  "outside_proof_event",
  "signing_key",
  "course_version",
  "question_version",
  "regrade",
  "mark_effect",
  "sitting_paper",
  "task_hand_in",
  "mark",
  "mark_release",
  "framework_version",
] as const;

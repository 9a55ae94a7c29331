import "../database-for-test";
import { beforeAll, describe, expect, it } from "vitest";
import { certificateStatus } from "~/domain/certification/certificate-status";
import { readCompletion } from "~/domain/certification/stored-completion";
import { viewerWith } from "~/domain/permissions/viewer-for-test";
import { certificateDocument } from "~/models/certification/certificate-document.server";
import { certificatesOf } from "~/models/certification/certificates.server";
import { earnWhatIsDue } from "~/models/certification/earn.server";
import { earnFromPass } from "~/models/certification/earn-from-pass.server";
import { programmesOn } from "~/models/certification/programmes-in-force.server";
import { recordStandingDecision } from "~/models/certification/standing-decisions.server";
import { reader, recordChange } from "~/models/database.server";
import { loadProgramme } from "~/models/programmes/programme-pages.server";
import { setProgrammeVersion, takeBackVersion } from "~/models/programmes/set-programme-version.server";
import { newPublicId } from "~/models/public-id.server";
import { decisionFor, PASSED_AT, writeFramework, writePass, writePerson } from "./a-passed-exam";

const AT = "2026-11-22T03:00:00.000Z";
const NOON = (day: string) => `${day}T05:00:00.000Z`;
const text = { vi: "Chương trình", en: "Programme" };
const base = { track: "foreign-information", title: text, short: text, default_basis: text };
const rules = {
  version: "2",
  valid_from: "2017-01-01",
  programmes: [
    {
      ...base,
      key: "security",
      requires: { exam_of: "ethics" },
      validity: { method: "completion", months: 12 },
      renewal: { window_days: 90, grace_days: 0 },
    },
    {
      ...base,
      key: "focal",
      requires: {
        all_of: [{ exam_of: "foreign" }, { certificate_of: "security" }, { task_of: "first", key: "file", markers: 2 }],
      },
      validity: { method: "last-expiry", months: 24 },
      renewal: { window_days: 90, grace_days: 30, requires: { exam_of: "foreign" } },
    },
  ],
};

let unitId = 0;
beforeAll(async () => {
  ({ unitId } = await writeFramework());
  await recordChange({ kind: "test", at: PASSED_AT }, (rows, recorded_change) =>
    rows.framework_version.create({
      data: {
        kind: "certifications",
        number: "2",
        hash: "2",
        valid_from: "2017-01-01",
        content: JSON.stringify(rules),
        recorded_change,
      },
    }),
  );
  for (const programme of ["security", "focal"])
    await recordStandingDecision(decisionFor(programme), { at: PASSED_AT, onceKey: `decision ${programme}` });
});

async function pass(personId: number, course: string, at: string, told = at) {
  const passed = await writePass(personId, course, at);
  await recordChange({ kind: "test", at: told }, (rows, changeId) => earnFromPass(rows, changeId, passed));
}

/** A dossier handed in, and told as passed on a later day. */
async function handIn(personId: number, handedInAt: string): Promise<number> {
  return recordChange({ kind: "test", at: handedInAt }, async (rows, recorded_change) => {
    const version = await rows.course_version.findFirstOrThrow({ where: { hash: "first" } });
    const work = await rows.task_work.create({
      data: {
        public_id: newPublicId(),
        person_id: personId,
        enrolment_id: 1,
        course_version_id: version.id,
        question_key: "file",
        question_version_id: 1,
        at: handedInAt,
        recorded_change,
      },
    });
    await rows.task_hand_in.create({
      data: { work_id: work.id, round: 0, text: "…", files: "[]", confirmed_at: handedInAt, recorded_change },
    });
    const subject = await rows.marking_subject.create({
      data: {
        public_id: newPublicId(),
        kind: "task",
        work_id: work.id,
        round: 0,
        course_id: version.course_id,
        person_id: personId,
        markers: 2,
        threshold: 0.2,
        recorded_change,
      },
    });
    return subject.id;
  });
}

function tell(personId: number, subject_id: number, at: string): Promise<void> {
  return recordChange({ kind: "test", at }, async (rows, changeId) => {
    await rows.mark_release.create({
      data: {
        subject_id,
        points: 9,
        max_points: 10,
        how: "mean",
        passed: true,
        account_id: 1,
        at,
        recorded_change: changeId,
      },
    });
    await earnWhatIsDue(rows, changeId, personId, { at });
  });
}

const programmesOf = async (personId: number) =>
  (await certificatesOf(personId)).map(({ programme, issuedOn }) => `${programme} ${issuedOn}`);

describe("earning", () => {
  it("is as of the day of handing in, by facts in any order, and a programme may ask for another's certificate", async () => {
    const personId = await writePerson("Trần Thị Hồ Sơ", unitId);
    await pass(personId, "ethics", NOON("2026-02-01"));
    expect(await programmesOf(personId)).toEqual(["security 2026-02-01"]);
    await pass(personId, "foreign", NOON("2026-09-10"));
    const subject = await handIn(personId, NOON("2027-01-20"));
    expect(await programmesOf(personId)).toEqual(["security 2026-02-01"]);
    // marked when the certificate of the other programme has run out
    await tell(personId, subject, NOON("2027-03-15"));
    expect(await programmesOf(personId)).toEqual(["focal 2027-01-20", "security 2026-02-01"]);
    const row = await (await reader()).certificate.findFirstOrThrow({
      where: { person_id: personId, programme: "focal" },
    });
    expect(row).toMatchObject({ basis: `task:${subject}`, completed_on: "2027-01-20", valid_until: "2029-01-20" });
    expect(readCompletion(row.completion)?.by.flatMap(({ refs }) => refs)).toHaveLength(3);
  });

  it("gives one certificate under twenty calls at once, without a gap in the numbers", async () => {
    const personId = await writePerson("Lê Văn Hai Mươi", unitId);
    await pass(personId, "ethics", NOON("2026-10-01"));
    await pass(personId, "foreign", NOON("2026-10-02"));
    const subject = await handIn(personId, NOON("2026-10-03"));
    const client = await reader();
    const before = await client.serial_counter.findMany();
    await tell(personId, subject, NOON("2026-10-04"));
    await Promise.all(
      Array.from({ length: 20 }, () =>
        recordChange({ kind: "test", at: NOON("2026-10-05") }, (rows, changeId) =>
          earnWhatIsDue(rows, changeId, personId, { at: NOON("2026-10-05") }),
        ),
      ),
    );
    expect(await programmesOf(personId)).toEqual(["focal 2026-10-03", "security 2026-10-01"]);
    const after = await client.serial_counter.findMany();
    const sum = (rows: { last: number }[]) => rows.reduce((total, { last }) => total + last, 0);
    expect(sum(after) - sum(before)).toBe(1);
    expect(await client.eligibility.count({ where: { person_id: personId } })).toBe(0);
  });

  it("destroys nothing by a renewal: attempts, papers and PDFs of both cycles stay byte for byte", async () => {
    const personId = await writePerson("Phạm Gia Hạn", unitId);
    await pass(personId, "ethics", NOON("2026-02-01"));
    await pass(personId, "foreign", NOON("2026-02-02"));
    await tell(personId, await handIn(personId, NOON("2026-02-03")), NOON("2026-02-04"));
    const client = await reader();
    const [first] = await certificatesOf(personId);
    if (!first) throw new Error("no certificate");
    const old = await certificateDocument(first.id);
    const bytes = Buffer.from(old.bytes);
    const kept = () =>
      Promise.all([
        client.attempt.findMany({ where: { person_id: personId }, orderBy: { id: "asc" }, take: 2 }),
        client.attempt_result.findMany({ where: { attempt_id: { in: attempts } }, orderBy: { id: "asc" } }),
        client.certificate.findMany({ where: { id: first.id } }),
        client.certificate_document.findMany({ where: { certificate_id: first.id } }),
      ]);
    const attempts = (await client.attempt.findMany({ where: { person_id: personId } })).map(({ id }) => id);
    const before = JSON.stringify(await kept());
    // a year and more in which no job runs: the status is what the dates say
    expect(certificateStatus(first, "2027-10-01", first.renewalWindowDays)).toBe("valid");
    expect(certificateStatus(first, "2027-11-05", first.renewalWindowDays)).toBe("expiring");
    await pass(personId, "foreign", NOON("2027-12-01"));
    const [renewed, again] = await certificatesOf(personId);
    expect(again?.id).toBe(first.id);
    expect(renewed).toMatchObject({ programme: "focal", issuedOn: "2027-12-01", validUntil: "2030-02-03" });
    expect(await client.certificate.findUnique({ where: { id: renewed?.id } })).toMatchObject({ renews_id: first.id });
    expect(
      await client.certificate_event.findMany({ where: { certificate_id: first.id, kind: "renewed" } }),
    ).toHaveLength(1);
    expect(JSON.stringify(await kept())).toBe(before);
    expect(Buffer.from((await certificateDocument(first.id)).bytes).equals(bytes)).toBe(true);
    expect(certificateStatus(again ?? first, "2028-02-02", 90)).toBe("expiring");
  });
});

describe("new rules of a programme", () => {
  const owner = viewerWith([{ role: "programme-owner", unitId: 1 }]);
  const asked = {
    through: null,
    requires: { exam_of: "foreign" } as const,
    validity: { method: "calendar", month_day: "02-29", years: 1, at_least_months: 0 } as const,
    renewal: { window_days: 60, grace_days: 0 },
    minHeldDays: 0,
    reason: "Thử",
  };
  const set = (from: string, more: object = {}, onceKey = from) =>
    setProgrammeVersion(owner, "focal", { ...asked, from, ...more }, { at: AT, onceKey });

  it("hold from their day on, and a double send sets them once", async () => {
    expect(await Promise.all([set("2028-06-01"), set("2028-06-01")])).toEqual([
      { kind: "set", programme: "focal" },
      { kind: "set", programme: "focal" },
    ]);
    const client = await reader();
    const on = async (date: string) =>
      (await programmesOn(client, date)).find(({ programme }) => programme.key === "focal");
    expect((await on("2028-05-31"))?.programmeVersionId).toBeNull();
    expect((await on("2028-06-01"))?.programme.requires).toEqual({ exam_of: "foreign" });
    expect(
      (await loadProgramme("focal", "2026-11-22", "vi"))?.versions.map(({ from, standing }) => `${from} ${standing}`),
    ).toEqual(["2028-06-01 future", "2017-01-01 now"]);
  });

  it.each<[string, string, object, string]>([
    ["that overlap", "2028-01-01", {}, "overlaps"],
    ["that begin today", "2026-11-22", { through: "2026-12-31" }, "past"],
    ["that end before they begin", "2027-05-01", { through: "2027-04-30" }, "before"],
    [
      "that ask for an unknown programme",
      "2027-05-01",
      { through: "2027-05-31", requires: { certificate_of: "nothing" } },
      "reference",
    ],
    [
      "that ask for themselves",
      "2027-05-01",
      { through: "2027-05-31", requires: { certificate_of: "focal" } },
      "circle",
    ],
  ])("%s are refused", async (name, from, more, problem) => {
    const outcome = await set(from, more, name.replace(/\W/g, ""));
    expect(outcome.kind).toBe("refused");
    if (outcome.kind === "refused") expect(outcome.problems.map((each) => each.problem)).toContain(problem);
  });

  it("that have not begun are taken back, by someone with the power only", async () => {
    const page = await loadProgramme("focal", "2026-11-22", "vi");
    const id = page?.versions.find(({ standing }) => standing === "future")?.id ?? "";
    const act = { at: AT, onceKey: "back" };
    expect(await takeBackVersion(viewerWith([{ role: "hr-officer", unitId: 1 }]), id, act)).toBeNull();
    expect(await takeBackVersion(owner, id, act)).toBe("focal");
    expect((await loadProgramme("focal", "2026-11-22", "vi"))?.versions).toHaveLength(1);
    expect(await takeBackVersion(owner, id, { ...act, onceKey: "again" })).toBeNull();
  });
});

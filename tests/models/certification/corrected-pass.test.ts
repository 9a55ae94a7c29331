import "../database-for-test";
import { beforeAll, describe, expect, it } from "vitest";
import { certificateStatus } from "~/domain/certification/certificate-status";
import type { Viewer } from "~/domain/permissions/viewer";
import { askedEffects } from "~/models/assessment/earning-state.server";
import { recordEffect } from "~/models/assessment/record-effect.server";
import { type Certificate, certificatesOf } from "~/models/certification/certificates.server";
import { correctCertificate } from "~/models/certification/correct-certificate.server";
import { earnFromPass } from "~/models/certification/earn-from-pass.server";
import { recordStandingDecision } from "~/models/certification/standing-decisions.server";
import { reader, recordChange } from "~/models/database.server";
import { newPublicId } from "~/models/public-id.server";
import { HOUSE_NOW, HOUSE_TODAY, someone } from "../../fixtures/a-house";
import { decisionFor } from "./a-passed-exam";
import { newKey, openSigningHouse, type SigningHouse } from "./signing-people";

const COURSE = "communication-skills";
const PASSED_AT = "2026-11-18T02:00:00.000Z";
const at = HOUSE_NOW;
let house: SigningHouse;
let officer: Viewer;

beforeAll(async () => {
  house = await openSigningHouse();
  const unitId = house.unit("bhxh-hung-yen-2025").id;
  officer = await (await someone([{ unitId, from: "2026-01-01" }], [{ role: "exam-officer", unitId }])).viewer();
  await recordStandingDecision(decisionFor("communication-basic"), { at });
}, 120_000);

/** Somebody who passed, was certified for it, and has had the paper corrected since. */
async function corrected() {
  const { personId } = await someone([{ unitId: house.unit("bhxh-hung-yen-2025").id, from: "2026-01-01" }]);
  const attempt = await pass(personId);
  const [old] = await certificatesOf(personId);
  if (!old) throw new Error("nothing was issued");
  const { unit, programme } = old.face;
  const order = { reason: "Sai tên", document: null, onceKey: newKey(), at };
  const words = { holder: "Trần Thị Đúng", unit, programme };
  const outcome = await correctCertificate(await house.hr.viewer(), old.publicId, { ...order, words });
  expect(outcome).toMatchObject({ ok: true });
  return { personId, attempt };
}

/** A passed attempt with what it earns, as the exam's end records both. */
function pass(personId: number): Promise<{ id: number; publicId: string }> {
  return recordChange({ kind: "test", at: PASSED_AT }, async (rows, recorded_change) => {
    const course = await rows.course.findUniqueOrThrow({ where: { slug: COURSE } });
    const version = await rows.course_version.findFirstOrThrow({ where: { course_id: course.id } });
    const publicId = newPublicId();
    const { id } = await rows.attempt.create({
      data: {
        public_id: publicId,
        person_id: personId,
        enrolment_id: 0,
        course_version_id: version.id,
        number: 1,
        started_at: PASSED_AT,
        deadline_at: PASSED_AT,
        paper: JSON.stringify({ form: 2, passPercent: 70, minutes: 30, perPage: 5, items: [] }),
        recorded_change,
      },
    });
    const marks = { score: 9, max_score: 10, passed: true, marks: "[]" };
    await rows.attempt_result.create({
      data: { attempt_id: id, ended_at: PASSED_AT, ended_by: "submit", ...marks, recorded_change },
    });
    const earned = { personId, attemptId: id, courseSlug: COURSE, courseVersionId: version.id, passedAt: PASSED_AT };
    await earnFromPass(rows, recorded_change, earned);
    return { id, publicId };
  });
}

const makeVoid = (attemptId: number) =>
  recordChange({ kind: "test", at }, (rows, recorded_change) =>
    rows.attempt_void.create({ data: { attempt_id: attemptId, reason: "power-cut", recorded_change } }),
  );
const makeGoodAgain = (attemptId: number) =>
  recordChange({ kind: "test", at }, (rows, retracted_change) =>
    rows.attempt_void.updateMany({ where: { attempt_id: attemptId }, data: { retracted_change } }),
  );

async function decide(attempt: { id: number; publicId: string }, decision: "issue" | "revoke" | "keep") {
  const [effect] = await askedEffects(await reader(), [attempt.id]);
  if (!effect) throw new Error("nothing is asked");
  const order = { decision, reason: "Sau xem xét", key: effect.key, onceKey: newKey(), at };
  expect(await recordEffect(officer, attempt.publicId, order)).toEqual({ ok: true });
}

const statusOf = (certificate: Certificate) => certificateStatus(certificate, HOUSE_TODAY, 0);
/** Newest first: the corrected paper, then the one that it replaced. */
const statuses = async (personId: number) => (await certificatesOf(personId)).map(statusOf);

async function levelsOf(personId: number): Promise<string[]> {
  const rows = await (await reader()).evidence.findMany({ where: { person_id: personId, retracted_change: null } });
  return rows.map(({ competency, level }) => `${competency} ${level}`).sort();
}

describe("a pass under a corrected certificate", () => {
  it("takes the corrected paper and its levels along when it is lost, and gives both back", async () => {
    const { personId, attempt } = await corrected();
    const levels = await levelsOf(personId);
    expect(levels.length).toBeGreaterThan(0);
    expect(await statuses(personId)).toEqual(["valid", "replaced"]);

    await makeVoid(attempt.id);
    await decide(attempt, "revoke");
    expect(await statuses(personId)).toEqual(["revoked", "replaced"]);
    expect(await levelsOf(personId)).toEqual([]);

    await makeGoodAgain(attempt.id);
    await decide(attempt, "issue");
    // the paper holds again: no third one is issued for the same pass
    expect(await statuses(personId)).toEqual(["valid", "replaced"]);
    expect(await levelsOf(personId)).toEqual(levels);
  });

  it("leaves the corrected paper alone where it is decided that what was earned stays", async () => {
    const { personId, attempt } = await corrected();
    const levels = await levelsOf(personId);
    await makeVoid(attempt.id);
    await decide(attempt, "keep");
    expect(await statuses(personId)).toEqual(["valid", "replaced"]);
    expect(await levelsOf(personId)).toEqual(levels);
  });

  it("that was lost and taken back is not corrected, and correcting it brings nothing back", async () => {
    const { personId, attempt } = await corrected();
    await makeVoid(attempt.id);
    await decide(attempt, "revoke");
    const [paper] = await certificatesOf(personId);
    const words = { holder: "Tên Khác", unit: paper?.face.unit, programme: paper?.face.programme };
    const order = { reason: "Sai tên", document: null, onceKey: newKey(), at, words };
    const outcome = await correctCertificate(await house.hr.viewer(), paper?.publicId ?? "", order as never);
    expect(outcome).toEqual({ ok: false, refusal: "revoked" });
    expect(await levelsOf(personId)).toEqual([]);
  });
});

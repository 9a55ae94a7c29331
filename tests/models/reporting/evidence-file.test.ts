import "../database-for-test";
import { createHash } from "node:crypto";
import JSZip from "jszip";
import { beforeAll, describe, expect, it } from "vitest";
import { evidenceArchive } from "~/documents/evidence-archive.server";
import type { Viewer } from "~/domain/permissions/viewer";
import { reader } from "~/models/database.server";
import { gatherEvidence } from "~/models/evidence-files/evidence-file.server";
import { findSubject } from "~/models/evidence-files/evidence-subject.server";
import { openTaking, takeEvidenceFile, takingsOf } from "~/models/evidence-files/take-evidence-file.server";
import { newPublicId } from "~/models/public-id.server";
import { addCandidates } from "~/models/sittings/candidates.server";
import { planSitting } from "~/models/sittings/plan-sitting.server";
import { enrolFully, insertWorker } from "../../fixtures/exam-officers";
import { examForTest, questionForTest } from "../../fixtures/exam-questions";
import { insertCourse } from "../../fixtures/exam-takers";
import { insertUnit } from "../../fixtures/staff";
import { answerAll, at, NOON, start } from "../assessment/taking";

const COURSE = "course-one";
const TODAY = "2026-11-21";
let sitting: string;
let inspector: Viewer;
let elsewhere: Viewer;
let candidate: Viewer;

const asked = () => ({ kind: "sitting" as const, id: sitting });
const take = (viewer: Viewer, onceKey: string = newPublicId()) =>
  takeEvidenceFile(viewer, asked(), { purpose: "KL-TTr 12", onceKey, at: at(5) });

beforeAll(async () => {
  const bank = Array.from({ length: 8 }, (_, index) => questionForTest(index + 1));
  const version = await insertCourse(COURSE, examForTest(), bank);
  const unit = await insertUnit("here", { from: "2026-01-01" });
  const officer = await insertWorker(unit, "Lê Khảo Thí", "exam-officer");
  inspector = await insertWorker(unit, "Trần Thanh Tra", "inspector");
  elsewhere = await insertWorker(await insertUnit("there", { from: "2026-01-01" }), "Ngô Nơi Khác", "inspector");
  candidate = await insertWorker(unit, "Phan Thí Sinh", "inspector");
  await enrolFully(candidate, version);
  const client = await reader();
  const { public_id } = await client.unit.findUniqueOrThrow({ where: { id: unit } });
  const plan = { title: "Kỳ thi thử", place: "Phòng 1", opensAt: at(-10), closesAt: at(120), mode: "online" as const };
  const order = { ...plan, roomCode: "none" as const, oneDevice: false, invigilator: "" };
  const planned = await planSitting(officer, { course: COURSE, unit: public_id }, order, at(-60), newPublicId(), "vi");
  if (!planned.ok) throw new Error(`not planned: ${JSON.stringify(planned)}`);
  sitting = planned.publicId;
  const codes = { kind: "codes" as const, text: candidate.staffCode };
  await addCandidates(officer, sitting, codes, at(-60), newPublicId());
  const attempt = await start(candidate, COURSE, NOON);
  await answerAll(candidate, attempt, true, at(1));
});

describe("who opens the evidence file of an exam day", () => {
  it("is in reach, has the power, and is no candidate of it", async () => {
    expect(await findSubject(inspector, "sitting", sitting, TODAY)).toMatchObject({ title: "Kỳ thi thử" });
    expect(await findSubject(elsewhere, "sitting", sitting, TODAY)).toBeNull();
    expect(await findSubject(candidate, "sitting", sitting, TODAY)).toBeNull();
    expect(await findSubject({ ...inspector, grants: [] }, "sitting", sitting, TODAY)).toBeNull();
  });

  it("is noted with the purpose, once for one form, and it is open to them alone and for that day", async () => {
    const onceKey = newPublicId();
    const changes = await Promise.all([1, 2, 3].map(() => take(inspector, onceKey)));
    expect(new Set(changes).size).toBe(1);
    const subject = await findSubject(inspector, "sitting", sitting, TODAY);
    if (!subject || !changes[0]) throw new Error("not taken");
    expect((await takingsOf(subject, at(6))).map(({ by, purpose }) => [by, purpose])).toEqual([
      ["Trần Thanh Tra", "KL-TTr 12"],
    ]);
    expect(await openTaking(inspector, subject, changes[0], at(6))).toMatchObject({ purpose: "KL-TTr 12" });
    expect(await openTaking(elsewhere, subject, changes[0], at(6))).toBeNull();
    expect(await openTaking(inspector, subject, changes[0], at(60 * 24))).toBeNull();
    expect(await openTaking(inspector, { ...subject, id: "another" }, changes[0], at(6))).toBeNull();
    expect(await take(elsewhere)).toBeNull();
  });
});

it("holds paper, key, answers and acts, and every file of the archive has its hash in the manifest", async () => {
  const subject = await findSubject(inspector, "sitting", sitting, TODAY);
  const change = await take(inspector);
  const taken = subject && change && (await openTaking(inspector, subject, change, at(6)));
  if (!subject || !taken) throw new Error("not taken");
  const { file, read } = await gatherEvidence(subject, taken, TODAY);
  const [attempt] = file.attempts;
  expect(file.sitting?.candidates).toMatchObject([{ name: "Phan Thí Sinh", attempt: attempt?.id }]);
  expect(attempt?.items.length).toBeGreaterThan(0);
  for (const { answer, right, question } of attempt?.items ?? []) {
    expect(answer).toEqual(right);
    expect(file.questions.some(({ id }) => id === question)).toBe(true);
  }
  expect(file.acts.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["sitting-planned", "sitting-candidates-added", "attempt-started"]),
  );
  const { bytes, manifest, sha256 } = await evidenceArchive(file, read);
  const zip = await JSZip.loadAsync(bytes);
  const hash = (content: Uint8Array) => createHash("sha256").update(content).digest("hex");
  for (const line of manifest) {
    expect(hash((await zip.file(line.name)?.async("uint8array")) ?? new Uint8Array())).toBe(line.sha256);
  }
  const listed = (await zip.file("manifest.json")?.async("uint8array")) ?? new Uint8Array();
  expect(hash(listed)).toBe(sha256);
  expect((await evidenceArchive(file, read)).bytes).toEqual(bytes);
});

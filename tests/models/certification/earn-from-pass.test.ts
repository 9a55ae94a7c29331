import "../database-for-test";
import { beforeAll, describe, expect, it } from "vitest";
import { certificatesOf } from "~/models/certification/certificates.server";
import { earnFromPass, type Pass } from "~/models/certification/earn-from-pass.server";
import { recordStandingDecision } from "~/models/certification/standing-decisions.server";
import { reader, recordChange } from "~/models/database.server";
import { decisionFor, PASSED_AT, writeFramework, writePass, writePerson } from "./a-passed-exam";

let unitId: number;

beforeAll(async () => {
  ({ unitId } = await writeFramework());
  for (const programme of ["focal", "both"]) await recordStandingDecision(decisionFor(programme), { at: PASSED_AT });
});

function earn(pass: Pass): Promise<void> {
  return recordChange({ kind: "test", at: pass.passedAt }, (rows, changeId) => earnFromPass(rows, changeId, pass));
}

async function eligibleFor(personId: number): Promise<string[]> {
  const rows = await (await reader()).eligibility.findMany({ where: { person_id: personId } });
  return rows.map(({ programme, on_date }) => `${programme} ${on_date}`);
}

async function evidenceOf(personId: number): Promise<string[]> {
  const rows = await (await reader()).evidence.findMany({ where: { person_id: personId }, orderBy: { id: "asc" } });
  return rows.map((row) => `${row.competency} ${row.level} ${row.valid_from} ${row.valid_to}`);
}

describe("a pass", () => {
  it("of a programme that may issue gives one certificate, its face frozen, and evidence for as long", async () => {
    const personId = await writePerson("Lê Thị Ánh Mẫu", unitId);
    await earn(await writePass(personId, "foreign"));
    const [certificate, ...more] = await certificatesOf(personId);
    expect(more).toEqual([]);
    expect(certificate).toMatchObject({
      programme: "focal",
      issuedOn: "2026-09-15",
      validUntil: "2028-09-15",
      unitId,
      events: [],
      renewalWindowDays: 90,
      face: {
        holder: "Lê Thị Ánh Mẫu",
        unit: { vi: "BHXH tỉnh Một" },
        validThrough: "2028-09-14",
        decision: { number: "12/QĐ-MẪU" },
        sample: true,
      },
    });
    expect(certificate?.serial).toMatch(/^CN-2026-\d{5}$/);
    expect(certificate?.face).toMatchObject({ serial: certificate?.serial, code: certificate?.code });
    expect(await evidenceOf(personId)).toEqual([
      "foreign-rules 3 2026-09-15 2028-09-15",
      "clarification 2 2026-09-15 2028-09-15",
    ]);
    expect(await eligibleFor(personId)).toEqual([]);
  });

  it("without a decision in force makes the person eligible, and the evidence has no end where the programme has none", async () => {
    const personId = await writePerson("Trần Văn Chờ", unitId);
    await earn(await writePass(personId, "ethics"));
    expect(await certificatesOf(personId)).toEqual([]);
    expect(await eligibleFor(personId)).toEqual(["undecided 2026-09-15"]);
    expect(await evidenceOf(personId)).toContain("ethics-rules 3 2026-09-15 null");
  });

  it("before the decision's first day makes the person eligible", async () => {
    const personId = await writePerson("Trần Văn Sớm", unitId);
    await earn(await writePass(personId, "foreign", "2026-01-09T16:59:59.999Z"));
    expect(await eligibleFor(personId)).toEqual(["focal 2026-01-09"]);
    await earn(await writePass(personId, "foreign", "2026-01-09T17:00:00.000Z"));
    expect(await certificatesOf(personId)).toHaveLength(1);
  });

  it("counts for a programme of two exams only when both are passed and neither is too old", async () => {
    const personId = await writePerson("Phạm Thị Hai Môn", unitId);
    await earn(await writePass(personId, "first", "2025-09-14T23:30:00.000Z"));
    expect(await certificatesOf(personId)).toEqual([]);
    await earn(await writePass(personId, "second"));
    expect(await certificatesOf(personId)).toEqual([]);
    await earn(await writePass(personId, "first"));
    expect(await certificatesOf(personId)).toHaveLength(1);
    expect(await eligibleFor(personId)).toEqual([]);
  });

  it("of someone whose unit is unknown waits for a person to look at it", async () => {
    const personId = await writePerson("Người Chưa Có Đơn Vị", 9999);
    await earn(await writePass(personId, "foreign"));
    expect(await certificatesOf(personId)).toEqual([]);
    expect(await eligibleFor(personId)).toEqual(["focal 2026-09-15"]);
  });

  it("is counted once, however many calls come at once", async () => {
    const personId = await writePerson("Vũ Song Song", unitId);
    const pass = await writePass(personId, "foreign");
    const client = await reader();
    const before = await client.serial_counter.findUniqueOrThrow({ where: { series: "CN-2026" } });
    await Promise.all(Array.from({ length: 20 }, () => earn(pass)));
    expect(await certificatesOf(personId)).toHaveLength(1);
    expect(await evidenceOf(personId)).toHaveLength(2);
    const after = await client.serial_counter.findUniqueOrThrow({ where: { series: "CN-2026" } });
    expect(after.last).toBe(before.last + 1);
  });

  it("gives each of many people a number of their own, without gaps", async () => {
    const passes = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        const personId = await writePerson(`Người Thứ ${index}`, unitId);
        return writePass(personId, "foreign", "2027-03-01T01:00:00.000Z");
      }),
    );
    await Promise.all(passes.map(earn));
    const serials = (await Promise.all(passes.map(({ personId }) => certificatesOf(personId)))).flat();
    const numbers = serials.map(({ serial }) => serial).sort();
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => `CN-2027-${String(index + 1).padStart(5, "0")}`));
  });
});

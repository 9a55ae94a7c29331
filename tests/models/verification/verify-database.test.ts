import "../database-for-test";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { dataDirectory } from "~/config/environment.server";
import { keptFile } from "~/documents/kept-files.server";
import { certificateDocument } from "~/models/certification/certificate-document.server";
import { paperSignature } from "~/models/certification/certificate-signature.server";
import { certificatesOf } from "~/models/certification/certificates.server";
import { correctCertificate } from "~/models/certification/correct-certificate.server";
import { recordEarlierCertificates } from "~/models/certification/record-earlier-certificates.server";
import { reinstateCertificate, revokeCertificate } from "~/models/certification/revoke-certificate.server";
import { keepSignedCopy } from "~/models/certification/signed-copies.server";
import { recordStandingDecision } from "~/models/certification/standing-decisions.server";
import { reader, recordChange, writeRows } from "~/models/database.server";
import { saveReport } from "~/models/reporting/saved-report.server";
import { verifyDatabase } from "~/models/verification/verify-database.server";
import { HOUSE_NOW, HOUSE_TODAY, someone } from "../../fixtures/a-house";
import { decisionFor, writePass } from "../certification/a-passed-exam";
import { newKey, openSigningHouse } from "../certification/signing-people";

const at = HOUSE_NOW;
const PROGRAMME = "communication-basic";
const SIGNED = new TextEncoder().encode("%PDF-1.7\n/ByteRange [0 1 2 3] /Contents <00>\n%%EOF\n");

/** What is found wrong, by the name of the proof. */
async function wrong(): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for await (const finding of verifyDatabase()) if (finding.wrong.length > 0) found[finding.name] = finding.wrong;
  return found;
}

const write = (...statements: readonly string[]) =>
  writeRows(async (rows) => {
    for (const statement of statements) await rows.$executeRawUnsafe(statement);
  });

beforeAll(async () => {
  const house = await openSigningHouse();
  await recordStandingDecision(decisionFor(PROGRAMME), { at });
  const [hr, signatory] = [await house.hr.viewer(), await house.signatory.viewer()];
  const why = () => ({ reason: "Theo biên bản", document: null, onceKey: newKey(), at });
  const paperOf = async () => {
    const { personId } = await someone([{ unitId: house.unit("bhxh-hung-yen-2025").id, from: "2026-01-01" }]);
    const earlier = { personId, programme: PROGRAMME, issuedOn: "2026-03-01" };
    await recordEarlierCertificates([earlier], { at, onceKey: newKey() });
    const [paper] = await certificatesOf(personId);
    if (!paper) throw new Error("nothing was issued");
    return { personId, paper };
  };
  const { personId, paper: first } = await paperOf();
  await certificateDocument(first.id);
  await paperSignature(first.id);
  await keepSignedCopy(hr, first.publicId, {
    bytes: SIGNED,
    signer: "Cơ quan cấp",
    signedOn: HOUSE_TODAY,
    onceKey: newKey(),
    at,
  });
  const { paper: second } = await paperOf();
  await revokeCertificate(signatory, second.publicId, { ...why(), cause: "fraud" });
  await reinstateCertificate(signatory, second.publicId, why());
  const { paper: third } = await paperOf();
  const { unit, programme } = third.face;
  await correctCertificate(hr, third.publicId, { ...why(), words: { holder: "Tên Đã Sửa", unit, programme } });
  await writePass(personId, "onboarding");
  const query = { asOf: HOUSE_TODAY, today: HOUSE_TODAY, unit: null, position: null, programme: null };
  if (!(await saveReport(hr, query, { onceKey: newKey(), at }))) throw new Error("nothing was kept");
}, 120_000);

it("finds nothing wrong with a house that was filled by its own acts, and has looked at something for each proof", async () => {
  const findings = [];
  for await (const finding of verifyDatabase()) findings.push(finding);
  expect(findings.filter((finding) => finding.wrong.length > 0)).toEqual([]);
  expect(findings.filter(({ looked }) => looked === 0).map(({ name }) => name)).toEqual([]);
});

/** Something is spoiled behind the application's back, found, and put right again. */
interface Spoiled {
  proof: string;
  /** part of what is said */
  says: string;
  spoil: readonly string[];
  mend: readonly string[];
}

const FIRST = "(SELECT MIN(id) FROM certificate)";

describe("what is spoiled on purpose", () => {
  it.each<Spoiled>([
    {
      proof: "no two facts hold at the same time where only one may",
      says: "person_name",
      spoil: [
        `INSERT INTO person_name (person_id, full_name, folded, sort_key, valid_from, recorded_change)
         SELECT person_id, 'Hai Tên', folded, 'test', valid_from, recorded_change FROM person_name ORDER BY id LIMIT 1`,
      ],
      mend: ["DELETE FROM person_name WHERE sort_key = 'test'"],
    },
    {
      proof: "every fact of completion has one certificate",
      says: `${PROGRAMME} test:1: 2`,
      // what the unique key forbids, where it is gone
      spoil: ["DROP INDEX certificate_programme_basis_key", "UPDATE certificate SET basis = 'test:1' WHERE id <= 2"],
      mend: ["UPDATE certificate SET basis = NULL WHERE id <= 2"],
    },
    {
      proof: "numbers of certificates have no gap and none is beyond its counter",
      says: "the counter says",
      spoil: ["UPDATE serial_counter SET last = last + 1"],
      mend: ["UPDATE serial_counter SET last = last - 1"],
    },
    {
      proof: "a certificate was reinstated only after it was revoked",
      says: "reinstated on 2026-11-20",
      spoil: [
        `INSERT INTO certificate_event (certificate_id, kind, on_date, recorded_change)
         VALUES (${FIRST}, 'reinstated', '2026-11-20', 1)`,
      ],
      mend: ["DELETE FROM certificate_event WHERE recorded_change = 1"],
    },
    {
      proof: "a replaced certificate names the one that stands for it",
      says: "nothing says that it was replaced",
      spoil: ["UPDATE certificate_event SET kind = 'SUPERSEDED' WHERE kind = 'superseded'"],
      mend: ["UPDATE certificate_event SET kind = 'superseded' WHERE kind = 'SUPERSEDED'"],
    },
    {
      proof: "every attempt has one standing",
      says: "round 0, ordinal 0 twice",
      spoil: [
        "DROP INDEX attempt_result_attempt_id_round_ordinal_key",
        `INSERT INTO attempt_result (attempt_id, round, ordinal, kind, ended_at, ended_by, score, max_score, passed, pending, marks, recorded_change)
         SELECT attempt_id, round, ordinal, 'test', ended_at, ended_by, score, max_score, passed, pending, marks, recorded_change FROM attempt_result`,
      ],
      mend: ["DELETE FROM attempt_result WHERE kind = 'test'"],
    },
    {
      proof: "signatures of documents are genuine",
      says: "is not of",
      spoil: ["UPDATE certificate_signature SET signature = 'AAAA' || substr(signature, 5)"],
      mend: [],
    },
    {
      proof: "kept reports are as they were written",
      says: "was altered",
      spoil: ["UPDATE saved_report SET content = content || ' '"],
      mend: ["UPDATE saved_report SET content = rtrim(content)"],
    },
    {
      proof: "a fact is taken back by a change that came after it",
      says: "person_name ",
      spoil: ["UPDATE person_name SET retracted_change = recorded_change - 1 WHERE id = 1"],
      mend: ["UPDATE person_name SET retracted_change = NULL WHERE id = 1"],
    },
  ])("is named: $proof", async ({ proof, says, spoil, mend }) => {
    const before = await wrong();
    expect(before[proof]).toBeUndefined();
    await write(...spoil);
    const found = await wrong();
    expect(found[proof]?.join("\n")).toContain(says);
    expect(Object.keys(found).filter((name) => !(name in before))).toEqual([proof]);
    await write(...mend);
  });

  it.each([
    [
      "documents on the disk are those that were rendered",
      async () => {
        const { sha256 } = await (await reader()).certificate_document.findFirstOrThrow();
        return path.join(dataDirectory(), "documents", `${sha256}.pdf`);
      },
    ],
    [
      "uploaded files are those that were uploaded",
      async () => {
        const { sha256 } = await (await reader()).certificate_signed_copy.findFirstOrThrow();
        return keptFile("signed-copies", sha256);
      },
    ],
  ])("is named on the disk: %s", async (proof, place) => {
    const file = await place();
    const bytes = await readFile(file);
    await writeFile(file, Buffer.concat([bytes, Buffer.from(" ")]));
    expect((await wrong())[proof]?.join()).toContain("altered");
    await writeFile(file, bytes);
    expect((await wrong())[proof]).toBeUndefined();
  });
});

it("writes nothing", async () => {
  const client = await reader();
  const newest = () => client.change.aggregate({ _max: { id: true } });
  const before = await newest();
  await wrong();
  expect(await newest()).toEqual(before);
  // and what comes after it is known as usual
  expect(await recordChange({ kind: "test", at }, async (_rows, changeId) => changeId)).toBe((before._max.id ?? 0) + 1);
});

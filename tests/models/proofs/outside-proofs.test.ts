import { beforeAll, describe, expect, it } from "vitest";
import "../database-for-test";
import type { Viewer } from "~/domain/permissions/viewer";
import type { ProofContent, Training } from "~/domain/proofs/outside-proof";
import { reader } from "~/models/database.server";
import { decideProof } from "~/models/proofs/decide-proof.server";
import { hoursLedger } from "~/models/proofs/hours-ledger.server";
import { ownProofs, proofsToVerify } from "~/models/proofs/proof-lists.server";
import { findProofFile, proofPage } from "~/models/proofs/proof-page.server";
import { mendProof, submitProof } from "~/models/proofs/submit-proof.server";
import { verifiedProofs } from "~/models/proofs/verified-proofs.server";
import { newPublicId } from "~/models/public-id.server";
import { DEMO_TODAY } from "../../../prisma/demo/people";
import { DEMO_NOW, openDemoHouse } from "../../fixtures/demo-viewers";

const LAST_YEAR = Number(DEMO_TODAY.slice(0, 4)) - 1;
const PDF = new TextEncoder().encode("%PDF-1.7 certificate of a class");

const training: Training = {
  kind: "training",
  provider: "mofa",
  providerName: "",
  topic: "foreign-information",
  title: "Kỹ năng thông tin đối ngoại",
  hours: 16,
  from: "2026-03-02",
  to: "2026-03-03",
  place: "Hà Nội",
  until: null,
};

let officer: Viewer;
let hrHungYen: Viewer;
let hrCentral: Viewer;
let focalElsewhere: Viewer;

beforeAll(async () => {
  const viewer = await openDemoHouse();
  officer = await viewer("newOfficer");
  hrHungYen = await viewer("hrHungYen");
  hrCentral = await viewer("hrCentral");
  focalElsewhere = await viewer("focalDaNang");
});

const handIn = (by: Viewer, content: ProofContent = training, onceKey = newPublicId()) =>
  submitProof(by, { content, files: [{ name: "giấy.pdf", type: "application/pdf", bytes: PDF }], onceKey }, DEMO_NOW);
const verify = (by: Viewer, proof: string, content: ProofContent = training, levels = [] as never[] | Levels) =>
  decideProof(by, proof, { kind: "verified", text: "", verified: { content, levels } }, DEMO_NOW);
type Levels = { competency: string; level: number }[];
const stateOf = async (proof: string) => (await proofPage(officer, proof, DEMO_TODAY, "vi"))?.state;
const countedOf = async ({ personId }: Viewer) => verifiedProofs(await reader(), personId);
const evidenceOf = async ({ personId }: Viewer) =>
  (await reader()).evidence.findMany({
    where: { person_id: personId, proof_id: { not: null }, retracted_change: null },
  });
const hoursOf = async (who: Viewer, year = 2026) => {
  for (let page = 1; ; page++) {
    const { lines } = await hoursLedger(hrCentral, { year, employment: null, page }, DEMO_TODAY);
    const line = lines.find(({ person }) => person === who.personPublicId);
    if (line || lines.length === 0) return line;
  }
};

describe("a proof from outside", () => {
  it("counts for nothing until it is verified, and then from the last day of the training", async () => {
    const proof = await handIn(officer);
    expect(await countedOf(officer)).toEqual({ trainings: [], languages: [] });
    expect(await evidenceOf(officer)).toEqual([]);
    expect((await hoursOf(officer))?.outside).toBe(0);
    const { lines } = await proofsToVerify(hrHungYen, 1, DEMO_TODAY, "vi");
    expect(lines.map((line) => line.proof)).toContain(proof);

    const levels = [{ competency: "foreign-information-rules", level: 2 }];
    expect(await verify(hrHungYen, proof, { ...training, hours: 14 }, levels)).toBe("recorded");
    const { trainings } = await countedOf(officer);
    expect(trainings).toMatchObject([{ topic: "foreign-information", hours: 14, from: "2026-03-03", until: null }]);
    expect(await evidenceOf(officer)).toMatchObject([
      { competency: "foreign-information-rules", level: 2, kind: "training", valid_from: "2026-03-03", valid_to: null },
    ]);
    expect((await hoursOf(officer))?.outside).toBe(14);
    expect((await hoursOf(officer, LAST_YEAR))?.outside ?? 0).toBe(0);
    expect((await proofsToVerify(hrHungYen, 1, DEMO_TODAY, "vi")).lines.map((line) => line.proof)).not.toContain(proof);

    // a verification that was wrong is revoked, and all that leant on it with it
    expect(await decideProof(hrHungYen, proof, { kind: "revoked", text: "" }, DEMO_NOW)).toBe("words-missing");
    expect(await decideProof(hrHungYen, proof, { kind: "revoked", text: "Giấy không có thật" }, DEMO_NOW)).toBe(
      "recorded",
    );
    expect(await countedOf(officer)).toEqual({ trainings: [], languages: [] });
    expect(await evidenceOf(officer)).toEqual([]);
    expect((await hoursOf(officer))?.outside).toBe(0);
    expect(await verify(hrHungYen, proof)).toBe("not-possible");
  });

  it("is returned, mended and verified; each step once", async () => {
    const onceKey = newPublicId();
    const [proof, again] = await Promise.all([handIn(officer, training, onceKey), handIn(officer, training, onceKey)]);
    expect(again).toBe(proof);
    expect(await decideProof(hrHungYen, proof, { kind: "returned", text: "Thiếu số tiết" }, DEMO_NOW)).toBe("recorded");
    expect(await verify(hrHungYen, proof)).toBe("not-possible");
    const mended = { content: { ...training, hours: 8 }, files: [], onceKey: newPublicId() };
    expect(await mendProof(hrHungYen, proof, mended, DEMO_NOW)).toBe(false);
    expect(await mendProof(officer, proof, mended, DEMO_NOW)).toBe(true);
    expect(await mendProof(officer, proof, mended, DEMO_NOW)).toBe(true);
    const page = await proofPage(officer, proof, DEMO_TODAY, "vi");
    expect(page?.content).toMatchObject({ hours: 8 });
    expect(page?.events.map(({ kind }) => kind)).toEqual(["submitted", "returned", "submitted"]);
    const outcomes = await Promise.all([1, 2, 3].map(() => verify(hrHungYen, proof, { ...training, hours: 8 })));
    expect(outcomes.sort()).toEqual(["not-possible", "not-possible", "recorded"]);
  });

  it("of a language proves the level that its paper names", async () => {
    const paper: ProofContent = {
      kind: "language",
      language: "en",
      level: "B2",
      title: "VSTEP",
      takenOn: "2025-06-01",
      until: "2027-05-31",
    };
    const proof = await handIn(focalElsewhere, paper);
    expect(await verify(hrCentral, proof, paper, [{ competency: "dialogue", level: 5 }])).toBe("recorded");
    expect(await evidenceOf(focalElsewhere)).toMatchObject([
      { competency: "foreign-language", level: 3, kind: "language", valid_from: "2025-06-01", valid_to: "2027-06-01" },
    ]);
    // the page tells what counts, and nothing else that was sent along
    const page = await proofPage(focalElsewhere, proof, DEMO_TODAY, "vi");
    expect(page?.levels).toMatchObject([{ competency: "foreign-language", level: 3 }]);
    expect((await countedOf(focalElsewhere)).languages).toMatchObject([
      { language: "en", level: "B2", until: "2027-06-01" },
    ]);
  });

  it("is verified by nobody but whoever may, in their reach, and never by its person", async () => {
    const proof = await handIn(focalElsewhere);
    const file = (await proofPage(focalElsewhere, proof, DEMO_TODAY, "vi"))?.files[0]?.publicId ?? "";
    for (const stranger of [officer, hrHungYen]) {
      expect(await proofPage(stranger, proof, DEMO_TODAY, "vi")).toBeNull();
      expect(await findProofFile(stranger, proof, file, DEMO_TODAY)).toBeNull();
      expect(await verify(stranger, proof)).toBe("not-found");
    }
    expect(await verify(focalElsewhere, proof)).toBe("not-possible");
    expect(await findProofFile(hrCentral, proof, file, DEMO_TODAY)).toMatchObject({ name: "giấy.pdf" });

    const own = await handIn(hrCentral);
    expect(await verify(hrCentral, own)).toBe("not-possible");
    expect((await proofsToVerify(hrCentral, 1, DEMO_TODAY, "vi")).lines.map((line) => line.proof)).not.toContain(own);
    expect((await ownProofs(hrCentral, DEMO_TODAY, "vi")).map((line) => line.proof)).toEqual([own]);
  });

  it("is refused where it cannot be: not over yet, an unknown competency, another kind", async () => {
    const later = { ...training, from: "2026-12-01", to: "2026-12-02" };
    const proof = await handIn(officer, later);
    expect(await verify(hrHungYen, proof, later)).toBe("not-yet-over");
    expect(await verify(hrHungYen, proof, training, [{ competency: "flying", level: 1 }])).toBe("unknown-level");
    const paper = { kind: "language", language: "en", level: "C1", title: "x", takenOn: "2025-01-01", until: null };
    expect(await verify(hrHungYen, proof, paper as ProofContent)).toBe("not-possible");
    expect(await decideProof(officer, proof, { kind: "withdrawn", text: "" }, DEMO_NOW)).toBe("recorded");
    expect(await stateOf(proof)).toBe("withdrawn");
    expect(await verify(hrHungYen, proof)).toBe("not-possible");
  });
});

describe("the ledger of a year", () => {
  it("has everyone in reach once, by category, collaborators apart", async () => {
    const whole = await hoursLedger(hrCentral, { year: 2026, employment: null, page: 1 }, DEMO_TODAY);
    expect(whole.categories.reduce((sum, { people }) => sum + people, 0)).toBe(whole.total);
    expect(whole.categories.find(({ employment }) => employment === "civil-servant")?.asked).toBe(40);
    expect(whole.categories.find(({ employment }) => employment === "contract")).toMatchObject({
      asked: null,
      met: null,
    });
    for (const { employment, people } of whole.categories) {
      const part = await hoursLedger(hrCentral, { year: 2026, employment, page: 1 }, DEMO_TODAY);
      expect(part.total).toBe(people);
      expect(part.lines.every((line) => line.employment === employment)).toBe(true);
    }
    const province = await hoursLedger(hrHungYen, { year: 2026, employment: null, page: 1 }, DEMO_TODAY);
    expect(province.total).toBeGreaterThan(0);
    expect(province.total).toBeLessThan(whole.total);
    expect((await hoursLedger(officer, { year: 2026, employment: null, page: 1 }, DEMO_TODAY)).total).toBe(0);
  });
});

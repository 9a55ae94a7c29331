import type { Role } from "~/domain/permissions/role";
import { setUpSignatory } from "~/models/certification/record-signatory.server";
import { reader, recordChange } from "~/models/database.server";
import { HOUSE_NOW, HOUSE_TODAY, openHouse, type Someone, someone } from "../../fixtures/a-house";

/** Has no standing decision in the tests: whoever qualifies waits for a list. */
export const BY_LIST = "equipment-livestream";

export interface SigningHouse {
  unit: (key: string) => { id: number; publicId: string };
  hr: Someone;
  signatory: Someone;
  otherSignatory: Someone;
  strangerHr: Someone;
  /** public id of a signatory whom nobody is named for */
  signatoryId: string;
}

/** A house with who prepares, who signs, and a stranger with the same powers over another province. */
export async function openSigningHouse(): Promise<SigningHouse> {
  const unit = await openHouse();
  const [home, far] = [unit("bhxh-hung-yen-2025"), unit("bhxh-ca-mau-2025")];
  const since = "2026-01-01";
  const with_ = (unitId: number, role: Role) => someone([{ unitId, from: since }], [{ role, unitId }]);
  const [hr, signatory, otherSignatory, strangerHr] = [
    await with_(home.id, "hr-officer"),
    await with_(home.id, "signatory"),
    await with_(home.id, "signatory"),
    await with_(far.id, "hr-officer"),
  ];
  const both = (vi: string, en: string) => ({ vi, en });
  await setUpSignatory(
    home.id,
    {
      personId: null,
      content: {
        issuing_body: both("Cơ quan", "Body"),
        issuing_unit: both("Ban", "Department"),
        authority: "KT",
        authority_of: both("Giám đốc", "the Director"),
        name: "Đinh Quang Thụy",
        title: both("Phó Giám đốc", "Deputy Director"),
        decision: { number: "1/QĐ", signed_on: "2025-01-02" },
        place: both("Hưng Yên", "Hưng Yên"),
        sample: true,
      },
      from: "2026-01-01",
      until: null,
    },
    { at: HOUSE_NOW, document: "1/QĐ", onceKey: "test-signatory" },
  );
  const { public_id } = await (await reader()).signatory.findFirstOrThrow();
  return { unit, hr, signatory, otherSignatory, strangerHr, signatoryId: public_id };
}

let facts = 0;

/** Makes someone wait for a list, and says under which id. */
export function makeEligible(personId: number, on = HOUSE_TODAY, programme = BY_LIST): Promise<number> {
  facts += 1;
  const basis = `earlier:${facts}`;
  return recordChange({ kind: "test", at: HOUSE_NOW }, async (rows, recorded_change) => {
    const row = await rows.eligibility.create({
      data: { person_id: personId, programme, basis, on_date: on, recorded_change },
    });
    return row.id;
  });
}

let keys = 0;
/** A once-key of its own. */
export const newKey = () => `key${++keys}`;

import "../database-for-test";
import { beforeAll, expect, it } from "vitest";
import type { Viewer } from "~/domain/permissions/viewer";
import { certificatesOf } from "~/models/certification/certificates.server";
import { recordEarlierCertificates } from "~/models/certification/record-earlier-certificates.server";
import { loadRegister, type RegisterQuery } from "~/models/certification/register.server";
import { recordStandingDecision } from "~/models/certification/standing-decisions.server";
import { recordChange } from "~/models/database.server";
import { HOUSE_NOW, HOUSE_TODAY, someone } from "../../fixtures/a-house";
import { decisionFor } from "./a-passed-exam";
import { newKey, openSigningHouse, type SigningHouse } from "./signing-people";

const at = HOUSE_NOW;
const PROGRAMMES = ["communication-basic", "onboarding"] as const;
let house: SigningHouse;
let home: { id: number; publicId: string };
let far: { id: number; publicId: string };
/** serial numbers by whose certificate it is */
const numbers: Record<string, string> = {};

/** Somebody with a certificate, by the posts that they hold or held. */
async function certified(
  name: string,
  posts: { unitId: number; from: string; to?: string }[],
  issuedOn: string,
  programme: (typeof PROGRAMMES)[number] = "communication-basic",
): Promise<number> {
  const { personId } = await someone(posts);
  expect(await recordEarlierCertificates([{ personId, programme, issuedOn }], { at, onceKey: newKey() })).toBe(1);
  numbers[name] = (await certificatesOf(personId))[0]?.serial ?? "";
  return personId;
}

beforeAll(async () => {
  house = await openSigningHouse();
  [home, far] = [house.unit("bhxh-hung-yen-2025"), house.unit("bhxh-ca-mau-2025")];
  for (const programme of PROGRAMMES)
    await recordStandingDecision(decisionFor(programme, { signedOn: "2025-07-05", validFrom: "2025-07-10" }), { at });
  const [here, there] = [
    { unitId: home.id, from: "2025-08-01" },
    { unitId: far.id, from: "2025-08-01" },
  ];
  await certified("last year", [here], "2025-12-31");
  await certified("serves here", [here], "2026-01-01");
  await certified("serves elsewhere", [there], "2026-01-02");
  await certified(
    "moved away",
    [
      { ...here, to: "2026-05-01" },
      { ...there, from: "2026-05-01" },
    ],
    "2026-01-03",
  );
  await certified(
    "moved here",
    [
      { ...there, to: "2026-05-01" },
      { ...here, from: "2026-05-01" },
    ],
    "2026-01-04",
  );
  await certified("left from here", [{ ...here, to: "2026-05-01" }], "2026-01-05");
  await certified("left from elsewhere", [{ ...there, to: "2026-05-01" }], "2026-01-06");
  const merged = await certified("merged into one who serves here", [{ ...there, to: "2026-02-01" }], "2026-01-07");
  const kept = await certified("other programme", [here], "2026-01-08", "onboarding");
  await recordChange({ kind: "person-merged", at }, (rows, recorded_change) =>
    rows.person_merge.create({ data: { kept_person_id: kept, merged_person_id: merged, recorded_change } }),
  );
}, 120_000);

const whole: RegisterQuery = { year: "2026", programme: null, unit: null, page: 1 };

async function inRegister(viewer: Viewer, query: Partial<RegisterQuery> = {}, size?: number) {
  const view = await loadRegister(viewer, { ...whole, ...query }, HOUSE_TODAY, "vi", size);
  if (!view) return null;
  const names = view.lines.map(({ serial }) => Object.keys(numbers).find((name) => numbers[name] === serial));
  return { total: view.total, names, years: view.years };
}

it("holds the certificates of a year of who serves in the reach, and of who left from there, by their numbers", async () => {
  const local = await inRegister(await house.hr.viewer());
  expect(local?.names).toEqual([
    "serves here",
    "moved here",
    "left from here",
    "merged into one who serves here",
    "other programme",
  ]);
  expect(local).toMatchObject({ total: 5, years: ["2026", "2025"] });
  const stranger = await inRegister(await house.strangerHr.viewer());
  expect(stranger?.names).toEqual(["serves elsewhere", "moved away", "left from elsewhere"]);
});

it("is narrowed by year, programme and unit, and a unit out of reach is none", async () => {
  const viewer = await house.hr.viewer();
  expect((await inRegister(viewer, { year: "2025" }))?.names).toEqual(["last year"]);
  expect(await inRegister(viewer, { year: "2024" })).toMatchObject({ total: 0, names: [] });
  expect((await inRegister(viewer, { programme: "onboarding" }))?.names).toEqual(["other programme"]);
  expect((await inRegister(viewer, { unit: home.publicId }))?.total).toBe(5);
  expect(await inRegister(viewer, { unit: far.publicId })).toBeNull();
});

it("has the same lines page by page", async () => {
  const viewer = await house.hr.viewer();
  const pages = await Promise.all([1, 2, 3, 4].map((page) => inRegister(viewer, { page }, 2)));
  expect(pages.map((page) => page?.total)).toEqual([5, 5, 5, 5]);
  expect(pages.flatMap((page) => page?.names)).toEqual((await inRegister(viewer))?.names);
});

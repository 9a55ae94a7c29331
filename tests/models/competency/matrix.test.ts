import { beforeAll, describe, expect, it } from "vitest";
import "../database-for-test";
import type { Viewer } from "~/domain/permissions/viewer";
import { loadOwnCompetency } from "~/models/competency/competency-page.server";
import { recordEvidence } from "~/models/competency/record-evidence.server";
import { recordChange } from "~/models/database.server";
import { loadCell } from "~/models/reporting/cell.server";
import { loadOverview } from "~/models/reporting/overview.server";
import { HOUSE_NOW, HOUSE_TODAY, openHouse, type Someone, someone } from "../../fixtures/a-house";

/** Two positions, three competencies, and what they require by level of unit; "letters" changes on 1 July 2026. */
const text = (vi: string) => ({ vi, en: vi });
const levels = [1, 2, 3, 4, 5].map((level) => ({ level, indicator: text(`Cấp ${level}`) }));
const competency = (key: string) => ({ key, group: "all", title: text(key), description: text(key), levels });
const COMPETENCIES = {
  version: "test",
  valid_from: "2026-01-02",
  groups: [{ key: "all", title: text("Tất cả") }],
  competencies: ["talking", "letters", "secrets"].map(competency),
};
const position = (key: string, requirements: unknown[]) => ({
  key,
  title: text(key),
  short: text(key),
  focal: false,
  collaborator: false,
  requirements,
});
const POSITIONS = {
  version: "test",
  valid_from: "2026-01-02",
  positions: [
    position("speaker", [
      { competency: "talking", levels: { CENTRAL: 3, PROVINCIAL: 2, GRASSROOTS: 1 } },
      { competency: "letters", levels: { CENTRAL: 2 }, until: "2026-07-01" },
      { competency: "letters", levels: { CENTRAL: 3, PROVINCIAL: 1 }, from: "2026-07-01" },
    ]),
    position("clerk", [{ competency: "secrets", levels: { PROVINCIAL: 2, GRASSROOTS: 2 } }]),
  ],
};

type Proof = [competency: string, level: number, from: string, to: string | null];

/** Nine people: unit, position, what each has proven. */
const HOUSE: [name: string, unit: string, position: string, proofs: Proof[]][] = [
  [
    "An",
    "ban-to-chuc-can-bo",
    "speaker",
    [
      ["talking", 3, "2026-02-01", null],
      ["letters", 2, "2026-02-01", null],
    ],
  ],
  ["Bình", "ban-to-chuc-can-bo", "speaker", [["talking", 2, "2026-02-01", null]]],
  [
    "Chi",
    "bhxh-hung-yen-2025",
    "speaker",
    [
      ["talking", 2, "2026-02-01", "2026-11-20"],
      ["letters", 1, "2026-03-01", null],
    ],
  ],
  ["Dung", "bhxh-hung-yen-2025", "speaker", [["talking", 4, "2026-02-01", "2026-11-21"]]],
  [
    "Én",
    "bhxh-hung-yen-2025",
    "clerk",
    [
      ["secrets", 1, "2026-02-01", null],
      ["secrets", 2, "2026-10-01", null],
    ],
  ],
  ["Giang", "bhxh-thanh-hoa", "clerk", []],
  ["Hà", "co-so-hung-yen-1", "speaker", [["talking", 1, "2026-02-01", null]]],
  ["Ích", "co-so-hung-yen-1", "speaker", []],
  ["Kim", "co-so-hung-yen-1", "clerk", [["secrets", 3, "2026-12-01", null]]],
];

const people = new Map<string, Someone>();
let hr: Viewer;

beforeAll(async () => {
  const unit = await openHouse();
  await recordChange({ kind: "test", at: HOUSE_NOW }, async (rows, recorded_change) => {
    for (const [kind, content] of [
      ["competencies", COMPETENCIES],
      ["positions", POSITIONS],
    ] as const) {
      await rows.framework_version.create({
        data: {
          kind,
          number: "test",
          hash: kind,
          valid_from: "2026-01-02",
          content: JSON.stringify(content),
          recorded_change,
        },
      });
    }
  });
  for (const [name, at, holds, proofs] of HOUSE) {
    const who = await someone([{ unitId: unit(at).id, position: holds, from: "2026-01-01" }]);
    people.set(name, who);
    await recordChange({ kind: "test", at: HOUSE_NOW }, async (rows, changeId) => {
      for (const [key, level, validFrom, validTo] of proofs) {
        await recordEvidence(rows, changeId, {
          personId: who.personId,
          fact: { kind: "certificate", certificateId: null, course: null },
          levels: [{ competency: key, level }],
          validFrom,
          validTo,
        });
      }
    });
  }
  hr = await (
    await someone(
      [{ unitId: unit("ban-to-chuc-can-bo").id, position: "none", from: "2026-01-01" }],
      [{ role: "hr-officer", unitId: unit("vss").id }],
    )
  ).viewer();
});

/** The matrix as the page has it: met of required, by competency and level of unit. */
async function matrix(asOf: string) {
  const query = { asOf, today: HOUSE_TODAY, unit: null, position: null, programme: null };
  const heat = (await loadOverview(hr, query, null, "vi"))?.heat;
  return heat?.rows.map(({ key, cells }) => [
    key,
    ...heat.levels.map((_, index) => {
      const cell = cells[index];
      return cell ? `${cell.met}/${cell.required}` : "-";
    }),
  ]);
}

describe("the matrix of three levels × competencies", () => {
  it.each([
    // An reaches 3 and Bình 2 of 3; Chi's proof ended this morning, Dung's holds until this evening; Hà has it, Ích not.
    // From July the centre asks 3 in letters (nobody), the province 1 (Chi). Én has 2 since October, Giang none, Kim's begins in December.
    [
      "2026-11-20",
      [
        ["talking", "1/2", "1/2", "1/2"],
        ["letters", "0/2", "1/2", "-"],
        ["secrets", "-", "1/2", "0/1"],
      ],
    ],
    // one day earlier Chi's proof still holds
    [
      "2026-11-19",
      [
        ["talking", "1/2", "2/2", "1/2"],
        ["letters", "0/2", "1/2", "-"],
        ["secrets", "-", "1/2", "0/1"],
      ],
    ],
    // in June the centre asked 2 in letters, the province nothing; Én had 1
    [
      "2026-06-30",
      [
        ["talking", "1/2", "2/2", "1/2"],
        ["letters", "1/2", "-", "-"],
        ["secrets", "-", "0/2", "0/1"],
      ],
    ],
    [
      "2026-01-31",
      [
        ["talking", "0/2", "0/2", "0/2"],
        ["letters", "0/2", "-", "-"],
        ["secrets", "-", "0/2", "0/1"],
      ],
    ],
  ])("on %s as counted by hand", async (asOf, expected) => expect(await matrix(asOf)).toEqual(expected));

  it("opens the people behind a cell", async () => {
    const cell = { competency: "talking", level: "PROVINCIAL", who: "missing" as const, page: 1 };
    const query = { asOf: HOUSE_TODAY, today: HOUSE_TODAY, unit: null, position: null, programme: null };
    const view = await loadCell(hr, { ...query, ...cell }, "vi");
    const chi = await people.get("Chi")?.viewer();
    expect(view?.groups.flatMap((group) => group.people.map(({ person }) => person))).toEqual([chi?.personPublicId]);
  });
});

describe("evidence in the moment of its fact", () => {
  it("moves the heat map and the person's own page with the same change", async () => {
    const ich = people.get("Ích") as Someone;
    const own = async () => {
      const viewer = await ich.viewer();
      const page = await loadOwnCompetency(viewer, { asOf: HOUSE_TODAY, today: HOUSE_TODAY }, "vi");
      return page.groups.flatMap(({ lines }) => lines).map(({ key, level, need }) => `${key} ${level} of ${need}`);
    };
    expect(await own()).toEqual(["talking 0 of 1"]);
    await recordChange({ kind: "test", at: HOUSE_NOW }, async (rows, changeId) => {
      await recordEvidence(rows, changeId, {
        personId: ich.personId,
        fact: { kind: "certificate", certificateId: null, course: null },
        levels: [{ competency: "talking", level: 1 }],
        validFrom: HOUSE_TODAY,
        validTo: null,
      });
    });
    expect((await matrix(HOUSE_TODAY))?.[0]).toEqual(["talking", "1/2", "1/2", "2/2"]);
    expect(await own()).toEqual(["talking 1 of 1"]);
  });

  it("that fails with its fact leaves nothing behind", async () => {
    const before = await matrix(HOUSE_TODAY);
    const failing = recordChange({ kind: "test", at: HOUSE_NOW }, async (rows, changeId) => {
      await recordEvidence(rows, changeId, {
        personId: people.get("Giang")?.personId ?? 0,
        fact: { kind: "certificate", certificateId: null, course: null },
        levels: [{ competency: "secrets", level: 5 }],
        validFrom: HOUSE_TODAY,
        validTo: null,
      });
      throw new Error("the fact fell");
    });
    await expect(failing).rejects.toThrow("the fact fell");
    expect(await matrix(HOUSE_TODAY)).toEqual(before);
  });
});

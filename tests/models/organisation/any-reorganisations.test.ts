import "../database-for-test";
import Database from "better-sqlite3";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { readCourses } from "~/content/course-package.server";
import { unitsAsOf } from "~/domain/organisation/organisation-as-of";
import { syncCourses } from "~/models/course/sync-courses.server";
import { reader, recordChange } from "~/models/database.server";
import { carryOutActs } from "~/models/organisation/carry-out-acts.server";
import { organisationFacts } from "~/models/organisation/organisation-facts.server";
import { recordPeople } from "~/models/people/record-people.server";
import { newPublicId } from "~/models/public-id.server";
import { undoChange } from "~/models/undo-change.server";
import { batchOf, drawnBatches, FIRST_DAY, firstTree } from "../../fixtures/random-batches";
import { factsInForce } from "../facts-in-force";

const AT = "2026-11-21T02:00:00.000Z";

/** Two people in each unit of the first tree, one of them the focal point, each with a certificate and evidence. */
beforeAll(async () => {
  await syncCourses(readCourses("courses"), AT);
  await carryOutActs(firstTree(), null, AT);
  const { units } = await organisationFacts();
  const span = { validFrom: FIRST_DAY, validTo: null };
  const places = units.flatMap(({ id }) =>
    ["foreign-information-focal", "communication-officer"].map((position) => ({ id, position })),
  );
  const people = await recordPeople(
    {
      persons: places.map((_, index) => ({
        staffCode: `S${index}`,
        employment: "contract",
        workEmail: null,
        workPhone: null,
        names: [{ fullName: `Lê Văn S${index}`, ...span }],
      })),
      posts: places.map(({ id, position }, index) => ({
        ref: `${index}`,
        unitId: id,
        position,
        oneStop: false,
        deputy: false,
        ...span,
      })),
      postings: places.map((_, index) => ({
        staffCode: `S${index}`,
        post: `${index}`,
        kind: "primary",
        decision: null,
        endReason: null,
        ...span,
      })),
    },
    { at: AT },
  );
  await recordChange({ kind: "test", at: AT }, async (rows, recorded_change) => {
    for (const [index, { id }] of places.entries()) {
      const person_id = people.get(`S${index}`)?.id ?? 0;
      const paper = {
        programme: "p",
        framework_version_id: 1,
        serial: `C${index}`,
        code: "c",
        issued_on: FIRST_DAY,
        face: "{}",
      };
      await rows.certificate.create({
        data: { public_id: newPublicId(), person_id, ...paper, unit_id: id, recorded_change },
      });
      const proof = { competency: "k", level: 2, kind: "exam", valid_from: FIRST_DAY };
      await rows.evidence.create({ data: { person_id, ...proof, recorded_change } });
    }
  });
});

function read<T>(sql: string, ...values: unknown[]): T[] {
  const database = new Database((process.env.DATABASE_URL ?? "").replace("file:", ""), { readonly: true });
  const found = database.prepare(sql).all(...values) as T[];
  database.close();
  return found;
}

/** Who holds a post on a date, and since when over all reorganisations. */
const peopleOn = (date: string) =>
  read<{ person_id: number; since: string }>(
    `SELECT o.person_id, COALESCE(o.held_since, o.valid_from) AS since FROM posting o JOIN post s ON s.id = o.post_id
    JOIN unit_existence e ON e.unit_id = s.unit_id AND e.retracted_change IS NULL AND e.valid_from <= $date
      AND (e.valid_to IS NULL OR e.valid_to > $date)
    WHERE o.retracted_change IS NULL AND s.retracted_change IS NULL AND o.valid_from <= $date
      AND (o.valid_to IS NULL OR o.valid_to > $date) ORDER BY 1`.replaceAll("$date", `'${date}'`),
  );

const results = () => [read("SELECT * FROM certificate ORDER BY id"), read("SELECT * FROM evidence ORDER BY id")];

async function placesOn(date: string): Promise<string> {
  const units = unitsAsOf(await organisationFacts(), date);
  const people = read<{ person_id: number; unit_id: number; position: string; deputy: number }>(
    `SELECT o.person_id, s.unit_id, s.position, s.deputy FROM posting o JOIN post s ON s.id = o.post_id
    WHERE o.retracted_change IS NULL AND s.retracted_change IS NULL AND o.valid_from <= ?
      AND (o.valid_to IS NULL OR o.valid_to > ?) ORDER BY 1`,
    date,
    date,
  );
  const tree = [...units.byId.values()].map(({ key, name, parentId, level }) => [key, name, parentId, level]);
  return JSON.stringify([tree.sort(), people]);
}

describe("any sequence of reorganisations on a database", () => {
  it("conserves people, certificates and results, leaves earlier days as they were, and is undone exactly", async () => {
    await fc.assert(
      fc.asyncProperty(drawnBatches, fc.uuid(), async (drawn, run) => {
        const start = factsInForce();
        const proven = results();
        const everyone = peopleOn("2030-01-01");
        const changes: number[] = [];
        let last = FIRST_DAY;
        for (const [index, each] of drawn.entries()) {
          const batch = batchOf(each, await organisationFacts(), last, `r${run}-${index}`);
          if (!batch) continue;
          const [eve, first] = [await placesOn(last), await placesOn(FIRST_DAY)];
          await carryOutActs(batch, null, AT);
          expect([await placesOn(last), await placesOn(FIRST_DAY)]).toEqual([eve, first]);
          const client = await reader();
          changes.push((await client.change.findFirstOrThrow({ orderBy: { id: "desc" } })).id);
          last = batch.date;
        }
        expect(peopleOn("2030-01-01")).toEqual(everyone);
        expect(results()).toEqual(proven);
        for (const change of changes.reverse()) {
          expect(await undoChange(change, { actorId: null, at: AT })).toMatchObject({ undone: true });
        }
        expect(factsInForce()).toBe(start);
      }),
      { numRuns: 12, seed: 20_261_122 },
    );
  }, 120_000);
});

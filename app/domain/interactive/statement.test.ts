import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRootResult, rootScore, tellsResult } from "./root-score";
import { type Statement, statementSchema } from "./statement";

const ANSWERED = "http://adlnet.gov/expapi/verbs/answered";
const COMPLETED = "http://adlnet.gov/expapi/verbs/completed";
const ATTEMPTED = "http://adlnet.gov/expapi/verbs/attempted";
const ROOT = "urn:x-cau-noi:h5p:0f";
const PARENT = { contextActivities: { parent: [{ id: ROOT }] } };

function statement(more: Partial<Statement> = {}): Statement {
  return { verb: { id: ANSWERED }, object: { id: ROOT }, result: { score: { raw: 2, max: 3 } }, ...more };
}

describe("the root score", () => {
  it.each<[string, Statement, ReturnType<typeof rootScore>]>([
    ["a single task answered", statement(), { score: 2, max: 3 }],
    ["a composite completed", statement({ verb: { id: COMPLETED } }), { score: 2, max: 3 }],
    ["nothing right", statement({ result: { score: { raw: 0, max: 3 } } }), { score: 0, max: 3 }],
    ["an empty list of parents", statement({ context: { contextActivities: { parent: [] } } }), { score: 2, max: 3 }],
    ["another verb", statement({ verb: { id: ATTEMPTED } }), null],
    ["a verb that only looks like it", statement({ verb: { id: `${ANSWERED}x` } }), null],
    ["a part, by its parent", statement({ context: PARENT }), null],
    ["a part, by its id", statement({ object: { id: `${ROOT}?subContentId=1d2` } }), null],
    ["a part, by its id after others", statement({ object: { id: `${ROOT}?a=b&subContentId=1d2` } }), null],
    ["a book's chapter: no score", statement({ verb: { id: COMPLETED }, result: { completion: true } }), null],
    ["no result", statement({ result: undefined }), null],
    ["no points", statement({ result: { score: { raw: null, max: 3 } } }), null],
    ["no maximum", statement({ result: { score: { raw: 3 } } }), null],
    ["a maximum of nothing", statement({ result: { score: { raw: 0, max: 0 } } }), null],
    ["more than the maximum", statement({ result: { score: { raw: 100, max: 3 } } }), null],
    ["less than nothing", statement({ result: { score: { raw: -1, max: 3 } } }), null],
  ])("%s", (_title, given, expected) => {
    expect(rootScore(given)).toEqual(expected);
  });

  it("lies between nothing and the maximum, whatever is claimed", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (raw, max) => {
        const found = rootScore(statement({ result: { score: { raw, max } } }));
        expect(found === null || (found.score >= 0 && found.score <= found.max && found.max > 0)).toBe(true);
      }),
    );
  });

  it("is not what makes a result: completion without a score is one, too", () => {
    const completed = statement({ verb: { id: COMPLETED }, result: { completion: true } });
    expect(isRootResult(completed)).toBe(true);
    expect(isRootResult({ ...completed, context: PARENT })).toBe(false);
    expect([ANSWERED, ATTEMPTED, undefined, { id: ANSWERED }].map(tellsResult)).toEqual([true, false, false, false]);
  });
});

describe("what is read of a statement", () => {
  it("leaves out who and when, and all that has no name here", () => {
    const read = statementSchema.parse({
      ...statement({ result: { score: { raw: 1, max: 1, min: 0, scaled: 1 }, duration: "PT12.53S", response: "0-0" } }),
      actor: { account: { name: "0b7c", homePage: "http://localhost" } },
      timestamp: "2020-01-01T00:00:00Z",
      object: { id: ROOT, objectType: "Activity", definition: { name: { "en-US": "x" } } },
    });
    expect(read).toEqual({
      verb: { id: ANSWERED },
      object: { id: ROOT },
      result: { score: { raw: 1, max: 1, min: 0, scaled: 1 }, duration: "PT12.53S", response: "0-0" },
    });
  });

  it.each<[string, unknown]>([
    ["no object", null],
    ["no verb", { object: { id: ROOT } }],
    ["no activity", { verb: { id: ANSWERED } }],
    ["a long verb", { ...statement(), verb: { id: "v".repeat(201) } }],
    ["a long id", { ...statement(), object: { id: "i".repeat(501) } }],
    ["a score that is a text", { ...statement(), result: { score: { raw: "2", max: 3 } } }],
    ["an endless score", { ...statement(), result: { score: { raw: Number.POSITIVE_INFINITY, max: 3 } } }],
    ["no duration", { ...statement(), result: { duration: "soon" } }],
    ["a long response", { ...statement(), result: { response: "r".repeat(20_001) } }],
    ["many parents", { ...statement(), context: { contextActivities: { parent: Array(6).fill({ id: ROOT }) } } }],
  ])("refuses %s", (_title, given) => {
    expect(statementSchema.safeParse(given).success).toBe(false);
  });

  it("takes null for what a package could not compute", () => {
    const given = {
      ...statement(),
      result: { score: { raw: 0, max: 0, scaled: null }, success: null, duration: null },
    };
    expect(statementSchema.safeParse(given).success).toBe(true);
  });
});

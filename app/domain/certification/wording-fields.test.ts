import { describe, expect, it } from "vitest";
import { FIRST_WORDING, WORDING_KINDS, WORDING_SCHEMAS } from "./wording";
import { fieldOfProblem, fieldsOfWording, wordingOfFields } from "./wording-fields";

const REPORT = fieldsOfWording("report", FIRST_WORDING.report);
const read = (fields: Record<string, string>) =>
  WORDING_SCHEMAS.report.safeParse(wordingOfFields("report", (field) => fields[field] ?? ""));

describe("the words of a paper in a form", () => {
  it.each(WORDING_KINDS)("come back from the fields of %s as they went in", (kind) => {
    const fields = fieldsOfWording(kind, FIRST_WORDING[kind]);
    expect(WORDING_SCHEMAS[kind].parse(wordingOfFields(kind, (field) => fields[field] ?? ""))).toEqual(
      FIRST_WORDING[kind],
    );
  });
  it("name no unit where none is filled in, and recipients between semicolons", () => {
    const wording = read({
      ...REPORT,
      "unit-vi": "",
      "unit-en": "",
      "recipients-vi": "A ; B;",
      "recipients-en": "C;D",
    });
    expect(wording.data).toMatchObject({
      unit: null,
      recipients: [
        { vi: "A", en: "C" },
        { vi: "B", en: "D" },
      ],
    });
  });
  it.each([
    ["number", { number: "" }],
    ["signer-en", { "signer-en": "" }],
    ["unit-vi", { "unit-vi": "" }],
    ["recipients-en", { "recipients-vi": "A; B", "recipients-en": "C" }],
    ["recipients-vi", { "recipients-vi": "a;".repeat(11), "recipients-en": "b;".repeat(11) }],
  ])("that are wrong are told at %s", (field, change) => {
    expect(read({ ...REPORT, ...change }).error?.issues.map(({ path }) => fieldOfProblem(path))).toEqual([field]);
  });
});

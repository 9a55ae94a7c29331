import { describe, expect, it } from "vitest";
import { checkPeopleBatch, type NewPerson, type NewPost, type NewPosting } from "./people-batch";

const always = { validFrom: "2017-01-01", validTo: null };
const person: NewPerson = {
  staffCode: "VSS-1",
  employment: "civil-servant",
  workEmail: "a@example.vn",
  workPhone: null,
  names: [{ fullName: "Nguyễn Văn A", ...always }],
};
const post: NewPost = { ref: "post", unitId: 1, position: "leader", oneStop: false, deputy: false, ...always };
const posting: NewPosting = {
  staffCode: "VSS-1",
  post: "post",
  kind: "primary",
  decision: null,
  endReason: null,
  validFrom: "2020-01-01",
  validTo: null,
};
const existences = [
  { unitId: 1, validFrom: "2017-01-01", validTo: "2025-07-01" },
  { unitId: 2, ...always },
];
const here = { ...post, unitId: 2 };

describe("checkPeopleBatch", () => {
  it.each<[string, Partial<Parameters<typeof checkPeopleBatch>[0]>, string[]]>([
    ["nothing wrong", {}, []],
    ["the same code twice", { persons: [person, { ...person, workEmail: null }] }, ["duplicate-staff-code"]],
    ["the same address twice", { persons: [person, { ...person, staffCode: "VSS-2" }] }, ["duplicate-email"]],
    ["the same post twice", { posts: [here, here] }, ["duplicate-post"]],
    ["nobody's name", { persons: [{ ...person, names: [] }], postings: [] }, ["no-name"]],
    [
      "two names at once",
      { persons: [{ ...person, names: [...person.names, { fullName: "B", validFrom: "2018-01-01", validTo: null }] }] },
      ["overlapping-names"],
    ],
    ["nobody", { postings: [{ ...posting, staffCode: "VSS-9" }] }, ["unknown-person"]],
    ["no post", { postings: [{ ...posting, post: "elsewhere" }] }, ["unknown-post"]],
    ["ends as it begins", { postings: [{ ...posting, validTo: "2020-01-01" }] }, ["end-before-start"]],
    ["a post after its unit", { posts: [post] }, ["post-outside-unit"]],
    ["held before the post", { postings: [{ ...posting, validFrom: "2016-12-31" }] }, ["posting-outside-post"]],
    [
      "held before the name",
      { persons: [{ ...person, names: [{ fullName: "A", validFrom: "2021-01-01", validTo: null }] }] },
      ["posting-before-name"],
    ],
    [
      "two main posts at once",
      { postings: [posting, { ...posting, validFrom: "2021-01-01" }] },
      ["overlapping-primary"],
    ],
    ["one beside the main post", { postings: [posting, { ...posting, kind: "concurrent" }] }, []],
    [
      "one main post after the other",
      {
        postings: [
          { ...posting, validTo: "2021-01-01" },
          { ...posting, validFrom: "2021-01-01" },
        ],
      },
      [],
    ],
  ])("%s", (_, change, codes) => {
    const batch = { persons: [person], posts: [here], postings: [posting], ...change };
    expect(checkPeopleBatch(batch, existences).map((problem) => problem.code)).toEqual(codes);
  });
});

import { describe, expect, it } from "vitest";
import { rowsDifference } from "~/domain/facts/rows-difference";
import { applyPersonnelActs } from "./apply-personnel-acts";
import type { PersonnelAct, PersonnelProblemCode } from "./personnel-acts";
import type { PersonnelFacts } from "./personnel-facts";
import { contextForTest, staffed } from "./personnel-for-test";

type Of<A extends PersonnelAct["act"]> = Extract<PersonnelAct, { act: A }>;

const appoint = (act: Partial<Of<"appoint">>): PersonnelAct => ({
  act: "appoint",
  person: "C",
  post: "o20",
  kind: "primary",
  from: "2026-01-01",
  until: null,
  decision: "12/QĐ-BHXH",
  ...act,
});
const end = (posting: string, on = "2026-01-01"): PersonnelAct => ({
  act: "end-posting",
  posting,
  on,
  reason: "transfer",
});
const newPost = (act: Partial<Of<"create-post">>): PersonnelAct => ({
  act: "create-post",
  ref: "mine",
  unitId: 2,
  position: "officer",
  oneStop: false,
  deputy: false,
  from: "2026-01-01",
  until: null,
  ...act,
});
const newcomer = (act: Partial<Of<"register">> = {}): PersonnelAct => ({
  act: "register",
  person: "E",
  fullName: "Trần  Thị Em ",
  employment: "public-employee",
  workEmail: " Em@Example.vn",
  workPhone: null,
  on: "2026-01-01",
  ...act,
});
const away = (person: string, from: string, until: string | null = null): PersonnelAct => ({
  act: "be-absent",
  person,
  kind: "maternity",
  from,
  until,
});
const flag = (post: string, deputy: boolean, on = "2026-01-01"): PersonnelAct => ({
  act: "flag-post",
  post,
  oneStop: false,
  deputy,
  on,
});

function done(...acts: PersonnelAct[]): PersonnelFacts {
  const { facts, problems } = applyPersonnelActs(staffed, acts, contextForTest());
  expect(problems).toEqual([]);
  return facts;
}

describe("what is refused", () => {
  it.each<[string, PersonnelAct[], PersonnelProblemCode[]]>([
    ["somebody who is not known", [appoint({ person: "Z", post: "o24" })], ["unknown-person"]],
    ["a record that was merged", [appoint({ person: "D", post: "o24" })], ["merged-person"]],
    ["a post that is not known", [appoint({ post: "o99" })], ["unknown-post"]],
    ["a post that is held", [appoint({})], ["post-held"]],
    ["a post that is held later", [appoint({ from: "2019-01-01", until: "2020-01-02" })], ["post-held"]],
    ["a second main post", [appoint({ person: "A", post: "o24" })], ["overlapping-primary"]],
    ["the same post twice", [appoint({ person: "A", kind: "concurrent" })], ["overlapping-posting"]],
    ["a second focal point in the same post", [appoint({ post: "o21" })], ["second-focal-point"]],
    ["a second focal point in another post", [appoint({ post: "o22" })], ["second-focal-point"]],
    ["acting beside a holder who is there", [appoint({ kind: "acting" })], ["acting-beside-holder"]],
    [
      "two who act at once",
      [away("A", "2026-01-01"), appoint({ kind: "acting" }), appoint({ person: "B", kind: "acting" })],
      ["post-held"],
    ],
    [
      "a holder while someone acts in the vacant post",
      [appoint({ post: "o24", kind: "acting" }), appoint({ person: "B", post: "o24", kind: "concurrent" })],
      ["post-held"],
    ],
    ["no day at all", [appoint({ post: "o24", until: "2026-01-01" })], ["end-before-start"]],
    ["before the post", [appoint({ post: "o24", from: "2016-12-31" })], ["post-not-existing", "posting-before-name"]],
    ["before the name", [appoint({ post: "o24", from: "2017-12-31" })], ["posting-before-name"]],
    [
      "beyond a post's end",
      [{ act: "close-post", post: "o24", on: "2026-06-01" }, appoint({ post: "o24" })],
      ["post-not-existing"],
    ],
    [
      "a collaborator without an end",
      [newcomer({ employment: "collaborator" }), appoint({ person: "E", post: "o24" })],
      ["collaborator-without-end"],
    ],
    [
      "a collaborator made of someone with an open post",
      [{ act: "change-details", person: "A", employment: "collaborator", on: "2026-01-01" }],
      ["collaborator-without-end"],
    ],
    ["an end of nothing", [end("g0")], ["unknown-posting"]],
    ["an end before the start", [end("gA", "2020-01-01")], ["end-before-start"]],
    ["an end after the end", [end("gA"), end("gA", "2026-02-01")], ["posting-ended"]],
    ["a code twice", [newcomer({ person: "A" })], ["duplicate-staff-code"]],
    ["the code of an act before", [newcomer(), newcomer({ workEmail: null })], ["duplicate-staff-code"]],
    ["an address twice", [newcomer({ workEmail: "1@EXAMPLE.vn" })], ["duplicate-email"]],
    [
      "the address of another",
      [{ act: "change-details", person: "A", workEmail: "2@example.vn", on: "2026-01-01" }],
      ["duplicate-email"],
    ],
    ["no name", [newcomer({ fullName: "  " })], ["no-name"]],
    ["no new name", [{ act: "rename", person: "A", fullName: "", on: "2026-01-01" }], ["no-name"]],
    [
      "a name before the present one",
      [{ act: "rename", person: "A", fullName: "B", on: "2017-01-01" }],
      ["later-name"],
    ],
    [
      "details before the present ones",
      [{ act: "change-details", person: "A", workPhone: "1", on: "2017-01-01" }],
      ["later-details"],
    ],
    ["a post nowhere", [newPost({ unitId: 99 })], ["unknown-unit"]],
    ["a post in a closed unit", [newPost({ unitId: 4 })], ["unit-not-existing"]],
    ["a post beyond its unit", [newPost({ unitId: 4, from: "2025-01-01" })], ["unit-not-existing"]],
    ["a post of nothing", [newPost({ position: "king" })], ["unknown-position"]],
    ["a post for no day", [newPost({ until: "2026-01-01" })], ["end-before-start"]],
    ["a post twice", [newPost({}), newPost({})], ["duplicate-post"]],
    ["a post closed under its holder", [{ act: "close-post", post: "o20", on: "2026-01-01" }], ["post-has-holders"]],
    ["a post closed before it began", [{ act: "close-post", post: "o24", on: "2017-01-01" }], ["end-before-start"]],
    [
      "a post closed twice",
      [
        { act: "close-post", post: "o24", on: "2026-01-01" },
        { act: "close-post", post: "o24", on: "2026-02-01" },
      ],
      ["post-not-existing"],
    ],
    ["a deputy become a second focal point", [appoint({ post: "o23" }), flag("o23", false)], ["second-focal-point"]],
    ["away while away", [away("A", "2026-01-01"), away("A", "2026-02-01")], ["overlapping-absence"]],
    ["away for no day", [away("A", "2026-01-01", "2026-01-01")], ["end-before-start"]],
    ["back without having left", [{ act: "return", person: "A", on: "2026-01-01" }], ["not-absent"]],
    [
      "a first day moved before the last holder's last",
      [end("gA"), appoint({}), { act: "correct-posting", posting: "new-1", from: "2025-12-31" }],
      ["post-held"],
    ],
  ])("%s", (_, acts, codes) => {
    const { problems } = applyPersonnelActs(staffed, acts, contextForTest());
    expect(problems.map(({ code }) => code)).toEqual(codes);
    expect(problems.every(({ act }) => act === acts.length - 1)).toBe(true);
  });
});

describe("what is done", () => {
  it("ends the first focal point and begins the second on one day", () => {
    const facts = done(end("gB"), appoint({ post: "o21" }));
    expect(facts.postings.map(({ publicId, validTo }) => [publicId, validTo])).toEqual([
      ["gA", null],
      ["gB", "2026-01-01"],
      ["new-1", null],
    ]);
    expect(facts.postings[1]?.endReason).toBe("transfer");
  });

  it("never counts deputies, dedicated staff, or levels without a network", () => {
    done(appoint({ post: "o23" }));
    done(appoint({ post: "o24" }));
    done(appoint({ post: "o10" }), appoint({ person: "A", post: "o11", kind: "concurrent" }));
  });

  it("lets someone act while the holder is away, and in a vacant post", () => {
    done(away("B", "2025-12-01", "2026-06-01"), appoint({ post: "o21", kind: "acting", until: "2026-06-01" }));
    done(appoint({ post: "o30", kind: "acting" }));
    // in another focal post of the unit, too: the holder of the first is away
    done(away("B", "2025-12-01"), appoint({ post: "o22", kind: "acting" }));
  });

  it("transfers: one posting ends, the next begins, whatever the unit", () => {
    const facts = done(end("gA"), appoint({ person: "A", post: "o30" }));
    expect(facts.postings.filter(({ personId }) => personId === 1)).toHaveLength(2);
  });

  it("takes a returner back into the old record", () => {
    const facts = done(end("gA", "2024-01-01"), appoint({ person: "A" }));
    expect(facts.persons).toBe(staffed.persons);
    expect(facts.postings.filter(({ personId }) => personId === 1)).toHaveLength(2);
  });

  it("registers and appoints in a post made by the same list", () => {
    const facts = done(newcomer(), newPost({}), appoint({ person: "E", post: "mine" }));
    const person = facts.persons.at(-1);
    const post = facts.posts.at(-1);
    expect(facts.names.at(-1)).toMatchObject({ personId: person?.id, fullName: "Trần Thị Em" });
    expect(facts.details.at(-1)).toMatchObject({ personId: person?.id, workEmail: "em@example.vn" });
    expect(facts.postings.at(-1)).toMatchObject({ personId: person?.id, postId: post?.id });
    expect([person?.id, post?.id].every((id) => id !== undefined && id < 0)).toBe(true);
  });

  it("closes a post and points its earlier postings at the row that counts", () => {
    const facts = done(end("gA"), { act: "close-post", post: "o20", on: "2026-01-01" });
    const post = facts.posts.find(({ publicId }) => publicId === "o20");
    expect(post?.validTo).toBe("2026-01-01");
    expect(facts.postings.find(({ publicId }) => publicId === "gA")?.postId).toBe(post?.id);
  });

  it("carries the holder over into the post that follows, with the day since when it is held", () => {
    const facts = done(flag("o20", true));
    const [closed, next] = facts.posts.filter(({ publicId, lineage }) => publicId === "o20" || lineage === "o20");
    expect(closed).toMatchObject({ deputy: false, validTo: "2026-01-01" });
    expect(next).toMatchObject({ deputy: true, validFrom: "2026-01-01", validTo: null });
    expect(facts.postings.filter(({ personId }) => personId === 1)).toMatchObject([
      { publicId: "gA", postId: closed?.id, validTo: "2026-01-01", endReason: null },
      { postId: next?.id, validFrom: "2026-01-01", validTo: null, heldSince: "2020-01-01" },
    ]);
  });

  it("flags a post from its first day in place", () => {
    const facts = done(flag("o20", true, "2017-01-01"));
    expect(facts.posts.filter(({ unitId, position }) => unitId === 2 && position === "officer")).toHaveLength(1);
    expect(facts.postings.find(({ publicId }) => publicId === "gA")).toMatchObject({ heldSince: null, validTo: null });
  });

  it("renames from a day on, and puts a name of the same day right", () => {
    const rename = (fullName: string, on: string): PersonnelAct => ({ act: "rename", person: "A", fullName, on });
    const facts = done(rename("Nguyễn Án", "2026-01-01"), rename("Nguyễn Ân", "2026-01-01"));
    expect(facts.names.filter(({ personId }) => personId === 1)).toMatchObject([
      { fullName: "Nguyễn An", validTo: "2026-01-01" },
      { fullName: "Nguyễn Ân", validFrom: "2026-01-01", validTo: null },
    ]);
  });

  it("corrects the decision and lengthens a term", () => {
    const facts = done(appoint({ post: "o24", until: "2026-06-01" }), {
      act: "correct-posting",
      posting: "new-1",
      decision: " 13/QĐ-BHXH ",
      until: "2026-12-01",
    });
    expect(facts.postings.at(-1)).toMatchObject({ decision: "13/QĐ-BHXH", validTo: "2026-12-01" });
  });

  it("ends an absence on the first day back", () => {
    const facts = done(away("A", "2026-01-01"), { act: "return", person: "A", on: "2026-03-01" });
    expect(facts.absences).toMatchObject([{ validFrom: "2026-01-01", validTo: "2026-03-01" }]);
  });

  it("changes nothing that it is not about, and nothing at all where all is so already", () => {
    const facts = done(appoint({ post: "o24" }));
    expect(facts.posts).toBe(staffed.posts);
    expect(rowsDifference(staffed.postings, facts.postings)).toMatchObject({ retracted: [], added: [{ personId: 3 }] });
    const same = done(
      { act: "rename", person: "A", fullName: "Nguyễn An", sortKey: "An nguyen", on: "2026-01-01" },
      { act: "change-details", person: "A", workEmail: "1@example.vn", on: "2026-01-01" },
      flag("o20", false),
    );
    for (const kind of ["names", "details", "posts", "postings"] as const) {
      expect(rowsDifference<{ id: number }>(staffed[kind], same[kind])).toEqual({ retracted: [], added: [] });
    }
  });
});

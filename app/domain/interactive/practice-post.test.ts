import { expect, it } from "vitest";
import { readPracticePost } from "./practice-post";

const HASH = "0f".repeat(32);
const KEY = "3f2c8d0e-6a51-4f5e-9a77-0c4a2d3b1e90";
const STATEMENT = { verb: { id: "http://adlnet.gov/expapi/verbs/answered" }, object: { id: "urn:x" } };

const state = (text: unknown, more = {}) => JSON.stringify({ kind: "state", packageHash: HASH, state: text, ...more });

it.each<[string, string, "ok" | "malformed" | "too-large"]>([
  ["a state", state('{"v":1}'), "ok"],
  ["the largest state", state(JSON.stringify("a".repeat(65_534))), "ok"],
  ["a larger one", state(JSON.stringify("a".repeat(65_535))), "too-large"],
  ["a larger one in bytes", state(JSON.stringify("ạ".repeat(30_000))), "too-large"],
  ["a state that is no JSON", state("{"), "malformed"],
  ["a state that is no text", state({ v: 1 }), "malformed"],
  ["a path for a hash", state("{}", { packageHash: "../../x" }), "malformed"],
  ["a statement", JSON.stringify({ kind: "statement", clientKey: KEY, statement: STATEMENT }), "ok"],
  ["no key", JSON.stringify({ kind: "statement", statement: STATEMENT }), "malformed"],
  ["a key of its own", JSON.stringify({ kind: "statement", clientKey: "1", statement: STATEMENT }), "malformed"],
  ["no statement", JSON.stringify({ kind: "statement", clientKey: KEY }), "malformed"],
  [
    "a large statement",
    JSON.stringify({ kind: "statement", clientKey: KEY, statement: { ...STATEMENT, more: "a".repeat(65_536) } }),
    "too-large",
  ],
  ["another kind", JSON.stringify({ kind: "score", score: 100 }), "malformed"],
  ["no JSON", "kind=state", "malformed"],
  ["nothing", "", "malformed"],
  ["null", "null", "malformed"],
])("%s", (_title, text, expected) => {
  const read = readPracticePost(text);
  expect(read.ok ? "ok" : read.problem).toBe(expected);
});

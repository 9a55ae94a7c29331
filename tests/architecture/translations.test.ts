import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import en from "~/i18n/en";
import vi from "~/i18n/vi";
import { programOf } from "./source-program";
import { differences, flatten, missingKeys, unusedKeys } from "./translation-files";
import { type UsedKey, usedKeys } from "./translation-keys";

const texts = { vi: flatten(vi), en: flatten(en) };
const namespaces = Object.keys(vi);
const languages = ["vi", "en"] as const;

const places = (used: readonly UsedKey[], keys: readonly string[]) =>
  used.filter(({ key }) => keys.includes(key)).map(({ key, file, line }) => `${file}:${line} ${key}`);

describe("the translations", () => {
  let used: UsedKey[];
  let keys: string[];

  beforeAll(() => {
    used = usedKeys(programOf("app"), path.resolve("app"), namespaces);
    keys = used.map(({ key }) => key);
  }, 120_000);

  it.each(languages)("has every key that the pages ask for: %s", (language) => {
    expect(places(used, missingKeys(keys, texts[language]))).toEqual([]);
  });

  it.each(languages)("has no key that nothing asks for: %s", (language) => {
    expect(unusedKeys(keys, texts[language])).toEqual([]);
  });

  it("is the same in both languages but for the words", () => {
    expect(differences(texts.vi, texts.en)).toEqual([]);
  });

  it("would notice a key that is lost, and one that is left over", () => {
    const without = new Map(texts.vi);
    expect(without.delete("common:nav.today")).toBe(true);
    expect(missingKeys(keys, without)).toContain("common:nav.today");
    const withMore = new Map(texts.vi).set("common:nav.nowhere", "Không đâu");
    expect(unusedKeys(keys, withMore)).toContain("common:nav.nowhere");
  });
});

describe("a difference between the languages", () => {
  const rows = [
    ["a key on one side", { a: "một" }, {}, ["en lacks x:a"]],
    ["a missing plural form", { a_other: "{{count}} bài" }, { a_other: "{{count}} lessons" }, ["en lacks x:a_one"]],
    [
      "a plural form too many",
      { a_other: "bài", a_one: "bài" },
      { a_one: "lesson", a_other: "lessons" },
      ["vi has x:a_one"],
    ],
    [
      "another placeholder",
      { a: "{{name}}" },
      { a: "{{nam}}" },
      ["x:a: {{name}} on one side", "x:a: {{nam}} on one side"],
    ],
    [
      "the number left out for one",
      { a_other: "{{count}} bài" },
      { a_one: "one lesson", a_other: "{{count}} lessons" },
      [],
    ],
    [
      "a name left out for one",
      { a_other: "{{n}}" },
      { a_one: "one", a_other: "{{n}}" },
      ["x:a_one: {{n}} on one side"],
    ],
  ] as const;

  it.each(rows)("%s", (_, vietnamese, english, expected) => {
    expect(differences(flatten({ x: vietnamese }), flatten({ x: english }))).toEqual(expected);
  });
});

describe("the keys of a source file", () => {
  it("are found in calls, conditions, constants and unions", () => {
    const directory = mkdtempSync(path.join(os.tmpdir(), "cau-noi-keys-"));
    onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
    mkdirSync(path.join(directory, "app"));
    writeFileSync(
      path.join(directory, "app", "page.ts"),
      `declare function useTranslation(ns: "parts"): { t(key: string): string };
      const { t } = useTranslation("parts");
      const held = { a: "exam:held" };
      export function all(yes: boolean, state: "open" | "done", day: number, title: (key: string) => string) {
        return [t("plain"), t(yes ? "yes" : "no"), t(\`state.\${state}\`), t(\`exam:day.\${day}.name\`), title("exam:title"), held];
      }`,
    );
    const used = usedKeys(programOf(directory), path.join(directory, "app"), ["parts", "exam"]);
    expect(used.map(({ key }) => key).sort()).toEqual(
      ["exam:day.*.name", "exam:held", "exam:title"].concat(
        ["no", "plain", "state.done", "state.open", "yes"].map((key) => `parts:${key}`),
      ),
    );
    expect(used.every(({ file }) => file === path.join("app", "page.ts"))).toBe(true);
    expect(missingKeys(["exam:day.*.name"], flatten({ exam: { day: { "1": { other: "x" } } } }))).toHaveLength(1);
    expect(missingKeys(["exam:day.*.name"], flatten({ exam: { day: { "1": { name: "x" } } } }))).toEqual([]);
  });
});

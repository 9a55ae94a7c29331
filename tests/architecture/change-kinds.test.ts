import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { CHANGE_KINDS } from "~/domain/evidence-file/change-kinds";
import en from "~/i18n/en";
import vi from "~/i18n/vi";
import { recordedKinds } from "./change-kinds";
import { programOf } from "./source-program";

it("gives words in both languages to every kind of change that the sources record, and to no other", () => {
  const recorded = recordedKinds(programOf("app"), path.resolve("app"));
  const open = recorded.filter(({ kind }) => kind.includes("*"));
  expect(
    open.map(({ file, line }) => `${file}:${line}`),
    "what kinds are these?",
  ).toEqual([]);
  expect([...new Set(recorded.map(({ kind }) => kind))].sort()).toEqual([...CHANGE_KINDS]);
  for (const { reports } of [vi, en]) expect(Object.keys(reports.evidence.acts.kind).sort()).toEqual([...CHANGE_KINDS]);
}, 120_000);

it("finds a kind that is written out, put together, chosen, handed on or left open", () => {
  const directory = mkdtempSync(path.join(os.tmpdir(), "cau-noi-kinds-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const models = path.join(directory, "app", "models");
  mkdirSync(models, { recursive: true });
  writeFileSync(
    path.join(models, "database.server.ts"),
    `export interface Act { kind: string; at: string }
    export declare function recordChange<T>(act: Act, work: () => T): T;`,
  );
  writeFileSync(
    path.join(models, "acts.ts"),
    `import { type Act, recordChange } from "./database.server";
    const work = () => 1;
    type Order = Omit<Act, "at">;
    declare function carryOut(order: Order): void;
    export function all(at: string, act: "held" | "ended", first: boolean, some: string) {
      recordChange({ kind: "written", at }, work);
      recordChange({ kind: \`sitting-\${act}\`, at }, work);
      const kind = first ? "made" : "rotated";
      recordChange({ kind, at }, work);
      const order = { kind: "handed-on" };
      carryOut(order);
      const begun = { kind: "gone-on-with", at };
      recordChange({ ...begun }, work);
      const made: Act = { kind: "typed", at };
      recordChange(made, work);
      recordChange({ kind: some, at }, work);
      return { kind: "no-change" };
    }`,
  );
  const found = recordedKinds(programOf(directory), path.join(directory, "app"));
  expect([...new Set(found.map(({ kind }) => kind))].sort()).toEqual(
    ["*", "gone-on-with", "handed-on", "made", "rotated", "sitting-ended", "sitting-held", "typed", "written"].sort(),
  );
});

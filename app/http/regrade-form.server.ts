import {
  numbersIn,
  REGRADE_KINDS,
  type RegradeRule,
  regradeKindsFor,
  regradeRuleSchema,
} from "~/domain/assessment/regrade";
import type { AskedQuestion } from "~/models/regrades/asked-questions.server";

/** What is missing of a rule, by the field that is to say it. */
export type RegradeFieldProblem = "kind" | "versions" | "options" | "texts" | "key";

export type ReadRegrade = { rule: RegradeRule } | { wrong: RegradeFieldProblem[] };

/** The rule that an address holds: `kind`, `version` (several), `option` (several), `text` or `text.<gap>` (one a line). */
export function readRegradeRule(params: URLSearchParams, question: AskedQuestion): ReadRegrade {
  const newest = question.versions.at(-1)?.content;
  const kind = REGRADE_KINDS.find((each) => each === params.get("kind"));
  if (!kind || !newest || !regradeKindsFor(newest).includes(kind)) return { wrong: ["kind"] };
  const versions = question.versions.map(({ id }) => id).filter((id) => params.getAll("version").includes(String(id)));
  const wrong: RegradeFieldProblem[] = versions.length === 0 ? ["versions"] : [];
  const also: Record<string, unknown> = {};
  if (kind === "present-key") {
    also.key = question.present;
    if (question.present === null) wrong.push("key");
  }
  if (kind === "also-options") {
    also.options = params.getAll("option");
    if (params.getAll("option").length === 0) wrong.push("options");
  }
  if (kind === "also-texts") {
    const texts = textsOf(params);
    also.texts = texts;
    const given = Object.values(texts).flat();
    const bad = newest.type === "numeric" && numbersIn(given).length < given.length;
    if (given.length === 0 || bad) wrong.push("texts");
  }
  if (wrong.length > 0) return { wrong };
  const parsed = regradeRuleSchema.safeParse({ kind, versions, ...also });
  return parsed.success ? { rule: parsed.data } : { wrong: [kind === "also-texts" ? "texts" : "options"] };
}

function textsOf(params: URLSearchParams): Record<string, string[]> {
  const texts: Record<string, string[]> = {};
  for (const [name, value] of params) {
    if (name !== "text" && !name.startsWith("text.")) continue;
    const lines = value.split(/\r?\n/).map((line) => line.normalize("NFC").trim());
    const given = lines.filter((line) => line !== "");
    if (given.length > 0) texts[name.slice("text.".length)] = given;
  }
  return texts;
}

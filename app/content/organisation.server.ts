import { readdirSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { ActProblem } from "~/domain/organisation/act-problem";
import { type Batch, batchSchema } from "~/domain/organisation/acts";
import { applyBatch } from "~/domain/organisation/apply-batch";
import { NO_FACTS } from "~/domain/organisation/organisation-facts";
import { ContentProblems, type FileProblem, readYamlFile } from "./yaml-file.server";

interface PlacedBatch {
  batch: Batch;
  at(path: (string | number)[], message: string): FileProblem;
}

/**
 * The dated batches of acts in `directory`/*.yaml, in the order in which they happened; on one day, in the order of the
 * files' names. Together they have been carried out once, in memory.
 * @throws ContentProblems with file and line of everything that is wrong.
 */
export function readOrganisation(directory: string): Batch[] {
  const placed = yamlFiles(directory)
    .flatMap(readBatches)
    .sort((a, b) => (a.batch.date < b.batch.date ? -1 : a.batch.date > b.batch.date ? 1 : 0));
  const problems = [...repeatedKeys(placed), ...problemsOfActs(placed)];
  if (problems.length > 0) throw new ContentProblems(problems);
  return placed.map(({ batch }) => batch);
}

function yamlFiles(directory: string): string[] {
  const names = readdirSync(directory).filter((name) => name.endsWith(".yaml"));
  return names.sort().map((name) => path.join(directory, name));
}

function readBatches(file: string): PlacedBatch[] {
  const { value, lineOf } = readYamlFile(file, z.array(batchSchema));
  return value.map((batch, index) => ({
    batch,
    at: (path, message) => ({ file, line: lineOf([index, ...path]), message }),
  }));
}

function repeatedKeys(placed: PlacedBatch[]): FileProblem[] {
  const seen = new Set<string>();
  return placed.flatMap(({ batch, at }) => {
    if (seen.has(batch.key)) return [at(["key"], `the key ${batch.key} is given twice`)];
    seen.add(batch.key);
    return [];
  });
}

function problemsOfActs(placed: PlacedBatch[]): FileProblem[] {
  let facts = NO_FACTS;
  return placed.flatMap(({ batch, at }) => {
    const applied = applyBatch(facts, batch);
    facts = applied.facts;
    return applied.problems.map((problem) => at(["acts", problem.act], actProblemMessage(problem)));
  });
}

/** A sentence for authors and logs; the screen has its own in both languages. */
export function actProblemMessage({ code, params }: ActProblem): string {
  const details = Object.entries(params).map(([name, value]) => `${name} ${value}`);
  return `${code.replaceAll("-", " ")} (${details.join(", ")})`;
}

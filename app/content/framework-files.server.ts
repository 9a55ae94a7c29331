import path from "node:path";
import { coursesOf } from "~/domain/certification/programme-references";
import type { Requirement } from "~/domain/competency/framework";
import {
  BEGINNING,
  FRAMEWORK_KINDS,
  FRAMEWORK_SCHEMAS,
  type FrameworkContents,
  type FrameworkKind,
} from "~/domain/course/frameworks";
import { conditionOf, positionsNamed } from "~/domain/enrolment/assignment-rule";
import { type Span, spansOverlap } from "~/domain/time/civil-date";
import { type ProblemList, repeated } from "./problem-list.server";
import { readYamlFile, type YamlFile } from "./yaml-file.server";

/** The frameworks as read; null where a file has problems of its own. */
export type FrameworkFiles = { [Kind in FrameworkKind]: YamlFile<FrameworkContents[Kind]> | null };

/** Reads legal-documents.yaml, competencies.yaml, positions.yaml, certifications.yaml, assignment-rules.yaml and working-days.yaml. */
export function readFrameworkFiles(directory: string, problems: ProblemList): FrameworkFiles {
  const entries = FRAMEWORK_KINDS.map((kind) => [
    kind,
    problems.attempt(() => readYamlFile<unknown>(path.join(directory, `${kind}.yaml`), FRAMEWORK_SCHEMAS[kind])),
  ]);
  return Object.fromEntries(entries) as FrameworkFiles;
}

/** Checks what the frameworks say of one another and of courses, known by their slugs. */
export function checkFrameworks(files: FrameworkFiles, slugs: ReadonlySet<string>, problems: ProblemList): void {
  checkLegalDocuments(files, problems);
  checkCompetencies(files, problems);
  checkPositions(files, problems);
  checkRules(files, slugs, problems);
}

/** The keys of a framework's items, or null where its file could not be read: then nothing can be said of references. */
export function keysOf(items: readonly { key: string }[] | undefined): ReadonlySet<string> | null {
  return items ? new Set(items.map(({ key }) => key)) : null;
}

type Check = (where: (string | number)[], message: string) => void;

function checkOf(file: YamlFile<unknown>, problems: ProblemList): Check {
  return (where, message) => problems.add(file.file, file.lineOf(where), message);
}

function checkKeys(list: string, items: readonly { key: string }[], wrong: Check): void {
  for (const index of repeated(items.map(({ key }) => key))) {
    wrong([list, index, "key"], `the key ${items[index]?.key} is given twice`);
  }
}

function checkLegalDocuments({ "legal-documents": file }: FrameworkFiles, problems: ProblemList): void {
  if (!file) return;
  const wrong = checkOf(file, problems);
  const { documents } = file.value;
  const known = keysOf(documents);
  checkKeys("documents", documents, wrong);
  documents.forEach(({ replaced_by, amended_by }, index) => {
    if (replaced_by !== null && !known?.has(replaced_by)) {
      wrong(["documents", index, "replaced_by"], `no legal document ${replaced_by}`);
    }
    for (const key of amended_by) {
      if (!known?.has(key)) wrong(["documents", index, "amended_by"], `no legal document ${key}`);
    }
  });
}

function checkCompetencies({ competencies: file }: FrameworkFiles, problems: ProblemList): void {
  if (!file) return;
  const wrong = checkOf(file, problems);
  const { groups, competencies } = file.value;
  checkKeys("groups", groups, wrong);
  checkKeys("competencies", competencies, wrong);
  competencies.forEach(({ group, practice = [] }, index) => {
    if (!keysOf(groups)?.has(group)) wrong(["competencies", index, "group"], `no group ${group}`);
    practice.forEach(({ entries, led = 0 }, item) => {
      if (led > entries) {
        wrong(["competencies", index, "practice", item], `of ${entries} entries ${led} cannot have been led`);
      }
    });
  });
}

function checkPositions({ positions: file, competencies }: FrameworkFiles, problems: ProblemList): void {
  if (!file) return;
  const wrong = checkOf(file, problems);
  const known = keysOf(competencies?.value.competencies);
  checkKeys("positions", file.value.positions, wrong);
  file.value.positions.forEach(({ requirements }, index) => {
    const keys = requirements.map(({ competency }) => competency);
    keys.forEach((competency, item) => {
      if (known && !known.has(competency)) {
        wrong(["positions", index, "requirements", item], `no competency ${competency}`);
      }
    });
    requirements.forEach((requirement, item) => {
      const { competency, from = BEGINNING, until } = requirement;
      const where = ["positions", index, "requirements", item];
      if (until !== undefined && until <= from) wrong(where, `${competency} would end on ${until}, before it begins`);
      const earlier = requirements.slice(0, item).filter((each) => each.competency === competency);
      if (earlier.some((each) => spansOverlap(spanOf(each), spanOf(requirement)))) {
        wrong(where, `the competency ${competency} is required twice`);
      }
    });
  });
}

function spanOf({ from = BEGINNING, until }: Requirement): Span {
  return { validFrom: from, validTo: until ?? null };
}

function checkRules(files: FrameworkFiles, slugs: ReadonlySet<string>, problems: ProblemList): void {
  const file = files["assignment-rules"];
  if (!file) return;
  const wrong = checkOf(file, problems);
  const positions = keysOf(files.positions?.value.positions);
  const programmes = files.certifications?.value.programmes;
  checkKeys("rules", file.value.rules, wrong);
  file.value.rules.forEach(({ when, assigns }, index) => {
    for (const position of positionsNamed(conditionOf({ when }))) {
      if (positions && !positions.has(position)) {
        wrong(["rules", index, "when", "positions"], `no position ${position}`);
      }
    }
    const where = ["rules", index, "assigns"];
    if (!slugs.has(assigns.course)) wrong([...where, "course"], `no course ${assigns.course}`);
    const versions = programmes?.filter(({ key }) => key === assigns.programme);
    if (versions?.length === 0) wrong([...where, "programme"], `no programme ${assigns.programme}`);
    if (versions?.some((programme) => !coursesOf(programme).includes(assigns.course))) {
      wrong([...where, "course"], `the programme ${assigns.programme} does not ask for ${assigns.course}`);
    }
  });
}

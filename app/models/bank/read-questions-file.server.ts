import { canonicalJson } from "~/content/canonical-json.server";
import { readQuestionsFile } from "~/content/questions/questions-file.server";
import { keptFile } from "~/documents/kept-files.server";
import { type Difference, questionDifferences } from "~/domain/bank/question-difference";
import { problemsOfQuestion, type QuestionProblem } from "~/domain/bank/question-problems";
import type { Question } from "~/domain/course/question";
import type { FileQuestion, LocatedProblem, Place, QuestionFormat } from "~/domain/question-files/place";
import { type FileDefaults, withDefaults } from "~/domain/question-files/to-complete";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Bank } from "./bank-entries.server";
import { referenceProblems } from "./question-references.server";
import { withoutBank } from "./question-versions.server";

/** One thing that is wrong, and where in the file. */
export type ImportProblem =
  | { kind: "format"; place: Place; code: LocatedProblem["code"]; params: Record<string, string> }
  | { kind: "question"; place: Place; key: string; field: string; problem: QuestionProblem["problem"] }
  | { kind: "twice"; place: Place; key: string };

/** What a file of questions would do to a bank. */
export interface ReadImport {
  format: QuestionFormat;
  fresh: { place: Place; question: Question }[];
  changed: { place: Place; question: Question; differences: Difference[] }[];
  /** keys of those that say what holds already */
  equal: string[];
  problems: ImportProblem[];
  /** whether a question lacked something that the whole file can be given */
  lacking: boolean;
}

/** So many questions are checked before others get their turn. */
const AT_ONCE = 5;

/** Reads a kept file against a bank. Nothing is written. @throws QuestionFileRefused where it is not read at all */
export async function readImport(
  bank: Bank,
  sha256: string,
  defaults: FileDefaults,
  today: CivilDate,
): Promise<ReadImport> {
  const { slug } = bank.course;
  const { format, questions, problems } = await readQuestionsFile(keptFile("question-files", sha256), slug);
  const read: ReadImport = {
    format,
    fresh: [],
    changed: [],
    equal: [],
    problems: problems.map((problem) => ({ kind: "format", ...problem })),
    lacking: false,
  };
  const seen = new Set<string>();
  for (const [index, given] of questions.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await new Promise((resolve) => setImmediate(resolve));
    const key = String(given.content.key ?? "");
    const content = withDefaults(format === "gift" ? withBank(given.content, bank) : given.content, defaults);
    read.lacking ||= isLacking(given.content);
    if (seen.has(key)) {
      read.problems.push({ kind: "twice", place: given.placeOf(["key"]), key });
      continue;
    }
    seen.add(key);
    const { question, problems } = problemsOfQuestion(content);
    const found = question ? await referenceProblems(question, bank.course, today) : problems;
    if (question === null || found.length > 0) {
      read.problems.push(...found.map((each) => problemAt(given, key, each)));
    } else {
      sort(read, bank, question, given.place);
    }
  }
  return read;
}

/** What GIFT has no place for stays as it is in the bank. */
function withBank(content: Record<string, unknown>, { entries }: Bank): Record<string, unknown> {
  const known = entries.get(String(content.key ?? ""))?.question;
  if (!known) return content;
  const { competency, difficulty, lesson, citation, tags, use, figures } = known;
  return { ...defined({ competency, difficulty, lesson, citation, tags, use, figures }), ...content };
}

const defined = (content: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined));

function isLacking({ competency, difficulty, lesson, citation, stem, explanation }: Record<string, unknown>): boolean {
  const spoken = [stem, explanation].every((text) => (text as { en?: string } | undefined)?.en !== undefined);
  return [competency, difficulty, lesson, citation].includes(undefined) || !spoken;
}

function problemAt({ placeOf }: FileQuestion, key: string, { field, problem }: QuestionProblem): ImportProblem {
  const path = field.split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  return { kind: "question", place: placeOf(path), key, field, problem };
}

function sort(read: ReadImport, { entries }: Bank, question: Question, place: Place): void {
  const known = entries.get(question.key);
  if (!known) {
    read.fresh.push({ place, question });
    return;
  }
  const before = withoutBank(known.question);
  if (known.status === "active" && canonicalJson(before) === canonicalJson(question)) read.equal.push(question.key);
  else read.changed.push({ place, question, differences: questionDifferences(before, question) });
}

import type { Language } from "~/domain/text/language";
import { branchesOf, CEFR_LEVELS, type Requirement, type RequirementLeaf, requirementSchema } from "./requirement";

/** Words of the lines in which rules are typed, by language; either is read. */
const WORDS = {
  vi: {
    all: "tất cả",
    any: "một trong",
    of: "trong",
    exam: "thi",
    task: "bài",
    certificate: "giấy",
    training: "tập huấn",
    language: "ngôn ngữ",
    hours: "giờ",
    markers: "người chấm",
    "hand-in": "vào ngày nộp bài",
    "on-exam": "vào ngày thi",
    completion: "vào ngày hoàn thành",
  },
  en: {
    all: "all",
    any: "any",
    of: "of",
    exam: "exam",
    task: "task",
    certificate: "certificate",
    training: "training",
    language: "language",
    hours: "hours",
    markers: "markers",
    "hand-in": "on hand-in",
    "on-exam": "on exam",
    completion: "on completion",
  },
} as const;

export type RequirementTextProblem =
  | { problem: "empty" | "too-much"; line: null }
  /** `text`: the line as typed */
  | { problem: "unknown" | "indent" | "nothing-below" | "count"; line: number; text: string };

export type ReadRequirement = { tree: Requirement; refused: null } | { tree: null; refused: RequirementTextProblem };

/** A tree as lines: two spaces deeper is one step below. */
export function writeRequirement(tree: Requirement, language: Language): string {
  const lines = (node: Requirement, depth: number): string[] => {
    const indent = "  ".repeat(depth);
    const branches = branchesOf(node);
    if (!branches) return [indent + writeLeaf(node as RequirementLeaf, language)];
    const w = WORDS[language];
    const head = "all_of" in node ? w.all : "any_of" in node ? w.any : `${branches.count} ${w.of}`;
    return [`${indent}${head}:`, ...branches.of.flatMap((branch) => lines(branch, depth + 1))];
  };
  return lines(tree, 0).join("\n");
}

function writeLeaf(leaf: RequirementLeaf, language: Language): string {
  const w = WORDS[language];
  const on = { "hand-in": ` ${w["hand-in"]}`, exam: ` ${w["on-exam"]}`, completion: ` ${w.completion}` };
  const when = leaf.hold_on ? on[leaf.hold_on] : "";
  if ("exam_of" in leaf) return `${w.exam} ${leaf.exam_of}${when}`;
  if ("task_of" in leaf)
    return `${w.task} ${leaf.task_of}/${leaf.key}${leaf.markers ? ` ${leaf.markers} ${w.markers}` : ""}${when}`;
  if ("certificate_of" in leaf) return `${w.certificate} ${leaf.certificate_of}${when}`;
  if ("training" in leaf) {
    const hours = leaf.training.hours === undefined ? "" : ` ${leaf.training.hours} ${w.hours}`;
    return `${w.training} ${leaf.training.topic}${hours}${when}`;
  }
  return `${w.language} ${leaf.language.language} ${leaf.language.level}${when}`;
}

interface Line {
  number: number;
  depth: number;
  text: string;
}

/** Reads lines as `writeRequirement` writes them, in either language; several lines side by side mean all of them. */
export function readRequirement(typed: string): ReadRequirement {
  const lines: Line[] = typed
    .normalize("NFC")
    .split(/\r?\n/)
    .map((text, index) => ({ number: index + 1, depth: /^ */.exec(text)?.[0].length ?? 0, text: text.trim() }))
    .filter(({ text }) => text !== "");
  const first = lines[0];
  if (!first) return { tree: null, refused: { problem: "empty", line: null } };
  try {
    const nodes = readBlock(lines, first.depth);
    const tree: Requirement = nodes.length === 1 && nodes[0] ? nodes[0] : { all_of: nodes };
    const checked = requirementSchema.safeParse(tree);
    if (!checked.success) return { tree: null, refused: { problem: "too-much", line: null } };
    return { tree: checked.data, refused: null };
  } catch (error) {
    if (error instanceof Unreadable) return { tree: null, refused: error.problem };
    throw error;
  }
}

class Unreadable extends Error {
  readonly problem: RequirementTextProblem;
  constructor(problem: "unknown" | "indent" | "nothing-below" | "count", { number, text }: Line) {
    super(problem);
    this.problem = { problem, line: number, text };
  }
}

/** Takes the lines of a depth, and what is below each, off the list. */
function readBlock(lines: Line[], depth: number): Requirement[] {
  const nodes: Requirement[] = [];
  for (let line = lines[0]; line && line.depth >= depth; line = lines[0]) {
    if (line.depth > depth) throw new Unreadable("indent", line);
    lines.shift();
    const group = groupIn(line.text);
    const leaf = group ? null : leafIn(line.text);
    if (leaf) nodes.push(leaf);
    else if (!group) throw new Unreadable("unknown", line);
    else nodes.push(readGroup(lines, line, group));
  }
  const next = lines[0];
  if (next && depth === 0) throw new Unreadable("indent", next);
  return nodes;
}

function readGroup(
  lines: Line[],
  line: Line,
  group: { kind: "all" | "any" } | { kind: "n"; count: number },
): Requirement {
  const below = lines[0];
  if (!below || below.depth <= line.depth) throw new Unreadable("nothing-below", line);
  const of = readBlock(lines, below.depth);
  if (group.kind !== "n") return group.kind === "all" ? { all_of: of } : { any_of: of };
  if (group.count < 1 || group.count > of.length) throw new Unreadable("count", line);
  return { n_of: { count: group.count, of } };
}

function groupIn(text: string): { kind: "all" | "any" } | { kind: "n"; count: number } | null {
  const head = text.replace(/\s*:$/, "").toLowerCase();
  for (const w of Object.values(WORDS)) {
    if (head === w.all || head === `${w.all} of`) return { kind: "all" };
    if (head === w.any || head === `${w.any} of`) return { kind: "any" };
    const [count = "", ...rest] = head.split(/\s+/);
    if (/^\d{1,2}$/.test(count) && rest.join(" ") === w.of) return { kind: "n", count: Number(count) };
  }
  return null;
}

const KEY = "[a-z0-9]+(?:-[a-z0-9]+)*";

function leafIn(text: string): RequirementLeaf | null {
  for (const w of Object.values(WORDS)) {
    const { hold_on, rest } = whenIn(text.replace(/\s+/g, " "), w);
    const said = (pattern: string) => new RegExp(`^${pattern}$`, "iu").exec(rest);
    const when = hold_on ? { hold_on } : {};
    const exam = said(`${w.exam} (${KEY})`);
    if (exam?.[1]) return { exam_of: exam[1], ...when };
    const task = said(`${w.task} (${KEY})/(${KEY})(?: ([12]) ${w.markers})?`);
    if (task?.[1] && task[2]) {
      const markers = task[3] ? { markers: task[3] === "2" ? (2 as const) : (1 as const) } : {};
      return { task_of: task[1], key: task[2], ...markers, ...when };
    }
    const certificate = said(`${w.certificate} (${KEY})`);
    if (certificate?.[1]) return { certificate_of: certificate[1], ...when };
    const training = said(`${w.training} (${KEY})(?: (\\d{1,4}(?:\\.\\d)?) ${w.hours})?`);
    if (training?.[1] && Number(training[2] ?? 1) > 0)
      return { training: { topic: training[1], ...(training[2] && { hours: Number(training[2]) }) }, ...when };
    const language = said(`${w.language} (${KEY}) (${CEFR_LEVELS.join("|")})`);
    const level = CEFR_LEVELS.find((each) => each === language?.[2]?.toUpperCase());
    if (language?.[1] && level) return { language: { language: language[1], level }, ...when };
  }
  return null;
}

function whenIn(text: string, w: (typeof WORDS)[Language]) {
  const named = [
    [w["hand-in"], "hand-in"],
    [w["on-exam"], "exam"],
    [w.completion, "completion"],
  ] as const;
  for (const [words, hold_on] of named)
    if (text.toLowerCase().endsWith(` ${words}`)) return { hold_on, rest: text.slice(0, -words.length - 1) };
  return { hold_on: undefined, rest: text };
}

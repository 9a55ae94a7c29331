import { type GiftAnswers, type GiftBraces, type GiftOption, GiftProblem } from "./gift-answers.server";
import { partsOfOurs, typeOfOurs, withEnglish } from "./gift-merge.server";

/** A question as GIFT says it, without its title. */
export interface GiftQuestion {
  lead: string;
  braces: GiftBraces;
  /** what stands after the braces: the rest of a sentence with a gap */
  tail: string;
}

type Content = Record<string, unknown>;

const GAP = "gap";
/** GIFT has no rubric: the one that an essay of another house begins with. */
const RUBRIC = [
  { key: "content", title: { vi: "Nội dung đúng và đủ ý", en: "The content is right and complete" }, points: 10 },
];
const ESSAY_WORDS = 200;

/** What GIFT says, laid over what our comment says of the same question; without a comment, as much as GIFT knows. */
export function contentOf({ lead, braces, tail }: GiftQuestion, ours: Content): Content {
  const type = typeOfOurs(braces.answers, ours);
  const common = { ...ours, explanation: withEnglish(explanationOf(braces), ours.explanation) };
  const asked = [lead, tail].filter((text) => text !== "").join(" _____ ");
  if (type === "fill-in" || (type === null && braces.answers.kind === "short")) {
    return { ...common, ...gapped(braces.answers, lead, tail, type === null ? {} : ours, ours.stem) };
  }
  // of a type that does not fit only what all types have is of use
  const base = type === null ? pick(common) : common;
  return {
    ...base,
    stem: withEnglish(asked, ours.stem),
    ...answersOf(braces.answers, type, type === null ? {} : ours),
  };
}

const COMMON = ["key", "competency", "difficulty", "lesson", "citation", "tags", "use", "figures", "explanation"];
const pick = (content: Content) =>
  Object.fromEntries(Object.entries(content).filter(([name]) => COMMON.includes(name)));

function answersOf(answers: GiftAnswers, type: string | null, ours: Content): Content {
  switch (answers.kind) {
    case "choice":
      return choice(answers.options, type ?? choiceType(answers), ours);
    case "truefalse": {
      const right = String(answers.right);
      const words = Array.isArray(ours.options) ? (ours.options as Content[]) : TRUE_FALSE;
      return { type: "truefalse", options: words.map((option) => ({ ...option, correct: option.key === right })) };
    }
    case "matching":
      return matching(answers.pairs, ours);
    case "numeric":
      return { type: "numeric", answer: answers.answer, tolerance: toleranceOf(answers, ours) };
    case "short":
      return { type: "short-text", accepted: accepted(answers.accepted) };
    case "essay":
      return type === null ? { type: "short-text", most_words: ESSAY_WORDS, criteria: RUBRIC } : { type };
  }
}

const TRUE_FALSE: Content[] = [
  { key: "true", text: { vi: "Đúng", en: "True" } },
  { key: "false", text: { vi: "Sai", en: "False" } },
];

function choiceType({ options, several }: Extract<GiftAnswers, { kind: "choice" }>): string {
  const earning = options.filter(({ weight }) => weight > 0).length;
  if (earning === 1) return "single";
  return several ? "multiple" : "judgement";
}

function choice(given: readonly GiftOption[], type: string, ours: Content): Content {
  const known = partsOfOurs(
    given.map(({ text }) => text),
    ours.options,
    ({ text }) => text,
  );
  const options = given.map(({ text, weight }, index) => {
    const own = known[index] ?? {};
    const part = { key: own.key, text: withEnglish(text, own.text) };
    return type === "judgement" ? { ...part, weight: weightOf(weight, own.weight) } : { ...part, correct: weight > 0 };
  });
  return { type, options, ...(type === "judgement" ? { answer: "best" } : { pin: ours.pin ?? [] }) };
}

/** Our own number where GIFT says the same, rounded. */
function weightOf(percent: number, ours: unknown): number {
  if (typeof ours === "number" && Number((ours * 100).toFixed(5)) === percent) return ours;
  return Math.max(0, percent / 100);
}

function matching(pairs: readonly { left: string; right: string }[], ours: Content): Content {
  const together = pairs.filter(({ left }) => left !== "");
  const alone = pairs.filter(({ left }) => left === "");
  const known = partsOfOurs(
    together.map(({ left }) => left),
    ours.pairs,
    ({ left }) => left,
  );
  const extra = partsOfOurs(
    alone.map(({ right }) => right),
    ours.extra,
    ({ text }) => text,
  );
  const keys = new Set(known.map(({ key }) => key));
  return {
    type: "matching",
    pairs: together.map(({ left, right }, index) => ({
      key: known[index]?.key,
      left: withEnglish(left, known[index]?.left),
      right: withEnglish(right, known[index]?.right),
    })),
    extra:
      alone.length === 0
        ? undefined
        : alone.map(({ right }, index) => {
            const key = extra[index]?.key;
            return { key: keys.has(key) ? `extra-${index + 1}` : key, text: withEnglish(right, extra[index]?.text) };
          }),
  };
}

function toleranceOf({ answer, tolerance }: { answer: number; tolerance: number }, ours: Content): unknown {
  const known = ours.tolerance as { kind?: unknown; by?: unknown } | undefined;
  const by = Number(known?.by);
  const inGift = known?.kind === "percent" ? (Math.abs(answer) * by) / 100 : by;
  if (known && Number(inGift.toPrecision(12)) === tolerance) return known;
  return tolerance === 0 ? undefined : { kind: "absolute", by: tolerance };
}

function accepted(options: readonly GiftOption[]): string[] {
  const partly = options.find(({ weight }) => weight !== 100);
  if (partly) throw new GiftProblem("partial-answers", { found: partly.text });
  return options.map(({ text }) => text);
}

function gapped(answers: GiftAnswers, lead: string, tail: string, ours: Content, stem: unknown): Content {
  const texts = answers.kind === "short" ? accepted(answers.accepted) : [];
  const key = (ours.gaps as { key?: unknown }[] | undefined)?.[0]?.key ?? GAP;
  const gaps = [{ key, accepted: texts }];
  const sentence = (before: string) => [before, `[[${key}]]`, tail].filter((text) => text !== "").join(" ");
  if (ours.text !== undefined) return { type: "fill-in", text: withEnglish(sentence(lead), ours.text), gaps };
  const asked = withEnglish(lead, stem);
  if (tail === "") {
    const text = { vi: `Trả lời: [[${key}]]`, en: `Answer: [[${key}]]` };
    return { type: "fill-in", stem: asked, text, gaps };
  }
  return {
    type: "fill-in",
    stem: { vi: "Điền vào chỗ trống.", en: "Fill in the gap." },
    text: { vi: sentence(lead) },
    gaps,
  };
}

/** What is said whatever was answered; else what is said to the answers, each with its option. */
function explanationOf({ general, feedback, answers }: GiftBraces): string {
  if (general !== "") return general;
  if (answers.kind === "choice" || answers.kind === "short") {
    const options = answers.kind === "choice" ? answers.options : answers.accepted;
    return options.flatMap(({ text, feedback }) => (feedback === "" ? [] : [`“${text}”: ${feedback}`])).join("\n");
  }
  return feedback.filter((text) => text !== "").join("\n");
}

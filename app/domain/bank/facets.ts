import type { Figure } from "../course/figure";
import type { Criterion, Question } from "../course/question";
import type { Bilingual } from "../text/bilingual";
import { LANGUAGES, type Language } from "../text/language";

/** What a question consists of, as its author sees it. */
export const FACETS = [
  "type",
  "competency",
  "difficulty",
  "lesson",
  "citation-document",
  "citation-clause",
  "citation-mark",
  "tags",
  "use",
  "stem",
  "figure",
  "explanation",
  "option-text",
  "option-correct",
  "option-pin",
  "option-weight",
  "credit",
  "pair",
  "pair-left",
  "pair-right",
  "extra-text",
  "step-text",
  "step-place",
  "text",
  "gap-accepted",
  "accents",
  "case",
  "answer",
  "tolerance",
  "unit-text",
  "unit-factor",
  "accepted",
  "most-words",
  "criterion-title",
  "criterion-points",
  "criterion-levels",
  "judging",
  "pass-percent",
  "files",
  "markers",
  "threshold",
  "other-unit",
] as const;
export type Facet = (typeof FACETS)[number];

/** Facets on which the marks of an answer depend. */
const MARKED_BY: ReadonlySet<Facet> = new Set([
  "type",
  "option-correct",
  "option-weight",
  "credit",
  "step-place",
  "gap-accepted",
  "accents",
  "case",
  "answer",
  "tolerance",
  "unit-factor",
  "accepted",
  "criterion-points",
  "judging",
  "pass-percent",
]);

export function decidesMarks(facet: Facet): boolean {
  return MARKED_BY.has(facet);
}

/** Words that a value can be; the screen says them in the reader's language. */
export type FacetWord =
  | "yes"
  | "no"
  | "net"
  | "each"
  | "pairs"
  | "places"
  | "all-or-nothing"
  | "strict"
  | "ignore"
  | "exam"
  | "practice"
  | "both"
  | "best"
  | "rank"
  | "exact";

export type FacetValue =
  | { text: string }
  | { word: FacetWord }
  | { number: number; unit?: "percent" | "absolute" }
  /** something else that has a name of its own */
  | { named: "competency" | "lesson" | "document" | "mark" | "type" | "difficulty"; key: string };

/** One thing that a question says; `part` is the key of its option, step, gap … */
export interface Said {
  facet: Facet;
  part: string | null;
  /** place of the part, from 1 */
  number: number | null;
  language: Language | null;
  value: FacetValue;
}

/** All that a question says, in the order in which its author reads it. */
export function saidBy(question: Question): Said[] {
  return [...commonOf(question), ...ownOf(question)];
}

function one(facet: Facet, value: FacetValue, part: string | null = null, number: number | null = null): Said {
  return { facet, part, number, language: null, value };
}

function both(facet: Facet, text: Bilingual, part: string | null = null, number: number | null = null): Said[] {
  return LANGUAGES.map((language) => ({ facet, part, number, language, value: { text: text[language] } }));
}

const word = (value: FacetWord): FacetValue => ({ word: value });
const yesNo = (value: boolean): FacetValue => word(value ? "yes" : "no");
const lines = (texts: readonly string[]): FacetValue => ({ text: texts.join("; ") });

function commonOf(question: Question): Said[] {
  const { type, competency, difficulty, lesson, citation, tags = [], use = "exam" } = question;
  return [
    one("type", { named: "type", key: type }),
    one("competency", { named: "competency", key: competency }),
    one("difficulty", { named: "difficulty", key: String(difficulty) }),
    one("lesson", { named: "lesson", key: lesson }),
    one("citation-document", { named: "document", key: citation.document }),
    ...both("citation-clause", citation.clause),
    one("citation-mark", { named: "mark", key: citation.mark }),
    ...(tags.length > 0 ? [one("tags", lines(tags))] : []),
    one("use", word(use)),
    ...both("stem", question.stem),
    ...(question.figures ?? []).flatMap((figure, index) =>
      both("figure", figureText(figure), String(index), index + 1),
    ),
    ...both("explanation", question.explanation),
  ];
}

function figureText(figure: Figure): Bilingual {
  if ("picture" in figure) {
    const { picture, alt, caption } = figure;
    return {
      vi: [caption?.vi, alt.vi, picture].filter(Boolean).join("; "),
      en: [caption?.en, alt.en, picture].filter(Boolean).join("; "),
    };
  }
  const { caption, head, rows } = figure.table;
  const text = (language: Language) =>
    [caption[language], ...[head, ...rows].map((row) => row.map((cell) => cell[language]).join(" | "))].join("; ");
  return { vi: text("vi"), en: text("en") };
}

function ownOf(question: Question): Said[] {
  switch (question.type) {
    case "single":
    case "multiple":
    case "truefalse":
      return [
        ...question.options.flatMap(({ key, text, correct }, index) => [
          ...both("option-text", text, key, index + 1),
          one("option-correct", yesNo(correct), key, index + 1),
          ...(question.pin.includes(key) ? [one("option-pin", yesNo(true), key, index + 1)] : []),
        ]),
        ...(question.type === "multiple" ? [one("credit", word(question.credit ?? "net"))] : []),
      ];
    case "matching":
      return [
        ...question.pairs.flatMap(({ key, left, right }, index) => [
          ...both("pair-left", left, key, index + 1),
          ...both("pair-right", right, key, index + 1),
        ]),
        ...(question.extra ?? []).flatMap(({ key, text }, index) => both("extra-text", text, key, index + 1)),
        one("credit", word(question.credit ?? "each")),
      ];
    case "ordering":
      return [
        ...question.steps.flatMap(({ key, text }, index) => [
          ...both("step-text", text, key, index + 1),
          one("step-place", { number: index + 1 }, key, index + 1),
        ]),
        one("credit", word(question.credit ?? "pairs")),
      ];
    case "fill-in":
      return [
        ...both("text", question.text),
        ...question.gaps.map(({ key, accepted }, index) => one("gap-accepted", lines(accepted), key, index + 1)),
        ...spellingOf(question),
      ];
    case "numeric":
      return [
        one("answer", { number: question.answer }),
        one("tolerance", toleranceOf(question.tolerance)),
        ...(question.units ?? []).flatMap(({ key, text, factor }, index) => [
          ...both("unit-text", text, key, index + 1),
          one("unit-factor", { number: factor }, key, index + 1),
        ]),
      ];
    case "short-text":
      return [
        ...(question.accepted ? [one("accepted", lines(question.accepted))] : []),
        ...spellingOf(question),
        one("most-words", { number: question.most_words }),
        ...criteriaOf(question.criteria),
      ];
    case "judgement":
      return [
        one("judging", word(question.answer)),
        ...question.options.flatMap(({ key, text, weight }, index) => [
          ...both("option-text", text, key, index + 1),
          one("option-weight", { number: weight }, key, index + 1),
        ]),
      ];
    case "task":
      return [
        ...criteriaOf(question.criteria),
        one("pass-percent", { number: question.pass_percent, unit: "percent" }),
        ...(question.most_words === undefined ? [] : [one("most-words", { number: question.most_words })]),
        one("files", { number: question.files ?? 0 }),
        one("markers", { number: question.markers ?? 1 }),
        one("threshold", { number: question.threshold_percent ?? 15, unit: "percent" }),
        one("other-unit", yesNo(question.other_unit ?? false)),
      ];
  }
}

function spellingOf({
  accents,
  case: capitals,
}: {
  accents?: "strict" | "ignore";
  case?: "strict" | "ignore";
}): Said[] {
  return [one("accents", word(accents ?? "strict")), one("case", word(capitals ?? "ignore"))];
}

function toleranceOf(tolerance: { kind: "absolute" | "percent"; by: number } | undefined): FacetValue {
  return tolerance && tolerance.by > 0 ? { number: tolerance.by, unit: tolerance.kind } : word("exact");
}

function criteriaOf(criteria: readonly Criterion[]): Said[] {
  return criteria.flatMap(({ key, title, points, levels }, index) => [
    ...both("criterion-title", title, key, index + 1),
    one("criterion-points", { number: points }, key, index + 1),
    ...(levels && levels.length > 0
      ? both(
          "criterion-levels",
          {
            vi: levels.map((level) => `${level.points}: ${level.text.vi}`).join("; "),
            en: levels.map((level) => `${level.points}: ${level.text.en}`).join("; "),
          },
          key,
          index + 1,
        )
      : []),
  ]);
}

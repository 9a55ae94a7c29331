import { type Bilingual, sameInBoth } from "~/domain/text/bilingual";
import { writeNumber } from "~/domain/text/write-number";
import type { QuestionBody, QuestionBodyOf } from "../course/question";
import type { AnswerValue } from "./answer-value";
import { rightRanking } from "./share";
import { type AnswerWords, answerInWords } from "./shown-answers";

/** An answer in the author's keys that earns everything; null where a marker decides and no text is accepted at once. */
export function rightAnswer(question: QuestionBody): AnswerValue | null {
  switch (question.type) {
    case "single":
    case "multiple":
    case "truefalse":
      return question.options.filter(({ correct }) => correct).map(({ key }) => key);
    case "judgement":
      return question.answer === "rank" ? rightRanking(question) : rightRanking(question).slice(0, 1);
    case "ordering":
      return question.steps.map(({ key }) => key);
    case "matching":
      return Object.fromEntries(question.pairs.map(({ key }) => [key, key]));
    case "fill-in":
      return Object.fromEntries(question.gaps.map(({ key, accepted }) => [key, accepted[0] ?? ""]));
    case "numeric": {
      const unit = question.units?.find(({ factor }) => factor === 1)?.key;
      const number = written(question.answer).en;
      return unit === undefined || question.units?.length === 1 ? { number } : { number, unit };
    }
    case "short-text":
      return question.accepted?.[0] ?? null;
    case "task":
      return null;
  }
}

/**
 * What to show as the right answer: all accepted spellings of a gap, a number with its tolerance, and for what a marker decides
 * the rubric's criteria with their points.
 */
export function rightAnswerInWords(question: QuestionBody): AnswerWords {
  switch (question.type) {
    case "fill-in":
      return {
        ordered: true,
        lines: question.gaps.map(({ accepted }) => ({ of: null, text: sameInBoth(accepted.join(" / ")) })),
      };
    case "numeric":
      return { ordered: false, lines: [{ of: null, text: numberInWords(question) }] };
    case "short-text":
    case "task":
      return {
        ordered: false,
        lines: question.criteria.map(({ title, points }) => ({ of: title, text: written(points) })),
      };
    default:
      return answerInWords(question, rightAnswer(question) ?? []);
  }
}

/** "12,5 km (± 0,5)", "12,5 km (± 5 %)". */
function numberInWords({ answer, tolerance, units = [] }: QuestionBodyOf<"numeric">): Bilingual {
  const unit = units.find(({ factor }) => factor === 1)?.text;
  const inLanguage = (language: "vi" | "en") => {
    const words = [written(answer)[language]];
    if (unit) words.push(unit[language]);
    if (tolerance && tolerance.by > 0) {
      words.push(`(± ${written(tolerance.by)[language]}${tolerance.kind === "percent" ? " %" : ""})`);
    }
    return words.join(" ");
  };
  return { vi: inLanguage("vi"), en: inLanguage("en") };
}

/** A number as each language writes it. */
function written(number: number): Bilingual {
  return { vi: writeNumber(number, "vi"), en: writeNumber(number, "en") };
}

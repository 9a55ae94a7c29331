import type { Question } from "~/domain/course/question";
import type { Bilingual } from "~/domain/text/bilingual";
import { type FlatColumn, type FlatQuestion, SPELLING_WORDS, TYPE_WORDS, USE_WORDS, YES } from "./flat-columns";
import { writeList, writePart } from "./part-text";

/** A question as texts in columns; `unflatten` gives back the same question. */
export function flatten(question: Question): FlatQuestion {
  const flat: FlatQuestion = {};
  const put = (column: FlatColumn, text: string | undefined) => {
    if (text !== undefined && text !== "") flat[column] = text;
  };
  const both = (name: "stem" | "explanation" | "clause" | "text", { vi, en }: Bilingual) => {
    put(`${name}.vi`, vi);
    put(`${name}.en`, en);
  };
  const { citation } = question;
  put("key", question.key);
  put("type", TYPE_WORDS[question.type].vi);
  put("competency", question.competency);
  put("difficulty", String(question.difficulty));
  put("lesson", question.lesson);
  put("document", citation.document);
  both("clause", citation.clause);
  put("mark", citation.mark);
  put("use", question.use && USE_WORDS[question.use].vi);
  put("tags", question.tags?.join(", "));
  both("stem", question.stem);
  both("explanation", question.explanation);
  put("figures", question.figures && JSON.stringify(question.figures));
  partsOf(question).forEach(({ vi, en }, index) => {
    put(`part${index + 1}.vi`, vi);
    put(`part${index + 1}.en`, en);
  });
  switch (question.type) {
    case "single":
    case "multiple":
    case "truefalse":
      put("right", question.options.flatMap(({ key, correct }) => (correct ? [key] : [])).join(", "));
      put("pin", question.pin.join(", "));
      if (question.type === "multiple") put("method", question.credit);
      break;
    case "matching":
    case "ordering":
      put("method", question.credit);
      break;
    case "judgement":
      put("method", question.answer);
      break;
    case "fill-in":
      both("text", question.text);
      break;
    case "numeric":
      put("right", String(question.answer));
      put(
        "tolerance",
        question.tolerance && `${question.tolerance.by}${question.tolerance.kind === "percent" ? "%" : ""}`,
      );
      break;
    case "short-text":
      put("right", question.accepted && writeList(question.accepted));
      put("most_words", String(question.most_words));
      break;
    case "task":
      put("most_words", question.most_words?.toString());
      put("pass_percent", String(question.pass_percent));
      put("files", question.files?.toString());
      put("markers", question.markers?.toString());
      put("threshold_percent", question.threshold_percent?.toString());
      put("other_unit", question.other_unit === undefined ? undefined : question.other_unit ? YES.vi : "Không");
      break;
  }
  if (question.type === "fill-in" || question.type === "short-text") {
    put("accents", question.accents && SPELLING_WORDS[question.accents].vi);
    put("case", question.case && SPELLING_WORDS[question.case].vi);
  }
  return flat;
}

/** What stands in the columns "part1", "part2" …; numbers stand in both languages and are read from the Vietnamese. */
function partsOf(question: Question): { vi: string; en?: string }[] {
  const both = (key: string, text: (language: "vi" | "en") => string[]) => ({
    vi: writePart(key, text("vi")),
    en: writePart(key, text("en")),
  });
  switch (question.type) {
    case "single":
    case "multiple":
    case "truefalse":
      return question.options.map(({ key, text }) => both(key, (language) => [text[language]]));
    case "ordering":
      return question.steps.map(({ key, text }) => both(key, (language) => [text[language]]));
    case "judgement":
      return question.options.map(({ key, text, weight }) => both(key, (language) => [text[language], String(weight)]));
    case "matching":
      return [
        ...question.pairs.map(({ key, left, right }) => both(key, (language) => [left[language], right[language]])),
        ...(question.extra ?? []).map(({ key, text }) => both(key, (language) => ["", text[language]])),
      ];
    case "fill-in":
      return question.gaps.map(({ key, accepted }) => ({ vi: `${key}) ${writeList(accepted)}` }));
    case "numeric":
      return (question.units ?? []).map(({ key, text, factor }) =>
        both(key, (language) => [text[language], String(factor)]),
      );
    case "short-text":
    case "task":
      return question.criteria.map(({ key, title, points, levels }) =>
        both(key, (language) => [
          title[language],
          String(points),
          ...(levels ?? []).map((level) => `${level.points}: ${level.text[language]}`),
        ]),
      );
  }
}

import type { Figure } from "../course/figure";
import type { Criterion, Question, QuestionType } from "../course/question";
import type { Bilingual } from "../text/bilingual";
import { LANGUAGES } from "../text/language";

/** A question as a plain form holds it: texts by field name, "options.2.text.vi". What is not there says nothing. */
export type QuestionFields = Record<string, string>;

/** Lists of a question, as rows of a form: how many a new question shows, and the most there can be. */
export const QUESTION_LISTS = {
  options: { start: 4, most: 6 },
  pairs: { start: 4, most: 8 },
  extra: { start: 1, most: 4 },
  steps: { start: 4, most: 8 },
  gaps: { start: 2, most: 8 },
  units: { start: 1, most: 6 },
  criteria: { start: 2, most: 12 },
  figures: { start: 0, most: 4 },
} as const;
export type QuestionList = keyof typeof QUESTION_LISTS;

/** The lists that a type of question has, figures aside. */
export function listsOf(type: QuestionType): QuestionList[] {
  switch (type) {
    case "single":
    case "multiple":
    case "truefalse":
    case "judgement":
      return ["options"];
    case "matching":
      return ["pairs", "extra"];
    case "ordering":
      return ["steps"];
    case "fill-in":
      return ["gaps"];
    case "numeric":
      return ["units"];
    case "short-text":
    case "task":
      return ["criteria"];
  }
}

/** A question as its form shows it. */
export function fieldsOfQuestion(question: Question): QuestionFields {
  const fields: QuestionFields = {};
  const say = (name: string, value: string | number | undefined) => {
    if (value !== undefined) fields[name] = String(value);
  };
  const sayBoth = (name: string, text: Bilingual | undefined) => {
    for (const language of LANGUAGES) say(`${name}.${language}`, text?.[language]);
  };
  say("type", question.type);
  say("competency", question.competency);
  say("difficulty", question.difficulty);
  say("lesson", question.lesson);
  say("citation.document", question.citation.document);
  sayBoth("citation.clause", question.citation.clause);
  say("citation.mark", question.citation.mark);
  say("tags", (question.tags ?? []).join(", "));
  say("use", question.use ?? "exam");
  sayBoth("stem", question.stem);
  sayBoth("explanation", question.explanation);
  for (const [row, figure] of (question.figures ?? []).entries()) sayFigure(`figures.${row}`, figure, say, sayBoth);
  switch (question.type) {
    case "single":
    case "multiple":
    case "truefalse":
      for (const [row, { key, text, correct }] of question.options.entries()) {
        say(`options.${row}.key`, key);
        sayBoth(`options.${row}.text`, text);
        if (correct && question.type === "multiple") say(`options.${row}.correct`, "yes");
        if (correct && question.type !== "multiple") say("correct", row);
        if (question.pin.includes(key)) say(`options.${row}.pin`, "yes");
      }
      if (question.type === "multiple") say("credit", question.credit ?? "net");
      break;
    case "matching":
      for (const [row, { key, left, right }] of question.pairs.entries()) {
        say(`pairs.${row}.key`, key);
        sayBoth(`pairs.${row}.left`, left);
        sayBoth(`pairs.${row}.right`, right);
      }
      for (const [row, { key, text }] of (question.extra ?? []).entries()) {
        say(`extra.${row}.key`, key);
        sayBoth(`extra.${row}.text`, text);
      }
      say("credit", question.credit ?? "each");
      break;
    case "ordering":
      for (const [row, { key, text }] of question.steps.entries()) {
        say(`steps.${row}.key`, key);
        say(`steps.${row}.place`, row + 1);
        sayBoth(`steps.${row}.text`, text);
      }
      say("credit", question.credit ?? "pairs");
      break;
    case "fill-in":
      sayBoth("text", question.text);
      for (const [row, { key, accepted }] of question.gaps.entries()) {
        say(`gaps.${row}.key`, key);
        say(`gaps.${row}.accepted`, accepted.join("\n"));
      }
      saySpelling(question, say);
      break;
    case "numeric":
      say("answer", question.answer);
      say("tolerance.kind", question.tolerance?.kind);
      say("tolerance.by", question.tolerance?.by);
      for (const [row, { key, text, factor }] of (question.units ?? []).entries()) {
        say(`units.${row}.key`, key);
        sayBoth(`units.${row}.text`, text);
        say(`units.${row}.factor`, factor);
      }
      break;
    case "short-text":
      say("accepted", question.accepted?.join("\n"));
      saySpelling(question, say);
      say("most_words", question.most_words);
      sayCriteria(question.criteria, say, sayBoth);
      break;
    case "judgement":
      say("judging", question.answer);
      for (const [row, { key, text, weight }] of question.options.entries()) {
        say(`options.${row}.key`, key);
        sayBoth(`options.${row}.text`, text);
        say(`options.${row}.weight`, weight);
      }
      break;
    case "task":
      sayCriteria(question.criteria, say, sayBoth);
      say("pass_percent", question.pass_percent);
      say("most_words", question.most_words);
      say("files", question.files);
      say("markers", question.markers);
      say("threshold_percent", question.threshold_percent);
      if (question.other_unit) say("other_unit", "yes");
  }
  return fields;
}

type Say = (name: string, value: string | number | undefined) => void;
type SayBoth = (name: string, text: Bilingual | undefined) => void;

function saySpelling({ accents, case: capitals }: { accents?: string; case?: string }, say: Say): void {
  say("accents", accents ?? "strict");
  say("case", capitals ?? "ignore");
}

function sayCriteria(criteria: readonly Criterion[], say: Say, sayBoth: SayBoth): void {
  for (const [row, { key, title, points, levels = [] }] of criteria.entries()) {
    say(`criteria.${row}.key`, key);
    sayBoth(`criteria.${row}.title`, title);
    say(`criteria.${row}.points`, points);
    sayBoth(`criteria.${row}.levels`, {
      vi: levels.map((level) => `${level.points}: ${level.text.vi}`).join("\n"),
      en: levels.map((level) => `${level.points}: ${level.text.en}`).join("\n"),
    });
  }
}

function sayFigure(name: string, figure: Figure, say: Say, sayBoth: SayBoth): void {
  if ("picture" in figure) {
    say(`${name}.picture`, figure.picture);
    sayBoth(`${name}.alt`, figure.alt);
    sayBoth(`${name}.caption`, figure.caption);
    return;
  }
  const { caption, head, rows } = figure.table;
  say(`${name}.table`, "yes");
  sayBoth(`${name}.caption`, caption);
  for (const language of LANGUAGES) {
    const lines = [head, ...rows].map((row) => row.map((cell) => cell[language]).join(" | "));
    say(`${name}.cells.${language}`, lines.join("\n"));
  }
}

export type RowCounts = Partial<Record<QuestionList, number>>;

/** How many rows of each list a form shows: what the question has, and no fewer than a new one begins with. */
export function rowsToShow(type: QuestionType, fields: QuestionFields): RowCounts {
  const counts: RowCounts = {};
  for (const list of [...listsOf(type), "figures" as const]) {
    const used = Object.keys(fields)
      .filter((name) => name.startsWith(`${list}.`))
      .map((name) => Number(name.split(".")[1]) + 1);
    const start = type === "truefalse" && list === "options" ? 2 : QUESTION_LISTS[list].start;
    counts[list] = Math.min(QUESTION_LISTS[list].most, Math.max(start, ...used));
  }
  return counts;
}

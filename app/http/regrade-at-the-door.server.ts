import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { today } from "~/config/clock.server";
import { regradeKindsFor } from "~/domain/assessment/regrade";
import type { QuestionBody } from "~/domain/course/question";
import type { Language } from "~/domain/text/language";
import { type AskedQuestion, askedQuestion } from "~/models/regrades/asked-questions.server";
import { examOf } from "./exam-at-the-door.server";
import { notFound } from "./refusals.server";

/** The viewer, the exam, and the question that the address names by `question`. */
export async function regradeOf(given: LoaderFunctionArgs | ActionFunctionArgs) {
  const found = await examOf(given, "regrade-exams");
  const params = new URL(given.request.url).searchParams;
  const question = await askedQuestion(found.head.slug, params.get("question") ?? "", today());
  const newest = question?.versions.at(-1)?.content;
  if (!question || !newest) throw notFound();
  return { ...found, params, question, shown: shownQuestion(question, newest, found.language) };
}

/** A question as the pages of a regrade show it. */
function shownQuestion({ key, versions, present }: AskedQuestion, newest: QuestionBody, language: Language) {
  const options = "options" in newest ? newest.options : [];
  return {
    key,
    stem: newest.stem[language],
    kinds: regradeKindsFor(newest).filter(
      (kind) => kind !== "present-key" || (present !== null && versions.length > 1),
    ),
    options: options.map((option) => ({
      key: option.key,
      text: option.text[language],
      right: "correct" in option ? option.correct : option.weight === 1,
    })),
    texts: newest.type === "fill-in" ? newest.gaps.map((gap) => gap.key) : [""],
    versions: versions.map(({ id, since }) => ({ id, since, present: id === present })),
  };
}

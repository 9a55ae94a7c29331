import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { describe, expect, it } from "vitest";
import { itemForLearner } from "~/domain/assessment/learner-paper";
import { shownItem } from "~/domain/assessment/shown-item";
import { LANGUAGES, type Language } from "~/i18n/language";
import { translators } from "~/i18n/translators.server";
import { EXAM_TYPES, paperForTest, questionForTest } from "../../../tests/fixtures/exam-questions";
import { QuestionFields } from "./question-fields";

// ids of both kinds of judgement: ranked and best
const paper = paperForTest([
  ...EXAM_TYPES.map((type, index) => questionForTest(index + 1, { type })),
  questionForTest(20, { type: "judgement" }),
  questionForTest(21, { type: "judgement" }),
]);
const cases = LANGUAGES.flatMap((language) =>
  paper.items.map((item) => [language, `${item.question.type} ${item.number}`, itemForLearner(item)] as const),
);

function drawn(language: Language, item: (typeof cases)[number][2]): string {
  return renderToStaticMarkup(
    <I18nextProvider i18n={translators[language]}>
      <QuestionFields item={shownItem(item, language)} />
    </I18nextProvider>,
  );
}

describe.each(cases)("the fields of a question: %s, %s", (language, _, item) => {
  const html = drawn(language, item);

  it("stand in a group named by the question, with how to answer it", () => {
    expect(html).toMatch(/<fieldset[^>]* aria-describedby="([^"]+)"/);
    const described = /<fieldset[^>]* aria-describedby="([^"]+)"/.exec(html)?.[1] ?? "";
    expect(html).toContain(`id="${described}"`);
    expect(html).toContain(`<legend class="label"><span class="question">${item.stem[language]}</span></legend>`);
  });

  it("have a name for whoever cannot see them, and one for the form", () => {
    const inputs = [...html.matchAll(/<(input|select|textarea)\b[^>]*>/g)].map(([tag]) => tag);
    expect(inputs.length).toBeGreaterThan(1);
    for (const input of inputs) {
      if (input.includes('type="hidden"')) {
        expect(input).toContain(`name="s${item.number}"`);
        continue;
      }
      expect(input).toMatch(new RegExp(` name="a${item.number}[".]`));
      const id = / id="([^"]+)"/.exec(input)?.[1];
      const labelled = input.includes("aria-label=") || (id !== undefined && html.includes(`for="${id}"`));
      const inLabel = /type="(radio|checkbox)"/.test(input);
      expect(labelled || inLabel, input).toBe(true);
    }
  });

  it("tell nothing of the key", () => {
    expect(html).not.toContain("SECRET");
  });
});

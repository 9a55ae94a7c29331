import type { Question } from "~/domain/course/question";
import { escapeGift, giftText } from "./gift-text.server";

/** Whether GIFT has a form for a question at all. */
export function giftHolds(question: Question): boolean {
  if (question.type === "judgement") return question.answer === "best";
  if (question.type === "fill-in") return question.gaps.length === 1;
  return question.type !== "ordering";
}

/**
 * Questions as GIFT: what Moodle asks and marks is said in Vietnamese; a comment before it, which other readers pass over, holds
 * the whole question of ours.
 * @returns the text, and the keys of questions for which GIFT has no form
 */
export function writeGift(questions: readonly Question[], bank: string): { text: string; left: string[] } {
  const held = questions.filter(giftHolds);
  const left = questions.filter((question) => !giftHolds(question)).map(({ key }) => key);
  const head = [
    "// Cầu Nối: ngân hàng câu hỏi / question bank",
    "// Dòng bắt đầu bằng “// cau-noi:” giữ tiếng Anh, căn cứ, năng lực…: đừng xoá. / Keep the lines “// cau-noi:”.",
    ...left.map((key) => `// không ghi được bằng GIFT / GIFT has no form for: ${key}`),
    `$CATEGORY: cau-noi/${bank}`,
  ];
  return { text: `${head.join("\n")}\n\n${held.map(writeQuestion).join("\n\n")}\n`, left };
}

function writeQuestion(question: Question): string {
  const { vi } = question.explanation;
  const { lead, braces, tail } = formOf(question);
  const body = `${lead} {${braces}\n####${giftText(vi)}\n}${tail === "" ? "" : ` ${tail}`}`;
  return `// cau-noi: ${JSON.stringify(question)}\n::${giftText(question.key)}::[plain]${body}`;
}

const line = (text: string) => `\n${text}`;

function formOf(question: Question): { lead: string; braces: string; tail: string } {
  const lead = escapeGift(question.stem.vi);
  const plain = (braces: string) => ({ lead, braces, tail: "" });
  switch (question.type) {
    case "single":
      return plain(
        question.options.map(({ text, correct }) => line((correct ? "=" : "~") + giftText(text.vi))).join(""),
      );
    case "multiple": {
      const right = question.options.filter(({ correct }) => correct).length;
      // the fractions that Moodle knows
      const share = String(Number((100 / right).toFixed(5)));
      return plain(
        question.options
          .map(({ text, correct }) => line(`~%${correct ? share : `-${share}`}%${giftText(text.vi)}`))
          .join(""),
      );
    }
    case "truefalse":
      return plain(question.options.some(({ key, correct }) => key === "true" && correct) ? "TRUE" : "FALSE");
    case "matching":
      return plain(
        [
          ...question.pairs.map(({ left, right }) => line(`=${giftText(left.vi)} -> ${giftText(right.vi)}`)),
          ...(question.extra ?? []).map(({ text }) => line(`= -> ${giftText(text.vi)}`)),
        ].join(""),
      );
    case "fill-in": {
      const [before = "", after = ""] = question.text.vi.split(`[[${question.gaps[0]?.key}]]`);
      const braces = (question.gaps[0]?.accepted ?? []).map((text) => line(`=${giftText(text)}`)).join("");
      return { lead: escapeGift(before.trim()), braces, tail: giftText(after.trim()) };
    }
    case "numeric":
      return plain(`#${question.answer}${toleranceOf(question) === 0 ? "" : `:${toleranceOf(question)}`}`);
    case "judgement":
      return plain(
        question.options
          .map(({ text, weight }) =>
            line(`${weight === 1 ? "=" : `~%${Number((weight * 100).toFixed(5))}%`}${giftText(text.vi)}`),
          )
          .join(""),
      );
    case "short-text":
      return plain((question.accepted ?? []).map((text) => line(`=${giftText(text)}`)).join(""));
    default:
      return plain("");
  }
}

/** As GIFT knows it: in the answer's own unit. */
export function toleranceOf({ answer, tolerance }: Extract<Question, { type: "numeric" }>): number {
  if (!tolerance) return 0;
  const by = tolerance.kind === "absolute" ? tolerance.by : (Math.abs(answer) * tolerance.by) / 100;
  return Number(by.toPrecision(12));
}

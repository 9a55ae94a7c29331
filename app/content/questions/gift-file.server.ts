import {
  type FileQuestion,
  type FileQuestions,
  type LocatedProblem,
  QUESTION_FILE_LIMITS,
  QuestionFileRefused,
} from "~/domain/question-files/place";
import { GiftProblem, readAnswers } from "./gift-answers.server";
import { type GiftBlock, giftBlocks } from "./gift-blocks.server";
import { contentOf } from "./gift-question.server";
import { formatOf, placesOf, readGiftText } from "./gift-text.server";

/** So many questions are read before others get their turn. */
const AT_ONCE = 10;

/**
 * Reads a GIFT text. A question with a problem does not keep the others from being read.
 * @throws QuestionFileRefused where it has no question, or too many
 */
export async function readGift(text: string): Promise<FileQuestions> {
  const { blocks, problems } = giftBlocks(text);
  const limit = QUESTION_FILE_LIMITS.questions;
  if (blocks.length > limit) {
    const line = blocks[limit]?.lines[0] ?? 1;
    throw new QuestionFileRefused("too-many-questions", { limit: String(limit), line: String(line) });
  }
  const questions: FileQuestion[] = [];
  for (const [index, block] of blocks.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await new Promise((resolve) => setImmediate(resolve));
    try {
      questions.push(questionOf(block));
    } catch (error) {
      if (!(error instanceof GiftProblem)) throw error;
      problems.push(problemOf(block, error));
    }
  }
  if (questions.length === 0 && !text.includes("{")) throw new QuestionFileRefused("no-questions");
  return { questions, problems };
}

function problemOf({ lines, ours }: GiftBlock, { code, params }: GiftProblem): LocatedProblem {
  const line = code === "bad-comment" ? ours?.line : lines[0];
  return { place: { kind: "line", line: line ?? 1 }, code, params };
}

function questionOf(block: GiftBlock): FileQuestion {
  const ours = oursOf(block);
  const titled = /^\s*::((?:\\[\s\S]|[^\\])*?)::/.exec(block.text);
  const body = block.text.slice(titled?.[0].length ?? 0);
  const braces = placesOf(body, /[{}]/);
  const [open, close] = braces;
  if (!open || !close || braces.length !== 2 || open.found !== "{") {
    throw new GiftProblem("no-answers", { found: body.trim().slice(0, 40) });
  }
  const format = formatOf(body);
  const lead = readGiftText(body.slice(0, open.at));
  const tail = readGiftText(body.slice(close.at + 1), format);
  if (lead === "" && tail === "") throw new GiftProblem("no-question-text");
  const answers = readAnswers(body.slice(open.at + 1, close.at), format);
  const title = readGiftText(titled?.[1] ?? "", "plain");
  const key = keyOf(title) ?? ours.key;
  const content = { ...contentOf({ lead, braces: answers, tail }, ours), key };
  const offset = block.text.length - body.length + open.at + 1;
  const lineAt = (at: number) => block.lines[block.text.slice(0, at).split("\n").length - 1] ?? block.lines[0] ?? 1;
  const place = { kind: "line", line: block.lines[0] ?? 1 } as const;
  return {
    content: defined(content),
    place,
    placeOf: ([, index]) => {
      const start = typeof index === "number" ? answers.starts[index] : undefined;
      return start === undefined ? place : { kind: "line", line: lineAt(offset + start) };
    },
  };
}

function oursOf({ ours, category }: GiftBlock): Record<string, unknown> {
  if (ours === null) {
    const tag = keyOf(category.split("/").at(-1) ?? "");
    return tag === null ? {} : { tags: [tag] };
  }
  let said: unknown = null;
  try {
    said = JSON.parse(ours.text);
  } catch {
    // told below
  }
  if (typeof said !== "object" || said === null || Array.isArray(said)) throw new GiftProblem("bad-comment");
  return said as Record<string, unknown>;
}

/** A title or category as a key: "Câu 1: Trách nhiệm" is "cau-1-trach-nhiem". */
function keyOf(title: string): string | null {
  const plain = title.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
  return (
    plain
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, 60)
      .replace(/^-|-$/g, "") || null
  );
}

const defined = (content: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined));

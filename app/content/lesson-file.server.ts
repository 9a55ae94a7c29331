import { existsSync, readFileSync } from "node:fs";
import type { Token } from "markdown-it";
import { anchorId } from "./lesson-html.server";
import { BOX_MARKER, BOXES, headingId, isBox, lessonParser } from "./lesson-markdown.server";
import { ContentProblems, type FileProblem } from "./yaml-file.server";

// sees raw HTML, so that an author hears of it instead of readers
const parser = lessonParser(true);

/**
 * Reads and checks one lesson.
 * @returns its Markdown, NFC
 * @throws ContentProblems when it is missing, empty, holds HTML or images, starts above "##" or has an unknown box
 */
export function readLessonFile(file: string): string {
  if (!existsSync(file)) throw new ContentProblems([{ file, line: 1, message: "the file is missing" }]);
  const markdown = readFileSync(file, "utf8").normalize("NFC");
  const problems = lessonProblems(markdown).map((problem) => ({ file, ...problem }));
  if (problems.length > 0) throw new ContentProblems(problems);
  return markdown;
}

type Problem = Omit<FileProblem, "file">;

/** What is wrong in a lesson's Markdown; `line` from 1. */
export function lessonProblems(markdown: string): Problem[] {
  if (markdown.trim() === "") return [{ line: 1, message: "the lesson is empty" }];
  const tokens = parser.parse(markdown, {});
  const found: Problem[] = [];
  const ids = new Set<string>();
  const anchors: { line: number; address: string }[] = [];
  tokens.forEach((token, index) => {
    const line = (token.map?.[0] ?? 0) + 1;
    if (token.type === "html_block") found.push({ line, message: "HTML is not allowed" });
    if (token.type === "heading_open") {
      headingId(tokens[index + 1]?.content ?? "", ids);
      if (token.tag === "h1") found.push({ line, message: "headings start at “##”: the page prints the title" });
    }
    if (token.type === "blockquote_open") {
      const name = BOX_MARKER.exec(tokens[index + 2]?.content.split("\n")[0] ?? "")?.[1];
      if (name !== undefined && !isBox(name)) {
        found.push({ line, message: `“[!${name}]” is no box; there are ${BOXES.join(", ")}` });
      }
    }
    for (const { child, childLine } of childrenOf(token, line)) {
      // a closing tag tells nothing that its opening tag has not told
      if (child.type === "html_inline" && !child.content.startsWith("</")) {
        found.push({ line: childLine, message: "HTML is not allowed" });
      }
      if (child.type === "image") found.push({ line: childLine, message: "images are not allowed" });
      const address = child.type === "link_open" ? String(child.attrGet("href") ?? "") : "";
      if (address.startsWith("#")) anchors.push({ line: childLine, address });
    }
  });
  for (const { line, address } of anchors) {
    if (!ids.has(anchorId(address))) found.push({ line, message: `no heading for the link “${address}”` });
  }
  return found;
}

function childrenOf(token: Token, line: number): { child: Token; childLine: number }[] {
  let childLine = line;
  return (token.children ?? []).map((child) => {
    if (child.type === "softbreak" || child.type === "hardbreak") childLine++;
    return { child, childLine };
  });
}

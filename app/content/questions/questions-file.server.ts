import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { TableRefused } from "~/domain/imports/table";
import {
  type FileQuestion,
  type FileQuestions,
  QUESTION_FILE_LIMITS,
  type QuestionFileRefusal,
  QuestionFileRefused,
  type QuestionFormat,
} from "~/domain/question-files/place";
import { decodeText } from "../table-text.server";
import { WorkbookParts } from "../workbook-parts.server";
import { readGift } from "./gift-file.server";
import { readQuestionsDocument } from "./questions-document.server";
import { readQuestionsWorkbook } from "./questions-workbook.server";

const ZIP = Buffer.from("PK\x03\x04");
/** PDF, RTF, pictures, other archives, programs: no text begins so. */
const OTHERS = ["%PDF", "{\\rtf", "\x89PNG", "\xff\xd8\xff", "GIF8", "Rar!", "7z\xbc\xaf", "\x1f\x8b", "\x7fELF"].map(
  (sign) => Buffer.from(sign, "latin1"),
);
const OLD_OFFICE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/**
 * Reads a file of questions by what it contains; its name counts for nothing. A question without a key gets one of its text, the
 * same each time.
 * @param bank such keys begin with it
 * @throws QuestionFileRefused
 */
export async function readQuestionsFile(
  file: string,
  bank: string,
): Promise<FileQuestions & { format: QuestionFormat }> {
  try {
    const format = await formatOf(file);
    const read = await READERS[format](file);
    return { format, ...read, questions: read.questions.map((question) => withKey(question, bank)) };
  } catch (error) {
    if (error instanceof TableRefused)
      throw new QuestionFileRefused(REFUSALS[error.code] ?? "other-kind", error.params);
    throw error;
  }
}

const READERS: Record<QuestionFormat, (file: string) => Promise<FileQuestions>> = {
  gift: async (file) => readGift(decodeText(await readFile(file)).text),
  xlsx: readQuestionsWorkbook,
  docx: readQuestionsDocument,
};

async function formatOf(file: string): Promise<QuestionFormat> {
  const { size } = await stat(file);
  if (size === 0) throw new QuestionFileRefused("empty");
  const { fileBytes, textBytes } = QUESTION_FILE_LIMITS;
  if (size > fileBytes) throw new QuestionFileRefused("too-large", { limit: megabytes(fileBytes) });
  const bytes = await readFile(file);
  if (bytes.subarray(0, 4).equals(OLD_OFFICE)) throw new QuestionFileRefused("old-office");
  if (bytes.subarray(0, 4).equals(ZIP)) return formatOfArchive(file);
  if (OTHERS.some((sign) => bytes.subarray(0, sign.length).equals(sign))) throw new QuestionFileRefused("other-kind");
  if (size > textBytes) throw new QuestionFileRefused("too-large", { limit: megabytes(textBytes) });
  return "gift";
}

async function formatOfArchive(file: string): Promise<QuestionFormat> {
  const parts = await WorkbookParts.open(file);
  try {
    if (parts.names.some((name) => /vbaProject\.bin$/i.test(name))) throw new QuestionFileRefused("macro");
    const limit = QUESTION_FILE_LIMITS.partBytes;
    if (parts.names.some((name) => parts.bytesOf(name) > limit)) {
      throw new QuestionFileRefused("unpacks-too-large", { limit: megabytes(limit) });
    }
    if (parts.has("word/document.xml")) return "docx";
    if (parts.has("xl/workbook.xml")) return "xlsx";
    throw new QuestionFileRefused("other-kind");
  } finally {
    parts.close();
  }
}

const megabytes = (bytes: number) => String(bytes / 1024 / 1024);

/** What is said of a table, said of a file of questions. */
const REFUSALS: Partial<Record<TableRefused["code"], QuestionFileRefusal>> = {
  empty: "empty",
  "unpacks-too-large": "unpacks-too-large",
  macro: "macro",
  "broken-workbook": "broken-archive",
  "broken-utf8": "broken-utf8",
  "unknown-letters": "unknown-letters",
  "too-many-rows": "too-many-rows",
  "too-many-empty-rows": "too-many-rows",
  "too-many-columns": "no-headings",
};

function withKey(question: FileQuestion, bank: string): FileQuestion {
  if (question.content.key !== undefined) return question;
  const asked = createHash("sha256").update(JSON.stringify([question.content.stem, question.content.text]));
  return { ...question, content: { ...question.content, key: `${bank}-${asked.digest("hex").slice(0, 8)}` } };
}

import {
  unstable_createMemoryUploadHandler as inMemory,
  unstable_parseMultipartFormData as parseMultipart,
} from "@remix-run/node";
import { MARKS } from "~/domain/course/citation";
import { QUESTION_FORMATS, type QuestionFormat } from "~/domain/question-files/place";
import type { FileDefaults } from "~/domain/question-files/to-complete";
import { badRequest, notFound } from "./refusals.server";

/** The fields of a form and the file that it brings; `bytes` null: none, `tooLarge`: more than may be sent. @throws a 400 answer */
export async function readFileForm(
  request: Request,
  name: string,
  largest: number,
): Promise<{ text: (field: string) => string; bytes: Uint8Array | null; tooLarge: boolean }> {
  let form: FormData;
  try {
    form = await parseMultipart(request, inMemory({ maxPartSize: largest }));
  } catch (error) {
    if (!(error instanceof Error && /exceeded upload size/i.test(error.message))) throw badRequest();
    return { text: () => "", bytes: null, tooLarge: true };
  }
  const file = form.get(name);
  const text = (field: string) => {
    const value = form.get(field);
    return typeof value === "string" ? value : "";
  };
  const brought = file instanceof Blob && file.size > 0;
  return { text, bytes: brought ? new Uint8Array(await file.arrayBuffer()) : null, tooLarge: false };
}

/** The format that an address names. @throws a 404 answer */
export function readQuestionFormat(given: string | undefined): QuestionFormat {
  const format = QUESTION_FORMATS.find((each) => each === given);
  if (!format) throw notFound();
  return format;
}

const MEDIA_TYPES: Record<QuestionFormat, string> = {
  gift: "text/plain; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** A file of questions, to be saved. It holds the key: nobody may keep it for others. */
export function questionsDownload(name: string, format: QuestionFormat, bytes: Uint8Array): Response {
  return new Response(bytes as BodyInit, {
    headers: {
      "Content-Type": MEDIA_TYPES[format],
      "Content-Disposition": `attachment; filename="${name}.${format === "gift" ? "gift.txt" : format}"`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}

/** What is given to a whole file, as typed. */
export interface TypedDefaults {
  competency: string;
  lesson: string;
  difficulty: string;
  document: string;
  clauseVi: string;
  clauseEn: string;
  mark: string;
  marked: boolean;
}

/** Reads what a form or an address says of the whole file; a citation counts only when it is whole. */
export function readDefaults(given: URLSearchParams | FormData): { typed: TypedDefaults; defaults: FileDefaults } {
  const text = (name: string) =>
    String(given.get(name) ?? "")
      .trim()
      .normalize("NFC")
      .slice(0, 200);
  const typed: TypedDefaults = {
    competency: text("competency"),
    lesson: text("lesson"),
    difficulty: text("difficulty"),
    document: text("document"),
    clauseVi: text("clauseVi"),
    clauseEn: text("clauseEn"),
    mark: MARKS.find((each) => each === text("mark")) ?? "",
    marked: text("marked") === "yes",
  };
  const { competency, lesson, document, clauseVi, clauseEn, mark, marked } = typed;
  const difficulty = [1, 2, 3].find((each) => String(each) === typed.difficulty);
  const cited = [document, clauseVi, clauseEn, mark].every((each) => each !== "");
  return {
    typed,
    defaults: {
      ...(competency !== "" && { competency }),
      ...(lesson !== "" && { lesson }),
      ...(difficulty !== undefined && { difficulty }),
      ...(cited && { citation: { document, clause: { vi: clauseVi, en: clauseEn }, mark } }),
      marked,
    },
  };
}

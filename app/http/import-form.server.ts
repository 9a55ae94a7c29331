import {
  unstable_createMemoryUploadHandler as inMemory,
  unstable_parseMultipartFormData as parseMultipart,
} from "@remix-run/node";
import { FIELDS_OF, type Field, IMPORT_KINDS, type ImportKind } from "~/domain/imports/fields";
import type { Choice } from "~/domain/imports/reading";
import { LIMITS } from "~/domain/imports/table";
import { END_REASONS, type EndReason } from "~/domain/people/people-batch";
import { type CivilDate, readCivilDate } from "~/domain/time/civil-date";
import { badRequest } from "./refusals.server";

export type UploadProblem = "file" | "tooLarge" | "effective";

export interface Upload {
  kind: ImportKind;
  fileName: string;
  bytes: Uint8Array;
  effective: CivilDate;
  onceKey: string;
}

export type ReadUpload =
  | { upload: Upload }
  | { upload: null; problems: UploadProblem[]; typed: { kind: string; effective: string } };

/** The form that brings a file. @throws a 400 answer for what no page of ours sends */
export async function readUpload(request: Request): Promise<ReadUpload> {
  const form = await multipart(request);
  if (form === null) return { upload: null, problems: ["tooLarge"], typed: { kind: "people", effective: "" } };
  const text = (name: string) => String(form.get(name) ?? "");
  const kind = IMPORT_KINDS.find((each) => each === text("kind"));
  const onceKey = text("onceKey");
  if (!kind || !/^[0-9a-z]{16}$/.test(onceKey)) throw badRequest();
  const effective = readCivilDate(text("effective"));
  const file = form.get("file");
  const problems: UploadProblem[] = [];
  if (!(file instanceof Blob) || file.size === 0) problems.push("file");
  if (effective === null) problems.push("effective");
  if (!(file instanceof Blob) || effective === null || problems.length > 0) {
    return { upload: null, problems, typed: { kind, effective: text("effective") } };
  }
  const fileName = ("name" in file ? String(file.name) : "").normalize("NFC").replace(/[\p{Cc}\p{Surrogate}]/gu, "");
  return { upload: { kind, fileName, bytes: new Uint8Array(await file.arrayBuffer()), effective, onceKey } };
}

/** Null where the file is larger than may be sent. */
async function multipart(request: Request): Promise<FormData | null> {
  try {
    return await parseMultipart(request, inMemory({ maxPartSize: LIMITS.fileBytes }));
  } catch (error) {
    if (error instanceof Error && /exceeded upload size/i.test(error.message)) return null;
    throw badRequest();
  }
}

/** What the form of the columns says; selects are named by the place of their column. @throws a 400 answer for strange input */
export function readColumns(form: FormData, kind: ImportKind, columns: number): Choice & { profile: string } {
  const text = (name: string) => String(form.get(name) ?? "").slice(0, 200);
  const sheet = Number(text("sheet") || 0);
  if (!Number.isInteger(sheet) || sheet < 0) throw badRequest();
  const mapping = Array.from({ length: columns }, (_, column): Field | null => {
    const given = text(`column${column}`);
    const field = FIELDS_OF[kind].find((each) => each === given) ?? null;
    if (given !== "" && field === null) throw badRequest();
    return field;
  });
  const endReason: EndReason = END_REASONS.find((reason) => reason === text("endReason")) ?? "end-of-term";
  const fullListOf = text("mode") === "full" ? text("unit") : null;
  return { sheet, mapping, fullListOf, endReason, profile: text("profile").trim() };
}

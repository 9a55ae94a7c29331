import {
  unstable_createMemoryUploadHandler as inMemory,
  unstable_parseMultipartFormData as parseMultipart,
} from "@remix-run/node";
import {
  QUESTION_LISTS,
  type QuestionFields,
  type QuestionList,
  type RowCounts,
  rowsToShow,
} from "~/domain/bank/question-fields";
import type { QuestionProblem } from "~/domain/bank/question-problems";
import { readQuestionFields } from "~/domain/bank/question-problems";
import { PICTURE_LIMITS } from "~/domain/course/picture";
import type { Question, QuestionType } from "~/domain/course/question";
import { QUESTION_TYPES } from "~/domain/course/question-type";
import type { Viewer } from "~/domain/permissions/viewer";
import { keepPicture } from "~/models/bank/pictures.server";
import { badRequest } from "./refusals.server";

export type QuestionFormAct = "save" | "preview" | "add";

export interface ReadQuestionForm {
  type: QuestionType;
  fields: QuestionFields;
  rows: RowCounts;
  act: QuestionFormAct;
  /** null where something is wrong, or where rows were asked for and nothing was checked */
  question: Question | null;
  problems: QuestionProblem[];
  once: string;
  /** the last event of the proposal when the form was made; 0 for a new one */
  seen: number;
}

const LONGEST = 10_000;
const NAME = /^[a-z_]+(\.[a-z0-9_]+)*$/;
const OWN = new Set(["type", "once", "seen", "act", "picture"]);

/**
 * Reads the form of a question; a picture that comes with it is kept and becomes a row of its own.
 * @throws a 400 answer for a form that is none of ours
 */
export async function readQuestionForm(request: Request, viewer: Viewer, key: string): Promise<ReadQuestionForm> {
  const sent = await formOf(request);
  const type = QUESTION_TYPES.find((each) => each === sent.get("type"));
  const once = sent.get("once");
  if (!type || typeof once !== "string" || !/^[0-9a-z]{1,40}$/.test(once)) throw badRequest();
  const fields: QuestionFields = { type };
  for (const [name, value] of sent) {
    if (OWN.has(name) || name.startsWith("rows.")) continue;
    if (typeof value !== "string" || value.length > LONGEST || !NAME.test(name)) throw badRequest();
    fields[name] = value
      .replace(/\p{Surrogate}/gu, "\uFFFD")
      .normalize("NFC")
      .replace(/\r\n/g, "\n");
  }
  const rows = rowsOf(sent, type, fields);
  const [act = "save", list = ""] = String(sent.get("act") ?? "save").split(".");
  const refused = await addPicture(sent.get("picture"), fields, rows, viewer);
  const common = { type, fields, rows, once, seen: Number(sent.get("seen") ?? 0) || 0 };
  if (act === "add") {
    const found = Object.keys(QUESTION_LISTS).find((each): each is QuestionList => each === list);
    if (found) rows[found] = Math.min(QUESTION_LISTS[found].most, (rows[found] ?? 0) + 1);
    return { ...common, act, question: null, problems: refused };
  }
  const { question, problems } = readQuestionFields(type, key, fields);
  return {
    ...common,
    act: act === "preview" ? "preview" : "save",
    question: refused.length > 0 ? null : question,
    problems: [...refused, ...problems],
  };
}

async function formOf(request: Request): Promise<FormData> {
  if (!(request.headers.get("Content-Type") ?? "").startsWith("multipart/")) return request.formData();
  try {
    return await parseMultipart(request, inMemory({ maxPartSize: 2 * PICTURE_LIMITS.bytes }));
  } catch {
    throw badRequest();
  }
}

function rowsOf(sent: FormData, type: QuestionType, fields: QuestionFields): RowCounts {
  const rows = rowsToShow(type, fields);
  for (const list of Object.keys(rows) as QuestionList[]) {
    const asked = Number(sent.get(`rows.${list}`));
    if (Number.isInteger(asked) && asked >= 0)
      rows[list] = Math.min(QUESTION_LISTS[list].most, Math.max(rows[list] ?? 0, asked));
  }
  return rows;
}

async function addPicture(
  file: FormDataEntryValue | null,
  fields: QuestionFields,
  rows: RowCounts,
  viewer: Viewer,
): Promise<QuestionProblem[]> {
  if (!file || typeof file === "string" || file.size === 0) return [];
  const kept = await keepPicture(viewer, new Uint8Array(await file.arrayBuffer()));
  const row = rows.figures ?? 0;
  if (!kept?.ok || row >= QUESTION_LISTS.figures.most) return [{ field: "picture", problem: "picture-refused" }];
  fields[`figures.${row}.picture`] = kept.name;
  rows.figures = row + 1;
  return [];
}

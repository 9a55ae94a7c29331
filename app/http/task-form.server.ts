import {
  unstable_createMemoryUploadHandler as inMemory,
  unstable_parseMultipartFormData as parseMultipart,
} from "@remix-run/node";
import { LARGEST_TASK_FILE, taskFileKindOf } from "~/domain/assessment/task-file";
import type { NewTaskFile } from "~/models/tasks/task-files.server";
import { badRequest } from "./refusals.server";
import { uploadedName } from "./uploaded-name.server";

export const TASK_FILE_PROBLEMS = ["fileKind", "fileSize"] as const;
export type TaskFileProblem = (typeof TASK_FILE_PROBLEMS)[number];

export interface TaskForm {
  /** null: the form brought none */
  text: string | null;
  clientKey: string | null;
  files: NewTaskFile[];
  problems: TaskFileProblem[];
  /** public id of a file to take away */
  remove: string | null;
  handIn: boolean;
}

/** The page of a task as its form sends it. @throws a 400 answer for what no page of ours sends */
export async function readTaskForm(request: Request): Promise<TaskForm> {
  const form = await parts(request);
  if (form === null) {
    return { text: null, clientKey: null, files: [], problems: ["fileSize"], remove: null, handIn: false };
  }
  const word = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" && value !== "" ? value : null;
  };
  const text = form.get("text");
  return {
    text: typeof text === "string" ? text : null,
    clientKey: word("clientKey"),
    ...(await filesOf(form)),
    remove: word("remove"),
    handIn: form.get("next") === "hand-in",
  };
}

/** Null where a file is larger than may be sent. */
async function parts(request: Request): Promise<FormData | null> {
  if (!request.headers.get("Content-Type")?.startsWith("multipart/form-data")) return request.formData();
  try {
    return await parseMultipart(request, inMemory({ maxPartSize: LARGEST_TASK_FILE }));
  } catch (error) {
    if (error instanceof Error && /exceeded upload size/i.test(error.message)) return null;
    throw badRequest();
  }
}

async function filesOf(form: FormData): Promise<Pick<TaskForm, "files" | "problems">> {
  const sent = form.getAll("files").filter((part): part is File => typeof part !== "string" && part.size > 0);
  const files: NewTaskFile[] = [];
  for (const file of sent) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const kind = taskFileKindOf(bytes);
    if (kind === null) return { files: [], problems: ["fileKind"] };
    files.push({ name: uploadedName(file.name), kind, bytes });
  }
  return { files, problems: [] };
}

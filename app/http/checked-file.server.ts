import {
  unstable_createMemoryUploadHandler as inMemory,
  unstable_parseMultipartFormData as parseMultipart,
} from "@remix-run/node";
import { LARGEST_CHECKED_FILE } from "~/models/certification/check-file.server";
import { badRequest } from "./refusals.server";

/** Nothing was chosen, or more than any paper of this house has. */
export type CheckedFileProblem = "missing" | "tooLarge";

/** The file that somebody wants compared; it stays in memory. @throws a 400 answer for what no page of ours sends */
export async function readCheckedFile(request: Request): Promise<Uint8Array | CheckedFileProblem> {
  let form: FormData;
  try {
    form = await parseMultipart(request, inMemory({ maxPartSize: LARGEST_CHECKED_FILE }));
  } catch (error) {
    if (error instanceof Error && /exceeded upload size/i.test(error.message)) return "tooLarge";
    throw badRequest();
  }
  const file = form.get("file");
  return file instanceof Blob && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : "missing";
}

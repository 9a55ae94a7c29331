import {
  unstable_createMemoryUploadHandler as inMemory,
  unstable_parseMultipartFormData as parseMultipart,
} from "@remix-run/node";
import { LARGEST_PROOF, MOST_PROOF_FILES, type ProofType, proofTypeOf } from "~/domain/requests/proof-file";
import { badRequest } from "./refusals.server";
import { uploadedName } from "./uploaded-name.server";

export interface UploadedProof {
  name: string;
  type: ProofType;
  bytes: Uint8Array;
}

/** What can be wrong with the files of proof; they come in the fields named "proof". */
export type ProofUploadProblem = "proofKind" | "proofSize" | "proofCount";

/** A form that may bring files of proof. Null where a file is larger than may be sent. @throws a 400 answer for what is no form */
export async function readProofUpload(request: Request): Promise<FormData | null> {
  if (!request.headers.get("Content-Type")?.startsWith("multipart/form-data")) return request.formData();
  try {
    return await parseMultipart(request, inMemory({ maxPartSize: LARGEST_PROOF }));
  } catch (error) {
    if (error instanceof Error && /exceeded upload size/i.test(error.message)) return null;
    throw badRequest();
  }
}

export async function uploadedProof(
  form: FormData,
): Promise<{ files: UploadedProof[]; problems: ProofUploadProblem[] }> {
  const sent = form.getAll("proof").filter((part): part is File => typeof part !== "string" && part.size > 0);
  const problems: ProofUploadProblem[] = sent.length > MOST_PROOF_FILES ? ["proofCount"] : [];
  const files: UploadedProof[] = [];
  for (const file of sent.slice(0, MOST_PROOF_FILES)) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const type = proofTypeOf(bytes);
    if (type === null) problems.push("proofKind");
    else files.push({ name: uploadedName(file.name), type, bytes });
  }
  return { files, problems };
}

/** The fields of a form that are text. */
export function textFields(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

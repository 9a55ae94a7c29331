import {
  unstable_createMemoryUploadHandler as inMemory,
  unstable_parseMultipartFormData as parseMultipart,
} from "@remix-run/node";
import { LARGEST_SIGNED_COPY } from "~/domain/certification/signed-pdf";
import type { CivilDate } from "~/domain/time/civil-date";
import { dateValue, textValue } from "./form-values.server";
import { badRequest } from "./refusals.server";

export type SignedCopyField = "file" | "tooLarge" | "signer" | "signedOn";

export interface ReadSignedCopy {
  value: { bytes: Uint8Array; signer: string; signedOn: CivilDate } | null;
  wrong: SignedCopyField[];
  typed: { signer: string; signedOn: string };
  onceKey: string;
}

/** The form that brings a signed PDF. @throws a 400 answer for what no page of ours sends */
export async function readSignedCopyForm(request: Request): Promise<ReadSignedCopy> {
  const form = await multipart(request);
  if (form === null) return { value: null, wrong: ["tooLarge"], typed: { signer: "", signedOn: "" }, onceKey: "" };
  const text = (name: string) => String(form.get(name) ?? "").slice(0, 300);
  const onceKey = text("onceKey");
  if (!/^[0-9a-z]{1,40}$/.test(onceKey)) throw badRequest();
  const typed = { signer: text("signer"), signedOn: text("signedOn") };
  const file = form.get("file");
  const signer = textValue(200).safeParse(typed.signer);
  const signedOn = dateValue.safeParse(typed.signedOn);
  const wrong: SignedCopyField[] = [];
  if (!(file instanceof Blob) || file.size === 0) wrong.push("file");
  if (!signer.success) wrong.push("signer");
  if (!signedOn.success) wrong.push("signedOn");
  if (!(file instanceof Blob) || !signer.success || !signedOn.success || wrong.length > 0)
    return { value: null, wrong, typed, onceKey };
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { value: { bytes, signer: signer.data, signedOn: signedOn.data }, wrong, typed, onceKey };
}

/** Null where the file is larger than may be sent. */
async function multipart(request: Request): Promise<FormData | null> {
  try {
    return await parseMultipart(request, inMemory({ maxPartSize: LARGEST_SIGNED_COPY }));
  } catch (error) {
    if (error instanceof Error && /exceeded upload size/i.test(error.message)) return null;
    throw badRequest();
  }
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { evidenceDownload } from "~/http/evidence-at-the-door.server";
import { fileOrRefusal } from "~/http/file-or-refusal.server";

/** The evidence file of an exam day as one archive. */
export function loader(given: LoaderFunctionArgs) {
  return fileOrRefusal(given, () => evidenceDownload(given, "sitting"));
}

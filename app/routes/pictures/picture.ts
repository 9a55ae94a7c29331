import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileOrRefusal } from "~/http/file-or-refusal.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { pictureOf } from "~/models/bank/pictures.server";

/** A picture of a question. Its name is the hash of its bytes: it never changes, and only who was shown it knows it. */
export function loader(given: LoaderFunctionArgs) {
  return fileOrRefusal(given, () => picture(given));
}

async function picture({ request, context, params }: LoaderFunctionArgs): Promise<Response> {
  await requireViewer(request, context);
  const found = await pictureOf(params.name ?? "");
  if (!found) throw notFound();
  return new Response(new Uint8Array(found.bytes), {
    headers: {
      "Content-Type": found.mediaType,
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, max-age=31536000, immutable",
    },
  });
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { KeyFileUnusable } from "~/documents/proof/key-files.server";
import { fileOrRefusal } from "~/http/file-or-refusal.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { walletArchive } from "~/models/wallet/wallet.server";

/** The files come by a form: the first time they are asked for, they are drawn and signed. */
export function loader(given: LoaderFunctionArgs) {
  return fileOrRefusal(given, () => Promise.reject(notFound()));
}

/** Every certificate of one's own with all that proves it, in one file. */
export function action(given: ActionFunctionArgs) {
  return fileOrRefusal(given, async () => {
    const viewer = await requireViewer(given.request, given.context);
    const archive = await walletArchive(viewer).catch((error: unknown) => {
      if (!(error instanceof KeyFileUnusable)) throw error;
      console.error(error.message);
      throw new Response("Unavailable", { status: 503 });
    });
    if (!archive) throw notFound();
    return new Response(new Uint8Array(archive), {
      headers: {
        "Content-Type": "application/zip",
        "Content-Disposition": `attachment; filename="giay-chung-nhan-${viewer.staffCode.replace(/[^A-Z0-9-]/g, "")}.zip"`,
        "Cache-Control": "private, no-store",
      },
    });
  });
}

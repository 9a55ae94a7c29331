import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/config/clock.server";
import type { Viewer } from "~/domain/permissions/viewer";
import { findImport, type ImportRun } from "~/models/imports/import-run.server";
import { notFound } from "./refusals.server";
import { requirePower } from "./viewer.server";

/** The viewer and the import of the address; to whoever may not look at it, it does not exist. */
export async function importOf({
  request,
  context,
  params,
}: LoaderFunctionArgs | ActionFunctionArgs): Promise<{ viewer: Viewer; run: ImportRun }> {
  const viewer = await requirePower(request, context, "import-people");
  const run = await findImport(viewer, params.id ?? "", now());
  if (!run) throw notFound();
  return { viewer, run };
}

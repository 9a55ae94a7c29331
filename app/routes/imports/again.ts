import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { now } from "~/config/clock.server";
import { importOf } from "~/http/import-of.server";
import { notFound } from "~/http/refusals.server";
import { startImport } from "~/jobs/start-import.server";

/** There is nothing to look at here. */
export function loader() {
  throw notFound();
}

/** Runs the step again that a broken-off process was at. */
export async function action(given: ActionFunctionArgs) {
  const { viewer, run } = await importOf(given);
  if (run.state === "stopped" || run.state === "tried") {
    const step = run.reading?.choice ? "try" : "read";
    await startImport({ importId: run.id, run: run.publicId, step, by: viewer.accountId, at: now() });
  }
  return redirect(`/imports/${run.publicId}`);
}

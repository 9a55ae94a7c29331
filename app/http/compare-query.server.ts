import type { LoaderFunctionArgs } from "@remix-run/node";
import { readBefore } from "~/domain/reporting/compare-query";
import { reportAtTheDoor } from "./report-at-the-door.server";

/** What a comparison of two dates begins with. */
export async function compareAtTheDoor(given: Pick<LoaderFunctionArgs, "request" | "context">) {
  const asked = await reportAtTheDoor(given);
  const typed = new URL(given.request.url).searchParams.get("truoc");
  const { before, problem } = readBefore(typed, asked.query.asOf, asked.query.today);
  return { ...asked, before, beforeProblem: problem, status: { status: asked.dateProblem || problem ? 400 : 200 } };
}

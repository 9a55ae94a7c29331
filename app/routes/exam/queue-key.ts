import type { LoaderFunctionArgs } from "@remix-run/node";
import { queueKeyAnswer } from "~/http/queue-key-answer.server";
import { queueKeyOfAttempt } from "~/models/assessment/queue-key.server";

/** The key of what waits on this device of an attempt: for its own account, on any page. */
export function loader(given: LoaderFunctionArgs) {
  return queueKeyAnswer(given, (viewer) => queueKeyOfAttempt(viewer, given.params.id ?? ""));
}

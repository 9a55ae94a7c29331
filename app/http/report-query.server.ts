import { today } from "~/config/clock.server";
import { type AskedReport, readReportParts } from "~/domain/reporting/read-report-parts";
import { badRequest } from "./refusals.server";

/** What an address asks of a report. @throws a 400 answer where a part has the wrong type */
export function readReportQuery(request: Request): AskedReport {
  const asked = readReportParts(new URL(request.url).searchParams, today());
  if (!asked) throw badRequest();
  return asked;
}

/** One of a few words in an address; the first of them where it is left out. @throws a 400 answer for any other word */
export function readChoice<T extends string>(request: Request, name: string, choices: readonly [T, ...T[]]): T {
  const given = new URL(request.url).searchParams.get(name);
  if (!given) return choices[0];
  const chosen = choices.find((choice) => choice === given);
  if (!chosen) throw badRequest();
  return chosen;
}

import { z } from "zod";
import { today } from "~/config/clock.server";
import { type AsOfProblem, type ReportQuery, readAsOf } from "~/domain/reporting/report-query";
import { badRequest } from "./refusals.server";

const key = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);

/** The parts that all reports share; an empty one counts as left out, as forms send it. */
const shared = z.object({
  unit: z
    .string()
    .regex(/^[0-9a-z]{1,40}$/)
    .nullable(),
  position: key.nullable(),
  programme: key.nullable(),
  map: z.enum(["then", "today"]),
  page: z.coerce.number().int().min(1).max(100_000),
});

export interface AskedReport {
  query: ReportQuery;
  /** the date was not one of ours: the page shows today and says so */
  dateProblem: AsOfProblem | null;
  page: number;
}

/** What an address asks of a report. @throws a 400 answer where a part has the wrong type */
export function readReportQuery(request: Request): AskedReport {
  const { searchParams } = new URL(request.url);
  const given = (name: string) => searchParams.get(name) || null;
  const parsed = shared.safeParse({
    unit: given("unit"),
    position: given("position"),
    programme: given("programme"),
    map: given("map") ?? "then",
    page: given("page") ?? 1,
  });
  if (!parsed.success) throw badRequest();
  const now = today();
  const { asOf, problem } = readAsOf(searchParams.get("ngay"), now);
  const { page, map, ...part } = parsed.data;
  const query: ReportQuery = { asOf, today: now, ...part };
  if (map === "today") query.map = map;
  return { query, dateProblem: problem, page };
}

/** One of a few words in an address; the first of them where it is left out. @throws a 400 answer for any other word */
export function readChoice<T extends string>(request: Request, name: string, choices: readonly [T, ...T[]]): T {
  const given = new URL(request.url).searchParams.get(name);
  if (!given) return choices[0];
  const chosen = choices.find((choice) => choice === given);
  if (!chosen) throw badRequest();
  return chosen;
}

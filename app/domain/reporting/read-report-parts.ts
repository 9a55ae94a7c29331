import { z } from "zod";
import { EMPLOYMENTS } from "~/domain/people/people-batch";
import type { CivilDate } from "~/domain/time/civil-date";
import { type AsOfProblem, type ReportQuery, readAsOf } from "./report-query";

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
  employment: z.enum(EMPLOYMENTS).nullable(),
  biet: z.enum(["now", "then"]),
  page: z.coerce.number().int().min(1).max(100_000),
});

export interface AskedReport {
  query: ReportQuery;
  /** the date was not one of ours: the report is of today and says so */
  dateProblem: AsOfProblem | null;
  page: number;
}

/** What the parts of an address ask of a report; null where one has the wrong type. */
export function readReportParts(parts: URLSearchParams, today: CivilDate): AskedReport | null {
  const given = (name: string) => parts.get(name) || null;
  const parsed = shared.safeParse({
    unit: given("unit"),
    position: given("position"),
    programme: given("programme"),
    map: given("map") ?? "then",
    employment: given("employment"),
    biet: given("biet") ?? "now",
    page: given("page") ?? 1,
  });
  if (!parsed.success) return null;
  const { asOf, problem } = readAsOf(parts.get("ngay"), today);
  const { page, map, biet, ...part } = parsed.data;
  const query: ReportQuery = { asOf, today, ...part };
  if (map === "today") query.map = map;
  // of today nothing was recorded later
  if (biet === "then" && asOf !== today) query.known = biet;
  return { query, dateProblem: problem, page };
}

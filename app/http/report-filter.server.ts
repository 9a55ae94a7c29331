import { COUNTED } from "~/domain/statistics/counted-attempts";
import type { ReportFilter } from "~/domain/statistics/report-filter";
import { readCivilDate } from "~/domain/time/civil-date";
import type { ExamHead } from "~/models/statistics/exam-head.server";
import { badRequest } from "./refusals.server";
import { readChoice } from "./report-query.server";

/**
 * Which attempts an address asks about: `version`, `from`, `until`, `sitting`, `counted`; what is left out asks for all. A day that is
 * none counts as left out. @throws a 400 answer for a version or an exam day that the exam has not
 */
export function readReportFilter(request: Request, head: Pick<ExamHead, "versions" | "sittings">): ReportFilter {
  const { searchParams } = new URL(request.url);
  const given = (name: string) => searchParams.get(name) || null;
  const [version, sitting] = [given("version"), given("sitting")];
  const known = head.versions.find(({ id }) => String(id) === version);
  if (version !== null && !known) throw badRequest();
  if (sitting !== null && head.sittings.every((each) => each.sitting !== sitting)) throw badRequest();
  return {
    version: known?.id ?? null,
    from: readCivilDate(given("from") ?? ""),
    until: readCivilDate(given("until") ?? ""),
    sitting,
    counted: readChoice(request, "counted", COUNTED),
  };
}

/** The same as an address writes it, without what asks for all. */
export function filterAddress(path: string, { version, from, until, sitting, counted }: ReportFilter): string {
  const params = new URLSearchParams();
  if (version !== null) params.set("version", String(version));
  if (from) params.set("from", from);
  if (until) params.set("until", until);
  if (sitting) params.set("sitting", sitting);
  if (counted !== "first") params.set("counted", counted);
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}

import { LRUCache } from "lru-cache";
import type { ReportQuery } from "~/domain/reporting/report-query";
import { rollUp, standingFor } from "~/domain/reporting/roll-up";
import { topsOf, treeOrder } from "~/domain/reporting/unit-selection";
import { organisationAsOf } from "../organisation/organisation-facts.server";
import type { ReportBasis } from "./report-basis.server";

const VIEWS_KEPT = 100;

/**
 * The basis of a report by the map that the question asks for: that of its day, or today's, where the people of the day stand
 * under the units that stand for theirs. Made from what is known already, without any statement.
 */
export async function onMap(
  basis: ReportBasis,
  query: Pick<ReportQuery, "map" | "asOf" | "today">,
): Promise<ReportBasis> {
  if (query.map !== "today" || query.asOf === query.today) return basis;
  const organisation = await organisationAsOf(query.today);
  return basis.remember(`map of ${query.today}`, () => {
    const order = treeOrder(organisation);
    const rolled = rollUp(basis, standingFor(basis.facts, organisation));
    const placeOf = (unitId: number | undefined) => order.get(unitId ?? 0) ?? order.size;
    const views = new LRUCache<string, object>({ max: VIEWS_KEPT });
    return {
      ...basis,
      ...rolled,
      certification: rolled.certification.sort(
        (a, b) => placeOf(a.postings[0]?.unitId) - placeOf(b.postings[0]?.unitId),
      ),
      organisation,
      order,
      tops: topsOf(organisation, basis.scope.has),
      remember<T extends object>(key: string, work: () => T): T {
        const kept = views.get(key) as T | undefined;
        if (kept) return kept;
        const made = work();
        views.set(key, made);
        return made;
      },
    };
  });
}

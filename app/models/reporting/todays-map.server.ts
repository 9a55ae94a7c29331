import { LRUCache } from "lru-cache";
import type { ReportQuery } from "~/domain/reporting/report-query";
import { rollUp, standingFor } from "~/domain/reporting/roll-up";
import { topsOf, treeOrder } from "~/domain/reporting/unit-selection";
import { organisationAsOf, organisationFacts } from "../organisation/organisation-facts.server";
import type { ReportBasis } from "./report-basis.server";

const VIEWS_KEPT = 100;

/**
 * The basis of a report by the map that the question asks for: that of its day, or today's, where the people of the day stand
 * under the units that stand for theirs; and of those people alone who are employed as it asks. Made from what is known already,
 * without any statement.
 */
export async function onMap(
  basis: ReportBasis,
  query: Pick<ReportQuery, "map" | "asOf" | "today" | "employment">,
): Promise<ReportBasis> {
  return employedAs(await onItsMap(basis, query), query.employment ?? null);
}

async function onItsMap(basis: ReportBasis, query: Pick<ReportQuery, "map" | "asOf" | "today">): Promise<ReportBasis> {
  if (query.map !== "today" || query.asOf === query.today) return basis;
  const [facts, organisation] = await Promise.all([organisationFacts(), organisationAsOf(query.today)]);
  return basis.remember(`map of ${query.today}`, () => {
    return withViews({
      ...basis,
      ...rollUp(basis, standingFor(facts, organisation)),
      facts,
      organisation,
      order: treeOrder(organisation),
      tops: topsOf(organisation, basis.scope.has),
    });
  });
}

function employedAs(basis: ReportBasis, employment: string | null): ReportBasis {
  if (employment === null) return basis;
  return basis.remember(`employed as ${employment}`, () =>
    withViews({
      ...basis,
      workforce: {
        ...basis.workforce,
        members: basis.workforce.members.filter((member) => member.employment === employment),
      },
      proven: new Map([...basis.proven].filter(([member]) => member.employment === employment)),
      certification: basis.certification.filter(({ member }) => member.employment === employment),
    }),
  );
}

/** What is worked out from another basis is kept with that one. */
function withViews(basis: ReportBasis): ReportBasis {
  const views = new LRUCache<string, object>({ max: VIEWS_KEPT });
  return {
    ...basis,
    remember<T extends object>(key: string, work: () => T): T {
      const kept = views.get(key) as T | undefined;
      if (kept) return kept;
      const made = work();
      views.set(key, made);
      return made;
    },
  };
}

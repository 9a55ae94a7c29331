import type { PersonnelProblem } from "~/domain/people/personnel-acts";
import { nameAround } from "~/domain/reporting/unit-selection";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { frameworksAsOf } from "../course/frameworks.server";
import { organisationFacts } from "../organisation/organisation-facts.server";

/** Problems with the titles of positions and the names of units in place of their keys and ids, for the screen. */
export async function inWords(
  problems: readonly PersonnelProblem[],
  language: Language,
  today: CivilDate,
): Promise<PersonnelProblem[]> {
  const [organisation, { positions }] = await Promise.all([organisationFacts(), frameworksAsOf(today)]);
  const known = new Set(organisation.units.map(({ id }) => id));
  const words = ({ position, unit, ...params }: Record<string, string>) => ({
    ...params,
    ...(position !== undefined && {
      position: positions.content.positions.find(({ key }) => key === position)?.title[language] ?? position,
    }),
    ...(unit !== undefined && {
      unit: known.has(Number(unit)) ? nameAround(organisation, Number(unit), today)[language] : unit,
    }),
  });
  return problems.map((problem) => ({ ...problem, params: words(problem.params) }));
}

import { type Stability, stabilityOf, type Turnover, type TurnoverRule, turnoverOf } from "~/domain/people/turnover";
import { inOrderOfUnits } from "~/domain/reporting/certification-list";
import { lastCertified } from "~/domain/reporting/last-certified";
import { selects } from "~/domain/reporting/workforce";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { loadPostLines, type PostLine, type WantedLines } from "./post-lines.server";
import type { ReportBasis } from "./report-basis.server";
import { positionName, programmeName, type ReportPart, unitName } from "./report-part.server";

export interface TurnoverView {
  /** months looked at */
  months: number;
  /** changes of holder within them; null: not counted, because the part is too large */
  changes: number | null;
  stability: Stability;
  /** places that too many people have held, the most restless first */
  alerts: TurnoverAlert[];
  /** where of several who have to be certified one is */
  lastCertified: { unit: string; programme: string; asked: number; person: string; name: string }[];
}

export interface TurnoverAlert {
  unit: string;
  position: string;
  deputy: boolean;
  holders: number;
  /** days on which someone else took over, the oldest first */
  on: CivilDate[];
}

const known = new WeakMap<ReportBasis, Map<string, Promise<readonly PostLine[]>>>();

/** The whole house has too many changes of holder to count them at each look; what is amiss is found all the same. */
const MOST_UNITS_COUNTED = 200;

/** The places of a part that changed hands so often; read once for a basis. */
function changedLines(
  basis: ReportBasis,
  part: ReportPart,
  wanted: Pick<WantedLines, "atLeast" | "positions">,
): Promise<readonly PostLine[]> {
  const kept = known.get(basis) ?? new Map<string, Promise<readonly PostLine[]>>();
  known.set(basis, kept);
  const key = `${part.unit?.publicId ?? ""} ${wanted.atLeast} ${wanted.positions !== null}`;
  const { months } = ruleOf(basis);
  const units = part.units === null ? basis.scope.units : [...part.units];
  const lines = kept.get(key) ?? loadPostLines({ ...wanted, months, units, asOf: basis.workforce.asOf });
  kept.set(key, lines);
  // a failure is not kept
  lines.catch(() => kept.delete(key));
  return lines;
}

export function ruleOf({ settings }: ReportBasis): TurnoverRule {
  return { months: settings["turnover-months"], alertHolders: settings["turnover-alert-holders"] };
}

/** How steadily the places of a part are held: figures, the places that change hands too often, and those who are the last ones. */
export async function turnoverView(basis: ReportBasis, part: ReportPart, language: Language): Promise<TurnoverView> {
  const counts = isCounted(basis, part);
  // that many came in where the alert is raised
  const atLeast = counts ? 1 : ruleOf(basis).alertHolders - 1;
  const lines = await changedLines(basis, part, { atLeast, positions: null });
  const key = `turnover ${language} ${part.unit?.publicId ?? ""}`;
  return basis.remember(key, () => makeView(basis, part, lines, counts, language));
}

function isCounted({ scope }: ReportBasis, part: ReportPart): boolean {
  const units = part.units === null ? scope.units : [...part.units];
  return units !== "all" && units.length <= MOST_UNITS_COUNTED;
}

function makeView(
  basis: ReportBasis,
  part: ReportPart,
  changed: readonly PostLine[],
  counts: boolean,
  language: Language,
): TurnoverView {
  const rule = ruleOf(basis);
  const { asOf, members, vacancies } = basis.workforce;
  const ofStaff = (post: { position: string; unitId: number }) =>
    selects({ units: part.units, position: null }, post) && !basis.positions.get(post.position)?.collaborator;
  const lines = changed.filter(ofStaff);
  const counted = lines.map((line) => ({ line, turnover: turnoverOf(line.terms, asOf, rule) }));
  const held = members.flatMap(({ postings }) =>
    postings
      .filter((posting) => ofStaff(posting) && posting.kind !== "acting")
      .map((posting) => posting.heldSince ?? posting.validFrom),
  );
  const asked = (programme: string) => basis.programmes.get(programme)?.track !== "onboarding";
  const rows = inOrderOfUnits(
    basis.certification.filter((row) =>
      row.postings.some((posting) => selects({ units: part.units, position: null }, posting)),
    ),
    basis.order,
  );
  return {
    months: rule.months,
    changes: counts ? counted.reduce((sum, { turnover }) => sum + turnover.changes.length, 0) : null,
    stability: stabilityOf([...held, ...vacancies.filter(ofStaff).map(() => null)], asOf),
    alerts: counted
      .filter(({ turnover }) => turnover.alert)
      .sort((a, b) => b.turnover.holders - a.turnover.holders || place(basis, a.line) - place(basis, b.line))
      .map(({ line, turnover }) => ({
        unit: unitName(basis, line.unitId, language),
        position: positionName(basis, line.position, language),
        deputy: line.deputy,
        holders: turnover.holders,
        on: turnover.changes.map(({ on }) => on),
      })),
    lastCertified: lastCertified(rows, asked)
      .filter(({ unitId }) => part.units === null || part.units.has(unitId))
      .map(({ unitId, programme, asked, member }) => ({
        unit: unitName(basis, unitId, language),
        programme: programmeName(basis, programme, language),
        asked,
        person: member.publicId,
        name: member.fullName,
      })),
  };
}

/** The turnover of the focal-point post of each unit of a part, where someone new took it over; by the unit's id. */
export async function focalTurnover(basis: ReportBasis, part: ReportPart): Promise<Map<number, Turnover<number>>> {
  const found = new Map<number, Turnover<number>>();
  const { positions } = basis.focal;
  for (const { unitId, deputy, terms } of await changedLines(basis, part, { atLeast: 1, positions })) {
    if (deputy) continue;
    const turnover = turnoverOf(terms, basis.workforce.asOf, ruleOf(basis));
    // of two posts where there should be one, the more restless
    const other = found.get(unitId);
    if (!other || other.changes.length < turnover.changes.length) found.set(unitId, turnover);
  }
  return found;
}

function place({ order }: ReportBasis, { unitId }: PostLine): number {
  return order.get(unitId) ?? order.size;
}

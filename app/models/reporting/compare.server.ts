import type { Viewer } from "~/domain/permissions/viewer";
import {
  COMPARE_FIGURES,
  COMPARE_KINDS,
  type CompareFigure,
  type CompareKind,
  compareDates,
  type Difference,
  figuresOf,
  type OfDate,
} from "~/domain/reporting/compare-dates";
import { isShort, peopleIn, placesOf } from "~/domain/reporting/heat-map";
import type { ReportQuery } from "~/domain/reporting/report-query";
import { type StaffMember, selects } from "~/domain/reporting/workforce";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import type { ReportBasis } from "./report-basis.server";
import { headOf, pageOf, type ReportHead } from "./report-head.server";
import { positionName, programmeName, unitName } from "./report-part.server";
import { type AskedRows, askedRows } from "./report-rows.server";

export interface CompareLine {
  person: string;
  staffCode: string;
  name: string;
  position: string;
  unit: string;
  programme: string | null;
  /** for those who moved: post and unit before */
  from: string | null;
}

export interface CompareView extends ReportHead {
  figures: { key: CompareFigure; before: number; after: number }[];
  groups: { kind: CompareKind; total: number; lines: CompareLine[] }[];
}

const LINES_SHOWN = 20;

/** What became different between an earlier date and the date of the query. Null: as in `askedRows`. */
export async function loadCompare(
  viewer: Viewer,
  query: ReportQuery,
  before: CivilDate,
  language: Language,
): Promise<CompareView | null> {
  const both = await bothDates(viewer, query, before, language);
  if (!both) return null;
  const { earlier, later, differences } = both;
  return {
    ...headOf(later.basis, later.part, language),
    figures: COMPARE_FIGURES.map((key) => ({ key, before: earlier.figures[key], after: later.figures[key] })),
    groups: COMPARE_KINDS.map((kind) => {
      const found = differences.filter((each) => each.kind === kind);
      return { kind, total: found.length, lines: linesOf(both, found.slice(0, LINES_SHOWN), language) };
    }),
  };
}

/** One group of the differences, a page of it. */
export async function loadCompareGroup(
  viewer: Viewer,
  query: ReportQuery,
  before: CivilDate,
  kind: CompareKind,
  language: Language,
  page: number,
): Promise<(ReportHead & { total: number; pages: number; lines: CompareLine[] }) | null> {
  const both = await bothDates(viewer, query, before, language);
  if (!both) return null;
  const { shown, total, pages } = pageOf(
    both.differences.filter((each) => each.kind === kind),
    page,
  );
  return {
    ...headOf(both.later.basis, both.later.part, language),
    total,
    pages,
    lines: linesOf(both, shown, language),
  };
}

interface Side extends AskedRows {
  figures: Record<CompareFigure, number>;
}

interface Both {
  earlier: Side;
  later: Side;
  differences: Difference[];
}

async function bothDates(
  viewer: Viewer,
  query: ReportQuery,
  before: CivilDate,
  language: Language,
): Promise<Both | null> {
  const now = await askedRows(viewer, query, language);
  const then = await askedRows(viewer, { ...query, asOf: before }, language);
  if (!now || !then) return null;
  const [after, old] = [sideOf(now, query), sideOf(then, query)];
  const key = `compared ${before} ${query.map ?? "then"} ${query.unit} ${query.position} ${query.programme}`;
  // by the earlier basis as well: a newer state of one of them is another comparison
  const { of, differences } = now.basis.remember(key, () => ({
    of: then.basis,
    differences: compareDates(old, after),
  }));
  return { earlier: old, later: after, differences: of === then.basis ? differences : compareDates(old, after) };
}

function sideOf(asked: AskedRows, query: ReportQuery): Side & OfDate {
  const { basis, part, rows } = asked;
  const selection = { units: part.units, position: query.position };
  const of = basis.remember(`side ${query.unit} ${query.position} ${query.programme}`, () => {
    const chosen = (member: StaffMember) => member.postings.some((posting) => selects(selection, posting));
    const members = basis.workforce.members.filter(chosen);
    const short = peopleIn(placesOf(basis.proven, basis.positions, selection).filter(isShort));
    const vacancies = basis.workforce.vacancies.filter((post) => selects(selection, post)).length;
    return { members, rows: asked.byUnit(rows), figures: figuresOf({ members, rows }, vacancies, short) };
  });
  return { ...asked, ...of };
}

function linesOf({ earlier, later }: Both, found: readonly Difference[], language: Language): CompareLine[] {
  return found.map(({ kind, member, before, programme }) => {
    const { basis } = kind === "left" ? earlier : later;
    return {
      person: member.publicId,
      staffCode: member.staffCode,
      name: member.fullName,
      ...placeOf(basis, member, language),
      programme: programme === null ? null : programmeName(basis, programme, language),
      from: before && Object.values(placeOf(earlier.basis, before, language)).join(", "),
    };
  });
}

function placeOf(basis: ReportBasis, { postings: [posting] }: StaffMember, language: Language) {
  return {
    position: posting ? positionName(basis, posting.position, language) : "",
    unit: posting ? unitName(basis, posting.unitId, language) : "",
  };
}

import type { Viewer } from "~/domain/permissions/viewer";
import { type BoardList, boardList } from "~/domain/reporting/board";
import { filterCertification } from "~/domain/reporting/certification-list";
import { type KeptFigure, readKeptFigure } from "~/domain/reporting/figure-lists";
import { isMet, peopleBehind } from "~/domain/reporting/heat-map";
import { listPeople, type PeopleList } from "~/domain/reporting/people-lists";
import { type StaffMember, type StaffPosting, selects, type VacantPost } from "~/domain/reporting/workforce";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { pageOf } from "./report-head.server";
import { positionName, programmeName, unitName } from "./report-part.server";
import { factsBehindSaved, type KeptFacts, type SavedReport } from "./saved-report.server";

export interface KeptLine {
  /** null: a post that nobody held */
  person: string | null;
  name: string;
  position: string;
  unit: string;
  /** which certificate it is about, where the figure counts certificates */
  programme: string | null;
}

export interface SavedPeopleView {
  report: SavedReport;
  figure: KeptFigure;
  total: number;
  pages: number;
  lines: KeptLine[];
}

/**
 * The people behind a figure of a kept report, as known when it was kept, by the map of its date; as many lines as the figure says. Null:
 * as in `savedReport`, and for a figure that no report has.
 */
export async function savedPeople(
  viewer: Viewer,
  asked: { report: string; figure: string; page: number },
  today: CivilDate,
  language: Language,
): Promise<SavedPeopleView | null> {
  const figure = readKeptFigure(asked.figure);
  const found = figure && (await factsBehindSaved(viewer, asked.report, today));
  if (!figure || !found) return null;
  const { report, basis } = found;
  const { all } = basis.remember(`kept figure ${asked.report} ${asked.figure}`, () => {
    const lines = linesBehind(figure, found);
    const placeOf = (each: Line) => basis.order.get(each.at?.unitId ?? 0) ?? basis.order.size;
    return { all: [...lines].sort((a, b) => placeOf(a) - placeOf(b)) };
  });
  const { shown, total, pages } = pageOf(all, asked.page);
  const lines = shown.map(({ member, at, programme }) => ({
    person: member?.publicId ?? null,
    name: member?.fullName ?? "",
    position: at ? positionName(basis, at.position, language) : "",
    unit: at ? unitName(basis, at.unitId, language) : "",
    programme: programme === null ? null : programmeName(basis, programme, language),
  }));
  return { report, figure, total, pages, lines };
}

interface Line {
  member: StaffMember | null;
  at: StaffPosting | VacantPost | undefined;
  programme: string | null;
}

function linesBehind(
  { list: { path, parts } }: KeptFigure,
  { basis, selection, places, report }: KeptFacts & { report: SavedReport },
): Line[] {
  const of = (member: StaffMember, postings: readonly StaffPosting[], programme: string | null = null) => ({
    member,
    at: postings[0],
    programme,
  });
  switch (path) {
    case "/reports/people":
      return listPeople(parts.list as PeopleList, basis.workforce.members, places, selection).map((each) =>
        of(each.member, each.postings),
      );
    case "/reports/board/people": {
      const programme = parts.programme ?? report.query.programme;
      const rows = filterCertification(basis.certification, { ...selection, programme, state: "all" });
      return boardList(rows, parts.board as BoardList, report.asOf).map((row) =>
        of(row.member, row.postings, row.programme),
      );
    }
    case "/reports/posts":
      return basis.workforce.vacancies
        .filter((post) => selects(selection, post))
        .map((post) => ({ member: null, at: post, programme: null }));
    default:
      return peopleBehind(places, parts.competency ?? "", parts.level ?? "")
        .filter(({ gap }) => parts.who === "all" || isMet(gap))
        .map(({ place }) => of(place.member, place.postings));
  }
}

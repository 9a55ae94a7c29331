import type { FocalState } from "~/domain/certification/focal-state";
import type { Turnover } from "~/domain/people/turnover";
import type { Viewer } from "~/domain/permissions/viewer";
import { countFocalStates, type FocalPlace, focalNetwork } from "~/domain/reporting/focal-network";
import { type FocalTask, focalTask } from "~/domain/reporting/focal-task";
import type { ReportQuery } from "~/domain/reporting/report-query";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { organisationFacts } from "../organisation/organisation-facts.server";
import { focalPlaces } from "../reporting/focal-view.server";
import { reportBasis } from "../reporting/report-basis.server";
import { nameOfScope, partOf } from "../reporting/report-part.server";
import { scopeOf } from "../reporting/scope-units.server";
import { focalTurnover, type TurnoverAlert, turnoverView } from "../reporting/turnover-view.server";

export interface FocalLine {
  unit: string;
  /** within the list: "Cao Bằng" */
  name: string;
  fullName: string;
  state: FocalState;
  since: CivilDate | null;
  until: CivilDate | null;
  holders: { person: string; name: string; acting: boolean; away: boolean; since: CivilDate }[];
  deputies: { person: string; name: string; certified: boolean; since: CivilDate }[];
  task: FocalTask;
  /** how often the post went to someone else in the months looked at; alert: too often */
  changes: number;
  alert: boolean;
}

export interface FocalNetworkView {
  /** name of the viewer's part; null: the whole organisation, or several parts */
  name: string | null;
  /** name of the unit that leads foreign information; null: none is named */
  lead: string | null;
  places: FocalLine[];
  /** they add up to the number of places */
  counts: Record<FocalState, number>;
  /** special units with such a post, outside all counts */
  special: FocalLine[];
  turnover: { months: number; alerts: TurnoverAlert[] };
  /** may record who holds a post */
  changes: boolean;
}

/** The network of focal points in the viewer's scope, as of a date. */
export async function loadFocalNetwork(
  viewer: Viewer,
  query: ReportQuery,
  language: Language,
): Promise<FocalNetworkView> {
  const [basis, absences, change, facts] = await Promise.all([
    reportBasis(viewer, "see-people", query),
    scopeOf(viewer, "see-absences", query.today),
    scopeOf(viewer, "change-people", query.today),
    organisationFacts(),
  ]);
  const part = partOf(basis, null, language) ?? { unit: null, tops: [], units: null };
  const [turnover, ofFocalPosts] = await Promise.all([turnoverView(basis, part, language), focalTurnover(basis, part)]);
  const places = focalPlaces(basis, part);
  const outside = basis.organisation.special.filter((unit) => basis.scope.has(unit.id));
  const special = focalNetwork(outside, basis.workforce, basis.focal).filter(
    ({ holders, since }) => holders.length > 0 || since !== null,
  );
  const line = (place: FocalPlace) =>
    focalLine(place, ofFocalPosts.get(place.unit.id), absences.has(place.unit.id), language);
  const leading = facts.units.find(({ publicId }) => publicId === basis.settings["focal-unit"]);
  const leadName = leading && basis.organisation.byId.get(leading.id)?.name[language];
  return {
    name: nameOfScope(basis, language),
    lead: leadName ?? null,
    places: places.map(line),
    counts: countFocalStates(places),
    special: special.map(line),
    turnover: { months: turnover.months, alerts: turnover.alerts },
    changes: change.units === "all" || change.units.length > 0,
  };
}

function focalLine(
  place: FocalPlace,
  turnover: Turnover<number> | undefined,
  seesAbsences: boolean,
  language: Language,
): FocalLine {
  const { unit, state, since, until, holders, deputies } = place;
  return {
    unit: unit.publicId,
    name: unit.short[language],
    fullName: unit.name[language],
    state,
    since,
    until,
    holders: holders.map(({ member, acting, away, since }) => ({
      person: member.publicId,
      name: member.fullName,
      acting,
      away: away && seesAbsences,
      since,
    })),
    deputies: deputies.map(({ member, certified, since }) => ({
      person: member.publicId,
      name: member.fullName,
      certified,
      since,
    })),
    task: focalTask(place, seesAbsences),
    changes: turnover?.changes.length ?? 0,
    alert: turnover?.alert ?? false,
  };
}

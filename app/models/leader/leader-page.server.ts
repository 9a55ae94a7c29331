import type { Viewer } from "~/domain/permissions/viewer";
import { type LeaderTask, leaderTasks } from "~/domain/reporting/leader-tasks";
import { nameOfUnit, subtreesOf } from "~/domain/reporting/unit-selection";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { type HandoverSummary, openHandovers } from "../handovers/handovers.server";
import { organisationAsOf } from "../organisation/organisation-facts.server";
import { waitingEntries } from "../practice-log/log-lists.server";
import { reportBasis } from "../reporting/report-basis.server";
import { scopeOf } from "../reporting/scope-units.server";
import { type UnitReport, unitReport } from "../reporting/unit-report.server";
import { waitingRequests } from "../requests/request-lists.server";

export interface LeaderView {
  unit: string;
  name: string;
  /** the viewer leads it; else it is looked at from outside */
  leads: boolean;
  /** other units that the viewer leads */
  others: { unit: string; name: string }[];
  tasks: LeaderTask[];
  report: UnitReport;
  /** competencies that most people lack, the worst first */
  gaps: { competency: string; title: string; level: string; missing: number; required: number }[];
  handovers: HandoverSummary[];
}

const GAPS_SHOWN = 4;

/**
 * A leader's own unit today: what is expected of them, and what it follows from. Without a unit asked for it is the one that they
 * lead, else the head of what they may see. Null: there is none, or it is out of scope.
 */
export async function loadLeaderPage(
  viewer: Viewer,
  asked: string | null,
  today: CivilDate,
  language: Language,
): Promise<LeaderView | null> {
  const dates = { asOf: today, today };
  const [organisation, scope, basis] = await Promise.all([
    organisationAsOf(today),
    scopeOf(viewer, "see-people", today),
    reportBasis(viewer, "see-people", dates),
  ]);
  const led = viewer.grants
    .filter(({ role }) => role === "unit-leader")
    .flatMap(({ unitId }) => organisation.byId.get(unitId) ?? []);
  const all = [...organisation.byId.values()];
  const unit = asked === null ? (led[0] ?? basis.tops[0]) : all.find((each) => each.publicId === asked);
  if (!unit || !scope.has(unit.id)) return null;
  const [report, requests, entries, handed] = await Promise.all([
    unitReport(viewer, unit, dates, language),
    waitingRequests(viewer, today),
    waitingEntries(viewer, today),
    openHandovers(scope, today, language),
  ]);
  if (!report) return null;
  const leads = led.some(({ id }) => id === unit.id);
  const units = subtreesOf(organisation, [unit.id]);
  const handovers = handed.filter(({ unitId }) => units.has(unitId));
  const link = (each: typeof unit) => ({ unit: each.publicId, name: nameOfUnit(organisation, each)[language] });
  return {
    ...link(unit),
    leads,
    others: led.filter((each) => each.id !== unit.id).map(link),
    tasks: leaderTasks({
      // they wait for the viewer, who stands here for nobody else
      requests: leads ? requests : { waiting: 0, late: 0 },
      practice: leads ? entries : 0,
      focal: report.focal?.state ?? null,
      overdue: report.overduePeople,
      vacancies: {
        count: report.vacancies.length + report.hiddenVacancies,
        days: Math.max(0, ...report.vacancies.map(({ days }) => days)),
      },
      handovers: handovers.length,
      lastCertified: report.turnover.lastCertified.length,
      restless: report.turnover.alerts.length,
    }),
    report,
    gaps: gapsOf(report),
    handovers,
  };
}

function gapsOf({ heat }: UnitReport): LeaderView["gaps"] {
  return heat.rows
    .flatMap(({ key, title, cells }) =>
      cells.flatMap((cell, index) => {
        const missing = cell ? cell.required - cell.met : 0;
        const level = heat.levels[index] ?? "";
        return cell && missing > 0 ? [{ competency: key, title, level, missing, required: cell.required }] : [];
      }),
    )
    .sort((a, b) => b.missing - a.missing)
    .slice(0, GAPS_SHOWN);
}

import { useTranslation } from "react-i18next";
import { type ReportQuery, reportAddress } from "~/domain/reporting/report-query";
import { showCivilDate } from "~/domain/time/civil-date";
import { Anchor } from "./anchor";

export interface ReportSwitchesProps {
  path: string;
  query: ReportQuery;
  /** parts of the question that are the page's own */
  keep?: Readonly<Record<string, string | null>>;
}

/**
 * How a past day is counted: under whose units (the map of that day, or today's), and by what was known (now, or then). Each says
 * how it is, and links to the other way. Nothing to choose for today.
 */
export function ReportSwitches({ path, query, keep = {} }: ReportSwitchesProps) {
  const { t } = useTranslation();
  if (query.asOf === query.today) return null;
  const date = showCivilDate(query.asOf);
  const byToday = query.map === "today";
  const then = query.known === "then";
  const lines: { says: string; other: string; change: Record<string, string | null> }[] = [
    {
      says: t(byToday ? "hr:map.today" : "hr:map.then", { date }),
      other: t(byToday ? "hr:map.toThen" : "hr:map.toToday"),
      change: { map: byToday ? null : "today" },
    },
    {
      says: t(then ? "reports:known.then" : "reports:known.now", { date }),
      other: t(then ? "reports:known.toNow" : "reports:known.toThen"),
      change: { biet: then ? null : "then" },
    },
  ];
  return (
    <div className="section-s">
      {lines.map(({ says, other, change }) => (
        <p key={other} className="meta">
          {says}{" "}
          <Anchor className="tap" href={reportAddress(path, query, { ...keep, ...change })}>
            {other}
          </Anchor>
        </p>
      ))}
    </div>
  );
}

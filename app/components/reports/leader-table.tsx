import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { percentMet } from "~/domain/competency/coverage";
import type { LeaderFigures } from "~/domain/reporting/leader-figures";
import { Anchor } from "../anchor";
import { useFigures } from "../figures";
import { Table } from "../table";

/** The figures that open a list. */
export type LeaderFigure = keyof LeaderFigures;

export interface LeaderTableProps {
  lines: readonly (LeaderFigures & {
    unit: string;
    name: string;
    leaders: readonly { person: string; name: string }[];
  })[];
  /** of the whole part; its lines leave out the office at its head */
  all: LeaderFigures;
  allName: string;
  /** unit null: the whole part */
  figureHref: (figure: LeaderFigure, unit: string | null) => string;
  unitHref: (unit: string) => string;
  personHref: (person: string) => string;
}

/** What the facts say of each unit: its leader, its certificates, its gaps and its requests. Each figure but nought opens its list. */
export function LeaderTable({ lines, all, allName, figureHref, unitHref, personHref }: LeaderTableProps) {
  const { t } = useTranslation();
  const { count } = useFigures();
  const cellsOf = (figures: LeaderFigures, unit: string | null, name: string): ReactNode[] => {
    const link = (figure: LeaderFigure) => {
      const value = figures[figure] ?? 0;
      if (value === 0) return "0";
      const label = `${name}, ${t(`reports:leaders.figure.${figure}`)}: ${count(value)}`;
      return (
        <Anchor href={figureHref(figure, unit)} aria-label={label}>
          {count(value)}
        </Anchor>
      );
    };
    const share = (part: "held" | "inTime", whole: "asked" | "decided") =>
      figures[whole] === 0 ? (
        "–"
      ) : (
        <span key={part}>
          {link(part)} / {link(whole)}
          <br />
          <span className="meta">{percentMet({ required: figures[whole], met: figures[part] })}%</span>
        </span>
      );
    return [
      share("held", "asked"),
      link("overdue"),
      <span key="gaps">
        {link("gaps")}
        {figures.gapsBefore !== null && (
          <span className="meta">
            <br />
            {t("reports:leaders.before")} {link("gapsBefore")}
          </span>
        )}
      </span>,
      share("inTime", "decided"),
    ];
  };
  return (
    <Table
      caption={t("reports:leaders.caption")}
      columns={[
        { key: "unit", label: t("hr:column.unit") },
        { key: "held", label: t("reports:leaders.held"), num: true },
        { key: "overdue", label: t("reports:leaders.overdue"), num: true },
        { key: "gaps", label: t("reports:leaders.gaps"), num: true },
        { key: "requests", label: t("reports:leaders.requests"), num: true },
      ]}
      rows={[
        ...lines.map((line) => ({
          key: line.unit,
          cells: [
            <span key="unit">
              <Anchor href={unitHref(line.unit)}>{line.name}</Anchor>
              <br />
              <span className="meta">
                {line.leaders.length === 0 && t("reports:leaders.nobody")}
                {line.leaders.map(({ person, name }, index) => (
                  <span key={person}>
                    {index > 0 && ", "}
                    <Anchor href={personHref(person)}>{name}</Anchor>
                  </span>
                ))}
              </span>
            </span>,
            ...cellsOf(line, line.unit, line.name),
          ],
        })),
        ...(lines.length > 1
          ? [{ key: "all", cells: [<b key="all">{allName}</b>, ...cellsOf(all, null, allName)] }]
          : []),
      ]}
    />
  );
}

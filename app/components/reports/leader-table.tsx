import { useTranslation } from "react-i18next";
import { percentMet } from "~/domain/competency/coverage";
import { Anchor } from "../anchor";
import { useFigures } from "../exams/figure-words";
import { Table } from "../table";

export interface LeaderTableProps {
  lines: readonly {
    unit: string;
    name: string;
    leaders: readonly { person: string; name: string }[];
    asked: number;
    held: number;
    overdue: number;
    gaps: number;
    gapsBefore: number | null;
    decided: number;
    inTime: number;
  }[];
  boardHref: (unit: string, overdue: boolean) => string;
  unitHref: (unit: string) => string;
  personHref: (person: string) => string;
}

/** What the facts say of each unit: its leader, its certificates, its gaps and its requests. */
export function LeaderTable({ lines, boardHref, unitHref, personHref }: LeaderTableProps) {
  const { t } = useTranslation();
  const { count, figure } = useFigures();
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
      rows={lines.map((line) => {
        const closed = line.gapsBefore === null ? null : line.gaps - line.gapsBefore;
        return {
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
            line.asked === 0 ? (
              "–"
            ) : (
              <span key="held">
                <Anchor href={boardHref(line.unit, false)}>
                  {t("reports:leaders.of", { part: count(line.held), whole: count(line.asked) })}
                </Anchor>{" "}
                {percentMet({ required: line.asked, met: line.held })}%
              </span>
            ),
            line.overdue === 0 ? (
              "0"
            ) : (
              <Anchor key="overdue" href={boardHref(line.unit, true)}>
                {count(line.overdue)}
              </Anchor>
            ),
            <span key="gaps">
              {count(line.gaps)}
              {closed !== null && (
                <span className="meta">
                  <br />
                  {closed === 0 ? t("reports:leaders.same") : `${closed > 0 ? "+" : ""}${figure(closed, 0)}`}
                </span>
              )}
            </span>,
            line.decided === 0
              ? "–"
              : t("reports:leaders.of", { part: count(line.inTime), whole: count(line.decided) }),
          ],
        };
      })}
    />
  );
}

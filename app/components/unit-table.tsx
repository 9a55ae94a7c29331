import { useTranslation } from "react-i18next";
import { Anchor } from "./anchor";
import { useFigures } from "./figures";
import { Table } from "./table";

export interface UnitTableRow {
  unit: string;
  name: string;
  /** the unit's own office, without those below it */
  own: boolean;
  people: number;
  required: number;
  met: number;
  open: number;
}

/** The next step down the tree, in figures: people, requirements not met, certificates not held. */
export function UnitTable({
  caption,
  units,
  unitHref,
  missingHref,
  openHref,
}: {
  caption: string;
  units: readonly UnitTableRow[];
  unitHref: (unit: string) => string;
  missingHref: (unit: string) => string;
  openHref: (unit: string) => string;
}) {
  const { t } = useTranslation();
  const { count } = useFigures();
  // the people of the unit's own office are listed below the table
  const figure = (line: UnitTableRow, what: "missing" | "open", value: number, hrefOf: (unit: string) => string) =>
    line.own || value === 0 ? (
      count(value)
    ) : (
      <Anchor
        key={what}
        href={hrefOf(line.unit)}
        aria-label={`${line.name}, ${t(`hr:units.${what}`)}: ${count(value)}`}
      >
        {count(value)}
      </Anchor>
    );
  return (
    <Table
      caption={caption}
      stack={false}
      columns={[
        { key: "unit", label: t("hr:units.unit") },
        { key: "missing", label: t("hr:units.missing"), num: true },
        { key: "open", label: t("hr:units.open"), num: true },
      ]}
      rows={units.map((line) => ({
        key: line.own ? `own ${line.unit}` : line.unit,
        cells: [
          <span key="name">
            {line.own ? (
              t("hr:units.own", { unit: line.name })
            ) : (
              <Anchor href={unitHref(line.unit)}>{line.name}</Anchor>
            )}
            <br />
            <span className="meta">{t("hr:units.people", { count: line.people })}</span>
          </span>,
          figure(line, "missing", line.required - line.met, missingHref),
          figure(line, "open", line.open, openHref),
        ],
      }))}
    />
  );
}

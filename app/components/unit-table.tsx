import { useTranslation } from "react-i18next";
import { Anchor } from "./anchor";
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
  hrefOf,
}: {
  caption: string;
  units: readonly UnitTableRow[];
  hrefOf: (unit: string) => string;
}) {
  const { t } = useTranslation();
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
            {line.own ? t("hr:units.own", { unit: line.name }) : <Anchor href={hrefOf(line.unit)}>{line.name}</Anchor>}
            <br />
            <span className="meta">{t("hr:units.people", { count: line.people })}</span>
          </span>,
          line.required - line.met,
          line.open,
        ],
      }))}
    />
  );
}
